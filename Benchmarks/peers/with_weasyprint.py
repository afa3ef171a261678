"""WeasyPrint: HTML and CSS, its font configuration and its cache of pictures kept from one certificate to the next.

What repeats is a repeated background, which WeasyPrint draws once; as one drawing the art would take six times as long.
"""

from base64 import b64encode

import art
import weasyprint
import web
from weasyprint.text.fonts import FontConfiguration


class Maker:
    version = weasyprint.__version__

    def __init__(self, fonts):
        self.fonts, self.pictures = FontConfiguration(), {}
        self.styles = weasyprint.CSS(string=web.faces(fonts), font_config=self.fonts)
        self.ground, self.common = ground(), web.fixed()

    def make(self, person):
        page = web.page(person, "", self.ground, self.common)
        return weasyprint.HTML(string=page).write_pdf(
            stylesheets=[self.styles], font_config=self.fonts, cache=self.pictures)


def ground():
    pieces = {piece.name: piece for piece in art.pieces()}
    single = [pieces[name] for name in ("petal-outer", "petal-inner", "frame")]
    above = [pieces[name] for name in ("seal", "seal-petal", "crest")]
    return (background(art.svg(single), "left:0;top:0;width:297mm;height:210mm")
            + bands(pieces["band"]) + corners(pieces)
            + background(art.svg(above, ground=False), "left:0;top:0;width:297mm;height:210mm"))


def bands(piece):
    """The four sides: a strip of the side's length, turned about its middle."""
    tile = art.svg([art.Piece("band", piece.shapes, ((1, 0, 0, 1, -0.04, 0),))], 9.85, 7.2, ground=False)
    strips = ""
    for x, y, turn, count, length in ((148.5, 12.6, 0, 26, 255.4), (148.5, 197.4, 180, 26, 255.4),
                                      (284.4, 105, 90, 17, 168.4), (12.6, 105, 270, 17, 168.4)):
        strips += background(
            tile, f"left:{x - length / 2}mm;top:{y - 3.6}mm;width:{length}mm;height:7.2mm;transform:rotate({turn}deg);"
                  f"background-size:{length / count:.4f}mm 7.2mm")
    return strips


def corners(pieces):
    """All four from one tile as broad and as high as they stand apart, with a corner in its middle."""
    across, down = 264.6, 177.6
    x, y = across / 2, down / 2
    drawn = [art.Piece("corner", pieces["corner"].shapes, (art.turned(x, y, 0, 17, 17),)),
             art.Piece("corner-petal", pieces["corner-petal"].shapes, art.rosette(x, y, 17, 8))]
    return background(
        art.svg(drawn, across, down, ground=False),
        f"left:0;top:0;width:297mm;height:210mm;background-size:{across}mm {down}mm;"
        f"background-position:{16.2 - x}mm {16.2 - y}mm")


def background(drawing, style):
    picture = b64encode(drawing.encode()).decode()
    return f'<div class="r" style="background-image:url(data:image/svg+xml;base64,{picture});{style}"></div>'
