"""Typst: one compiler, kept with its caches; what changes is given to it as inputs.

The art is a page of a PDF file that was made before: as an SVG drawing it would take twice as long.
"""

import importlib.metadata
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

import design
import typst
import with_reportlab

TEMPLATE = Path(__file__).with_name("certificate.typ")


class Maker:
    version = importlib.metadata.version("typst")

    def __init__(self, fonts):
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name)
        (root / "ground.pdf").write_bytes(with_reportlab.Maker(fonts).picture())
        (root / TEMPLATE.name).write_bytes(TEMPLATE.read_bytes())
        self.compiler = typst.Compiler(
            str(root / TEMPLATE.name), font_paths=[str(design.FONTS)], ignore_system_fonts=True)
        self.course = json.dumps({"lines": [asdict(line) for line in design.course_lines()], "rules": rules()})

    def make(self, person):
        return self.compiler.compile(
            format="pdf", sys_inputs={"person": json.dumps(inputs(person)), "course": self.course})

    def close(self):
        self.folder.cleanup()


def rules():
    inks = (design.GOLD, design.NAVY, design.NAVY)
    return [dict(zip(("x", "y", "width", "weight"), place)) | {"ink": ink}
            for place, ink in zip((design.RULE, *design.SIGNATURE_RULES), inks)]


def inputs(person):
    count = len(person.modules)
    path = "".join(f"M{start} {y}h{end - start}v1h{start - end}z"
                   for y, row in enumerate(person.modules) for start, end in design.dark_runs(row))
    return {
        "title": f"Sijil Penyertaan {person.serial}", "address": person.address,
        "lines": [asdict(line) for line in person.lines],
        "microtext": [dict(zip(("text", "x", "y", "turn"), side)) for side in person.microtext],
        "code": f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {count} {count}"><path d="{path}"/></svg>',
    }
