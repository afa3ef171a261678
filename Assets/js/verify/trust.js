// What is believed without asking anybody: the academy's keys, as keys.json lists them, and status lists.

import { base64, base64url } from "./base64.js";
import { equal } from "./bytes.js";

const P256 = { name: "ECDSA", namedCurve: "P-256" };
// Seconds by which clocks of one academy may differ.
const LEEWAY = 300;
const ES256 = { name: "ECDSA", hash: "SHA-256" };

export class Trust {
    // `published` is keys.json; `list` gives the text of a status list by its path, or null.
    constructor(published, list = async () => null) {
        const known = published && typeof published === "object" ? published : {};
        this.host = typeof known.host === "string" ? known.host.toLowerCase() : "";
        this.origin = typeof known.origin === "string" ? known.origin : "";
        this.keys = Array.isArray(known.keys) ? known.keys : [];
        this.logs = Array.isArray(known.logs) ? known.logs.filter((text) => typeof text === "string") : [];
        this.seals = (Array.isArray(known.seals) ? known.seals : [])
            .map((seal) => ({ der: base64(String(seal?.x5c?.[0] ?? "")), exp: seal?.exp })).filter(({ der }) => der?.length);
        this.list = list;
        this.imported = new Map();
    }

    get isEmpty() { return this.keys.length === 0; }

    knows(keyID) { return this.keys.some((key) => key?.kid === keyID); }

    // Whether a key had been retired by a moment: what is dated later is no work of the academy's, whoever has the key.
    isRetired(keyID, moment) { return !covers(this.keys.find((key) => key?.kid === keyID)?.exp, moment); }

    // { isKnown, isRetired } of the certificate of a seal.
    sealer(der, moment) {
        const own = der ? this.seals.filter((seal) => equal(seal.der, der)) : [];
        return { isKnown: own.length > 0, isRetired: !own.some(({ exp }) => covers(exp, moment)) };
    }

    // Whether a key of the academy signed the bytes with ES256.
    async signed(keyID, signature, bytes) {
        const jwk = this.keys.find((key) => key?.kid === keyID);
        if (!jwk || signature.length !== 64) { return false; }
        try {
            if (!this.imported.has(keyID)) {
                const { kty, crv, x, y } = jwk;
                if (!base64url(String(x)) || !base64url(String(y))) { return false; }
                const key = crypto.subtle.importKey("jwk", { kty, crv, x, y }, P256, false, ["verify"]);
                this.imported.set(keyID, key);
            }
            return await crypto.subtle.verify(ES256, await this.imported.get(keyID), signature, bytes);
        } catch {
            return false;
        }
    }
}

// `exp` is when a key was retired, which one that signs now does not have; of a retired key the moment must be told.
function covers(exp, moment) {
    if (exp === undefined) { return true; }
    return Number.isFinite(exp) && Number.isFinite(moment) && moment <= exp + LEEWAY;
}
