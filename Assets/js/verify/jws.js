// A compact JSON Web Signature with ES256 (RFC 7515, 7.1): credentials and status lists.

import { base64url } from "./base64.js";
import { text, utf8 } from "./bytes.js";

const LONGEST = 1 << 20;

// { keyID, header, payload, signature, toBeSigned }, or null; nothing is believed yet.
export function jws(compact) {
    const parts = compact.length <= LONGEST ? compact.split(".") : [];
    if (parts.length !== 3) { return null; }
    const [header, payload] = [json(parts[0]), json(parts[1])];
    const signature = base64url(parts[2]);
    if (!header || !payload || signature?.length !== 64 || header.alg !== "ES256" || "crit" in header) { return null; }
    if (typeof header.kid !== "string") { return null; }
    const keyID = header.kid.slice(header.kid.lastIndexOf("#") + 1);
    return { keyID, header, payload, signature, toBeSigned: utf8(`${parts[0]}.${parts[1]}`) };
}

function json(part) {
    const bytes = base64url(part);
    const source = bytes && text(bytes);
    if (!source) { return null; }
    try {
        const value = JSON.parse(source);
        return value && typeof value === "object" && !Array.isArray(value) ? value : null;
    } catch {
        return null;
    }
}
