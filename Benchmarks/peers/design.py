"""The certificate that all make: the art, the texts and their places, and the people it is for.

Lengths are millimetres from the upper left corner, sizes are points. Places and sizes are those of the product's own
template for a course with short titles; what a name needs to fit its line is worked out here, before anybody is timed.
"""

import csv
import random
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import segno
from fontTools.ttLib import TTFont
from segno import consts

CHECKOUT = Path(__file__).resolve().parent.parent.parent
ART = CHECKOUT / "Assets" / "art"
FONTS = CHECKOUT / "Fonts" / "files"

WIDTH, HEIGHT = 297, 210
POINT = 25.4 / 72
IVORY, NAVY, GOLD, GRAY, QUIET = "#FFFDF7", "#172554", "#A8842C", "#52525B", "#6B6B74"

# Family, CSS weight, CSS style and file of each face. The families are named anew, lest a font of the system is taken.
FACES = {
    "serif": ("Sijil Serif", 400, "normal", "EBGaramond12-Regular"),
    "italic": ("Sijil Serif", 400, "italic", "EBGaramond12-Italic"),
    "bold": ("Sijil Serif", 700, "normal", "EBGaramond12-Bold"),
    "sans": ("Sijil Sans", 400, "normal", "Inter-Regular"),
    "medium": ("Sijil Sans", 500, "normal", "Inter-Medium"),
}

NAME_SIZE, NAME_FLOOR, NAME_WIDTH, NAME_SPACING = 30, 13, 213, 0.012
QR_MIDDLE, QR_SIDE = (246, 157.6), 29
RULE = (53.5, 103.2, 190, 0.6)
SIGNATURE_RULES = ((100.7, 175.8, 46, 0.5), (150.2, 175.8, 46, 0.5))
# Tiny letters along the four sides: where a side's middle is, its turn in degrees, its length.
MICROTEXT_SIZE = 1.5
MICROTEXT_SIDES = (
    (148.5, 17.32, 0, 246.4), (279.68, 105, 90, 159.4), (148.5, 192.68, 180, 246.4), (17.32, 105, 270, 159.4))


@dataclass(frozen=True)
class Line:
    """A line of text about its middle; spacing is a part of the size."""
    text: str
    face: str
    size: float
    ink: str
    middle: float
    base: float
    spacing: float = 0


@dataclass(frozen=True)
class Person:
    number: int
    name: str

    @property
    def serial(self):
        return f"AKMAL/2026/{self.number:06}"

    @cached_property
    def _chance(self):
        return random.Random(self.number)

    @cached_property
    def code(self):
        return "".join(self._chance.choices("0123456789ABCDEFGHJKMNPQRSTVWXYZ", k=16))

    @cached_property
    def address(self):
        """As long as an address with signed claims."""
        claims = "".join(self._chance.choices("0123456789", k=441))
        return f"HTTPS://LOCALHOST:8080/V/{self.code}#{claims}"

    @cached_property
    def modules(self):
        """Rows of the QR code, True for dark. Peers get it ready made: making one costs more than drawing it."""
        path, claims = self.address.split("#")
        parts = [(path, consts.MODE_ALPHANUMERIC), ("#", consts.MODE_BYTE), (claims, consts.MODE_NUMERIC)]
        return [[module == 1 for module in row] for row in segno.make(parts, error="m", boost_error=False).matrix]

    @cached_property
    def runs(self):
        """The dark modules as rectangles (x, y, width, height), in millimetres on the page."""
        pitch = QR_SIDE / len(self.modules)
        left, top = QR_MIDDLE[0] - QR_SIDE / 2, QR_MIDDLE[1] - QR_SIDE / 2
        return [(left + start * pitch, top + y * pitch, (end - start) * pitch, pitch)
                for y, row in enumerate(self.modules) for start, end in dark_runs(row)]

    @cached_property
    def lines(self):
        grouped = "-".join(self.code[start:start + 4] for start in range(0, 16, 4))
        return [
            Line(self.name, "serif", name_size(self.name), NAVY, 148.5, 99.6, NAME_SPACING),
            Line(f"No. Siri {self.serial}", "medium", 8, NAVY, 51, 179.54),
            Line(grouped, "medium", 8, NAVY, 246, 179.5, 0.02),
        ]

    @cached_property
    def microtext(self):
        """(text, x, y, turn) of the four sides."""
        repeated = f"{self.serial} · "
        each = width(repeated, "sans", MICROTEXT_SIZE)
        return [(repeated * int(length / each), x, y, turn) for x, y, turn, length in MICROTEXT_SIDES]


