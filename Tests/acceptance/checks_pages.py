"""Every page of every role, found by following the site's own links: accessibility, width, language, light and dark."""

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
FILES = re.compile(r"\.(csv|zip|pdf|ics|svg|css|js)$|/muat-turun$|^/fail/|^/keluar|/eksport")
SCHEMES, WIDTHS, LANGUAGES = ("light", "dark"), (360, 1280), ("ms", "en")
# So many pages that differ only in their ids are looked at.
SAMPLES = 2
# Pages to which no link leads.
UNLINKED = {"stranger": ["/", "/daftar/semak-e-mel", "/lupa-kata-laluan/semak-e-mel", "/v/0000-0000-0000-0000", "/tiada"]}


def everything(ledger, product, data, pictures=None):
    with sync_playwright() as playwright, Server(product, data) as server:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium",
                                             args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            for role, prefix in ROLES.items():
                look_at_all(ledger, browser, server, data, role, prefix, pictures)
        finally:
            browser.close()


def look_at_all(ledger, browser, server, data, role, prefix, pictures):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    if prefix:
        sign_in_as(page, server.base, prefix)
    paths = crawl(page, server.base, [*UNLINKED.get(role, []), *extra(role, data), "/dashboard" if prefix else "/"])
    ledger.check(f"the links of the site lead the {role} somewhere", len(paths) > 4, str(paths))
    for path in paths:
        look(ledger, page, server.base, role, path, pictures)
    context.close()


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


def crawl(page, base, starts):
    """Addresses of pages that links lead to, at most a few of each shape, in the order in which they were found."""
    waiting, seen, kept, counts = list(starts), set(), [], {}
    while waiting:
        path = waiting.pop(0)
        shape = pattern(path)
        if path in seen or FILES.search(urlsplit(path).path) or counts.get(shape, 0) >= SAMPLES:
            continue
        seen.add(path)
        counts[shape] = counts.get(shape, 0) + 1
        page.goto(base + path)
        kept.append(path)
        for link in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            if link.startswith("/") and "bahasa=" not in link and "berjaya=" not in link:
                waiting.append(link.split("#")[0])
    return kept


def look(ledger, page, base, role, path, pictures):
    told, wide, wrong = [], [], []
    for language in LANGUAGES:
        page.goto(f"{base}{path}{'&' if '?' in path else '?'}bahasa={language}")
        page.wait_for_load_state("load")
        if page.get_attribute("html", "lang") != language:
            wrong.append(language)
        for scheme in SCHEMES:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                found = Axe().run(page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
                told += [f"{v['id']} ({language}, {scheme}, {width}): {v['nodes'][0]['html'][:120]}" for v in found]
                over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                if over > 0:
                    wide.append(f"{over} px too wide at {width} ({language})")
                if pictures:
                    name = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-")[:60] or "laman"
                    target = pictures / f"{role.replace(' ', '-')}-{name}-{language}-{scheme}-{width}.png"
                    page.screenshot(path=target, full_page=True)
                    thin_out(target)
    ledger.equal(f"axe finds nothing on {path} ({role})", sorted(set(told)), [])
    ledger.equal(f"{path} ({role}) fits its window and speaks its language", [*wide, *wrong], [])
