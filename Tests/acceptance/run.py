#!/usr/bin/env python3
"""Drives the release build of akmal from outside; one line a check, `N passed, N failed` at the end.

    .venv/bin/python Tests/acceptance/run.py --akmal .build/release/akmal [--only NAME …] [--screenshots docs/images]
"""

import argparse
import shutil
import sys
import tempfile
from pathlib import Path

import checks_browser
import checks_commands
import checks_dates
import checks_documents
import checks_http
import checks_issuing
import checks_journey
import checks_log
import checks_longterm
import checks_mail
import checks_names
import checks_offline
import checks_pages
import checks_photos
import checks_seal
from ledger import Ledger
from product import Product

GROUPS = ("commands", "documents", "seal", "photos", "names", "log", "concurrency", "http", "browser", "offline", "pages",
          "journey", "mail", "kill")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--akmal", default=".build/release/akmal", help="the program to drive")
    options.add_argument("--only", nargs="+", choices=GROUPS, default=GROUPS, help="groups of checks to run")
    options.add_argument("--whole", action="store_true",
                         help="look at every page in both languages, light and dark, narrow and wide: a quarter of an hour; "
                              "lay a thousand certificates over each other by two rasterisers")
    options.add_argument("--pairs", help="the program that makes certificates by both paths (default: beside --akmal)")
    options.add_argument("--screenshots", metavar="FOLDER", help="take pictures of the pages on the way")
    options.add_argument("--keep", action="store_true", help="keep the working folder and say where it is")
    chosen = options.parse_args()
    ledger, product = Ledger(), Product(chosen.akmal)
    folder = Path(tempfile.mkdtemp(prefix="akmal-acceptance-"))
    try:
        run(ledger, product, folder, chosen)
    finally:
        if chosen.keep:
            print(f"kept: {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(ledger.close())


def run(ledger, product, folder, chosen):
    seeded, issued = folder / "seeded", folder / "issued"
    checks_commands.seed(ledger, product, seeded)
    if not ledger.check("the demonstration academy can be seeded", (seeded).is_dir()):
        return
    shutil.copytree(seeded, issued)
    packed = {}

    # A server under another address signs the status lists in its own name: the log is looked at as it was before.
    logged = folder / "logged"

    def documents():
        packed["folder"], packed["manifest"] = checks_documents.issue_and_pack(ledger, product, issued, folder)
        shutil.copytree(issued, logged)
        if packed["folder"]:
            checks_documents.examine_all(ledger, product, issued, packed["folder"])

    def photographs():
        if packed.get("folder"):
            checks_photos.everything(ledger, checks_photos.chosen(packed["folder"]), folder)

    if set(chosen.only) & {"documents", "seal", "photos", "log", "concurrency", "http", "browser", "offline", "pages", "mail"}:
        if set(chosen.only) & {"documents", "seal", "photos"}:
            ledger.run("Documents: 250 certificates, scanned, read and validated", documents)
        else:
            ledger.check("the course is issued", product.run(
                "issue", "--course", "AKMAL-IND-001", "--data", issued).returncode == 0)
            shutil.copytree(issued, logged)
    if "seal" in chosen.only and packed.get("folder"):
        ledger.run("Seals: other people's readers, two standards, and files broken on purpose",
                   lambda: checks_seal.everything(ledger, product, issued, folder,
                                                  sorted(packed["folder"].rglob("*.pdf"))))
    if "seal" in chosen.only:
        ledger.run("Seals: dated, and with what a check needs years later",
                   lambda: checks_longterm.everything(ledger, product, logged, folder))
    if "photos" in chosen.only:
        ledger.run("Photographs of codes on paper, simulated", photographs)
    if "names" in chosen.only:
        pairs = chosen.pairs or Path(product.program).with_name("akmal-pairs")
        ledger.run("Names: three thousand stamped certificates, read, laid over drawn ones, and made again",
                   lambda: checks_names.everything(ledger, product, folder, pairs, chosen.whole))
    if "commands" in chosen.only:
        ledger.run("Commands", lambda: checks_commands.everything(ledger, product, folder, issued))
    if "log" in chosen.only:
        ledger.run("Log: Go, openbadgeslib, and a knife in the database",
                   lambda: checks_log.everything(ledger, product, logged, folder))
        ledger.run("Log: dates by an authority for time",
                   lambda: checks_dates.everything(ledger, product, logged, folder))
    if "browser" in chosen.only:
        spare = folder / "browser"
        shutil.copytree(issued, spare)
        ledger.run("Browser", lambda: checks_browser.journeys(ledger, product, spare, chosen.screenshots))
    if "offline" in chosen.only:
        spare = folder / "offline"
        shutil.copytree(issued, spare)
        ledger.run("Offline: papers and files proved in the browser, forgeries refused",
                   lambda: checks_offline.everything(ledger, product, spare))
    if "journey" in chosen.only:
        ledger.run("Journey: from Daftar Akaun to the certificate, from an empty database",
                   lambda: checks_journey.everything(ledger, product, folder, chosen.screenshots))
    if "pages" in chosen.only:
        spare = folder / "pages"
        shutil.copytree(issued, spare)
        pictures = Path(chosen.screenshots) if chosen.screenshots and chosen.whole else None
        ledger.run("Pages: every page of every role",
                   lambda: checks_pages.everything(ledger, product, spare, chosen.whole, pictures))
    if "mail" in chosen.only:
        ledger.run("Mail: a real server, and kill -9", lambda: checks_mail.everything(ledger, product, issued, folder))
    if "concurrency" in chosen.only:
        # Before the course was issued: the officer's certificate still waits.
        spare = folder / "concurrency"
        shutil.copytree(seeded, spare)
        ledger.run("Concurrency: 64 requests for one certificate",
                   lambda: checks_issuing.sixty_four_at_once(ledger, product, spare))
    if "http" in chosen.only:
        ledger.run("HTTP", lambda: checks_http.everything(ledger, product, issued))
        ledger.run("HTTP: the end", lambda: checks_http.polite_end(ledger, product, issued))
        ledger.run("HTTP: certificates that are no longer valid",
                   lambda: checks_http.honest_pages(ledger, product, issued))
    if "kill" in chosen.only:
        ledger.run("Kill -9", lambda: checks_issuing.kill_and_resume(ledger, product, seeded, folder))


if __name__ == "__main__":
    main()
