"""Forgeries of stamped certificates before akmal check, with its register and with published keys, and before the browser."""

import json

from playwright.sync_api import sync_playwright

import checks_offline
import stamped_forgeries
from proof_maker import Academy, b64
from stamped_file import StampedFile


def everything(ledger, product, data, own, other, elsewhere, folder):
    """`own` and `other` are of one course, `elsewhere` is of another."""
    published = folder / "published"
    made = product.run("export", "--static", published, "--data", data)
    ledger.check("what anybody needs to check files is written out", made.returncode == 0, made.stderr)
    files = [file.read_bytes() for file in (own, other, elsewhere)]
    whole = [StampedFile(data) for data in files]
    ledger.check("files that are taken apart and put together are the same bytes",
                 [one.remade() for one in whole] == files)
    ledger.check("two of a course begin with the same bytes, and one of another does not",
                 files[0][:whole[0].prefix] == files[1][:whole[1].prefix] != files[2][:whole[2].prefix])
    insider = stamped_forgeries.Insider(data, published)
    forged = stamped_forgeries.all_of(insider, Academy(insider.host), *files)
    told = {"akmal check": [by_command(product, file, folder, "--data", data) for _, file, _, _ in forged],
            "akmal check --offline": [by_command(product, file, folder, "--offline", "--keys", published)
                                      for _, file, _, _ in forged],
            "the browser": by_browser(insider.published, published, [file for _, file, _, _ in forged])}
    for number, (name, _, wanted, steps) in enumerate(forged):
        found = {judge: answers[number] for judge, answers in told.items()}
        ledger.check(f"stamped: {name}: {wanted}", all(
            verdict == wanted and (not steps or set(steps.split()) & set(failed)) and bool(failed) == (wanted != "valid")
            for verdict, failed in found.values()), found)


def by_command(product, file, folder, *options):
    subject = folder / "forged.pdf"
    subject.write_bytes(file)
    result = product.run("check", subject, "--json", *options)
    answer = json.loads(result.stdout)
    codes = {"valid": 0, "altered": 14, "unknown-key": 15}
    if result.returncode != codes.get(answer["verdict"]):
        return f"{answer['verdict']}, ended with {result.returncode}", []
    return answer["verdict"], [step["code"] for step in answer["steps"] if step["result"] == "failed"]


def by_browser(keys, published, files):
    lists = {f"/{file.relative_to(published)}": file.read_text() for file in (published / "status").rglob("*")
             if file.is_file()}
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with checks_offline.modules(browser) as page:
            found = page.evaluate(checks_offline.JUDGE, {
                "keys": keys, "lists": lists, "jobs": [{"file": b64(file)} for file in files],
                "now": checks_offline.now()})
        browser.close()
    return [(one["verdict"], one["failed"]) for one in found]
