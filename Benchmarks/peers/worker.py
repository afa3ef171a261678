"""One peer in a process of its own: makes certificates when told to, and says what they cost.

    python worker.py PEER FONTS         then one line a run on standard input: {"start": 1, "count": 20, "folder": "…"}
"""

import importlib
import json
import sys
from pathlib import Path

import cost
import design


def run(maker, order):
    people = design.people(order["start"], order["count"])
    for person in people:
        # What peers get ready made.
        assert person.runs and person.lines and person.microtext
    start = cost.own()
    files = [maker.make(person) for person in people]
    spent = cost.own() - start
    for person, file in zip(people, files):
        (Path(order["folder"]) / f"{person.number:06}.pdf").write_bytes(file)
    return {"ms": spent * 1000 / len(people), "sizes": [len(file) for file in files]}


def main():
    peer, fonts = sys.argv[1], Path(sys.argv[2])
    maker = importlib.import_module(f"with_{peer}").Maker(fonts)
    answer({"version": maker.version})
    for line in sys.stdin:
        answer(run(maker, json.loads(line)))
    if hasattr(maker, "close"):
        maker.close()


def answer(value):
    print(json.dumps(value), flush=True)


if __name__ == "__main__":
    main()
