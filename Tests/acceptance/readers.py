"""What three readers that share no code find on a page: words and where they stand, in points from the upper left corner."""

import html
import re
import subprocess

import pypdfium2
from pypdfium2 import raw

WORD = re.compile(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)</word>')
CHARACTER = re.compile(r'<(line) |<char quad="([^"]+)" [^>]*?c="([^"]+)"')


def by_poppler(pdf):
    """In the order in which poppler takes them to be read, by where they stand."""
    told = printed("pdftotext", "-bbox", "-enc", "UTF-8", pdf, "-")
    return [(html.unescape(word), *map(float, box)) for *box, word in WORD.findall(told)]


def by_mupdf(pdf):
    return words(mupdf_characters(printed("mutool", "draw", "-q", "-F", "stext", "-o", "-", pdf)))


def mupdf_characters(told):
    for line, quad, character in CHARACTER.findall(told):
        if line:
            yield " ", None
            continue
        places = list(map(float, quad.split()))
        yield html.unescape(character), (min(places[::2]), min(places[1::2]), max(places[::2]), max(places[1::2]))


def by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        return words(pdfium_characters(page, page.get_textpage()))
    finally:
        document.close()


def pdfium_characters(page, text):
    high = page.get_height()
    for index in range(text.count_chars()):
        character = chr(raw.FPDFText_GetUnicode(text, index))
        if character.isspace():
            yield " ", None
        else:
            left, bottom, right, top = text.get_charbox(index, loose=True)
            yield character, (left, high - top, right, high - bottom)


def words(characters):
    """Words of characters that have boxes; what has none stands between words."""
    found, letters, boxes = [], [], []
    for character, box in [*characters, (" ", None)]:
        if not character.isspace() and box:
            letters.append(character)
            boxes.append(box)
        elif letters:
            sides = list(zip(*boxes))
            found.append(("".join(letters), min(sides[0]), min(sides[1]), max(sides[2]), max(sides[3])))
            letters, boxes = [], []
    return found


def printed(*command):
    result = subprocess.run([str(part) for part in command], capture_output=True, timeout=60)
    if result.returncode:
        raise RuntimeError(f"{command[0]} ended with {result.returncode}: {result.stderr.decode(errors='replace')[:300]}")
    return result.stdout.decode("utf-8")

