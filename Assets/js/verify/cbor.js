// Reads CBOR that strangers may have written: only the deterministic encoding, at most 4 KiB and eight levels deep.
//
// What another encoder could write in another way is refused, so that what was read and what was signed are one.
// Integers are BigInt, byte strings Uint8Array, maps and tags the classes below.

import { text } from "./bytes.js";

const LONGEST = 4096;
const DEEPEST = 8;

export class Tagged {
    constructor(tag, value) { this.tag = tag; this.value = value; }
}

export class CBORMap {
    constructor(entries) { this.entries = entries; }

    get(key) { return this.entries.find(([name]) => name === key)?.[1]; }
}

class Reader {
    constructor(bytes) { this.bytes = bytes; this.place = 0; }

    get left() { return this.bytes.length - this.place; }

    take(count) {
        if (count > this.left) { throw new RangeError("cut off"); }
        this.place += count;
        return this.bytes.subarray(this.place - count, this.place);
    }

    argument(low) {
        if (low < 24) { return BigInt(low); }
        if (low > 27) { throw new RangeError("unsupported"); }
        const width = 1 << (low - 24);
        const value = this.take(width).reduce((sum, byte) => sum << 8n | BigInt(byte), 0n);
        if (value < (width === 1 ? 24n : 1n << BigInt(width * 4))) { throw new RangeError("not the shortest"); }
        return value;
    }

    value(depth) {
        if (depth > DEEPEST) { throw new RangeError("too deep"); }
        const [first] = this.take(1);
        const argument = this.argument(first & 0x1F);
        const kind = first >> 5;
        if (kind === 0) { return argument; }
        if (kind === 1) { return -1n - argument; }
        if (kind === 6) { return new Tagged(argument, this.value(depth + 1)); }
        if (kind === 7 || argument > BigInt(this.left)) { throw new RangeError("unsupported or cut off"); }
        const count = Number(argument);
        if (kind === 2) { return this.take(count); }
        if (kind === 3) { return this.text(count); }
        return kind === 4 ? this.array(count, depth) : this.map(count, depth);
    }

    text(count) {
        const value = text(this.take(count));
        if (value === null) { throw new RangeError("no UTF-8"); }
        return value;
    }

    array(count, depth) {
        const values = [];
        for (let index = 0; index < count; index += 1) { values.push(this.value(depth + 1)); }
        return values;
    }

    map(count, depth) {
        const entries = [];
        let last = null;
        for (let index = 0; index < count; index += 1) {
            const start = this.place;
            const key = this.value(depth + 1);
            const encoded = this.bytes.subarray(start, this.place);
            if (last && !precedes(last, encoded)) { throw new RangeError("keys out of order"); }
            last = encoded;
            entries.push([key, this.value(depth + 1)]);
        }
        return new CBORMap(entries);
    }
}

function precedes(a, b) {
    for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
        if (a[index] !== b[index]) { return a[index] < b[index]; }
    }
    return a.length < b.length;
}

// Exactly one value; null for anything else.
export function cbor(bytes) {
    if (bytes.length > LONGEST) { return null; }
    const reader = new Reader(bytes);
    try {
        const value = reader.value(0);
        return reader.left === 0 ? value : null;
    } catch (error) {
        if (error instanceof RangeError) { return null; }
        throw error;
    }
}

// The head of a byte string or text of some length, as the deterministic encoding writes it.
export function head(kind, count) {
    if (count < 24) { return Uint8Array.of(kind << 5 | count); }
    if (count < 256) { return Uint8Array.of(kind << 5 | 24, count); }
    return Uint8Array.of(kind << 5 | 25, count >> 8, count & 255);
}
