"""Photos of QR codes as phones take them, made up: turned, seen from the side, blurred, unevenly lit, noisy."""

import random

import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from photos import perspective

LEVELS = {"easy": (4, 0.03, 0.4, 6), "medium": (15, 0.08, 0.8, 14), "hard": (45, 0.14, 1.1, 22)}


def symbol(text, level="M"):
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level).to_image(scale=10)
    return made if isinstance(made, Image.Image) else Image.fromarray(made)


def grain(rng, size, deviation):
    """Noise around 128 from the photo's own seed, which Pillow's would not be."""
    one, other = (Image.frombytes("L", (size, size), rng.randbytes(size * size)) for _ in range(2))
    # The mean of two even spreads over 256 values deviates by 256 / sqrt(24).
    factor = deviation * 24 ** 0.5 / 256
    return ImageChops.add(one, other, scale=2).point(lambda value: round(128 + (value - 127.5) * factor))


def photo(text, pixels, kind, seed):
    """RGBA pixels of a picture in which the symbol is about so many pixels wide."""
    turn, slant, blur, noise = LEVELS[kind]
    rng = random.Random(seed)
    code = symbol(text).convert("L").resize((pixels, pixels), Image.LANCZOS)
    size = int(pixels * 1.7)
    paper = Image.new("L", (size, size), 235)
    paper.paste(code, ((size - pixels) // 2, (size - pixels) // 2))
    paper = paper.rotate(rng.uniform(-turn, turn), Image.BICUBIC, fillcolor=235)
    push = lambda: rng.uniform(0, slant) * size  # noqa: E731
    corners = [(push(), push()), (size - push(), push()), (push(), size - push()), (size - push(), size - push())]
    flat = [(0, 0), (size, 0), (0, size), (size, size)]
    paper = paper.transform((size, size), Image.PERSPECTIVE, perspective(flat, corners), Image.BICUBIC, fillcolor=235)
    shade = Image.linear_gradient("L").resize((size, size)).rotate(rng.choice([0, 90, 180, 270]))
    paper = ImageChops.multiply(paper, shade.point(lambda value: 120 + value // 2))
    paper = paper.filter(ImageFilter.GaussianBlur(blur))
    paper = ImageChops.add(paper, grain(rng, size, noise), scale=1, offset=-128)
    return paper.convert("RGBA").tobytes(), size
