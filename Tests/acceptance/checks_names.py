"""Stamped certificates of three thousand names before other people's readers, and a thousand of them beside the drawn ones."""

import json
import os
import re
import subprocess
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import checks_forged
import crowd
import documents
import pictures
import sealing
import stamped_page
import verapdf
from product import CHECKOUT, environment

PICTURES, DRAWN_BY_BOTH = 1000, 250
# Files that slower judges look at: their places are spread over all courses.
SAMPLE, TELLING = 60, 24
# Of 255: what antialiasing makes of a difference that nobody sees.
SAME = 0.05


def everything(ledger, product, folder, pairs, whole):
    people = crowd.Crowd(product, folder / "names")
    try:
        if not people.issue(ledger):
            return
        certificates = people.certificates()
        ledger.equal("each officer has a certificate", sorted(face["holder"] for face, _ in certificates),
                     sorted(people.names))
        read(ledger, people.names, certificates)
        # Behind a joined letter, which has a mark of its own, pdfinfo 22.12 forgets the rest of a text, on both paths.
        plain = [one for one in certificates if not re.search("f[fil]", one[0]["courseMalay"] + one[0]["courseEnglish"])]
        listened(ledger, spread(plain, TELLING))
        judged(ledger, people.data, spread(certificates, SAMPLE), folder / "names")
        own, other, elsewhere = (certificates[place][1] for place in (-1, -2, 0))
        checks_forged.everything(ledger, product, people.data, own, other, elsewhere, folder / "names")
        if ledger.check("akmal-pairs is built", Path(pairs).exists(), pairs):
            faces = chosen(certificates)
            compared(ledger, pairs, faces, folder / "names", whole)
            repeated(ledger, pairs, faces, folder / "names")
    finally:
        people.clear()


