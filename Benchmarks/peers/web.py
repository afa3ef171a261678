"""The certificate as one HTML page with inline SVG, for the peers that read it."""

from html import escape

import design

PAGE = """<!DOCTYPE html><html lang="ms"><head><meta charset="utf-8">
<title>Sijil Penyertaan {serial}</title><style>
{faces}
@page {{ size: 297mm 210mm; margin: 0 }}
body {{ margin: 0 }}
.p {{ position: relative; width: 297mm; height: 210mm; overflow: hidden }}
.l {{ position: absolute; white-space: pre; line-height: 0; text-align: center; width: 260mm }}
.m {{ position: absolute; white-space: pre; text-align: center; width: 260mm; font: 400 1.5pt/0 'Sijil Sans' }}
.r {{ position: absolute }}
svg, img {{ position: absolute; left: 0; top: 0 }}
</style></head><body><div class="p">{ground}{lines}{code}</div></body></html>"""


def faces(folder):
    return "\n".join(
        f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {style}; '
        f'src: url("{(folder / f"{file}.ttf").as_uri()}") }}'
        for family, weight, style, file in design.FACES.values())


# Where a line of no height has its base line below its middle, as a part of the size: (ascent - descent) / 2.
BASE = {"serif": 0.3545, "italic": 0.3545, "bold": 0.3545, "sans": 0.3636, "medium": 0.3636}


def text(line):
    family, weight, style, _ = design.FACES[line.face]
    top = line.base - BASE[line.face] * line.size * design.POINT
    return (f'<div class="l" style="left:{line.middle - 130:.3f}mm;top:{top:.3f}mm;'
            f"font:{style} {weight} {line.size:.2f}pt/0 '{family}';color:{line.ink};"
            f"letter-spacing:{line.spacing}em\">{escape(line.text)}</div>")


def tiny(person):
    return "".join(
        f'<div class="m" style="left:{x - 130:.2f}mm;top:{y:.2f}mm;color:{design.NAVY};transform:rotate({turn}deg)">'
        f"{escape(text)}</div>" for text, x, y, turn in person.microtext)


def rule(place, ink):
    x, y, width, weight = place
    return f'<div class="r" style="left:{x}mm;top:{y}mm;width:{width}mm;height:{weight}pt;background:{ink}"></div>'


def fixed():
    """What all certificates of the course have, behind the art."""
    rules = rule(design.RULE, design.GOLD) + "".join(rule(place, design.NAVY) for place in design.SIGNATURE_RULES)
    return rules + "".join(map(text, design.course_lines()))


def code(person):
    path = "".join(f"M{x:.3f} {y:.3f}h{w:.3f}v{h:.3f}h-{w:.3f}z" for x, y, w, h in person.runs)
    x, y = (middle - design.QR_SIDE / 2 for middle in design.QR_MIDDLE)
    side = f"{design.QR_SIDE}mm"
    return (f'<svg width="297mm" height="210mm" viewBox="0 0 297 210"><path d="{path}"/></svg>'
            f'<a class="r" href="{person.address}" style="left:{x}mm;top:{y}mm;width:{side};height:{side}"></a>')


def page(person, styles, ground, common):
    lines = common + "".join(map(text, person.lines)) + tiny(person)
    return PAGE.format(serial=person.serial, faces=styles, ground=ground, lines=lines, code=code(person))
