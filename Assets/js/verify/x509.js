// Of an X.509 certificate only what a signature needs: whose it is and its key.

import { hex } from "./bytes.js";
import { DERProblem, DERReader, identifier } from "./der.js";

const EC = "2a8648ce3d0201";
const P256 = "2a8648ce3d030107";
const RSA = "2a864886f70d010101";

// { issuer, serial, publicKey, kind } with kind "P-256" or "RSA"; throws DERProblem.
export function certificate(der) {
    const outer = new DERReader(der);
    const fields = outer.into(0x30).into(0x30);
    outer.end();
    if (fields.peek() === 0xA0) { fields.next(0xA0); }
    const serial = fields.next(0x02).whole;
    fields.next(0x30);
    const issuer = fields.next(0x30).whole;
    fields.next(0x30);
    fields.next(0x30);
    const publicKey = fields.next(0x30).whole;
    return { der, issuer: hex(issuer), serial: hex(serial), publicKey, kind: kindOf(publicKey) };
}

function kindOf(publicKey) {
    const algorithm = new DERReader(publicKey).into(0x30).into(0x30);
    const name = identifier(algorithm.next());
    if (name === RSA) { return "RSA"; }
    if (name === EC && identifier(algorithm.next()) === P256) { return "P-256"; }
    throw new DERProblem("another kind of key");
}

// Whether the key signed the bytes, with SHA-256; an ECDSA signature comes in DER.
export async function signedBy({ publicKey, kind }, signature, bytes) {
    const hash = "SHA-256";
    const algorithm = kind === "RSA" ? { name: "RSASSA-PKCS1-v1_5", hash } : { name: "ECDSA", namedCurve: "P-256", hash };
    const form = kind === "RSA" ? signature : pair(signature);
    if (!form) { return false; }
    try {
        const key = await crypto.subtle.importKey("spki", publicKey, algorithm, false, ["verify"]);
        return await crypto.subtle.verify(algorithm, key, form, bytes);
    } catch {
        return false;
    }
}

// r and s of an ECDSA signature, side by side; null when it is none.
function pair(signature) {
    try {
        const outer = new DERReader(signature);
        const inner = outer.into(0x30);
        outer.end();
        const result = new Uint8Array(64);
        for (const end of [32, 64]) {
            const { content } = inner.next(0x02);
            const digits = content[0] === 0 ? content.subarray(1) : content;
            if (!content.length || content[0] > 0x7F || digits.length > 32 || content[0] === 0 && !(digits[0] > 0x7F)) { return null; }
            result.set(digits, end - digits.length);
        }
        inner.end();
        return result;
    } catch (error) {
        if (error instanceof DERProblem) { return null; }
        throw error;
    }
}
