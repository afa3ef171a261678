#!/usr/bin/env python3
"""The same certificate and the same check page by other programs and by ours, in one run; `make bench-peers` sets up.

    .build/peers/python/bin/python Benchmarks/peers/run.py [--only certificate|page] [--markdown FILE]
"""

import argparse
import datetime
import os
import platform
import re
import tempfile
from pathlib import Path

import certificates
import cost
import design
import pages

TOOLS = design.CHECKOUT / ".build" / "peers"
GROUPS = ("certificate", "page")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--akmal", default=".build/release/akmal", help="our program; akmal-bench must stand beside it")
    options.add_argument("--only", choices=GROUPS, help="one of the two comparisons")
    options.add_argument("--rounds", type=int, default=5, help="runs of each, in turns")
    options.add_argument("--markdown", metavar="FILE", help="write the tables to a file as well")
    chosen = options.parse_args()
    program = (design.CHECKOUT / chosen.akmal).resolve()
    for needed in (program, program.with_name("akmal-bench")):
        if not needed.exists():
            raise SystemExit(f"peers: {needed.name} is not built; make bench-peers builds it")
    before, figures, tables = machine(), [], []
    with tempfile.TemporaryDirectory(prefix="akmal-peers-") as folder:
        for group, measure, table_of in groups(program, chosen.rounds):
            if chosen.only in (None, group):
                place = Path(folder) / group
                place.mkdir()
                found = measure(place)
                figures += found
                tables.append(table_of(found))
                print(tables[-1], flush=True)
    after = f"Load at the end: {load()}.\n"
    print(before + after, end="")
    if chosen.markdown:
        Path(chosen.markdown).write_text("\n".join([before + after, *tables]), encoding="utf-8")
    if wrong := [figure.name for figure in figures if figure.checked and figure.checked.right < figure.checked.all]:
        raise SystemExit(f"peers: not all that was timed is right: {', '.join(wrong)}")


def groups(program, rounds):
    return (
        ("certificate", lambda place: certificates.measure(program, TOOLS / "fonts", place, rounds), certificate_table),
        ("page", lambda place: pages.measure(program, TOOLS, place, rounds), page_table),
    )


def machine():
    model = re.search(r"^model name\s*:\s*(.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    return (f"{datetime.date.today().isoformat()}, {os.cpu_count()} cores, {model[1] if model else platform.machine()}; "
            f"load at the start: {load()}.\n")


def load():
    return " ".join(f"{part:.2f}" for part in os.getloadavg())


def certificate_table(figures):
    head = ("one certificate", "ms CPU", "spread", "runs", "times ours", "KB", "checked")
    first = figures[0].median
    return table(head, [
        (figure.name, cost.rounded(figure.median), figure.spread, figure.samples,
         cost.rounded(figure.median / first), f"{figure.size:.0f}", str(figure.checked or "see below"))
        for figure in figures])


def page_table(figures):
    head = ("one check page", "µs server CPU", "spread", "runs", "times ours", "pages alike")
    first = figures[0].median
    return table(head, [
        (figure.name, cost.rounded(figure.median), figure.spread, figure.samples,
         cost.rounded(figure.median / first), str(figure.checked)) for figure in figures])


def table(head, rows):
    lines = [head, tuple("---" if column == 0 else "---:" for column in range(len(head))), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    main()
