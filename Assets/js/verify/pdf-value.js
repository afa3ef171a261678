// Reads PDF's values (ISO 32000-1, 7.3) from bytes of strangers: bounded in depth, never behind the end.
//
// Dictionaries are Map, names and references the classes below, strings Uint8Array.

const DEEPEST = 32;

export class PDFName {
    constructor(text) { this.text = text; }
}

export class PDFReference {
    constructor(number) { this.number = number; }
}

export class PDFProblem extends Error {}

export function nameOf(value) { return value instanceof PDFName ? value.text : ""; }

export const isSpace = (byte) => byte === 32 || byte === 10 || byte === 13 || byte === 9 || byte === 12 || byte === 0;
export const isBlank = (bytes, from, to) => to - from < 64 && bytes.subarray(from, to).every(isSpace);
const isDelimiter = (byte) => "()<>[]{}/%".includes(String.fromCharCode(byte));
const hexValue = (byte) => Number.parseInt(String.fromCharCode(byte), 16);

export class PDFScanner {
    constructor(bytes, place = 0) { this.bytes = bytes; this.place = place; }

    // Passes spaces and comments.
    pass() {
        for (;;) {
            const byte = this.bytes[this.place];
            if (byte === 0x25) {
                while (![10, 13, undefined].includes(this.bytes[this.place])) { this.place += 1; }
            } else if (byte === undefined || !isSpace(byte)) {
                return;
            } else {
                this.place += 1;
            }
        }
    }

    word() {
        const start = this.place;
        while (this.place < this.bytes.length && !isSpace(this.bytes[this.place]) && !isDelimiter(this.bytes[this.place])) {
            this.place += 1;
        }
        if (this.place - start > 255) { throw new PDFProblem("long word"); }
        return String.fromCharCode(...this.bytes.subarray(start, this.place));
    }

    expect(word) {
        this.pass();
        if (this.word() !== word) { throw new PDFProblem(`no ${word}`); }
    }

    value(depth = 0) {
        this.pass();
        if (depth > DEEPEST || this.place >= this.bytes.length) { throw new PDFProblem("too deep or cut off"); }
        const [byte, next] = [this.bytes[this.place], this.bytes[this.place + 1]];
        if (byte === 0x2F) { return this.name(); }
        if (byte === 0x28) { return this.literal(); }
        if (byte === 0x5B) { return this.array(depth); }
        if (byte === 0x3C) { return next === 0x3C ? this.dictionary(depth) : this.hexString(); }
        return this.plain();
    }

    plain() {
        const word = this.word();
        if (word === "true" || word === "false") { return word === "true"; }
        if (word === "null") { return null; }
        if (!/^[+-]?([0-9]{1,12}(\.[0-9]{0,12})?|\.[0-9]{1,12})$/.test(word)) { throw new PDFProblem("no value"); }
        return /^[0-9]{1,7}$/.test(word) ? this.reference(word) : Number(word);
    }

    // `12 0 R`, or the number alone.
    reference(word) {
        const behind = this.place;
        this.pass();
        const generation = this.word();
        this.pass();
        if (generation === "0" && this.word() === "R") { return new PDFReference(Number(word)); }
        this.place = behind;
        return Number(word);
    }

    name() {
        this.place += 1;
        return new PDFName(this.word().replace(/#([0-9A-Fa-f]{2})/g, (_, digits) => String.fromCharCode(`0x${digits}`)));
    }

    array(depth) {
        this.place += 1;
        const values = [];
        for (;;) {
            this.pass();
            if (this.bytes[this.place] === 0x5D) { this.place += 1; return values; }
            values.push(this.value(depth + 1));
        }
    }

    dictionary(depth) {
        this.place += 2;
        const values = new Map();
        for (;;) {
            this.pass();
            if (this.bytes[this.place] === 0x3E && this.bytes[this.place + 1] === 0x3E) { this.place += 2; return values; }
            const key = this.value(depth + 1);
            if (!(key instanceof PDFName) || values.has(key.text)) { throw new PDFProblem("no key, or one twice"); }
            values.set(key.text, this.value(depth + 1));
        }
    }

    hexString() {
        const digits = [];
        for (this.place += 1; ; this.place += 1) {
            const byte = this.bytes[this.place];
            if (byte === 0x3E) { this.place += 1; break; }
            if (byte === undefined) { throw new PDFProblem("cut off"); }
            if (isSpace(byte)) { continue; }
            const digit = hexValue(byte);
            if (Number.isNaN(digit)) { throw new PDFProblem("no digit"); }
            digits.push(digit);
        }
        if (digits.length % 2) { digits.push(0); }
        return Uint8Array.from({ length: digits.length / 2 }, (_, index) => digits[2 * index] << 4 | digits[2 * index + 1]);
    }

    literal() {
        const bytes = [];
        let depth = 1;
        for (this.place += 1; ; this.place += 1) {
            let byte = this.bytes[this.place];
            if (byte === undefined) { throw new PDFProblem("cut off"); }
            if (byte === 0x29) { depth -= 1; }
            if (byte === 0x28) { depth += 1; }
            if (depth === 0) { this.place += 1; return Uint8Array.from(bytes); }
            if (byte === 0x5C) {
                byte = this.escaped();
                if (byte === null) { continue; }
            }
            bytes.push(byte);
        }
    }

    // Stands on the backslash, and then on the last byte of what it escapes.
    escaped() {
        this.place += 1;
        const letter = String.fromCharCode(this.bytes[this.place] ?? 0);
        const known = { n: 10, r: 13, t: 9, b: 8, f: 12 }[letter];
        if (known !== undefined) { return known; }
        const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...this.bytes.subarray(this.place, this.place + 3)));
        if (octal) {
            this.place += octal[0].length - 1;
            return Number.parseInt(octal[0], 8) & 255;
        }
        return letter === "\n" || letter === "\r" ? null : this.bytes[this.place] ?? 0;
    }
}
