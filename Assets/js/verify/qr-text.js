// What a QR code says, or somebody pastes: an address with a code and, behind the #, signed claims.

import { typedCode } from "./code.js";

// { host, code, digits }, each null when it is not there; null when the text holds neither code nor claims.
export function qrText(typed) {
    const text = typed.trim().slice(0, 8192);
    const bare = typedCode(text);
    if (bare) { return { host: null, code: bare, digits: null }; }
    if (/^#?[0-9]{100,}$/.test(text)) { return { host: null, code: null, digits: text.replace("#", "") }; }
    const parts = /^(?:https?:\/\/)?([a-z0-9.-]+(?::[0-9]{1,5})?)\/v\/([^/?#]{1,40})\/?(?:\?[^#]*)?(?:#([0-9]*))?$/i.exec(text);
    if (!parts) { return null; }
    let path;
    try {
        path = decodeURIComponent(parts[2]);
    } catch {
        return null;
    }
    const code = typedCode(path);
    if (!code && !parts[3]) { return null; }
    return { host: parts[1].toLowerCase(), code, digits: parts[3] || null };
}
