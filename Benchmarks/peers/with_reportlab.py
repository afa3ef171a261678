"""ReportLab: its canvas, each drawing of the art as a form."""

import io

import art
import design
import reportlab
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

MM = 1 / design.POINT


class Maker:
    version = reportlab.Version

    def __init__(self, fonts):
        for face, (_, _, _, file) in design.FACES.items():
            pdfmetrics.registerFont(TTFont(face, fonts / f"{file}.ttf"))
        self.pieces, self.lines = art.pieces(), design.course_lines()

    def make(self, person):
        target = io.BytesIO()
        canvas = Canvas(target, pagesize=(design.WIDTH * MM, design.HEIGHT * MM), pageCompression=1, invariant=1)
        canvas.setTitle(f"Sijil Penyertaan {person.serial}")
        self.forms(canvas)
        # Millimetres from the upper left corner, as everywhere here; letters are turned back.
        canvas.transform(MM, 0, 0, -MM, 0, design.HEIGHT * MM)
        self.ground(canvas)
        for line in (*self.lines, *person.lines):
            self.text(canvas, line)
        self.tiny(canvas, person)
        self.code(canvas, person)
        canvas.showPage()
        canvas.save()
        return target.getvalue()

    def picture(self):
        """The art alone, for those that can lay a page of another file under their own."""
        target = io.BytesIO()
        canvas = Canvas(target, pagesize=(design.WIDTH * MM, design.HEIGHT * MM), pageCompression=1, invariant=1)
        self.forms(canvas)
        canvas.transform(MM, 0, 0, -MM, 0, design.HEIGHT * MM)
        self.ground(canvas)
        canvas.showPage()
        canvas.save()
        return target.getvalue()

    def forms(self, canvas):
        for piece in self.pieces:
            canvas.beginForm(piece.name, 0, 0, design.WIDTH, design.HEIGHT)
            for shape in piece.shapes:
                draw(canvas, shape)
            canvas.endForm()

    def ground(self, canvas):
        canvas.setFillColor(HexColor(design.IVORY))
        canvas.rect(0, 0, design.WIDTH, design.HEIGHT, stroke=0, fill=1)
        for piece in self.pieces:
            for placement in piece.placements:
                canvas.saveState()
                canvas.transform(*placement)
                canvas.doForm(piece.name)
                canvas.restoreState()
        for rule, ink in ((design.RULE, design.GOLD), *((rule, design.NAVY) for rule in design.SIGNATURE_RULES)):
            x, y, width, weight = rule
            canvas.setStrokeColor(HexColor(ink))
            canvas.setLineWidth(weight * design.POINT)
            canvas.line(x, y, x + width, y)

    def text(self, canvas, line):
        canvas.saveState()
        canvas.transform(design.POINT, 0, 0, -design.POINT, line.middle, line.base)
        canvas.setFillColor(HexColor(line.ink))
        canvas.setFont(line.face, line.size)
        canvas.drawCentredString(0, 0, line.text, charSpace=line.spacing * line.size)
        canvas.restoreState()

    def tiny(self, canvas, person):
        canvas.setFillColor(HexColor(design.NAVY))
        for text, x, y, turn in person.microtext:
            canvas.saveState()
            canvas.translate(x, y)
            canvas.rotate(turn)
            canvas.scale(design.POINT, -design.POINT)
            canvas.setFont("sans", design.MICROTEXT_SIZE)
            canvas.drawCentredString(0, 0, text)
            canvas.restoreState()

    def code(self, canvas, person):
        path = canvas.beginPath()
        for x, y, width, height in person.runs:
            path.rect(x, y, width, height)
        canvas.setFillColor(HexColor("#000000"))
        canvas.drawPath(path, stroke=0, fill=1)
        middle_x, middle_y = design.QR_MIDDLE
        half = design.QR_SIDE / 2
        canvas.linkURL(person.address, (middle_x - half, middle_y - half, middle_x + half, middle_y + half), relative=1)


def draw(canvas, shape):
    path = canvas.beginPath()
    deeds = {"m": path.moveTo, "l": path.lineTo, "c": path.curveTo, "h": path.close}
    for letter, numbers in shape.steps:
        deeds[letter](*numbers)
    if shape.fill:
        canvas.setFillColor(HexColor(shape.fill))
    if shape.stroke:
        canvas.setStrokeColor(HexColor(shape.stroke))
        canvas.setLineWidth(shape.weight)
    canvas.drawPath(path, stroke=1 if shape.stroke else 0, fill=1 if shape.fill else 0)
