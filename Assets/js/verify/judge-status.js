// What has become of a certificate, by the academy's published lists.

import { codeStatus } from "./code-status.js";
import { statusBit } from "./status-list.js";

// { register, asOf, isStale }; register is null when a list is missing: then nothing is known.
export async function listedStatus(entries, trust, now) {
    const set = new Set();
    let [asOf, isStale] = [Infinity, false];
    for (const entry of entries) {
        const answer = await statusBit(entry, trust, now);
        if (!answer) { return { register: null, asOf: null, isStale: false }; }
        if (answer.bit) { set.add(entry.purpose); }
        asOf = Math.min(asOf, answer.asOf);
        isStale ||= answer.isStale;
    }
    if (!entries.some(({ purpose }) => purpose === "revocation")) { return { register: null, asOf: null, isStale: false }; }
    return { register: word(set), asOf, isStale };
}

// The same of a code: it says nothing of whether it was ever issued.
export async function listedCode(code, trust, now) {
    const list = code ? await codeStatus(trust) : null;
    if (!list) { return { register: null, asOf: null, isStale: false }; }
    return { register: await list.of(code), asOf: list.from, isStale: now > list.until };
}

// Superseded is revoked with a newer one to be fetched.
function word(set) {
    if (set.has("revocation")) { return set.has("refresh") ? "superseded" : "revoked"; }
    return set.has("suspension") ? "suspended" : "valid";
}
