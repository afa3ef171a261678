"""Two files laid over each other, as rasterisers that share no code see them."""

import math
import tempfile
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageChops, ImageStat

import readers

DPI = 100


def by_poppler(pdf):
    with tempfile.TemporaryDirectory() as folder:
        readers.printed("pdftoppm", "-r", DPI, "-singlefile", pdf, f"{folder}/page")
        with Image.open(f"{folder}/page.ppm") as picture:
            return picture.convert("RGB")


def by_pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    finally:
        document.close()


RASTERISERS = {"poppler": by_poppler, "pdfium": by_pdfium}


def symbol(pdf):
    """The QR code's place in the picture, its white border with it: what its link covers."""
    with pikepdf.open(pdf) as document:
        page = document.pages[0]
        high = float(page.MediaBox[3])
        corners = list(map(float, next(one for one in page.Annots if one.Subtype == "/Link").QuadPoints))
    sides = min(corners[::2]), high - max(corners[1::2]), max(corners[::2]), high - min(corners[1::2])
    return tuple(turn(round(side, 2) * DPI / 72) for turn, side in zip((math.floor, math.floor, math.ceil, math.ceil), sides))


def compare(pair, rasteriser):
    """(mean difference of 255, the QR code is the same, largest difference); run in a pool of processes."""
    compiled, reference = pair
    place = symbol(reference)
    if symbol(compiled) != place:
        raise RuntimeError(f"{compiled} has its link elsewhere")
    one, other = (RASTERISERS[rasteriser](Path(file)) for file in pair)
    if one.size != other.size or one.size[0] < 1000:
        raise RuntimeError(f"{compiled} has pictures of {one.size} and {other.size}")
    difference = ImageChops.difference(one, other)
    # Where a code is, from a fifth to three fifths are black.
    dark = sum(one.crop(place).convert("L").histogram()[:64]) / ((place[2] - place[0]) * (place[3] - place[1]))
    same = difference.crop(place).getbbox() is None and 0.2 < dark < 0.6
    return sum(ImageStat.Stat(difference).mean) / 3, same, max(high for _, high in difference.getextrema())
