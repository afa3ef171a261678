"""The officer's, the administrator's and the stranger's way through the pages, in a real Chromium."""

import tempfile
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import sync_playwright

import documents
from product import MAIN_COURSE, Register, Server, rows

PASSWORD = rows("accounts.csv")[0]["password"]
WIDTHS = (360, 1280)
# Long lists are cut in pictures.
TALLEST = 2200
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


class Walk:
    """One browser window that looks at every page it comes to: accessibility, and a picture when pictures are wanted."""

    def __init__(self, ledger, browser, server, pictures, language="ms"):
        self.ledger, self.server, self.pictures, self.language = ledger, server, pictures, language
        self.context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True,
                                           locale="ms-MY" if language == "ms" else "en-GB")
        self.page = self.context.new_page()
        self.complaints = []
        self.page.on("console", lambda m: self.complaints.append(m.text) if m.type == "error" else None)
        self.page.on("pageerror", lambda e: self.complaints.append(str(e)))

    def go(self, path):
        return self.page.goto(self.server.base + path)

    def look(self, name, scheme="light"):
        """Checks the page as it stands at both widths and takes its pictures."""
        for width in WIDTHS:
            self.page.set_viewport_size({"width": width, "height": 900 if width > 400 else 780})
            self.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            self.page.wait_for_load_state("networkidle")
            found = Axe().run(self.page, options={"runOnly": {"type": "tag", "values": TAGS}}).response["violations"]
            told = [f"{v['id']}: {v['nodes'][0]['html'][:120]}" for v in found]
            self.ledger.equal(f"axe finds nothing on {name}, {width} px, {scheme}", told, [])
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            self.ledger.check(f"{name} does not scroll sideways at {width} px ({scheme})", wide <= 0, f"{wide} px")
            if self.pictures and scheme == "light":
                self.shoot(Path(self.pictures) / f"{name}-{width}.png")

    def shoot(self, file):
        self.page.screenshot(path=file, full_page=True)
        thin_out(file)

    def sign_in(self, prefix):
        sign_in_as(self.page, self.server.base, prefix)

    def close(self):
        self.ledger.equal("the browser's console has no error", self.complaints, [])
        self.context.close()


def sign_in_as(page, base, prefix):
    """Signs in with the first demonstration account that begins so."""
    page.goto(f"{base}/masuk")
    page.fill("#id", next(a["name"] for a in rows("accounts.csv") if a["name"].startswith(prefix)))
    page.fill("#kata-laluan", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_load_state("networkidle")


def thin_out(file, colours=128):
    """A picture of a page has few colours: with a palette it is a third of the size."""
    with Image.open(file) as image:
        shown = image.crop((0, 0, image.width, min(image.height, TALLEST)))
        shown.convert("RGB").quantize(colours, dither=Image.Dither.NONE).save(file, optimize=True)


def journeys(ledger, product, data, pictures=None):
    if pictures:
        Path(pictures).mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright, Server(product, data) as server:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium",
                                             args=["--no-sandbox", "--disable-dev-shm-usage"])
        try:
            stranger(ledger, browser, server, data, pictures)
            officer(ledger, browser, server, data, pictures)
            staff(ledger, browser, server, pictures)
            finance(ledger, browser, server, pictures)
            without_script(ledger, browser, server, data)
            bulk(ledger, browser, server, data, pictures)
        finally:
            browser.close()


def stranger(ledger, browser, server, data, pictures):
    walk = Walk(ledger, browser, server, pictures)
    walk.go("/")
    walk.look("landing")
    walk.look("landing", scheme="dark")
    code, face, _ = Register(data).faces(MAIN_COURSE)[7]
    walk.go("/semak")
    walk.look("typed-code")
    walk.page.fill("#kod", code.lower())
    walk.page.click("main form button[type=submit]")
    walk.page.wait_for_url("**/v/**")
    shown = walk.page.inner_text("main")
    ledger.check("a typed code leads to the certificate's page", face["holder"] in shown and face["serial"] in shown
                 and "SAH" in shown, shown[:200])
    walk.look("check-valid")
    walk.look("check-valid", scheme="dark")
    walk.page.click("a[hreflang=en]")
    walk.page.wait_for_load_state("networkidle")
    ledger.equal("the language can be switched", walk.page.get_attribute("html", "lang"), "en")
    ledger.check("the English page says VALID", "VALID" in walk.page.inner_text("main").upper())
    walk.look("check-valid-en")
    walk.page.click("a[hreflang=ms]")
    walk.page.wait_for_load_state("networkidle")
    ledger.equal("and back", walk.page.get_attribute("html", "lang"), "ms")
    walk.complaints.clear()
    walk.go("/v/0000-0000-0000-0000")
    walk.look("check-unknown")
    walk.go("/nowhere")
    walk.look("not-found")
    # The browser itself notes that a page was a 404.
    walk.complaints = [c for c in walk.complaints if "404" not in c]
    walk.close()


