// Gets what a check needs: keys and status lists, from the academy or from what was kept, and the academy's own answer.

import { grouped } from "../verify/code.js";
import { Trust } from "../verify/trust.js";
import { language, root } from "./texts.js";

const PATIENCE = 6000;

// A folder of files carries them within the page.
function embedded() {
    const block = document.getElementById("akmal-trust");
    return block ? JSON.parse(block.textContent) : { keys: null, lists: {} };
}

// Null when it cannot be had; the service worker answers with what it kept when there is no network.
async function fetched(path, accept) {
    if (location.protocol === "file:") { return null; }
    try {
        return await fetch(root + path, { headers: { Accept: accept }, signal: AbortSignal.timeout(PATIENCE) });
    } catch {
        return null;
    }
}

async function text(path) {
    const answer = await fetched(path, "*/*");
    return answer?.ok ? answer.text() : null;
}

async function json(answer) {
    try {
        return answer?.headers.get("content-type")?.includes("json") ? await answer.json() : null;
    } catch {
        return null;
    }
}

export async function loadTrust() {
    const kept = embedded();
    const published = await json(await fetched("keys.json", "application/json"));
    const lists = new Map();
    return new Trust(published ?? kept.keys, async (path) => {
        if (!lists.has(path)) { lists.set(path, await text(path.slice(1)) ?? kept.lists[path] ?? null); }
        return lists.get(path);
    });
}

// What the academy says of a code: { register, facts, successor, document }; null when it could not be asked. `document`
// is a letter or slip, of which there are no signed facts.
export async function askAcademy(code) {
    const said = await json(await fetched(`v/${code}`, "application/json"));
    if (typeof said?.verdict !== "string") { return null; }
    const face = said.certificate ?? said;
    const isPaper = typeof said.paper?.number === "string";
    const isKnown = said.verdict !== "unknown" && typeof face.holder === "string" && !isPaper;
    const successor = said.successor ?? said.supersededBy ?? said.superseded_by;
    return {
        register: said.verdict, successor: successor ? grouped(String(successor).replaceAll("-", "")) : null,
        facts: isKnown
            ? { code, serial: face.serial, holder: face.holder, course: face.course?.ms, dates: face.dates?.ms } : null,
        document: isPaper ? {
            code, kind: said.paper.kind?.[language] ?? said.paper.kind?.ms, number: said.paper.number, holder: said.holder,
            course: said.course?.ms, dates: said.dates?.[language] ?? said.dates?.ms, issued: said.issued,
        } : null,
    };
}
