// That an entry is in the log, in one text that needs no server: C2SP's tlog-proof.

import { base64 } from "./base64.js";
import { text } from "./bytes.js";
import { includes, leafHash } from "./merkle.js";
import { noteVerdict, signedNote } from "./note.js";

// { index, hashes, note, size, root, origin, entry }, or null.
export function logProof(text) {
    const gap = text.indexOf("\n\n");
    if (gap < 0 || text.length > 1000000) { return null; }
    const lines = text.slice(0, gap).split("\n");
    if (lines.shift() !== "c2sp.org/tlog-proof@v1") { return null; }
    const extra = lines[0]?.startsWith("extra ") ? base64(lines.shift().slice(6)) : null;
    const place = number(/^index (.+)$/.exec(lines.shift() ?? "")?.[1]);
    const hashes = lines.map(base64);
    const note = signedNote(text.slice(gap + 2));
    if (place === null || !note || hashes.length > 63 || hashes.some((hash) => hash?.length !== 32)) { return null; }
    const checkpoint = note.body.slice(0, -1).split("\n");
    const size = number(checkpoint[1]);
    const root = base64(checkpoint[2] ?? "");
    if (checkpoint.length < 3 || checkpoint.some((line) => !line) || size === null || root?.length !== 32) { return null; }
    return { index: place, hashes, note, size, root, origin: checkpoint[0], extra };
}

// What an entry of the log says, or null.
export function logEntry(bytes) {
    try {
        return JSON.parse(text(bytes) ?? "");
    } catch {
        return null;
    }
}

// When the entry that a proof carries says that it was appended, in seconds; whether it is in the log is not asked here.
export function proofMoment(text) {
    const at = Date.parse(String(logEntry(logProof(text)?.extra ?? new Uint8Array())?.at));
    return Number.isNaN(at) ? null : Math.floor(at / 1000);
}

// "ok", "failed", "unknown-key" or "unsupported"; `entry` are the bytes that the log holds.
export async function proofVerdict(proof, entry, trust) {
    const leaf = await leafHash(entry);
    if (!await includes(leaf, proof.index, proof.size, proof.root, proof.hashes)) { return "failed"; }
    if (proof.origin !== trust.origin) { return "unknown-key"; }
    return noteVerdict(proof.note, trust.logs);
}

// Without sign or leading zeros, and small enough to be exact.
function number(text) {
    return text !== undefined && /^(0|[1-9][0-9]{0,14})$/.test(text) ? Number(text) : null;
}
