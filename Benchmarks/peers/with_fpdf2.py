"""fpdf2: its own SVG reader and drawing, texts shaped by HarfBuzz."""

import art
import design
import fpdf
from fpdf import FPDF


class Maker:
    version = fpdf.__version__

    def __init__(self, fonts):
        self.fonts = fonts
        self.ground = Ground(art.pieces())
        self.lines = design.course_lines()

    def make(self, person):
        paper = FPDF("landscape", "mm", "A4")
        paper.set_auto_page_break(False)
        paper.set_margin(0)
        paper.c_margin = 0
        paper.set_title(f"Sijil Penyertaan {person.serial}")
        for face, (_, _, _, file) in design.FACES.items():
            paper.add_font(face, fname=self.fonts / f"{file}.ttf")
        paper.set_text_shaping(True)
        paper.add_page()
        self.ground.draw(paper)
        for line in (*self.lines, *person.lines):
            text(paper, line)
        tiny(paper, person)
        code(paper, person)
        return bytes(paper.output())


class Ground:
    """The art, as the page's own operators: fpdf2 has no drawings that are kept and placed many times."""

    def __init__(self, pieces):
        scale, height = 1 / design.POINT, design.HEIGHT / design.POINT
        parts = [f"q {scale:.5f} 0 0 {-scale:.5f} 0 {height:.4f} cm"]
        parts.append(f"{ink(design.IVORY)} rg 0 0 {design.WIDTH} {design.HEIGHT} re f")
        for piece in pieces:
            drawing = "\n".join(map(operators, piece.shapes))
            for placement in piece.placements:
                parts.append(f"q {' '.join(f'{n:.5f}' for n in placement)} cm\n{drawing}\nQ")
        rules = ((design.RULE, design.GOLD), *((rule, design.NAVY) for rule in design.SIGNATURE_RULES))
        for (x, y, width, weight), colour in rules:
            parts.append(f"{ink(colour)} RG {weight * design.POINT:.3f} w {x} {y} m {x + width} {y} l S")
        self.stream = "\n".join(parts) + "\nQ"

    def draw(self, paper):
        paper._out(self.stream)


def ink(colour):
    return " ".join(f"{part:.3f}" for part in art.colour(colour))


def operators(shape):
    path = "\n".join(" ".join([*(f"{n:g}" for n in numbers), letter]) for letter, numbers in shape.steps)
    if shape.fill:
        return f"{ink(shape.fill)} rg\n{path}\nf"
    return f"{ink(shape.stroke)} RG {shape.weight:g} w\n{path}\nS"


def text(paper, line):
    paper.set_font(line.face, size=line.size)
    paper.set_text_color(*(round(part * 255) for part in art.colour(line.ink)))
    paper.set_char_spacing(line.spacing * line.size)
    paper.text(line.middle - paper.get_string_width(line.text) / 2, line.base, line.text)


def tiny(paper, person):
    paper.set_font("sans", size=design.MICROTEXT_SIZE)
    paper.set_char_spacing(0)
    paper.set_text_color(*(round(part * 255) for part in art.colour(design.NAVY)))
    for words, x, y, turn in person.microtext:
        with paper.rotation(-turn, x, y):
            paper.text(x - paper.get_string_width(words) / 2, y, words)


def code(paper, person):
    paper.set_fill_color(0, 0, 0)
    for x, y, width, height in person.runs:
        paper.rect(x, y, width, height, style="F")
    x, y = (middle - design.QR_SIDE / 2 for middle in design.QR_MIDDLE)
    paper.link(x, y, design.QR_SIDE, design.QR_SIDE, person.address)
