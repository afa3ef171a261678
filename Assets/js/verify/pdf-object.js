// One object of a PDF file (ISO 32000-1, 7.3.8 and 7.3.10), from where it begins to behind its `endobj`.

import { PDFProblem, PDFReference, PDFScanner } from "./pdf-value.js";

// { value, stream, start, end }: a stream's bytes and where they begin, or null. `offsets` tell where the object of a
// length is that stands by itself. Throws PDFProblem.
export function readObject(bytes, number, offset, offsets) {
    const scanner = begun(bytes, number, offset);
    const value = scanner.value();
    scanner.pass();
    const word = scanner.word();
    if (word === "endobj") { return { value, stream: null, start: null, end: scanner.place }; }
    if (word !== "stream" || !(value instanceof Map)) { throw new PDFProblem("broken object"); }
    if (bytes[scanner.place] === 13) { scanner.place += 1; }
    if (bytes[scanner.place] !== 10) { throw new PDFProblem("broken stream"); }
    const start = scanner.place + 1;
    const length = lengthOf(value.get("Length"), bytes, offsets);
    scanner.place = start + length;
    scanner.expect("endstream");
    scanner.expect("endobj");
    return { value, stream: bytes.subarray(start, start + length), start, end: scanner.place };
}

function begun(bytes, number, offset) {
    const scanner = new PDFScanner(bytes, offset);
    scanner.expect(String(number));
    scanner.expect("0");
    scanner.expect("obj");
    return scanner;
}

function lengthOf(value, bytes, offsets) {
    const length = value instanceof PDFReference
        ? begun(bytes, value.number, offsets.get(value.number) ?? bytes.length).value() : value;
    if (!Number.isInteger(length) || length < 0 || length > bytes.length) { throw new PDFProblem("no length"); }
    return length;
}

// Whether a stream is written without anything that only some programs read: no comment, sign, fraction or escape in its
// dictionary, and its bytes end where its length says, in front of `endstream`.
export function isPlainStream(text, offset, { stream, start, end }) {
    if (!stream) { return false; }
    return /^[0-9]{1,5} 0 obj\n<<[0-9A-Za-z/<>[\] \n]*>>\nstream\n$/.test(text.slice(offset, start))
        && text.slice(start + stream.length, end) === "\nendstream\nendobj";
}
