// A text with signatures below it (C2SP signed-note), and the key of a log.

import { base64 } from "./base64.js";
import { equal, joined, sha256, utf8 } from "./bytes.js";

// { body, signatures: [{ name, hint, bytes }] }, or null.
export function signedNote(text) {
    const gap = text.lastIndexOf("\n\n");
    if (text.length > 1000000 || gap < 0 || !text.endsWith("\n")) { return null; }
    const lines = text.slice(gap + 2, -1).split("\n");
    if (lines.length > 100) { return null; }
    const signatures = [];
    for (const line of lines) {
        const words = line.split(" ");
        const bytes = words.length === 3 && words[0] === "—" ? base64(words[2]) : null;
        if (!bytes || bytes.length <= 4 || !words[1] || words[1].includes("+")) { return null; }
        signatures.push({ name: words[1], hint: bytes.subarray(0, 4), bytes: bytes.subarray(4) });
    }
    return { body: text.slice(0, gap + 1), signatures };
}

// name+hash+key as { name, hint, publicKey }; null unless the hash is the key's and the key is a log's (Ed25519).
export async function noteKey(text) {
    const parts = /^([^+ ]+)\+([0-9a-f]{8})\+(.+)$/.exec(text);
    const bytes = parts && base64(parts[3]);
    if (!bytes || bytes.length !== 33 || bytes[0] !== 1) { return null; }
    const hint = (await sha256(joined(utf8(parts[1] + "\n"), bytes))).subarray(0, 4);
    const isWhole = Array.from(hint, (byte) => byte.toString(16).padStart(2, "0")).join("") === parts[2];
    return isWhole ? { name: parts[1], hint, publicKey: bytes.subarray(1) } : null;
}

// "ok", "failed", "unknown-key" when no known log signed it, or "unsupported" where the browser lacks Ed25519.
export async function noteVerdict(note, texts) {
    const keys = (await Promise.all(texts.slice(0, 32).map(noteKey))).filter(Boolean);
    let verdict = "unknown-key";
    for (const signature of note.signatures) {
        const key = keys.find(({ name, hint }) => name === signature.name && equal(hint, signature.hint));
        if (!key) { continue; }
        const answer = await ed25519(key.publicKey, signature.bytes, utf8(note.body));
        if (answer === "ok") { return answer; }
        verdict = answer;
    }
    return verdict;
}

async function ed25519(publicKey, signature, bytes) {
    try {
        const key = await crypto.subtle.importKey("raw", publicKey, { name: "Ed25519" }, false, ["verify"]);
        return await crypto.subtle.verify({ name: "Ed25519" }, key, signature, bytes) ? "ok" : "failed";
    } catch (error) {
        return error?.name === "NotSupportedError" || error?.name === "SyntaxError" ? "unsupported" : "failed";
    }
}
