// Judges a PDF file: seal, whole-file coverage, credential, place in the log, status. It never fails: what cannot be
// read is a finding as well.

import { equal, hex, sha256, text, unpacked, utf8 } from "./bytes.js";
import { agree } from "./claims.js";
import { cms, hasTheThreeAttributes, isGenuine } from "./cms.js";
import { credential } from "./credential.js";
import { listedStatus } from "./judge-status.js";
import { logEntry, logProof, proofMoment, proofVerdict } from "./log-proof.js";
import { PDFFile } from "./pdf-file.js";
import { attachment, coverage, documentTitle, isCertified, sealMoment, signatures } from "./pdf-seal.js";
import { PDFProblem } from "./pdf-value.js";
import { Inquiry, verdict } from "./verdict.js";

const LARGEST_ATTACHMENT = 1 << 20;

// `now` in seconds; `paper` are the facts of a QR code that was read before, if any.
// `ask` may tell what the academy itself says: (code) => { register, facts }, or null.
export async function judgeFile(bytes, trust, { now, paper = null, ask = async () => null }) {
    const inquiry = new Inquiry();
    const file = await readFile(bytes, inquiry);
    const found = file ? await askFile(file, trust, inquiry) : null;
    const proof = inquiry.proof;
    if (proof !== "holds") {
        const word = verdict(proof, null);
        inquiry.note("status", "skipped", "not-asked");
        return { kind: "file", verdict: word, steps: inquiry.steps, facts: null, code: null, asOf: null, isStale: false };
    }
    if (!found) {
        inquiry.note("status", "skipped", "no-certificate");
        return {
            kind: "file", verdict: "valid", steps: inquiry.steps, facts: null, code: null, asOf: null, isStale: false,
            isSealedOnly: true, paper: { title: documentTitle(file), sealedAt: sealMoment(signatures(file)[0]) },
        };
    }
    const answer = await ask(found.facts.code);
    const listed = await listedStatus(found.status, trust, now);
    const agrees = (!paper || agree(paper, found.facts)) && (!answer?.facts || agree(answer.facts, found.facts));
    inquiry.note("agreement", paper || answer?.facts ? agrees : "skipped");
    // What the lists know is older than what the academy says now; the worse of the two counts.
    const register = answer && answer.register !== "valid" ? answer.register : listed.register ?? answer?.register ?? null;
    inquiry.note("status", register === null ? "skipped" : register === "valid", register ?? "no-list");
    const word = agrees ? verdict("holds", register) : "altered";
    return {
        kind: "file", verdict: word, steps: inquiry.steps, facts: agrees ? found.facts : null, code: found.facts.code,
        asOf: answer ? null : listed.asOf, isStale: !answer && listed.isStale, isAsked: Boolean(answer),
        isSigned: true,
    };
}

async function readFile(bytes, inquiry) {
    try {
        const file = await PDFFile.read(bytes);
        inquiry.note("file", true);
        return file;
    } catch (error) {
        if (!(error instanceof PDFProblem)) { throw error; }
        inquiry.note("file", false, error.message === "more than one revision" ? "revisions" : "unreadable");
        const source = new TextDecoder("latin1").decode(bytes);
        inquiry.isStrange = !source.includes("(credential.jwt)") && !source.includes("/ETSI.CAdES.detached");
        return null;
    }
}

async function askFile(file, trust, inquiry) {
    const [jwt, proof] = [await attached(file, "credential.jwt"), await attached(file, "log-proof.txt")];
    const seals = signatures(file);
    if (seals.length === 0) {
        inquiry.note("seal", false, "none");
        inquiry.isStrange = jwt === null && proof === null;
        return null;
    }
    inquiry.note("seal", seals.length === 1, seals.length === 1 ? "" : "several");
    // The log's word for when it was made; else what the seal says of itself.
    const moment = proof === null ? null : proofMoment(proof);
    await askSeal(file, seals, moment ?? sealMoment(seals[0]), trust, inquiry);
    if (jwt === null) {
        inquiry.note("credential", "skipped", "none");
        return null;
    }
    return askCredential(jwt, proof, moment, trust, inquiry);
}

async function askSeal(file, seals, moment, trust, inquiry) {
    const covered = seals.length === 1 ? coverage(file, seals[0]) : null;
    if (!inquiry.note("coverage", covered !== null)) { return; }
    inquiry.note("certification", isCertified(file, seals[0]));
    const signature = cms(covered.signature);
    if (!signature) {
        inquiry.note("signature", false, "unreadable");
        return;
    }
    inquiry.note("attributes", hasTheThreeAttributes(signature));
    inquiry.note("digest", equal(await sha256(covered.signed), signature.digest));
    inquiry.note("signature", await isGenuine(signature));
    const { isKnown, isRetired } = trust.sealer(signature.certificate?.der, moment);
    if (isRetired) { inquiry.hasUnknownKey = true; }
    inquiry.note("signer", !isRetired, !isRetired ? "" : isKnown ? "retired" : "unknown-key");
}

async function askCredential(jwt, proof, moment, trust, inquiry) {
    const signed = credential(jwt, trust);
    if (!signed) {
        inquiry.note("credential", false, "unreadable");
        return null;
    }
    const isKnown = trust.knows(signed.keyID);
    const isGenuine = isKnown && await trust.signed(signed.keyID, signed.signature, signed.toBeSigned);
    const isRetired = isGenuine && trust.isRetired(signed.keyID, Math.max(signed.facts.issuedAt, moment ?? 0));
    if (!isKnown || isRetired) { inquiry.hasUnknownKey = true; }
    inquiry.note("credential", isGenuine && !isRetired, isRetired ? "retired" : isKnown ? "" : "unknown-key");
    await askLog(jwt, proof, trust, inquiry);
    return signed;
}

async function askLog(jwt, text, trust, inquiry) {
    const proof = text === null ? null : logProof(text);
    if (!proof?.extra || !await isAbout(jwt, proof.extra)) {
        inquiry.note("log", false, text === null ? "none" : "unreadable");
        return;
    }
    const answer = await proofVerdict(proof, proof.extra, trust);
    if (answer === "unknown-key") { inquiry.hasUnknownKey = true; }
    inquiry.note("log", answer === "unsupported" ? "skipped" : answer === "ok", answer === "ok" ? "" : answer);
}

// Whether an entry of the log is the issue of this credential.
async function isAbout(jwt, entry) {
    const read = logEntry(entry);
    return read?.v === 1 && read.kind === "issued" && read.credential === hex(await sha256(utf8(jwt)));
}

async function attached(file, name) {
    const found = attachment(file, name);
    if (!found) { return null; }
    const bytes = found.isPacked ? await unpacked(found.bytes, "deflate", LARGEST_ATTACHMENT) : found.bytes;
    return bytes && bytes.length <= LARGEST_ATTACHMENT ? text(bytes) : null;
}
