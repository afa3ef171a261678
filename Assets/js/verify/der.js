// Reads DER (X.690) of strangers: no length is believed that leads behind the end, and none that is longer than needed.

import { hex } from "./bytes.js";

export class DERProblem extends Error {}

export class DERReader {
    constructor(bytes) { this.bytes = bytes; this.place = 0; }

    get isAtEnd() { return this.place === this.bytes.length; }

    get rest() { return this.bytes.subarray(this.place); }

    peek() { return this.bytes[this.place]; }

    // The next element { tag, content, whole }; throws DERProblem for another tag than the wanted one.
    next(wanted) {
        const start = this.place;
        const tag = this.byte();
        if ((tag & 0x1F) === 0x1F || wanted !== undefined && tag !== wanted) { throw new DERProblem("another tag"); }
        let count = this.byte();
        if (count >= 0x80) {
            const width = count & 0x7F;
            if (width < 1 || width > 3) { throw new DERProblem("length"); }
            count = 0;
            for (let index = 0; index < width; index += 1) { count = count * 256 + this.byte(); }
            if (count < 0x80 || count < 256 ** (width - 1)) { throw new DERProblem("long length"); }
        }
        if (count > this.bytes.length - this.place) { throw new DERProblem("cut off"); }
        const content = this.bytes.subarray(this.place, this.place + count);
        this.place += count;
        return { tag, content, whole: this.bytes.subarray(start, this.place) };
    }

    // Into the next element.
    into(tag) { return new DERReader(this.next(tag).content); }

    // All that is left, at most 32 elements.
    all() {
        const elements = [];
        while (!this.isAtEnd) {
            if (elements.length >= 32) { throw new DERProblem("too many"); }
            elements.push(this.next());
        }
        return elements;
    }

    end() {
        if (!this.isAtEnd) { throw new DERProblem("more than expected"); }
    }

    byte() {
        if (this.isAtEnd) { throw new DERProblem("cut off"); }
        this.place += 1;
        return this.bytes[this.place - 1];
    }
}

// Of an object identifier's content, as hexadecimal digits: enough to compare.
export function identifier(element) {
    if (element.tag !== 0x06) { throw new DERProblem("no identifier"); }
    return hex(element.content);
}
