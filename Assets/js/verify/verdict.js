// The steps of a check, each with its answer, and the word that comes of them.
//
// Words: valid superseded revoked suspended unknown altered unknown-key. Results: passed failed skipped.

export class Inquiry {
    constructor() {
        this.steps = [];
        this.hasUnknownKey = false;
        // There is nothing of the academy's in it.
        this.isStrange = false;
    }

    note(code, result, reason = "") {
        const word = result === true ? "passed" : result === false ? "failed" : result;
        this.steps.push({ code, result: word, reason });
        return word === "passed";
    }

    // What signatures and digests say: "none", "holds", "broken" or "unknown-key".
    //
    // What was changed outweighs who signed it: a stranger's seal over a whole file is another matter than no seal.
    get proof() {
        const failed = this.steps.filter(({ result }) => result === "failed").map(({ code }) => code);
        if (this.isStrange) { return "none"; }
        if (failed.length === 0) { return "holds"; }
        const isAboutKeys = failed.every((code) => ["signer", "credential", "claims", "log"].includes(code));
        return this.hasUnknownKey && isAboutKeys ? "unknown-key" : "broken";
    }
}

// `register` is what is known of the certificate's status: a verdict's word, or null when nobody could be asked.
export function verdict(proof, register, agrees = true) {
    if (proof === "broken") { return "altered"; }
    if (proof === "unknown-key") { return "unknown-key"; }
    if (register === null) { return proof === "holds" ? "valid" : "unknown"; }
    if (register === "unknown") { return "unknown"; }
    return agrees ? register : "altered";
}
