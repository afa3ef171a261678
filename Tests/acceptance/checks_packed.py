"""Files with packed objects in a real Chromium: read as the same files unpacked, and every broken one refused."""

import io
import json
from collections import Counter

import pikepdf

import proof_forgeries
import proof_packed
import proof_packed_forgeries as broken_files
from proof_maker import Draft, b64
from proof_packed import Form, PackedDraft

READ = """async (files) => {
    const { PDFFile } = await import("/verify/pdf-file.js");
    const { PDFProblem } = await import("/verify/pdf-value.js");
    const found = [];
    for (const text of files) {
        const start = performance.now();
        let word;
        try {
            await PDFFile.read(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)));
            word = "read";
        } catch (error) {
            word = error instanceof PDFProblem ? `refused: ${error.message}` : `threw ${error?.stack ?? error}`;
        }
        found.push([word, performance.now() - start]);
    }
    return found;
}"""
# Values as text that tells names, references, strings and numbers apart, in the order in which they stand.
SAME = """async ([plain, packed]) => {
    const { PDFFile } = await import("/verify/pdf-file.js");
    const { PDFName, PDFReference } = await import("/verify/pdf-value.js");
    const told = (value) => {
        if (value instanceof Map) { return { map: [...value].map(([key, inner]) => [key, told(inner)]) }; }
        if (Array.isArray(value)) { return value.map(told); }
        if (value instanceof Uint8Array) { return { bytes: [...value] }; }
        if (value instanceof PDFName) { return { name: value.text }; }
        return value instanceof PDFReference ? { reference: value.number } : value;
    };
    const files = [];
    for (const text of [plain, packed]) {
        files.push(await PDFFile.read(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))));
    }
    const [wanted, found] = files.map(({ objects }) => [...objects].sort((a, b) => a[0] - b[0])
        .map(([number, { value, stream }]) => JSON.stringify([number, told(value), stream && [...stream]])));
    const numbers = new Set(wanted.map((one) => JSON.parse(one)[0]));
    const added = found.filter((one) => !numbers.has(JSON.parse(one)[0])).length;
    return { count: wanted.length, added, missing: wanted.filter((one) => !found.includes(one)).slice(0, 3) };
}"""
FUZZ = """async ({ file, count }) => {
    const { PDFFile } = await import("/verify/pdf-file.js");
    const { PDFProblem } = await import("/verify/pdf-value.js");
    const whole = Uint8Array.from(atob(file), (letter) => letter.charCodeAt(0));
    let seed = 20260403;
    const random = (below) => {
        seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
        return Math.floor(seed / 4294967296 * below);
    };
    const tally = {};
    let slowest = 0;
    for (let index = 0; index < count; index += 1) {
        const made = whole.slice();
        for (let times = 1 + random(3); times > 0; times -= 1) {
            const place = random(made.length);
            if (random(2)) { made[place] ^= 1 << random(8); } else { made[place] = random(256); }
        }
        const start = performance.now();
        let word = "read";
        try { await PDFFile.read(made); } catch (error) {
            word = error instanceof PDFProblem ? error.message : `threw ${error?.stack ?? error}`;
        }
        slowest = Math.max(slowest, performance.now() - start);
        tally[word] = (tally[word] ?? 0) + 1;
    }
    return { tally, slowest };
}"""
FLIPS = 10_000
DAMAGED = 600


def everything(ledger, page, judge, academy, holder):
    jwt = academy.credential(holder)
    draft = Draft(holder, jwt, academy.proof(academy.append(jwt)), is_sealed=False)
    plain = draft.written()[0]
    bodies, root, info = proof_packed.bodies_of(plain)
    packed = Form(bodies, root, info).written()
    sealed(ledger, judge, academy, holder, jwt, draft.proof)
    same(ledger, page, plain, packed)
    refused(ledger, page, broken_files.all_of(bodies) + broken_files.with_lines(plain))
    fuzz(ledger, page, packed, bodies)


def sealed(ledger, judge, academy, holder, jwt, proof):
    """Sealed files in the packed form have the same verdicts as the others."""
    good = academy.sealed(PackedDraft(holder, jwt, proof))
    bare = PackedDraft(holder, jwt, proof, is_sealed=False).written()[0]
    wide = academy.sealed(PackedDraft(holder, jwt, proof, changes={"together": 1}))
    later = proof_forgeries.update(good, b"<</Title(Lain)>>")
    stream = bytearray(good)
    stream[good.index(b"stream\n", good.index(b"/ObjStm")) + 20] ^= 1
    for name, data, wanted, failed in (
            ("is valid", good, "valid", []), ("with a stream for each object is valid", wide, "valid", []),
            ("without its seal is altered", bare, "altered", ["seal"]),
            ("with zeros for a signature is altered", proof_forgeries.zeroed(good), "altered", ["signature"]),
            ("with a later revision is altered", later, "altered", ["file"]),
            ("with one bit of its objects changed is altered", bytes(stream), "altered", ["file"]),
            ("with another line feed at its end is altered", good + b"\n", "altered", ["coverage"])):
        found = judge([{"file": b64(data)}])[0]
        ledger.equal(f"a packed file {name}", (found["verdict"], found["failed"]), (wanted, failed))


def same(ledger, page, plain, packed):
    single = Form(*proof_packed.bodies_of(plain), together=1).written()
    for name, data in (("five in a stream", packed), ("one in a stream", single)):
        found = page.evaluate(SAME, [b64(plain), b64(data)])
        ledger.check(f"packed objects, {name}, are those of the file unpacked",
                     found["missing"] == [] and found["count"] == 9 and found["added"] >= 2, json.dumps(found))
        with pikepdf.open(io.BytesIO(data)) as other, pikepdf.open(io.BytesIO(plain)) as first:
            ledger.equal(f"another program reads them so too, {name}",
                         (other.check_pdf_syntax(), [repr(other.get_object(number, 0)) for number in range(1, 10)]),
                         ([], [repr(first.get_object(number, 0)) for number in range(1, 10)]))


def refused(ledger, page, broken):
    found = page.evaluate(READ, [b64(data) for _, data, _ in broken])
    for (name, _, why), (word, took) in zip(broken, found):
        ledger.check(f"refused: {name}", word.startswith(f"refused: {why}") and took < 1000, f"{word}, {took:.0f} ms")


def fuzz(ledger, page, packed, bodies):
    found = page.evaluate(READ, [b64(data) for data in broken_files.flipped_rows(bodies)])
    taken = [word for word, _ in found if not word.startswith("refused")]
    ledger.equal(f"each of {len(found)} files with one bit of the table changed is refused", taken, [])
    found = page.evaluate(READ, [b64(data) for data in broken_files.damaged(bodies, DAMAGED)])
    tally, slowest = Counter(word for word, _ in found), max(took for _, took in found)
    judged(ledger, f"{DAMAGED} files with broken packed objects", tally, slowest)
    found = page.evaluate(FUZZ, {"file": b64(packed), "count": FLIPS})
    judged(ledger, f"{FLIPS:,} packed files with flipped bytes", found["tally"], found["slowest"])


def judged(ledger, files, tally, slowest):
    threw = any(word.startswith("threw") for word in tally)
    ledger.check(f"{files} are read or refused, for many reasons and soon",
                 not threw and len(tally) > 8 and slowest < 1000, f"{slowest:.0f} ms, {json.dumps(tally)}")
