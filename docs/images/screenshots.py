#!/usr/bin/env python3
"""Takes the pictures of this folder from a running demonstration (`akmal demo`), at 360 and 1280 pixels.

Usage: python3 docs/images/screenshots.py http://localhost:8080
Needs playwright and pillow from PyPI, and chromium. It issues one course's certificates on the way.
"""

import io
import pathlib
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

SITE = sys.argv[1].rstrip("/")
FOLDER = pathlib.Path(__file__).parent
PASSWORD = "Sijil-Demo-2026"
TALLEST = {1280: 1100, 360: 1500}


def sign_in(page, name):
    page.goto(f"{SITE}/masuk")
    page.fill("#id", name)
    page.fill("#kata-laluan", PASSWORD)
    page.click("form.form button[type=submit]")


def keep(page, name):
    width = page.viewport_size["width"]
    page.wait_for_load_state("networkidle")
    picture = Image.open(io.BytesIO(page.screenshot(full_page=True))).convert("RGB")
    picture = picture.crop((0, 0, picture.width, min(picture.height, TALLEST[width])))
    # 256 colours are enough for flat pages and keep the repository small.
    picture.quantize(256, dither=Image.Dither.NONE).save(FOLDER / f"{name}-{width}.png", optimize=True)


def stranger(page):
    page.goto(SITE)
    keep(page, "landing")
    page.goto(f"{SITE}/semak")
    keep(page, "typed-code")
    page.goto(f"{SITE}/masuk")
    keep(page, "sign-in")
    page.goto(f"{SITE}/v/0000000000000000")
    keep(page, "check-unknown")
    page.goto(f"{SITE}/tiada")
    keep(page, "problem")


def officer(page):
    sign_in(page, "nur.aisyah@demo.customs.gov.my")
    keep(page, "own-certificates")
    link = page.locator('a[href^="/v/"]').first.get_attribute("href")
    page.context.clear_cookies()
    page.goto(SITE + link)
    keep(page, "check-valid")


def administrator(page):
    sign_in(page, "pentadbir@demo.customs.gov.my")
    keep(page, "courses")
    page.locator("tr:has(.figure-blue) .row-link").first.click()
    keep(page, "course")
    page.locator('form[action$="/jana"] button').click()
    page.wait_for_selector(".panel")
    keep(page, "job")


with sync_playwright() as play:
    browser = play.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"]
    )
    for width in (1280, 360):
        for visit in (stranger, officer, administrator):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme="light")
            visit(context.new_page())
            context.close()
    browser.close()
