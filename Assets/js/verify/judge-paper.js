// Judges the text of a QR code: the signature counts, not the host that the address names.

import { agree, signedClaims } from "./claims.js";
import { decimal } from "./decimal.js";
import { listedCode } from "./judge-status.js";
import { qrText } from "./qr-text.js";
import { Inquiry, verdict } from "./verdict.js";

// `answer` is the academy's own, when it could be asked: { register, facts }; else its published list is read. `now` in
// seconds.
// Returns null when the text holds neither a code nor claims.
export async function judgePaper(text, trust, answer = null, now = Date.now() / 1000) {
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
    const listed = answer ? null : await listedCode(read.code ?? facts?.code, trust, now);
    // Who is in no list may as well never have been issued: that takes a signature.
    const isTold = proof === "holds" || listed?.register !== "valid";
    const register = answer?.register ?? (isTold ? listed?.register ?? null : null);
    const isKnown = register !== null && proof !== "broken" && proof !== "unknown-key";
    inquiry.note("status", isKnown ? register === "valid" : "skipped", isKnown ? register : "not-asked");
    const isForeign = read.host !== null && trust.host !== "" && read.host !== trust.host;
    const word = verdict(proof, register, agrees);
    return {
        kind: "paper", verdict: word, steps: inquiry.steps, code: read.code ?? facts?.code ?? null,
        // What a forgery claims is not repeated as if it were so.
        facts: word === "altered" || word === "unknown-key" ? null : facts ?? answer?.facts ?? null,
        foreignHost: isForeign ? read.host : null, asOf: isKnown && listed ? listed.asOf : null,
        isStale: isKnown && Boolean(listed?.isStale), isAsked: answer !== null && register !== null,
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
    const isGenuine = await trust.signed(signed.keyID, signed.signature, signed.toBeSigned);
    const isRetired = isGenuine && trust.isRetired(signed.keyID, signed.claims.issuedAt);
    if (isRetired) { inquiry.hasUnknownKey = true; }
    inquiry.note("claims", isGenuine && !isRetired, isRetired ? "retired" : "");
    if (read.code) { inquiry.note("code", read.code === signed.claims.code); }
    return signed.claims;
}
