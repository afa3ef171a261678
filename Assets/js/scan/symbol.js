// Reads the modules of a QR code: format, codewords, repair, text. `modules` is a square of 0 and 1, row by row.

import { repair } from "./galois.js";
import { LAST_VERSION, MASKS, blocks, reserved, sizeOf } from "./layout.js";

const LEVELS = ["M", "L", "H", "Q"];
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// The text, or null.
export function symbolText(modules, version) {
    if (version < 1 || version > LAST_VERSION) { return null; }
    const size = sizeOf(version);
    const format = formatOf(modules, size);
    if (!format) { return null; }
    const data = mended(codewords(modules, version, format.mask), version, format.level);
    return data && segments(data, version);
}

function bose(value) {
    let rest = value << 10;
    for (let bit = 14; bit >= 10; bit -= 1) { if (rest >> bit & 1) { rest ^= 0x537 << (bit - 10); } }
    return (value << 10 | rest) ^ 0x5412;
}

function distance(a, b) {
    let count = 0;
    for (let rest = a ^ b; rest; rest &= rest - 1) { count += 1; }
    return count;
}

// The likeliest format of both copies; at most three bits may be wrong.
function formatOf(modules, size) {
    const at = (x, y) => modules[y * size + x];
    const [first, second] = [[], []];
    for (let index = 0; index < 15; index += 1) {
        first.push(index < 6 ? at(index, 8) : index < 8 ? at(index + 1, 8) : index === 8 ? at(8, 7) : at(8, 14 - index));
        second.push(index < 7 ? at(8, size - 1 - index) : at(size - 15 + index, 8));
    }
    const words = [first, second].map((bits) => bits.reduce((sum, bit) => sum << 1 | bit, 0));
    let best = { away: 4 };
    for (let value = 0; value < 32; value += 1) {
        const away = Math.min(...words.map((word) => distance(word, bose(value))));
        if (away < best.away) { best = { away, level: LEVELS[value >> 3], mask: value & 7 }; }
    }
    return best.level ? best : null;
}

function codewords(modules, version, mask) {
    const size = sizeOf(version);
    const taken = reserved(version);
    const bytes = [];
    let [byte, bits] = [0, 0];
    let isUp = true;
    for (let right = size - 1; right > 0; right -= 2) {
        if (right === 6) { right -= 1; }
        for (let step = 0; step < size; step += 1) {
            const y = isUp ? size - 1 - step : step;
            for (const x of [right, right - 1]) {
                if (taken[y * size + x]) { continue; }
                byte = byte << 1 | modules[y * size + x] ^ (MASKS[mask](x, y) ? 1 : 0);
                bits += 1;
                if (bits === 8) { bytes.push(byte); [byte, bits] = [0, 0]; }
            }
        }
        isUp = !isUp;
    }
    return bytes;
}

// Codewords of all blocks in their order, mended; null when a block is beyond repair.
function mended(bytes, version, level) {
    const { spare, count } = blocks(version, level);
    const short = Math.floor(bytes.length / count);
    const long = bytes.length % count;
    const parts = Array.from({ length: count }, (_, index) => new Uint8Array(short + (index >= count - long ? 1 : 0)));
    let place = 0;
    for (let row = 0; row <= short - spare; row += 1) {
        for (const part of parts) { if (row < part.length - spare) { part[row] = bytes[place]; place += 1; } }
    }
    for (let row = 0; row < spare; row += 1) {
        for (const part of parts) { part[part.length - spare + row] = bytes[place]; place += 1; }
    }
    if (!parts.every((part) => repair(part, spare))) { return null; }
    return parts.flatMap((part) => Array.from(part.subarray(0, part.length - spare)));
}

// 7.4: numbers, letters and bytes; other kinds are none of ours.
function segments(data, version) {
    let place = 0;
    const take = (count) => {
        let value = 0;
        for (const end = place + count; place < end; place += 1) { value = value << 1 | (data[place >> 3] ?? 0) >> (7 - (place & 7)) & 1; }
        return value;
    };
    let text = "";
    while (place + 4 <= data.length * 8) {
        const mode = take(4);
        if (mode === 0) { break; }
        const wide = version >= 10;
        if (mode === 1) {
            let left = take(wide ? 12 : 10);
            for (; left > 0; left -= 3) { text += String(take([0, 4, 7, 10][Math.min(3, left)])).padStart(Math.min(3, left), "0"); }
        } else if (mode === 2) {
            let left = take(wide ? 11 : 9);
            for (; left > 1; left -= 2) { const pair = take(11); text += ALPHABET[Math.floor(pair / 45)] + ALPHABET[pair % 45]; }
            if (left === 1) { text += ALPHABET[take(6)]; }
        } else if (mode === 4) {
            const bytes = Uint8Array.from({ length: take(wide ? 16 : 8) }, () => take(8));
            text += new TextDecoder().decode(bytes);
        } else {
            return null;
        }
        if (place > data.length * 8) { return null; }
    }
    return text;
}
