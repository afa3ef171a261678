"""The project's own drawings, placed as the certificate's template places them."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from math import cos, radians, sin

from design import ART, HEIGHT, IVORY, WIDTH
from fontTools.pens.recordingPen import RecordingPen
from fontTools.svgLib.path import parse_path

NAMESPACE = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Shape:
    """A path in a drawing's own millimetres; `steps` are (m|l|c|h, numbers)."""
    data: str
    steps: tuple
    fill: str | None
    stroke: str | None
    weight: float


@dataclass(frozen=True)
class Piece:
    """A drawing that is drawn once or many times; each placement is an affine map (a b c d e f) onto the page."""
    name: str
    shapes: tuple
    placements: tuple


def shapes(name):
    """The paths of a file of Assets/art."""
    found = []
    for element in ElementTree.parse(ART / name).getroot():
        get = element.get
        if element.tag == f"{NAMESPACE}path":
            data = get("d")
        else:
            data = rectangle(*(float(get(key)) for key in ("x", "y", "width", "height")))
        ink = [None if get(key) in (None, "none") else get(key) for key in ("fill", "stroke")]
        found.append(Shape(data, steps(data), *ink, float(get("stroke-width") or 0)))
    return tuple(found)


def rectangle(x, y, width, height):
    return f"M{x} {y}L{x + width} {y}L{x + width} {y + height}L{x} {y + height}Z"


def steps(data):
    pen = RecordingPen()
    parse_path(data, Cubic(pen))
    letters = {"moveTo": "m", "lineTo": "l", "curveTo": "c", "closePath": "h"}
    return tuple((letters[deed], tuple(number for point in points for number in point))
                 for deed, points in pen.value if deed in letters)


class Cubic:
    """Passes a path on with all curves cubic."""

    def __init__(self, pen):
        self.pen, self.last = pen, (0, 0)

    def moveTo(self, point):
        self.last = point
        self.pen.moveTo(point)

    def lineTo(self, point):
        self.last = point
        self.pen.lineTo(point)

    def curveTo(self, *points):
        self.last = points[-1]
        self.pen.curveTo(*points)

    def qCurveTo(self, control, point):
        near, far = ((a + 2 * (b - a) / 3 for a, b in zip(end, control)) for end in (self.last, point))
        self.curveTo(tuple(near), tuple(far), point)

    def closePath(self):
        self.pen.closePath()

    def endPath(self):
        self.pen.endPath()


def turned(x, y, degrees, width, height, scale=1.0):
    """The map that lays a drawing with its middle on (x, y), turned and stretched along its own width."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    a, b = c * scale, s * scale
    left, top = x - a * width / 2 + s * height / 2, y - b * width / 2 - c * height / 2
    return tuple(round(number, 6) for number in (a, b, -s, c, left, top))


def rosette(x, y, side, turns):
    return tuple(turned(x, y, 360 * turn / turns, side, side) for turn in range(turns))


def band():
    """One period after the other along the four sides."""
    left, top, across, down = 12.6, 12.6, 271.8, 184.8
    corner, period = 8.2, 9.85
    placed = []
    for index in range(26):
        pitch = (across - 2 * corner) / 26
        x = left + corner + (index + 0.5) * pitch
        placed += [turned(x, y, turn, 9.93, 7.2, pitch / period) for y, turn in ((top, 0), (top + down, 180))]
    for index in range(17):
        pitch = (down - 2 * corner) / 17
        y = top + corner + (index + 0.5) * pitch
        placed += [turned(x, y, turn, 9.93, 7.2, pitch / period) for x, turn in ((left + across, 90), (left, 270))]
    return tuple(placed)


def pieces():
    corners = ((16.2, 16.2), (280.8, 16.2), (280.8, 193.8), (16.2, 193.8))
    crest = 25 / 31
    return [
        Piece("petal-outer", shapes("petal-outer.svg"), rosette(148.5, 89, 116, 36)),
        Piece("petal-inner", shapes("petal-inner.svg"), rosette(148.5, 89, 116, 24)),
        Piece("frame", shapes("frame.svg"), ((1, 0, 0, 1, 0, 0),)),
        Piece("band", shapes("band.svg"), band()),
        Piece("corner", shapes("corner.svg"), tuple(turned(x, y, 0, 17, 17) for x, y in corners)),
        Piece("corner-petal", shapes("corner-petal.svg"), tuple(at for x, y in corners for at in rosette(x, y, 17, 8))),
        Piece("seal", shapes("seal.svg"), rosette(51, 159, 34, 1)),
        Piece("seal-petal", shapes("seal-petal.svg"), rosette(51, 159, 34, 12)),
        Piece("crest", shapes("crest.svg"), ((crest, 0, 0, crest, 148.5 - 17 * crest, 20.5),)),
    ]


def svg(chosen=None, width=WIDTH, height=HEIGHT, ground=True):
    """The page's art as one drawing, in which each piece stands once."""
    defined, used = [], []
    for piece in pieces() if chosen is None else chosen:
        defined.append(f'<g id="{piece.name}">' + "".join(map(element, piece.shapes)) + "</g>")
        used += [f'<use href="#{piece.name}" transform="matrix({" ".join(map(str, at))})"/>' for at in piece.placements]
    paper = f'<rect width="{width}" height="{height}" fill="{IVORY}"/>' if ground else ""
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}mm" height="{height}mm" '
            f'viewBox="0 0 {width} {height}"><defs>{"".join(defined)}</defs>{paper}{"".join(used)}</svg>')


def element(shape):
    return (f'<path d="{shape.data}" fill="{shape.fill or "none"}"'
            + (f' stroke="{shape.stroke}" stroke-width="{shape.weight}"' if shape.stroke else "") + "/>")


def colour(ink):
    """Red, green and blue from 0 to 1."""
    return tuple(int(part, 16) / 255 for part in re.findall("..", ink[1:]))
