// A PDF file of one revision, as the academy makes them: a head, objects end to end, one table, one trailer.
//
// Anything else is refused: what two programs could read in two ways is no proof.

import { PDFProblem, PDFReference, PDFScanner, isSpace } from "./pdf-value.js";

const LARGEST = 32 << 20;
const MOST_OBJECTS = 50000;

export class PDFFile {
    // Throws PDFProblem.
    constructor(bytes) {
        if (bytes.length > LARGEST || bytes.length < 64) { throw new PDFProblem("too large or too small"); }
        this.bytes = bytes;
        this.text = new TextDecoder("latin1").decode(bytes);
        if (!/^%PDF-1\.[0-9]|^%PDF-2\.0/.test(this.text.slice(0, 8))) { throw new PDFProblem("no PDF"); }
        const table = this.tail();
        this.readTable(table);
        this.readObjects(table);
    }

    tail() {
        for (const mark of ["%%EOF", "startxref"]) {
            if (this.count(mark) !== 1) { throw new PDFProblem("more than one revision"); }
        }
        const tail = /startxref[\r\n ]{1,4}([0-9]{1,10})[\r\n ]{1,4}%%EOF[\r\n]{0,2}$/.exec(this.text.slice(-64));
        if (!tail) { throw new PDFProblem("no end"); }
        return Number(tail[1]);
    }

    count(mark) {
        let count = 0;
        for (let place = this.text.indexOf(mark); place >= 0; place = this.text.indexOf(mark, place + 1)) { count += 1; }
        return count;
    }

    // ISO 32000-1, 7.5.4.
    readTable(place) {
        const head = /^xref[\r\n ]{1,3}0 ([0-9]{1,6})[\r\n ]{1,3}/.exec(this.text.slice(place, place + 40));
        const count = head ? Number(head[1]) : 0;
        if (count < 2 || count > MOST_OBJECTS) { throw new PDFProblem("no table of objects"); }
        this.offsets = new Map();
        const start = place + head[0].length;
        for (let number = 0; number < count; number += 1) {
            const entry = /^([0-9]{10}) ([0-9]{5}) ([nf])[ \r\n]{2}$/.exec(this.text.slice(start + 20 * number, start + 20 * number + 20));
            if (!entry) { throw new PDFProblem("broken table"); }
            if (entry[3] === "n") { this.offsets.set(number, Number(entry[1])); }
        }
        const scanner = new PDFScanner(this.bytes, start + 20 * count);
        scanner.expect("trailer");
        this.trailer = scanner.value();
        scanner.pass();
        if (!(this.trailer instanceof Map) || scanner.word() !== "startxref") { throw new PDFProblem("no trailer"); }
        if (["Prev", "XRefStm", "Encrypt"].some((key) => this.trailer.has(key))) { throw new PDFProblem("earlier revision"); }
    }

    // Each object begins where the one before it has ended, so that none can hide between them.
    readObjects(table) {
        this.objects = new Map();
        const order = [...this.offsets].sort((a, b) => a[1] - b[1]);
        let behind = order[0]?.[1] ?? 0;
        if (behind > 64 || /obj/.test(this.text.slice(0, behind))) { throw new PDFProblem("something before the objects"); }
        for (const [number, offset] of order) {
            if (offset < behind || !this.isBlank(behind, offset)) { throw new PDFProblem("something between objects"); }
            const object = this.read(number, offset);
            this.objects.set(number, object);
            behind = object.end;
        }
        if (behind > table || !this.isBlank(behind, table)) { throw new PDFProblem("something behind the objects"); }
    }

    isBlank(from, to) {
        return to - from < 64 && this.bytes.subarray(from, to).every(isSpace);
    }

    read(number, offset) {
        const scanner = new PDFScanner(this.bytes, offset);
        scanner.expect(String(number));
        scanner.expect("0");
        scanner.expect("obj");
        const value = scanner.value();
        scanner.pass();
        const word = scanner.word();
        if (word === "endobj") { return { value, stream: null, end: scanner.place }; }
        if (word !== "stream" || !(value instanceof Map)) { throw new PDFProblem("broken object"); }
        if (this.bytes[scanner.place] === 13) { scanner.place += 1; }
        if (this.bytes[scanner.place] !== 10) { throw new PDFProblem("broken stream"); }
        const start = scanner.place + 1;
        const length = this.length(value.get("Length"));
        scanner.place = start + length;
        scanner.expect("endstream");
        scanner.expect("endobj");
        return { value, stream: this.bytes.subarray(start, start + length), end: scanner.place };
    }

    length(value) {
        let length = value;
        if (value instanceof PDFReference) {
            const scanner = new PDFScanner(this.bytes, this.offsets.get(value.number) ?? this.bytes.length);
            scanner.expect(String(value.number));
            scanner.expect("0");
            scanner.expect("obj");
            length = scanner.value();
        }
        if (!Number.isInteger(length) || length < 0 || length > this.bytes.length) { throw new PDFProblem("no length"); }
        return length;
    }

    // What a reference leads to, or the value itself; never through a second reference.
    resolved(value) {
        return value instanceof PDFReference ? this.objects.get(value.number)?.value ?? null : value ?? null;
    }

    // A dictionary's value as a dictionary; an empty one for anything else.
    dictionary(value) {
        const found = this.resolved(value);
        return found instanceof Map ? found : new Map();
    }

    get catalog() { return this.dictionary(this.trailer.get("Root")); }
}
