"""Chromium: one browser and one page, kept open; what changes is set in the page, which is then printed."""

import base64

import art
import web
from playwright.sync_api import sync_playwright

CHANGE = "([html, title]) => { document.getElementById('holder').innerHTML = html; document.title = title }"


class Maker:
    def __init__(self, fonts):
        self.play = sync_playwright().start()
        self.browser = self.play.chromium.launch(executable_path="/usr/bin/chromium")
        self.version = self.browser.version
        self.page = self.browser.new_page()
        self.page.set_content(web.PAGE.format(
            serial="", faces=embedded(fonts), ground=art.svg(), lines=web.fixed(), code='<div id="holder"></div>'))
        self.page.evaluate("document.fonts.ready")

    def make(self, person):
        changed = "".join(map(web.text, person.lines)) + web.tiny(person) + web.code(person)
        self.page.evaluate(CHANGE, [changed, f"Sijil Penyertaan {person.serial}"])
        return self.page.pdf(prefer_css_page_size=True, print_background=True)

    def close(self):
        self.browser.close()
        self.play.stop()


def embedded(fonts):
    """A page without an address may not read files."""
    styles = web.faces(fonts)
    for path in fonts.glob("*.ttf"):
        data = base64.b64encode(path.read_bytes()).decode()
        styles = styles.replace(path.as_uri(), f"data:font/ttf;base64,{data}")
    return styles
