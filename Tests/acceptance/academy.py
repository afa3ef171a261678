"""An academy that begins with an empty database: its people in browsers of their own, its letters, its clock."""

import re
import struct
import subprocess
import time
from datetime import date, timedelta
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

import mail_server
from checks_browser import thin_out
from mail_server import PASSWORD as MAIL_PASSWORD, USER as MAIL_USER, MailServer
from product import Register, Server

PASSWORD = "Kata-Laluan-Baharu-7"
STAFF_PASSWORD = "Kakitangan-Akademi-7"
PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
COURSE = "AKMAL-UJI-007"
TITLE = "Kursus Pemeriksaan Kargo dan Dokumen"
PEOPLE = [
    ("880101145671", "PEMOHON CONTOH BINTI UMPAMA", "pemohon"),
    ("880202145672", "BERHALANGAN MISALAN BIN TELADAN", "berhalangan"),
    ("880303145673", "PENGGANTI ANDAIAN A/P RUPAMA", "pengganti"),
]
OTHERS = [
    ("880404145674", "TIDAK DISOKONG BINTI CONTOH", "tidak.disokong"),
    ("880505145675", "TARIK BALIK BIN CONTOH", "tarik.balik"),
    ("880606145676", "TIDAK LAYAK BINTI CONTOH", "tidak.layak"),
    ("880707145677", "TIADA JAWAPAN BIN CONTOH", "tiada.jawapan"),
]
SUPERVISOR = ("PENYELIA BAYANGAN BIN ANGGAPAN", "012-345 6789", "penyelia@customs.gov.my")
SUPPORT = r"/sokongan/[0-9a-zA-Z]+"


class Clock:
    """Moves the server's clock; this process and the browser keep theirs."""

    def __init__(self, folder):
        self.file, self.library, self.days = folder / "clock", folder / "clock.so", 0
        source = Path(__file__).with_name("clock.c")
        subprocess.run(["clang", "-O2", "-shared", "-fPIC", "-o", self.library, source], check=True, timeout=60)
        self.move_to(date.today())

    def move_to(self, day, hours=0):
        self.days = (day - date.today()).days
        with open(self.file, "r+b" if self.file.exists() else "wb") as file:
            file.write(struct.pack("<q", self.days * 86_400 + hours * 3600))

    @property
    def today(self):
        return date.today() + timedelta(days=self.days)

    @property
    def environment(self):
        return {"LD_PRELOAD": str(self.library), "CLOCK_OFFSET": str(self.file)}


class Person:
    """A browser of one's own: a telephone or a desk."""

    def __init__(self, academy, name, is_phone):
        self.academy, self.name, self.ledger = academy, name, academy.ledger
        self.context = academy.browser.new_context(
            viewport=PHONE if is_phone else DESKTOP, is_mobile=is_phone, has_touch=is_phone, locale="ms-MY",
            accept_downloads=True, reduced_motion="reduce")
        self.page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.complaints = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def go(self, path):
        return self.page.goto(path if path.startswith("http") else self.academy.server.base + path)

    @property
    def text(self):
        return self.page.inner_text("main")

    @property
    def path(self):
        return self.page.url.removeprefix(self.academy.server.base)

    def fill(self, **values):
        for name, value in values.items():
            self.page.fill(f"[id='{name.replace('_', '-')}']", value)

    def submit(self, selector="main form .button-large[type=submit]"):
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state("networkidle")

    def press(self, words):
        self.page.locator("main").get_by_text(words, exact=True).first.click()
        self.page.wait_for_load_state("networkidle")

    def sees(self, sentence, *wanted):
        shown = self.text
        missing = [words for words in wanted if words.casefold() not in shown.casefold()]
        self.ledger.check(sentence, not missing, f"{missing} is not in: {' '.join(shown.split())[:400]}")
        self.academy.shoot(self, sentence)

    def sign_in(self, user, password):
        self.go("/masuk")
        self.fill(id=user, kata_laluan=password)
        self.submit()

    def close(self):
        self.ledger.equal(f"{self.name}: no page has a fault in its script", self.complaints, [])
        self.context.close()


