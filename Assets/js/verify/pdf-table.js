// Where a file's objects are (ISO 32000-1, 7.5.4 and 7.5.8): in a table of lines, or in one that is a stream.

import { isPlainStream, readObject } from "./pdf-object.js";
import { PDFProblem, PDFReference, PDFScanner, nameOf } from "./pdf-value.js";

const MOST_OBJECTS = 50000;
const ENTRY = 5;
const WIDTHS = [1, 3, 1];
const KEYS = ["Type", "Size", "W", "Root", "Info", "ID", "Length"];

// { offsets, packed, trailer, end, number }: offsets by number; of those within streams of objects, `packed` says in
// which and as which; before `end` the objects end. The number is the table's own, where it is an object.
// Throws PDFProblem.
export function readTable(bytes, text, place) {
    return text.startsWith("xref", place) ? linesOf(bytes, text, place) : streamOf(bytes, text, place);
}

function linesOf(bytes, text, place) {
    const head = /^xref[\r\n ]{1,3}0 ([0-9]{1,6})[\r\n ]{1,3}/.exec(text.slice(place, place + 40));
    const count = head ? Number(head[1]) : 0;
    if (count < 2 || count > MOST_OBJECTS) { throw new PDFProblem("no table of objects"); }
    const offsets = new Map();
    const start = place + head[0].length;
    for (let number = 0; number < count; number += 1) {
        const entry = /^([0-9]{10}) ([0-9]{5}) ([nf])[ \r\n]{2}$/.exec(text.slice(start + 20 * number, start + 20 * number + 20));
        if (!entry) { throw new PDFProblem("broken table"); }
        if (entry[3] === "n") { offsets.set(number, Number(entry[1])); }
    }
    const scanner = new PDFScanner(bytes, start + 20 * count);
    scanner.expect("trailer");
    const trailer = scanner.value();
    scanner.pass();
    if (!(trailer instanceof Map) || scanner.word() !== "startxref") { throw new PDFProblem("no trailer"); }
    if (["Prev", "XRefStm", "Encrypt"].some((key) => trailer.has(key))) { throw new PDFProblem("earlier revision"); }
    return { offsets, packed: new Map(), trailer, end: place, number: null };
}

// The last object of the file, unpacked and whole. Programs differ over what a table leaves out or says twice, so that
// each number has its one entry.
function streamOf(bytes, text, place) {
    const head = /^([1-9][0-9]{0,4}) 0 obj\n/.exec(text.slice(place, place + 20));
    if (!head) { throw new PDFProblem("no table of objects"); }
    // Programs that know these tables only from version 1.5 on would not read the file.
    if (!/^%PDF-(1\.[5-7]|2\.0)/.test(text.slice(0, 8))) { throw new PDFProblem("older than its table"); }
    const number = Number(head[1]);
    const table = readObject(bytes, number, place, new Map());
    const end = text.lastIndexOf("startxref");
    if (!isPlainStream(text, place, table) || text.slice(table.end, end) !== "\n") {
        throw new PDFProblem("broken table");
    }
    const { offsets, packed } = rowsOf(table.stream, countOf(table), text);
    if (offsets.get(number) !== place) { throw new PDFProblem("table without itself"); }
    return { offsets, packed, trailer: table.value, end, number };
}

function rowsOf(rows, count, text) {
    const offsets = new Map();
    const packed = new Map();
    for (let index = 0; index < count; index += 1) {
        const [kind, high, middle, low, last] = rows.subarray(ENTRY * index, ENTRY * index + ENTRY);
        const field = high << 16 | middle << 8 | low;
        if (index === 0) {
            if (kind !== 0 || field !== 0 || last !== 255) { throw new PDFProblem("broken table"); }
        } else if (kind === 1 && last === 0) {
            // A space before the number would be passed over by some, and be the object's first byte for others.
            if (!text.startsWith(`${index} 0 obj`, field)) { throw new PDFProblem("wrong offset"); }
            offsets.set(index, field);
        } else if (kind === 2) {
            packed.set(index, { stream: field, index: last });
        } else {
            throw new PDFProblem("broken table");
        }
    }
    return { offsets, packed };
}

function countOf({ value, stream }) {
    if (nameOf(value.get("Type")) !== "XRef" || value.size !== KEYS.length || !KEYS.every((key) => value.has(key))) {
        throw new PDFProblem("another kind of table");
    }
    const [widths, id, count] = [value.get("W"), value.get("ID"), value.get("Size")];
    const isUsual = Array.isArray(widths) && widths.length === 3 && WIDTHS.every((width, index) => widths[index] === width);
    if (!isUsual) {
        throw new PDFProblem("another kind of table");
    }
    if (![value.get("Root"), value.get("Info")].every((one) => one instanceof PDFReference)) {
        throw new PDFProblem("no trailer");
    }
    if (!Array.isArray(id) || id.length !== 2 || !id.every((one) => one instanceof Uint8Array && one.length > 0)) {
        throw new PDFProblem("no trailer");
    }
    if (!Number.isInteger(count) || count < 2 || count > MOST_OBJECTS) { throw new PDFProblem("no table of objects"); }
    if (stream.length !== ENTRY * count || value.get("Length") !== stream.length) {
        throw new PDFProblem("another size than the table's");
    }
    return count;
}
