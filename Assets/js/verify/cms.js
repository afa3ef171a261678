// A detached signature of one signer (RFC 5652) in the form of PAdES: exactly three signed attributes.

import { equal, hex, sha256 } from "./bytes.js";
import { DERProblem, DERReader, identifier } from "./der.js";
import { certificate, signedBy } from "./x509.js";

const DATA = "2a864886f70d010701";
const SIGNED_DATA = "2a864886f70d010702";
const SHA256 = "608648016503040201";
const CONTENT_TYPE = "2a864886f70d010903";
const DIGEST = "2a864886f70d010904";
const SIGNING_CERTIFICATE = "2a864886f70d010910022f";

// { attributes, digest, certificateDigest, certificate, signed, signature }; null for what is no such signature.
// Zeros may stand behind it: they fill the rest of its place.
export function cms(bytes) {
    try {
        return read(bytes);
    } catch (error) {
        if (error instanceof DERProblem) { return null; }
        throw error;
    }
}

function read(bytes) {
    const outer = new DERReader(bytes);
    const message = outer.into(0x30);
    if (!outer.rest.every((byte) => byte === 0) || identifier(message.next()) !== SIGNED_DATA) { return null; }
    const wrapped = message.into(0xA0);
    message.end();
    const content = wrapped.into(0x30);
    wrapped.end();
    content.next(0x02);
    content.next(0x31);
    const encapsulated = content.into(0x30);
    if (identifier(encapsulated.next()) !== DATA || !encapsulated.isAtEnd) { return null; }
    const certificates = content.peek() === 0xA0 ? content.into(0xA0).all().map(({ whole }) => certificate(whole)) : [];
    if (content.peek() === 0xA1) { content.next(0xA1); }
    const signers = content.into(0x31);
    content.end();
    const signer = signers.into(0x30);
    signers.end();
    return readSigner(signer, certificates);
}

// RFC 5652, 5.3.
function readSigner(signer, certificates) {
    signer.next(0x02);
    const name = signer.into(0x30);
    const [issuer, serial] = [hex(name.next(0x30).whole), hex(name.next(0x02).whole)];
    if (identifier(signer.into(0x30).next()) !== SHA256) { return null; }
    const attributes = signer.next(0xA0);
    signer.next(0x30);
    const signature = signer.next(0x04).content;
    // Signed as the set that they are, sent under a tag of their own (5.4).
    const signed = attributes.whole.slice();
    signed[0] = 0x31;
    const found = new DERReader(attributes.content).all().map(({ whole }) => attribute(whole));
    const value = (type) => found.find((one) => one.type === type)?.value;
    return {
        attributes: found.map(({ type }) => type), signed, signature,
        digest: value(DIGEST)?.tag === 0x04 ? value(DIGEST).content : new Uint8Array(),
        certificateDigest: value(SIGNING_CERTIFICATE) ? certificateDigest(value(SIGNING_CERTIFICATE)) : new Uint8Array(),
        certificate: certificates.find((one) => one.issuer === issuer && one.serial === serial) ?? null,
    };
}

// Its only value: an attribute of several is none of ours.
function attribute(whole) {
    const fields = new DERReader(whole).into(0x30);
    const type = identifier(fields.next());
    const values = fields.into(0x31);
    fields.end();
    const value = values.next();
    values.end();
    return { type, value };
}

// RFC 5035, 3: SHA-256, which is the default, is not named.
function certificateDigest({ whole }) {
    return new DERReader(whole).into(0x30).into(0x30).into(0x30).next(0x04).content;
}

export function hasTheThreeAttributes({ attributes }) {
    const wanted = [CONTENT_TYPE, DIGEST, SIGNING_CERTIFICATE];
    return attributes.length === 3 && wanted.every((type) => attributes.includes(type));
}

// Whether the signature is its certificate's, and the certificate the one that was meant.
export async function isGenuine(signature) {
    const own = signature.certificate;
    if (!own || !equal(await sha256(own.der), signature.certificateDigest)) { return false; }
    return signedBy(own, signature.signature, signature.signed);
}
