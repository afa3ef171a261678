#!/usr/bin/env python3
"""How long Chromium takes to prove certificates without the academy; `akmal-bench browser` makes what it reads.

    .venv/bin/python Benchmarks/browser/offline_check.py FOLDER

FOLDER holds `export`, as `akmal export --static` writes it, and `papers`: in each line the text of a QR code and the
path of the certificate's file. Prints JSON: milliseconds of each check, each with keys that it has to import.
"""

import base64
import json
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests" / "acceptance"))
from checks_offline import modules  # noqa: E402 - found only there

PAGES = 5
CHECK = """async ({ keys, lists, jobs }) => {
    const { Trust } = await import("/verify/trust.js");
    const { judgeFile } = await import("/verify/judge-file.js");
    const { judgePaper } = await import("/verify/judge-paper.js");
    const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const made = [];
    for (const { paper, file } of jobs) {
        const content = file && bytes(file);
        const start = performance.now();
        const trust = new Trust(keys, async (path) => lists[path] ?? null);
        const found = file ? await judgeFile(content, trust, { now: Date.now() / 1000 }) : await judgePaper(paper, trust);
        made.push({
            took: performance.now() - start, verdict: found?.verdict, asOf: found?.asOf, isSigned: found?.isSigned,
            code: found?.code, steps: found?.steps });
    }
    return made;
}"""
# What must have been found to hold, beside what is skipped because nobody was asked.
STEPS = {"paper": {"claims", "code", "status"},
         "file": {"file", "seal", "coverage", "signature", "signer", "credential", "log", "status"}}


def main():
    folder = Path(sys.argv[1])
    export = folder / "export"
    keys = json.loads((export / "keys.json").read_text())
    lists = {f"/{path.relative_to(export)}": path.read_text() for path in (export / "status").rglob("*") if path.is_file()}
    lines = [line.split("\t") for line in (folder / "papers").read_text().splitlines()]
    papers = [{"paper": text} for text, _ in lines]
    files = [{"file": base64.b64encode(Path(path).read_bytes()).decode()} for _, path in lines]
    told = {}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        told["browser"] = f"Chromium {browser.version}"
        for name, jobs in (("papers", papers), ("files", files)):
            with modules(browser) as page:
                checked(page, keys, lists, jobs)
                told[name] = checked(page, keys, lists, jobs)
            told[f"first{name.capitalize()}"] = []
            for _ in range(PAGES):
                with modules(browser) as page:
                    told[f"first{name.capitalize()}"] += checked(page, keys, lists, jobs[:1])
        browser.close()
    print(json.dumps(told))


def checked(page, keys, lists, jobs):
    """Milliseconds of each check; one that is not valid in every respect ends the run."""
    found = page.evaluate(CHECK, {"keys": keys, "lists": lists, "jobs": jobs})
    for job, one in zip(jobs, found):
        held = {step["code"] for step in one["steps"] or () if step["result"] == "passed"}
        missing = STEPS["paper" if "paper" in job else "file"] - held
        if one["verdict"] != "valid" or not one["asOf"] or not one["isSigned"] or missing:
            raise SystemExit(f"offline check: {one}, missing: {sorted(missing)}")
    return [one["took"] for one in found]


if __name__ == "__main__":
    main()
