// A PDF file of one revision, as the academy makes them: a head, objects end to end, one table and its trailer; smaller
// files have a stream as their table (pdf-table.js) and objects in streams (pdf-object-stream.js).
//
// Anything else is refused: what two programs could read in two ways is no proof.

import { packedValues } from "./pdf-object-stream.js";
import { readObject } from "./pdf-object.js";
import { readTable } from "./pdf-table.js";
import { PDFProblem, PDFReference, isBlank } from "./pdf-value.js";

const LARGEST = 32 << 20;

export class PDFFile {
    // The whole file; the constructor alone leaves out what is packed. Throws PDFProblem.
    static async read(bytes) {
        const file = new PDFFile(bytes);
        for (const [number, value] of file.table.number === null ? [] : await packedValues(file)) {
            file.objects.set(number, { value, stream: null });
        }
        return file;
    }

    constructor(bytes) {
        if (bytes.length > LARGEST || bytes.length < 64) { throw new PDFProblem("too large or too small"); }
        this.bytes = bytes;
        this.text = new TextDecoder("latin1").decode(bytes);
        if (!/^%PDF-1\.[0-9]|^%PDF-2\.0/.test(this.text.slice(0, 8))) { throw new PDFProblem("no PDF"); }
        this.table = readTable(bytes, this.text, this.tail());
        this.trailer = this.table.trailer;
        this.readObjects();
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

    // Each object begins where the one before it has ended, so that none can hide between them.
    readObjects() {
        const { bytes, table: { offsets, end } } = this;
        this.objects = new Map();
        const order = [...offsets].sort((a, b) => a[1] - b[1]);
        let behind = order[0]?.[1] ?? 0;
        if (behind > 64 || /obj/.test(this.text.slice(0, behind))) { throw new PDFProblem("something before the objects"); }
        for (const [number, offset] of order) {
            if (offset < behind || !isBlank(bytes, behind, offset)) { throw new PDFProblem("something between objects"); }
            const object = readObject(bytes, number, offset, offsets);
            this.objects.set(number, object);
            behind = object.end;
        }
        if (behind > end || !isBlank(bytes, behind, end)) { throw new PDFProblem("something behind the objects"); }
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
