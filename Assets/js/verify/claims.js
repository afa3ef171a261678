// Signed claims of a QR code: a CWT (RFC 8392) in COSE_Sign1 (RFC 9052, 4.2) with ES256.

import { hex, joined, utf8 } from "./bytes.js";
import { CBORMap, Tagged, cbor, head } from "./cbor.js";
import { code } from "./code.js";

const FACE = -65537n;

// Null for anything but a signed set of exactly the claims that we know.
export function signedClaims(bytes) {
    const outer = cbor(bytes);
    if (!(outer instanceof Tagged) || outer.tag !== 18n || !Array.isArray(outer.value)) { return null; }
    const [header, open, payload, signature] = outer.value;
    if (outer.value.length !== 4 || !(open instanceof CBORMap) || open.entries.length !== 0) { return null; }
    if (![header, payload, signature].every((part) => part instanceof Uint8Array) || signature.length !== 64) { return null; }
    const keyID = keyOf(header);
    const claims = claimsOf(payload);
    return keyID && claims ? { keyID, claims, signature, toBeSigned: toBeSigned(header, payload) } : null;
}

function keyOf(header) {
    const fields = cbor(header);
    if (!(fields instanceof CBORMap) || fields.entries.length !== 2 || fields.get(1n) !== -7n) { return null; }
    const keyID = fields.get(4n);
    return keyID instanceof Uint8Array && keyID.length >= 1 && keyID.length <= 8 ? hex(keyID) : null;
}

function toBeSigned(header, payload) {
    const name = utf8("Signature1");
    return joined(
        Uint8Array.of(0x84), head(3, name.length), name, head(2, header.length), header, Uint8Array.of(0x40),
        head(2, payload.length), payload);
}

function claimsOf(payload) {
    const fields = cbor(payload);
    if (!(fields instanceof CBORMap) || fields.entries.length !== 3) { return null; }
    const [at, identifier, face] = [fields.get(6n), fields.get(7n), fields.get(FACE)];
    if (typeof at !== "bigint" || at < 0n || at > 253402300799n) { return null; }
    if (!(identifier instanceof Uint8Array) || identifier.length !== 10) { return null; }
    // A corrected certificate says which version it is; the first says nothing.
    if (!Array.isArray(face) || face.length < 5 || face.length > 6) { return null; }
    const [year, number, holder, course, dates, version = 1n] = face;
    if (face.length === 6 && (typeof version !== "bigint" || version < 2n || version > 99n)) { return null; }
    if (![holder, course, dates].every((part) => typeof part === "string")) { return null; }
    if (typeof year !== "bigint" || typeof number !== "bigint") { return null; }
    if (year < 2000n || year > 9999n || number < 1n || number > 999999999n) { return null; }
    const serial = `AKMAL/${year}/${String(number).padStart(6, "0")}${version > 1n ? `-${version}` : ""}`;
    return { issuedAt: Number(at), code: code(identifier), serial, holder, course, dates };
}

// Whether two readings of one certificate tell the same; what one of them does not tell is not compared.
export function agree(a, b) {
    return ["code", "serial", "holder", "course"].every((name) => !a[name] || !b[name] || a[name] === b[name]);
}
