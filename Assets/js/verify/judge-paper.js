// Judges the text of a QR code: the signature counts, not the host that the address names.

import { agree, signedClaims } from "./claims.js";
import { decimal } from "./decimal.js";
import { qrText } from "./qr-text.js";
import { Inquiry, verdict } from "./verdict.js";

// `answer` is the academy's own, when it could be asked: { register, facts }.
// Returns null when the text holds neither a code nor claims.
export async function judgePaper(text, trust, answer = null) {
    const read = qrText(text);
    if (!read) { return null; }
    const inquiry = new Inquiry();
    const facts = read.digits ? await askClaims(read, trust, inquiry) : null;
    if (!read.digits) {
        inquiry.isStrange = true;
        inquiry.note("claims", "skipped", "no-claims");
    }
    const proof = inquiry.proof;
    const agrees = !answer?.facts || !facts || agree(facts, answer.facts);
    if (proof === "holds") { inquiry.note("agreement", answer?.facts ? agrees : "skipped", answer ? "" : "not-asked"); }
    const register = answer?.register ?? null;
    const isKnown = register !== null && proof !== "broken" && proof !== "unknown-key";
    inquiry.note("status", isKnown ? register === "valid" : "skipped", isKnown ? register : "not-asked");
    const isForeign = read.host !== null && trust.host !== "" && read.host !== trust.host;
    const word = verdict(proof, register, agrees);
    return {
        kind: "paper", verdict: word, steps: inquiry.steps, code: read.code ?? facts?.code ?? null,
        // What a forgery claims is not repeated as if it were so.
        facts: word === "altered" || word === "unknown-key" ? null : facts ?? answer?.facts ?? null,
        foreignHost: isForeign ? read.host : null, asOf: null, isStale: false, isAsked: register !== null,
        isSigned: proof === "holds",
    };
}

async function askClaims(read, trust, inquiry) {
    const bytes = decimal(read.digits);
    const signed = bytes && signedClaims(bytes);
    if (!signed) {
        inquiry.note("claims", false, "no-claims");
        return null;
    }
    if (!trust.knows(signed.keyID)) {
        inquiry.hasUnknownKey = true;
        inquiry.note("claims", false, "unknown-key");
        return null;
    }
    inquiry.note("claims", await trust.signed(signed.keyID, signed.signature, signed.toBeSigned));
    if (read.code) { inquiry.note("code", read.code === signed.claims.code); }
    return signed.claims;
}
