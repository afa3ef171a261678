"""Photographs of a paper certificate's code, simulated: what a phone's camera makes of print, light, angle and haste."""

import subprocess
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFilter

# Where the code stands on the certificate, with room around it, in millimetres.
MIDDLE, ROOM = (246.0, 157.6), 46.0
DOTS = 600

# How far each photograph may go: turn in degrees, perspective as a share of the side, blur in modules, noise in grey
# levels, JPEG quality, unevenness of the light, and whether the paper is folded across the code.
LEVELS = {
    "flat": dict(turn=2, lean=0.0, blur=0.15, noise=3, quality=85, shade=0.05, fold=False),
    "held": dict(turn=12, lean=0.04, blur=0.3, noise=6, quality=70, shade=0.25, fold=False),
    "folded": dict(turn=8, lean=0.03, blur=0.25, noise=6, quality=75, shade=0.2, fold=True),
    "hasty": dict(turn=180, lean=0.06, blur=0.3, noise=8, quality=60, shade=0.35, fold=False),
}


def printed(pdf, folder):
    """The code as an office printer puts it on paper: 600 dots an inch, each a little fat."""
    left, top = [round((middle - ROOM / 2) / 25.4 * DOTS) for middle in MIDDLE]
    side = round(ROOM / 25.4 * DOTS)
    stem = Path(folder) / Path(pdf).stem
    subprocess.run(["pdftoppm", "-r", str(DOTS), "-gray", "-png", "-singlefile", "-x", str(left), "-y", str(top),
                    "-W", str(side), "-H", str(side), str(pdf), str(stem)], check=True)
    picture = Image.open(f"{stem}.png").convert("L")
    return picture.filter(ImageFilter.MinFilter(3))


def photograph(paper, pixels_a_module, module, level, dice):
    """One photograph; the same dice give the same one.

    `module` is the width of a module on paper, in millimetres.
    """
    scale = pixels_a_module / (module / 25.4 * DOTS)
    picture = folded(paper, dice) if level["fold"] else paper
    picture = picture.rotate(dice.uniform(-level["turn"], level["turn"]), Image.Resampling.BICUBIC, fillcolor=250)
    picture = leaning(picture, level["lean"], dice)
    side = round(picture.width * scale)
    picture = picture.resize((side, side), Image.Resampling.LANCZOS)
    picture = picture.filter(ImageFilter.GaussianBlur(level["blur"] * pixels_a_module))
    picture = shaded(picture, level["shade"], dice)
    return noisy(picture, level["noise"], dice), level["quality"]


def folded(picture, dice):
    """A crease: a grey line, and one half a little darker and pushed aside."""
    side = picture.width
    place = round(side * dice.uniform(0.35, 0.65))
    lower = picture.crop((0, place, side, side)).point(lambda grey: round(grey * 0.9))
    result = picture.copy()
    result.paste(lower, (round(side * dice.uniform(-0.004, 0.004)), place))
    ImageDraw.Draw(result).line((0, place, side, place), fill=170, width=max(2, side // 250))
    return result


def leaning(picture, lean, dice):
    """Perspective: each corner is taken from somewhere else."""
    side = picture.width
    corners = [(0, 0), (side, 0), (side, side), (0, side)]
    moved = [(x + side * dice.uniform(-lean, lean), y + side * dice.uniform(-lean, lean)) for x, y in corners]
    return picture.transform((side, side), Image.Transform.PERSPECTIVE, perspective(corners, moved),
                             Image.Resampling.BICUBIC, fillcolor=250)


def perspective(here, there):
    """The eight numbers of Pillow's transform that takes the point `here[i]` of the result from `there[i]`."""
    rows = []
    for (x, y), (u, v) in zip(here, there):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y, u])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y, v])
    for pivot in range(8):
        best = max(range(pivot, 8), key=lambda row: abs(rows[row][pivot]))
        rows[pivot], rows[best] = rows[best], rows[pivot]
        rows[pivot] = [value / rows[pivot][pivot] for value in rows[pivot]]
        for row in range(8):
            if row != pivot and rows[row][pivot]:
                factor = rows[row][pivot]
                rows[row] = [value - factor * other for value, other in zip(rows[row], rows[pivot])]
    return [row[8] for row in rows]


def shaded(picture, shade, dice):
    """Light from one side."""
    light = Image.linear_gradient("L").resize(picture.size).rotate(dice.choice([0, 90, 180, 270]))
    light = light.point(lambda grey: round(255 - shade * grey))
    return ImageChops.multiply(picture, light)


def noisy(picture, noise, dice):
    """Grain of a sensor; Pillow's own noise cannot be repeated."""
    grain = Image.frombytes("L", picture.size, dice.randbytes(picture.width * picture.height))
    grain = grain.point(lambda value: round(128 + (value - 127.5) / 127.5 * noise * 1.7))
    return ImageChops.add(picture, grain, 1, -128)
