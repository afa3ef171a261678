"""Every page of every role, found by following the site's own links: accessibility, width, language, light and dark.

Usually axe looks at one page of each shape, in one language, scheme and width that take turns from page to page, and
each is measured at 360 px; the whole is every language, scheme and width of two pages of each shape.
"""

import itertools
import re
from urllib.parse import parse_qsl, urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

from checks_browser import TAGS, sign_in_as, thin_out
from product import Register, Server

ROLES = {
    "stranger": None, "officer": "nur.aisyah", "second officer": "ravichandran", "coordinator": "penyelaras",
    "finance": "kewangan", "administrator": "pentadbir", "auditor": "juruaudit",
}
# What is not a page, or ends the visit.
FILES = re.compile(r"\.(csv|zip|pdf|ics|jwt|json|svg|css|js)$|/muat-turun$|^/fail/|^/keluar|/eksport")
SCHEMES, WIDTHS, LANGUAGES = ("light", "dark"), (360, 1280), ("ms", "en")
# The widths change fastest, so that neighbours differ in more than their language.
LOOKS = tuple((language, scheme, width) for language in LANGUAGES for scheme in SCHEMES for width in WIDTHS)
# So many pages that differ only in their ids are looked at: usually, and in the whole.
SAMPLES, SAMPLES_OF_THE_WHOLE = 1, 2
# Pages to which no link leads.
UNLINKED = {"stranger": ["/", "/daftar/semak-e-mel", "/lupa-kata-laluan/semak-e-mel", "/v/0000-0000-0000-0000", "/tiada"]}


def everything(ledger, product, data, whole=False, pictures=None):
    visit = Visit(ledger, whole, pictures)
    with sync_playwright() as playwright, Server(product, data) as server:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium",
                                             args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            for role, prefix in ROLES.items():
                visit.every_page(browser, server, data, role, prefix)
        finally:
            browser.close()


def extra(role, data):
    register = Register(data)
    if role == "stranger":
        letters = register.query("SELECT payload FROM outbox WHERE kind = 'support.requested' ORDER BY id DESC LIMIT 1")
        codes = register.query("SELECT code FROM certificate WHERE status = 'valid' LIMIT 1")
        links = [re.search(r"/sokongan/[0-9A-Za-z]+", payload).group() for (payload,) in letters]
        return links + [f"/v/{code}" for (code,) in codes]
    return []


def pattern(path):
    """The address without what differs from record to record."""
    parts = urlsplit(path)
    shape = "/".join("*" if re.search(r"\d", part) or len(part) > 24 else part for part in parts.path.split("/"))
    return shape, tuple(sorted(name for name, _ in parse_qsl(parts.query) if name != "bahasa"))


class Visit:
    """How closely the pages are looked at, and whose turn it is."""

    def __init__(self, ledger, whole, pictures):
        self.ledger, self.whole, self.pictures = ledger, whole, pictures
        self.turns = itertools.cycle(LOOKS)

    def every_page(self, browser, server, data, role, prefix):
        context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
        page = context.new_page()
        if prefix:
            sign_in_as(page, server.base, prefix)
        starts = [*UNLINKED.get(role, []), *extra(role, data), "/dashboard" if prefix else "/"]
        paths = crawl(page, server.base, starts, SAMPLES_OF_THE_WHOLE if self.whole else SAMPLES)
        self.ledger.check(f"the links of the site lead the {role} somewhere", len(paths) > 4, str(paths))
        for path in paths:
            self.look(page, server.base, role, path)
        context.close()

    def look(self, page, base, role, path):
        looks = LOOKS if self.whole else [next(self.turns)]
        told, wrong, shown = set(), [], None
        for language, scheme, width in looks:
            if language != shown:
                shown = language
                wrong += self.open(page, base, path, language)
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
            told |= {f"{v['id']} ({language}, {scheme}, {width}): {v['nodes'][0]['html'][:120]}" for v in found}
            wrong += [f"{over} px too wide at {at} ({language})" for at in {width, min(WIDTHS)}
                      if (over := sideways(page, at)) > 0]
            if self.pictures:
                self.shoot(page, f"{role} {path} {language} {scheme}", width)
        self.ledger.equal(f"axe finds nothing on {path} ({role})", sorted(told), [])
        self.ledger.equal(f"{path} ({role}) fits its window and speaks its language", wrong, [])

    @staticmethod
    def open(page, base, path, language):
        """Opens a page in a language; says what it spoke when that was another."""
        page.goto(f"{base}{path}{'&' if '?' in path else '?'}bahasa={language}")
        page.wait_for_load_state("load")
        spoken = page.get_attribute("html", "lang")
        return [] if spoken == language else [f"spoke {spoken} instead of {language}"]

    def shoot(self, page, name, width):
        page.set_viewport_size({"width": width, "height": 900})
        target = self.pictures / f"{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')[:80]}-{width}.png"
        page.screenshot(path=target, full_page=True)
        thin_out(target)


def sideways(page, width):
    """How many pixels of the page stand outside a window of this width."""
    page.set_viewport_size({"width": width, "height": 900})
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def crawl(page, base, starts, samples):
    """Addresses of pages that links lead to, at most so many of each shape, in the order in which they were found."""
    waiting, seen, kept, counts = list(starts), set(), [], {}
    while waiting:
        path = waiting.pop(0)
        shape = pattern(path)
        if path in seen or FILES.search(urlsplit(path).path) or counts.get(shape, 0) >= samples:
            continue
        seen.add(path)
        counts[shape] = counts.get(shape, 0) + 1
        page.goto(base + path)
        kept.append(path)
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            if link.startswith("/") and "bahasa=" not in link and "berjaya=" not in link:
                waiting.append(link.split("#")[0])
    return kept
