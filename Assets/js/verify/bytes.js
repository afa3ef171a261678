// Bytes and the few things that are done to them everywhere.

const PIECE = 4096;

export function joined(...parts) {
    const all = new Uint8Array(parts.reduce((count, part) => count + part.length, 0));
    let place = 0;
    for (const part of parts) { all.set(part, place); place += part.length; }
    return all;
}

export function equal(a, b) {
    return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

export function hex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

export function utf8(text) { return new TextEncoder().encode(text); }

// Null for bytes that are no UTF-8; a mark of byte order stays, so that no two byte strings give one text.
export function text(bytes) {
    try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
        return null;
    }
}

export async function sha256(bytes) {
    return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

// In small pieces, as a browser unpacks each to its end before anybody can say that it is too much.
function piecesOf(bytes) {
    let place = 0;
    return new ReadableStream({
        pull(controller) {
            if (place >= bytes.length) { controller.close(); return; }
            controller.enqueue(bytes.subarray(place, place + PIECE));
            place += PIECE;
        },
    });
}

// What a packed stream holds, or null when it is broken or holds more than `most` bytes.
export async function unpacked(bytes, format, most) {
    const reader = piecesOf(bytes).pipeThrough(new DecompressionStream(format)).getReader();
    const parts = [];
    let count = 0;
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (done) { return joined(...parts); }
            count += value.length;
            if (count > most) {
                reader.cancel().catch(() => {});
                return null;
            }
            parts.push(value);
        }
    } catch {
        return null;
    }
}