def spread(items, count):
    return [items[place * len(items) // count] for place in range(count)]


def read(ledger, names, certificates):
    """Every file by poppler, mupdf and pdfium."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(stamped_page.examine, certificates, chunksize=16))
    lengths = sorted(map(len, names))
    ledger.equal("names have 3 to 100 letters", (lengths[0], lengths[-1], len(set(names))), (3, 100, crowd.OFFICERS))
    signs = {sign: sum(sign in name for name in names) for sign in ("BIN ", "BINTI ", "A/L ", "A/P ", "@", "'", "’", "-", ".")}
    ledger.check("and every sign of the register", min(signs.values()) >= 20, signs)
    count = sum(one["stamped"] for one in found)
    ledger.equal(f"{count:,} of {len(found):,} are stamped", count, len(found))
    for reader in stamped_page.READERS:
        for what, sentence in stamped_page.LAWS.items():
            wrong = [(one["file"], one["wrong"][key]) for one in found if (key := f"{reader}, {what}") in one["wrong"]]
            ledger.check(f"{reader}: {sentence}", not wrong, f"{len(wrong)} not: {wrong[:2]}")
    # With another's face each of them finds fault, so that the checks above can fail.
    mixed = stamped_page.examine((certificates[0][0], certificates[1][1]))["wrong"]
    ledger.check("another's page is found out by each reader", {
        f"{reader}, {what}" for reader in stamped_page.READERS for what in ("name", "order", "frame")} <= set(mixed), mixed)
    wrong = [(one["file"], one["wrong"]["tree"]) for one in found if "tree" in one["wrong"]]
    ledger.check("the tree of structure has the texts in the page's order", not wrong, f"{len(wrong)} not: {wrong[:2]}")


def listened(ledger, certificates):
    wrong = [(file.name, told) for face, file in certificates
             if (told := stamped_page.told(file)) != stamped_page.words(face)]
    ledger.equal(f"poppler tells the tree's texts in reading order, for {len(certificates)} files", wrong[:1], [])
    wrong = [(file.name, text[:300]) for face, file in certificates
             if not (text := stamped_page.raw(file)).startswith("".join(stamped_page.words(face)))]
    ledger.equal("and the page's in the same", wrong[:1], [])


def judged(ledger, data, certificates, folder):
    """Standards and seals."""
    files = [file for _, file in certificates]
    ledger.equal(f"qpdf --check finds nothing in {len(files)} files",
                 [problem for file in files if (problem := documents.syntax_problem(file))][:2], [])
    found = verapdf.judge(("3a", "ua1"), files)
    for flavour in ("3a", "ua1"):
        bad = {Path(file).name: sorted(broken) for (own, file), (_, broken) in found.items() if own == flavour and broken}
        ledger.equal(f"veraPDF passes {flavour} for {len(files)} files", bad, {})
        ledger.check(f"and has looked at something in each ({flavour})",
                     min(checks for (own, _), (checks, _) in found.items() if own == flavour) > 100)
    root = data / "keys" / "authority.crt"
    seals = {file.name: (sealing.by_pyhanko(file, root)[:2], "Signature is Valid" in (told := sealing.by_poppler(file)),
                         "Total document signed" in told, sealing.by_openssl(file, root, folder)[:2]) for file in files}
    good = (("AdESPassed.OK", "ENTIRE_FILE"), True, True, (True, sealing.THREE_ATTRIBUTES))
    ledger.equal("pyHanko, pdfsig and openssl accept each seal", [one for one in seals.items() if one[1] != good][:2], [])


def chosen(certificates):
    """A thousand faces as the register has them, half of them with a MyKad number, as the academy may wish."""
    faces = [face for face, _ in spread(certificates, PICTURES)]
    return [face | {"maskedMyKad": f"******-**-{number:04}"} if number % 2 else face for number, face in enumerate(faces)]


def compared(ledger, pairs, faces, folder, whole):
    """The compiled path's picture upon the reference path's."""
    made = folder / "pairs"
    made.mkdir()
    marks = run(pairs, faces, folder, "--into", made)
    ledger.equal(f"all {len(faces):,} are stamped", sum(mark.startswith("stamped ") for mark in marks), len(faces))
    drawn = [made / f"{number}-reference.pdf" for number in range(len(faces))]
    ledger.check("none of the others is", not any(b"/Type /XRef" in file.read_bytes() for file in drawn))
    couples = [(made / f"{number}-compiled.pdf", file) for number, file in enumerate(drawn)]
    count = len(couples) if whole else DRAWN_BY_BOTH
    for name, some in (("pdfium", couples), ("poppler", spread(couples, count))):
        with ProcessPoolExecutor(os.cpu_count()) as pool:
            found = list(pool.map(pictures.compare, some, [name] * len(some), chunksize=8))
        means = sorted(mean for mean, _, _ in found)
        ledger.check(f"{name} at {pictures.DPI} dpi: {len(found):,} pictures differ by less than {SAME} of 255 in the mean "
                     f"(at most {means[-1]:.3f}, in the median {means[len(means) // 2]:.3f})", means[-1] < SAME, means[-3:])
        other = [some[place][0].name for place, (_, same, _) in enumerate(found) if not same]
        ledger.equal(f"{name}: and by nothing in the QR code", other[:5], [])
        # Somebody else's certificate is another picture, so that the checks above can fail.
        mean, same, _ = pictures.compare((some[0][0], some[1][1]), name)
        ledger.check(f"{name}: another's differ by more, and in the QR code", mean > 2 * SAME and not same, (mean, same))


def repeated(ledger, pairs, faces, folder):
    """The same bytes whoever makes them, and whoever comes first."""
    marks = run(pairs, faces, folder)
    # Certificates with a MyKad number have a text more, and so a beginning of their own.
    kinds = [(face["courseCode"], bool(face["maskedMyKad"])) for face in faces]
    ledger.equal("there are certificates with and without a MyKad number in each course", len(set(kinds)), 2 * crowd.COURSES)
    beginnings = [mark.split()[2] for mark in marks]
    ledger.equal("each of a course and kind begins with the same", len(set(zip(kinds, beginnings))), len(set(kinds)))
    ledger.equal("and with another than those of other courses", len(set(beginnings)), len(set(kinds)))
    ledger.equal("each is another file", len({mark.split()[1] for mark in marks}), len(faces))
    for sentence, found in (
            ("a second process makes the same bytes", run(pairs, faces, folder)),
            ("2 threads make the same bytes", run(pairs, faces, folder, "--threads", 2)),
            ("8 threads make the same bytes", run(pairs, faces, folder, "--threads", 8)),
            ("where another comes first, each template is compiled to the same bytes",
             run(pairs, faces[::-1], folder)[::-1]),
            ("another language and another place change nothing",
             run(pairs, faces, folder, LC_ALL="zh_TW.UTF-8", LANG="ta_IN", PANGO_LANGUAGE="ar", TZ="Asia/Tokyo"))):
        other = [number for number, (one, again) in enumerate(zip(marks, found)) if one != again]
        ledger.check(sentence, found == marks, f"{len(other)} differ, the first is {other[:1]}")


def run(pairs, faces, folder, *options, **settings):
    listed = folder / "faces.jsonl"
    listed.write_text("".join(json.dumps(face, ensure_ascii=False) + "\n" for face in faces), encoding="utf-8")
    result = subprocess.run([str(pairs), str(listed), "--root", str(CHECKOUT), *map(str, options)], capture_output=True,
                            text=True, timeout=600, env=environment(**settings), cwd=CHECKOUT)
    if result.returncode:
        raise RuntimeError(f"akmal-pairs ended with {result.returncode}: {result.stderr[-400:]}")
    return result.stdout.splitlines()