def dark_runs(row):
    start = None
    for x, dark in enumerate([*row, False]):
        if dark and start is None:
            start = x
        elif not dark and start is not None:
            yield start, x
            start = None


def course_lines():
    """What all certificates of the course have."""
    venue = "Akademi Kastam Diraja Malaysia, Bukit Baru, Melaka"
    middle, foot = 148.5, 51
    return [
        Line("AKADEMI KASTAM DIRAJA MALAYSIA", "serif", 13, NAVY, middle, 49.8, 0.055),
        Line("Royal Malaysian Customs Academy", "italic", 10, GRAY, middle, 53.74),
        Line("SIJIL PENYERTAAN", "serif", 29, NAVY, middle, 67.49, 0.085),
        Line("CERTIFICATE OF PARTICIPATION", "serif", 10.5, GOLD, middle, 73.41, 0.09),
        Line("Dengan ini disahkan bahawa", "italic", 13.5, NAVY, middle, 83.1),
        Line("This is to certify that", "italic", 9.5, GRAY, middle, 86.99),
        Line("telah mengikuti dengan jayanya", "italic", 13.5, NAVY, middle, 110.41),
        Line("has successfully attended", "italic", 9.5, GRAY, middle, 114.31),
        Line("Kursus Induksi Perkhidmatan Kastam", "bold", 18, NAVY, middle, 122.8),
        Line("AKMAL-IND-001 · Induction to the Customs Service", "italic", 11, GRAY, middle, 127.51),
        Line(f"yang diadakan pada 18 – 20 Mei 2026 (3 hari, 18 jam), bertempat di {venue}",
             "serif", 12.5, NAVY, middle, 135.65),
        Line(f"held on 18 – 20 May 2026 (3 days, 18 hours) at {venue}", "italic", 9.5, GRAY, middle, 139.54),
        Line("DATO' CONTOH BIN TELADAN", "medium", 7.6, NAVY, 123.7, 178.91),
        Line("Pengarah Akademi", "sans", 7.5, NAVY, 123.7, 182.32),
        Line("Director of the Academy", "sans", 7, QUIET, 123.7, 185.6),
        Line("UMPAMA A/P MISALAN", "medium", 7.6, NAVY, 173.2, 178.98),
        Line("Ketua Pusat Pengajian", "sans", 7.5, NAVY, 173.2, 182.39),
        Line("Head of Study Centre", "sans", 7, QUIET, 173.2, 185.67),
        Line("Dikeluarkan 25 Mei 2026", "sans", 7.5, NAVY, foot, 182.97),
        Line("Serial no. · Issued 25 May 2026", "sans", 7, QUIET, foot, 186.33),
        Line("localhost:8080", "sans", 7.5, NAVY, 246, 182.96),
        Line("Imbas untuk mengesahkan / Scan to verify", "sans", 7, QUIET, 246, 186.34),
        Line("Dijana oleh komputer dan dimeterai secara digital oleh akademi: meterai institusi, bukan tandatangan "
             "peribadi berlesen. Imbas kod QR untuk pengesahan.", "sans", 6.2, QUIET, middle, 189.26),
        Line("Computer-generated and digitally sealed by the academy: an institutional seal, not a licensed personal "
             "signature.", "sans", 6.2, QUIET, middle, 191.56),
    ]


@lru_cache(maxsize=None)
def advances(face):
    font = TTFont(FONTS / f"{FACES[face][3]}.otf", lazy=True)
    widths, units = font["hmtx"], font["head"].unitsPerEm
    return {chr(letter): widths[glyph][0] / units for letter, glyph in font.getBestCmap().items()}


def width(text, face, size, spacing=0):
    """In millimetres, without kerning."""
    known = advances(face)
    return sum(known[letter] + spacing for letter in text) * size * POINT


def name_size(name):
    return max(NAME_FLOOR, min(NAME_SIZE, NAME_SIZE * NAME_WIDTH / width(name, "serif", NAME_SIZE, NAME_SPACING)))


def people(start, count):
    """Officers of the demonstration academy with names in plain capitals, over and over, each with a number of its own."""
    with open(CHECKOUT / "Assets" / "demo" / "officers.csv", encoding="utf-8", newline="") as file:
        names = [row["name"] for row in csv.DictReader(file) if re.fullmatch(r"[A-PR-Z '@/.-]+", row["name"])]
    return [Person(number, names[number % len(names)]) for number in range(start, start + count)]
