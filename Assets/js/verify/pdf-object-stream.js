// Objects that are packed together in streams (ISO 32000-1, 7.5.7).
//
// The table and the streams must say the same of each of them: one that a single program finds is no proof of anything.

import { unpacked } from "./bytes.js";
import { isPlainStream } from "./pdf-object.js";
import { PDFProblem, PDFReference, PDFScanner, isBlank, isSpace, nameOf } from "./pdf-value.js";

const LARGEST = 1 << 20;
// Of all streams of a file together, lest a small file keeps a reader busy for long.
const LARGEST_TOGETHER = 8 << 20;
const MOST_OBJECTS = 256;
const KEYS = ["Type", "N", "First", "Filter", "Length"];
// Types that mean something only to programs which look for them in a file's own objects.
const APART = ["Sig", "DocTimeStamp", "ObjStm", "XRef"];

// The values by number, of a file whose table has `packed`. Throws PDFProblem.
export async function packedValues({ text, objects, table }) {
    const values = new Map();
    let left = LARGEST_TOGETHER;
    for (const [number, object] of objects) {
        const type = object.value instanceof Map ? nameOf(object.value.get("Type")) : "";
        if (type === "XRef" && number !== table.number) { throw new PDFProblem("second table"); }
        if (type !== "ObjStm") { continue; }
        if (!isPlainStream(text, table.offsets.get(number), object)) {
            throw new PDFProblem("broken stream of objects");
        }
        const { count, first } = layout(object);
        const bytes = await unpacked(object.stream, "deflate", Math.min(LARGEST, left));
        if (!bytes) { throw new PDFProblem("broken or too large stream of objects"); }
        left -= bytes.length;
        const pairs = pairsOf(bytes, count, first);
        for (const [index, pair] of pairs.entries()) {
            const listed = table.packed.get(pair.number);
            if (listed?.stream !== number || listed.index !== index) { throw new PDFProblem("object that is not in the table"); }
            values.set(pair.number, valueAt(bytes, pair.place, pairs[index + 1]?.place ?? bytes.length));
        }
    }
    // Each that was found is in the table, at its one place; so that as many are the same.
    if (values.size !== table.packed.size) { throw new PDFProblem("object that is in no stream"); }
    return values;
}

function layout({ value, stream }) {
    const [count, first] = [value.get("N"), value.get("First")];
    if (value.size !== KEYS.length || !KEYS.every((key) => value.has(key)) || nameOf(value.get("Filter")) !== "FlateDecode") {
        throw new PDFProblem("another kind of stream of objects");
    }
    if (value.get("Length") !== stream.length || stream.length > LARGEST) { throw new PDFProblem("broken stream of objects"); }
    if (!Number.isInteger(count) || count < 1 || count > MOST_OBJECTS || !Number.isInteger(first)) {
        throw new PDFProblem("another kind of stream of objects");
    }
    return { count, first };
}

// [{ number, place }]: what the head says, in the order of the places.
function pairsOf(bytes, count, first) {
    if (first < 4 || first > 20 * count) { throw new PDFProblem("no head of objects"); }
    const head = String.fromCharCode(...bytes.subarray(0, first));
    const words = head.split(/[\r\n ]{1,2}/);
    // White space at the end, so that the last offset ends there for those too who do not ask where the first value is.
    if (words.pop() !== "" || words.length !== 2 * count || !words.every((word) => /^(0|[1-9][0-9]{0,6})$/.test(word))) {
        throw new PDFProblem("no head of objects");
    }
    const pairs = Array.from({ length: count }, (_, index) => (
        { number: Number(words[2 * index]), place: first + Number(words[2 * index + 1]) }));
    if (pairs[0].place !== first || pairs.some(({ place }, index) => index > 0 && place <= pairs[index - 1].place)) {
        throw new PDFProblem("offsets that do not ascend");
    }
    return pairs;
}

// Read over all bytes, not over its own alone: a value that goes on behind its end would be another for others.
function valueAt(bytes, place, end) {
    if (place >= bytes.length || bytes[place] === 0x25 || isSpace(bytes[place])) { throw new PDFProblem("no value"); }
    const scanner = new PDFScanner(bytes, place);
    const value = scanner.value();
    if (scanner.place > end || !isBlank(bytes, scanner.place, end)) { throw new PDFProblem("something between values"); }
    if (value instanceof PDFReference || !mayBePacked(value)) { throw new PDFProblem("value that may not be packed"); }
    return value;
}

// A signature, whose bytes must be found in the file, or a piece of its structure: at no depth.
function mayBePacked(value) {
    if (Array.isArray(value)) { return value.every(mayBePacked); }
    if (!(value instanceof Map)) { return true; }
    return !value.has("ByteRange") && !APART.includes(nameOf(value.get("Type"))) && [...value.values()].every(mayBePacked);
}