class Academy:
    """What every story shares; a story is a class of this one with a `walk`."""

    def __init__(self, ledger, product, folder, pictures):
        self.ledger, self.product, self.folder, self.pictures = ledger, product, folder, pictures
        self.data, self.shots = folder / "data", 0
        self.clock = Clock(folder)
        self.day = date.today() + timedelta(days=45)
        while self.day.weekday() > 3:
            self.day += timedelta(days=1)

    def run(self):
        authority, context = mail_server.make_certificates(self.folder / "authority")
        with MailServer(context) as self.mail:
            self.set_up(authority)
            server = Server(self.product, self.data, arguments=["--config", self.config], extra=self.clock.environment)
            server.arguments += ["--site", server.base]
            with server as self.server, sync_playwright() as playwright:
                self.browser = playwright.chromium.launch(
                    executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage"])
                try:
                    self.walk()
                finally:
                    self.browser.close()

    def shoot(self, person, name):
        if self.pictures:
            self.shots += 1
            Path(self.pictures).mkdir(parents=True, exist_ok=True)
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
            file = Path(self.pictures) / f"journey-{self.shots:02}-{slug}.png"
            person.page.screenshot(path=file, full_page=True)
            thin_out(file)

    def letter(self, user, *words, since=0):
        """The latest letter to somebody that holds all these words; the worker may still be at it."""
        address = user if "@" in user else f"{user}@customs.gov.my"
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            for arrival in reversed(self.mail.arrivals[since:]):
                text = f"{arrival.message['Subject']}\n{arrival.body('plain')}"
                if address in arrival.recipients and all(part in text for part in words):
                    return arrival
            time.sleep(0.1)
        told = [(a.recipients, a.message["Subject"]) for a in self.mail.arrivals]
        raise RuntimeError(f"no letter to {address} with {words}: {told}; {self.server.tail()[-500:]}")

    def one(self, statement, *values):
        rows = Register(self.data).query(statement, *values)
        return rows[0][0] if rows else None

    def set_up(self, authority):
        self.config = self.folder / "akmal.yaml"
        self.config.write_text(
            f"mail:\n  host: localhost\n  port: {self.mail.port}\n  user: {MAIL_USER}\n  password: {MAIL_PASSWORD}\n"
            f"  from: AKMAL2U <akmal2u@customs.gov.my>\n  ca_file: {authority}\n", encoding="utf-8")
        self.product.run("migrate", "--data", self.data)
        for role, name in (("administrator", "pentadbir"), ("coordinator", "penyelaras"), ("finance", "kewangan")):
            made = self.product.run(
                "user", "add", "--data", self.data, "--name", f"{name}@customs.gov.my", "--role", role,
                "--display-name", f"{name.capitalize()} Contoh", input=STAFF_PASSWORD + "\n")
            self.ledger.equal(f"the account of {name} is opened by the command", made.returncode, 0)
        signs = self.product.run("signatory", "add", "--data", self.data, "--name", "PENGARAH CONTOH BIN TELADAN",
                                 "--post", "Pengarah Akademi", "--post-english", "Director of the Academy")
        self.ledger.check("who signs certificates is added by the command", signs.returncode == 0, signs.stderr)
        rows = "".join(
            f"{number},{name},{user}@customs.gov.my,Penguasa Kastam,WK9,Perkhidmatan Kastam,Pelaksana,Perkastaman,"
            f"Melaka,Unit Import,Pejabat Kastam Melaka,Melaka,AKTIF\n" for number, name, user in PEOPLE + OTHERS)
        export = self.folder / "ezhr.csv"
        export.write_text("mykad,name,email,post,grade,scheme,group,division,branch,unit,station,state,status\n" + rows,
                          encoding="utf-8")
        staff = self.product.run("import", "staff", export, "--data", self.data)
        self.ledger.check("the staff directory is imported", staff.returncode == 0, staff.stdout + staff.stderr)

    def register(self, number, user):
        person = self.phones[user]
        person.go("/")
        person.page.get_by_role("link", name="Daftar Akaun").first.click()
        person.page.wait_for_load_state("networkidle")
        person.sees(f"{user}: Daftar Akaun asks for the MyKad number and the address", "Pengesahan Pengguna")
        person.fill(mykad=number[:6] + "-" + number[6:8] + "-" + number[8:], emel=f"{user}@customs.gov.my")
        person.submit()
        person.sees(f"{user}: the page tells to look for the letter", "e-mel")
        letter = self.letter(user, "Kata laluan sementara").body("plain")
        secret = re.search(r"Kata laluan sementara: (\S+)", letter)[1]
        person.go(re.search(r"https?://\S+/masuk\?\S+", letter)[0])
        self.ledger.equal(f"{user}: the mailed link fills the ID in", person.page.input_value("#id"),
                          f"{user}@customs.gov.my")
        person.fill(kata_laluan=secret)
        person.submit()
        person.go("/katalog")
        self.ledger.equal(f"{user}: nothing is open before the password is changed", person.path, "/kata-laluan")
        person.fill(baharu="terlalupendek", sahkan="terlalupendek")
        person.submit()
        person.sees(f"{user}: a weak password is refused with its reasons", "12 aksara")
        person.fill(baharu=PASSWORD, sahkan=PASSWORD)
        person.submit()
        person.go("/dashboard")
        person.sees(f"{user}: Dashboard Pengguna opens", "Dashboard Pengguna")
        self.letter(user, "telah ditukar")

    def apply(self, user):
        person = self.phones[user]
        person.go("/katalog?cari=pemeriksaan")
        person.sees(f"{user}: Katalog Kursus finds the course", "Katalog Kursus", TITLE)
        person.page.get_by_role("link", name=TITLE).first.click()
        person.page.wait_for_load_state("networkidle")
        person.sees(f"{user}: Maklumat Kursus tells everything", TITLE, COURSE, "RM30.00", "Mohon Kursus")
        person.press("Mohon Kursus")
        person.fill(name="AB", phone="12", email=f"{user}@customs.gov.my")
        person.submit()
        person.sees(f"{user}: an incomplete supervisor is refused by field", "Maklumat Penyelia")
        name, phone, email = SUPERVISOR
        person.fill(name=name, phone=phone, email=email)
        person.page.check("#declaration")
        person.submit()
        person.sees(f"{user}: answers are checked before they are sent", "Hantar Permohonan", email)
        before = len(self.mail.arrivals)
        person.press("Hantar Permohonan")
        person.sees(f"{user}: Jejak Permohonan shows a reference number", "Dalam Proses", "PK/")
        self.links[user] = (person.path, before)
        self.letter(user, "diterima", since=before)

    def support(self, *users):
        for user in users:
            name = next(name for _, name, who in PEOPLE + OTHERS if who == user)
            letter = self.letter(SUPERVISOR[2], name, "/sokongan/")
            supervisor = Person(self, f"the supervisor of {user}", True)
            link = re.search(rf"https?://\S+{SUPPORT}", letter.body("plain"))[0]
            state = "SELECT count(*) FROM application WHERE state = 'submitted'"
            waiting = self.one(state)
            supervisor.go(link)
            supervisor.sees(f"the supervisor of {user} reads on a telephone, without an account", name, TITLE)
            self.ledger.equal("looking decides nothing", self.one(state), waiting)
            supervisor.submit("button[name=keputusan][value=sokong]")
            supervisor.go(link)
            supervisor.sees("a second visit shows the decision", "menyokong")
            supervisor.close()
            self.letter(user, "telah disokong")

    def enter(self, person, user, password):
        """Signs in where the session has ended meanwhile."""
        person.go("/dashboard")
        if person.path.startswith("/masuk"):
            person.sign_in(f"{user}@customs.gov.my", password)

    def picture(self, words):
        image = Image.new("RGB", (640, 360), "white")
        ImageDraw.Draw(image).text((40, 150), words, fill="black")
        return image

    def picture_pdf(self, name, words):
        file = self.folder / name
        self.picture(words).save(file, "PDF")
        return file
