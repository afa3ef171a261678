// What has become of certificates by the hashes of their codes: one list, signed by the academy, of those that are valid
// no more.

import { base64url } from "./base64.js";
import { hex, sha256 } from "./bytes.js";
import { codeBytes } from "./code.js";
import { jws } from "./jws.js";

const PATH = "/status/codes";
const WORDS = ["superseded", "revoked", "suspended"];
const TAG = 8;

// { from, until, of(code) }, or null when there is no list, or none that the academy signed.
export async function codeStatus(trust) {
    const compact = await trust.list(PATH);
    const signed = typeof compact === "string" ? jws(compact.trim()) : null;
    if (!signed || !await trust.signed(signed.keyID, signed.signature, signed.toBeSigned)) { return null; }
    const { jti, nbf, exp } = signed.payload;
    if (jti !== `https://${trust.host}${PATH}` || !Number.isFinite(nbf) || !Number.isFinite(exp)) { return null; }
    if (trust.isRetired(signed.keyID, nbf)) { return null; }
    const lists = WORDS.map((word) => base64url(String(signed.payload[word])));
    if (lists.some((bytes) => !bytes || bytes.length % TAG !== 0)) { return null; }
    return {
        from: nbf, until: exp,
        of: async (code) => {
            const tag = hex((await sha256(codeBytes(code))).subarray(0, TAG));
            const place = lists.findIndex((bytes) => holds(bytes, tag));
            return place < 0 ? "valid" : WORDS[place];
        },
    };
}

function holds(bytes, tag) {
    for (let start = 0; start < bytes.length; start += TAG) {
        if (hex(bytes.subarray(start, start + TAG)) === tag) { return true; }
    }
    return false;
}
