"""What a certificate's page has to say, from its face alone, and where its holder's name has to stand."""

import itertools

import pikepdf

import readers

POINT = 72 / 25.4
# Of the template's third version, in millimetres: what is stacked in the middle; names lie within it.
LEFT, TOP, RIGHT, BOTTOM = 42 * POINT, 46.5 * POINT, 255 * POINT, 140.5 * POINT
BEFORE = ["This", "is", "to", "certify", "that"]
PARTICLES = {"BIN", "BINTI", "BT", "B", "A/L", "A/P", "S/O", "D/O", "ANAK", "AK", "@"}
NOTES = (
    "Imbas untuk mengesahkan / Scan to verify",
    "Dijana oleh komputer dan dimeterai secara digital oleh akademi: meterai institusi, bukan tandatangan peribadi berlesen. "
    "Imbas kod QR untuk pengesahan.",
    "Computer-generated and digitally sealed by the academy: an institutional seal, not a licensed personal signature.")
READERS = {"poppler": readers.by_poppler, "mupdf": readers.by_mupdf, "pdfium": readers.by_pdfium}
# How far a letter may reach over the box's sides: pdfium's boxes have the ink that hangs over, such as a J's tail.
OVERHANG = {"poppler": 0.1, "mupdf": 0.1, "pdfium": 1 * POINT}
LAWS = {
    "name": "each name is found verbatim, behind the words that announce it",
    "order": "all texts of the page are found verbatim and in reading order",
    "frame": "behind them comes the frame's microtext and nothing else",
    "box": "each name is inside its box",
    "lines": "each name has at most two lines, none of which ends in bin, binti, a/l, a/p or @",
    "words": "no words of a name overlap",
    "between": "each name stands clear between the texts above and below it",
}


def texts(face):
    """In reading order."""
    english = f" · {face['courseEnglish']}" if face["courseEnglish"] else ""
    return [
        "AKADEMI KASTAM DIRAJA MALAYSIA", "Royal Malaysian Customs Academy", "SIJIL PENYERTAAN",
        "CERTIFICATE OF PARTICIPATION", "Dengan ini disahkan bahawa", " ".join(BEFORE), face["holder"],
        *([f"No. KP {face['maskedMyKad']}"] if face["maskedMyKad"] else []),
        "telah mengikuti dengan jayanya", "has successfully attended", face["courseMalay"], face["courseCode"] + english,
        f"yang diadakan pada {face['datesMalay']} ({face['days']} hari, {face['hours']} jam), bertempat di {face['venue']}",
        f"held on {face['datesEnglish']} ({face['days']} days, {face['hours']} hours) at {face['venue']}",
        *itertools.chain(*((one["name"], one["postMalay"], one["postEnglish"]) for one in face["signatories"])),
        f"No. Siri {face['serial']}", f"Dikeluarkan {face['issuedMalay']}",
        f"Serial no. · Issued {face['issuedEnglish']}", face["code"], face["host"], *NOTES]


def words(face):
    return " ".join(texts(face)).split()


def examine(job):
    """What is wrong with a file, by what was looked at; run in a pool of processes."""
    face, pdf = job
    wrong = {}
    for name, reader in READERS.items():
        found = judged(face, reader(pdf), OVERHANG[name], is_sorted=name == "poppler")
        wrong |= {f"{name}, {what}": detail for what, detail in found.items()}
    with pikepdf.open(pdf) as document:
        order = list(marks(document.Root.StructTreeRoot))
    if order != list(range(len(order))) or len(order) < 20:
        wrong["tree"] = order
    return {"file": pdf.name, "wrong": wrong, "stamped": b"/Type /XRef" in pdf.read_bytes()}


def judged(face, found, overhang, is_sorted):
    """poppler sorts what stands beside each other at the page's foot by its height."""
    wanted, name, wrong = words(face), face["holder"].split(), {}
    read = [word for word, *_ in found]
    frame = read[len(wanted):]
    fixed = len(wanted) - foot(face) if is_sorted else len(wanted)
    if read[:fixed] != wanted[:fixed] or sorted(read[:len(wanted)]) != sorted(wanted):
        wrong["order"] = next(((one, other) for one, other in itertools.zip_longest(wanted, read) if one != other), None)
    if frame != [face["serial"], "·"] * (len(frame) // 2) or len(frame) < 200:
        wrong["frame"] = frame[:4], len(frame)
    place = next((at for at in range(len(read)) if read[at:at + len(name)] == name and read[at - 5:at] == BEFORE), None)
    if place is None:
        return wrong | {"name": read[20:40]}
    boxes = found[place:place + len(name)]
    if any(left < LEFT - overhang or right > RIGHT + overhang or top < TOP or bottom > BOTTOM
           for _, left, top, right, bottom in boxes):
        wrong["box"] = boxes
    return wrong | lines(boxes, found[place - 1], found[place + len(name)])


def foot(face):
    """How many words come behind the dates."""
    held = next(place for place, text in enumerate(texts(face)) if text.startswith("held on "))
    return len(" ".join(texts(face)[held + 1:]).split())


def lines(boxes, before, after):
    """A name has one line or two, none of which ends in a particle, between the texts above and below it."""
    found = [list(group) for _, group in itertools.groupby(boxes, key=lambda box: round(box[2]))]
    middle = lambda box: (box[2] + box[4]) / 2  # noqa: E731
    wrong = {}
    if len(found) > 2 or any(line[-1][0].rstrip(".") in PARTICLES for line in found[:-1]):
        wrong["lines"] = [[box[0] for box in line] for line in found]
    for line in found:
        if any(left[3] > right[1] for left, right in zip(line, line[1:])):
            wrong["words"] = line
    stations = [middle(before), *(middle(line[0]) for line in found), middle(after)]
    if stations != sorted(stations) or any(low - high < 9 for high, low in zip(stations, stations[1:])):
        wrong["between"] = stations
    return wrong


def marks(element):
    """Numbers of marked content below an element of structure, in its order."""
    for kid in kids(element):
        if isinstance(kid, int):
            yield kid
        elif kid.get("/Type") != "/OBJR":
            yield from marks(kid)


def kids(element):
    held = element.get("/K")
    if held is None:
        return []
    return list(held) if isinstance(held, pikepdf.Array) else [held]


def told(pdf):
    """What a listener hears: the words of the tree of structure, by poppler."""
    pieces = [line.strip() for line in readers.printed("pdfinfo", "-struct-text", pdf).splitlines()]
    return " ".join(piece[1:-1] for piece in pieces if piece.startswith('"')).split()


def raw(pdf):
    """All letters of the page in its content's order, by poppler."""
    return "".join(readers.printed("pdftotext", "-raw", "-enc", "UTF-8", pdf, "-").split())
