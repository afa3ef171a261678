// Base 64 in both alphabets (RFC 4648, 4 and 5); only the one text of its bytes is read.

export function encoded(bytes) {
    let text = "";
    for (const byte of bytes) { text += String.fromCharCode(byte); }
    return btoa(text);
}

// With padding; null for anything else.
export function base64(text) {
    if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) { return null; }
    let binary;
    try {
        binary = atob(text);
    } catch {
        return null;
    }
    if (btoa(binary) !== text) { return null; }
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

// Without padding; null for anything else.
export function base64url(text) {
    if (!/^[A-Za-z0-9_-]*$/.test(text)) { return null; }
    const plain = text.replaceAll("-", "+").replaceAll("_", "/");
    return base64(plain + "=".repeat((4 - plain.length % 4) % 4));
}
