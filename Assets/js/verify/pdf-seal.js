// The one signature of a PDF file, and what it leaves out.

import { equal, hex, joined } from "./bytes.js";
import { PDFReference, nameOf } from "./pdf-value.js";

// Dictionaries with a byte range: that is what makes a signature, whatever leads to it.
export function signatures(file) {
    return [...file.objects.values()].map(({ value }) => value)
        .filter((value) => value instanceof Map && value.has("ByteRange"));
}

// { signature, signed }: the signature's bytes and all others; null when it leaves out anything but itself.
export function coverage(file, dictionary) {
    const { bytes, text } = file;
    const range = dictionary.get("ByteRange");
    if (!Array.isArray(range) || range.length !== 4 || !range.every(Number.isInteger)) { return null; }
    const [start, first, second, rest] = range;
    if (start !== 0 || first < 1 || second <= first + 1 || rest < 1 || second + rest !== bytes.length) { return null; }
    if (bytes[first] !== 0x3C || bytes[second - 1] !== 0x3E) { return null; }
    const contents = dictionary.get("Contents");
    const digits = text.slice(first + 1, second - 1);
    if (!(contents instanceof Uint8Array) || digits.toLowerCase() !== hex(contents)) { return null; }
    return { signature: contents, signed: joined(bytes.subarray(0, first), bytes.subarray(second)) };
}

// Whether the catalog certifies the document by this signature, and nothing may be changed (12.8.2.2: P 1).
export function isCertified(file, dictionary) {
    const permission = file.dictionary(file.catalog.get("Perms")).get("DocMDP");
    if (!(permission instanceof PDFReference) || file.resolved(permission) !== dictionary) { return false; }
    if (nameOf(dictionary.get("SubFilter")) !== "ETSI.CAdES.detached") { return false; }
    const references = file.resolved(dictionary.get("Reference"));
    if (!Array.isArray(references) || references.length !== 1) { return false; }
    const reference = file.dictionary(references[0]);
    return nameOf(reference.get("TransformMethod")) === "DocMDP"
        && file.dictionary(reference.get("TransformParams")).get("P") === 1;
}

// When a signature says that it was made (7.9.4), in seconds; null when it does not, or in another zone than UTC.
export function sealMoment(dictionary) {
    const told = dictionary.get("M");
    const text = told instanceof Uint8Array ? String.fromCharCode(...told.subarray(0, 32)) : "";
    const parts = /^D:([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})Z$/.exec(text);
    const at = parts ? Date.parse(`${parts.slice(1, 4).join("-")}T${parts.slice(4).join(":")}Z`) : NaN;
    return Number.isNaN(at) ? null : at / 1000;
}

// As the file calls itself (14.3.3); empty where it does not.
export function documentTitle(file) {
    const told = file.dictionary(file.trailer.get("Info")).get("Title");
    if (!(told instanceof Uint8Array)) { return ""; }
    const isWide = told[0] === 0xFE && told[1] === 0xFF;
    return new TextDecoder(isWide ? "utf-16be" : "latin1").decode(told).slice(0, 400);
}

// The stream of an attachment and whether it is packed: { bytes, isPacked }; null when there is none of that name.
export function attachment(file, name) {
    const tree = file.dictionary(file.dictionary(file.catalog.get("Names")).get("EmbeddedFiles"));
    const list = file.resolved(tree.get("Names"));
    if (!Array.isArray(list) || list.length > 64) { return null; }
    const wanted = Uint8Array.from(name, (letter) => letter.charCodeAt(0));
    for (let index = 0; index + 1 < list.length; index += 2) {
        if (!(list[index] instanceof Uint8Array) || !equal(list[index], wanted)) { continue; }
        const place = file.dictionary(file.dictionary(list[index + 1]).get("EF")).get("F");
        const object = place instanceof PDFReference ? file.objects.get(place.number) : null;
        if (!object?.stream) { return null; }
        const filter = object.value.get("Filter");
        if (filter && nameOf(filter) !== "FlateDecode") { return null; }
        return { bytes: object.stream, isPacked: Boolean(filter) };
    }
    return null;
}
