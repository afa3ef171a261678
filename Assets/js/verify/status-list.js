// Bits that say what has become of certificates: W3C's Bitstring Status List in a signed credential.

import { base64url } from "./base64.js";
import { unpacked } from "./bytes.js";
import { jws } from "./jws.js";

const ENTRIES = 131072;
const MONTH = 30 * 86400;

// Which lists a credential names: [{ purpose, index, path }], or null when it names them wrongly.
export function statusEntries(credential, host) {
    const status = credential.credentialStatus;
    if (status === undefined) { return []; }
    const entries = [];
    for (const entry of Array.isArray(status) ? status.slice(0, 8) : [status]) {
        const place = /^https:\/\/([^/]+)(\/status\/([a-z]+)\/[0-9]{1,9})$/.exec(String(entry?.statusListCredential));
        const index = /^[0-9]{1,6}$/.test(String(entry?.statusListIndex)) ? Number(entry.statusListIndex) : ENTRIES;
        if (!place || place[1].toLowerCase() !== host || place[3] !== entry.statusPurpose || index >= ENTRIES) { return null; }
        entries.push({ purpose: place[3], index, path: place[2] });
    }
    return entries;
}

// { bit, asOf, isStale }, or null when there is no list, or none that the academy signed.
export async function statusBit(entry, trust, now) {
    const list = await statusList(entry, trust);
    if (!list) { return null; }
    const bit = list.bits[entry.index >> 3] >> (7 - (entry.index & 7)) & 1;
    return { bit, asOf: list.from, isStale: now > list.until || now - list.from > MONTH };
}

async function statusList(entry, trust) {
    const compact = await trust.list(entry.path);
    const signed = typeof compact === "string" ? jws(compact.trim()) : null;
    if (!signed || !await trust.signed(signed.keyID, signed.signature, signed.toBeSigned)) { return null; }
    const { payload } = signed;
    const subject = payload.credentialSubject;
    // A list of another place, put here by somebody, is no answer.
    const place = String(payload.id ?? subject?.id ?? "").replace(/#.*$/, "");
    if (place !== `https://${trust.host}${entry.path}` || subject?.statusPurpose !== entry.purpose) { return null; }
    const [from, until] = [seconds(payload.validFrom ?? payload.nbf), seconds(payload.validUntil ?? payload.exp)];
    const text = typeof subject.encodedList === "string" ? subject.encodedList : "";
    const packed = base64url(text.startsWith("u") ? text.slice(1) : text);
    const bits = packed && await unpacked(packed, "gzip", ENTRIES / 8);
    if (!bits || bits.length !== ENTRIES / 8 || !from || !until) { return null; }
    // A list that is dated later than its key was retired is a thief's.
    if (trust.isRetired(signed.keyID, from)) { return null; }
    return { bits, from, until };
}

// Of a date in a credential, or a number of seconds.
function seconds(value) {
    if (typeof value === "number") { return value; }
    const moment = typeof value === "string" ? Date.parse(value) : NaN;
    return Number.isNaN(moment) ? 0 : Math.floor(moment / 1000);
}