def officer(ledger, browser, server, data, pictures):
    walk = Walk(ledger, browser, server, pictures)
    walk.go("/masuk")
    walk.look("sign-in")
    walk.sign_in("nur.aisyah")
    ledger.check("after signing in an officer sees what is next", walk.page.url.endswith("/dashboard")
                 and walk.page.locator("article.journey-owed a.button").count() > 2, walk.page.url)
    walk.look("dashboard")
    if not walk.page.url.endswith("/sijil"):
        walk.go("/sijil")
    shown = walk.page.inner_text("main")
    ledger.check("an officer sees why a certificate is not there yet", "draf" in shown and "ditolak" in shown, shown[:300])
    walk.look("own-certificates")
    walk.look("own-certificates", scheme="dark")
    cards = walk.page.locator("article.certificate")
    waiting = cards.filter(has_text="AKMAL-NIL-014")
    ledger.equal("where a condition is open there is no download",
                 waiting.locator("a[download], a[href*='muat-turun'], form, button").count(), 0)
    ledger.equal("but the one next step", waiting.locator(".actions a").count(), 1)
    ready = cards.filter(has_text=MAIN_COURSE)
    with walk.page.expect_download() as download:
        ready.get_by_text("Muat turun sijil").first.click()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "sijil.pdf"
        download.value.save_as(file)
        ledger.check("the downloaded certificate bears the officer's name",
                     "NUR AISYAH BINTI YA'KOB" in documents.text(file), documents.text(file)[:200])
        ledger.equal("the downloaded file is sound", documents.syntax_problem(file), "")
        if pictures:
            target = Path(pictures) / "certificate"
            documents.run("pdftoppm", "-r", 130, "-png", "-singlefile", file, target)
            thin_out(target.with_suffix(".png"), colours=256)
    ready.get_by_text("Halaman semakan").click()
    walk.page.wait_for_url("**/v/**")
    ledger.check("its check page says SAH", "SAH" in walk.page.inner_text("main"))
    walk.page.click("form.account button")
    walk.page.wait_for_load_state("networkidle")
    walk.go("/sijil")
    ledger.check("after signing out the page is closed", "/masuk" in walk.page.url, walk.page.url)
    walk.complaints = [c for c in walk.complaints if "401" not in c]
    walk.close()


def staff(ledger, browser, server, pictures):
    walk = Walk(ledger, browser, server, pictures)
    walk.sign_in("pentadbir")
    walk.go("/pentadbir")
    walk.look("courses")
    walk.page.get_by_text("Penilaian Kastam dan Pengelasan Tarif").first.click()
    walk.page.wait_for_load_state("networkidle")
    walk.look("course")
    walk.close()


def finance(ledger, browser, server, pictures):
    walk = Walk(ledger, browser, server, pictures)
    walk.sign_in("kewangan")
    walk.go("/kewangan")
    ledger.check("receipts wait in the finance unit's queue", walk.page.locator("tbody tr .row-link").count() >= 12)
    walk.look("finance")
    walk.page.locator("tbody tr:has-text('778899') .row-link").first.click()
    walk.page.wait_for_load_state("networkidle")
    ledger.check("a receipt shows its picture, and who has the same number",
                 walk.page.locator(".review-file img").count() == 1 and walk.page.locator(".duplicates a").count() == 1)
    walk.look("receipt")
    walk.close()


def bulk(ledger, browser, server, data, pictures):
    walk = Walk(ledger, browser, server, pictures)
    walk.sign_in("pentadbir")
    walk.go("/pentadbir?cari=AKMAL-NIL-014")
    walk.page.get_by_text("Penilaian Kastam dan Pengelasan Tarif").first.click()
    walk.page.wait_for_load_state("networkidle")
    before = Register(data).count()
    walk.page.get_by_text("Jana semua yang layak").first.click()
    walk.page.wait_for_url("**/pentadbir/kerja/**")
    walk.page.get_by_text("Penjanaan sijil selesai").wait_for(timeout=120_000)
    ledger.check("issue all ready makes the certificates in the background", Register(data).count() > before)
    walk.look("job")
    walk.close()


def without_script(ledger, browser, server, data):
    code, face, _ = Register(data).faces(MAIN_COURSE)[3]
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(f"{server.base}/V/{code}")
    ledger.check("without JavaScript a scanned code is answered", face["holder"] in page.inner_text("main"))
    context.close()
