"""The user guide from Daftar Akaun to the certificate, from an empty database, by everybody whom it needs.

Three officers, their supervisors, a coordinator, a finance clerk and an administrator meet in a real Chromium; officers
and supervisors hold telephones. Letters are read from the mail server, files are real, and the server's clock is moved
to the day of the course.
"""

import re
import struct
import subprocess
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import sync_playwright

import documents
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
SUPERVISOR = ("PENYELIA BAYANGAN BIN ANGGAPAN", "012-345 6789", "penyelia@customs.gov.my")
SUPPORT = r"/sokongan/[0-9a-zA-Z]+"


def everything(ledger, product, folder, pictures=None):
    with tempfile.TemporaryDirectory(prefix="journey-", dir=folder) as place:
        Academy(ledger, product, Path(place), pictures).run()


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
    """One journey, part by part; each part begins where the one before has ended."""

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

    def walk(self):
        self.phones = {user: Person(self, user, True) for _, _, user in PEOPLE}
        self.desks = {role: Person(self, role, False) for role in ("pentadbir", "penyelaras", "kewangan")}
        for part in (self.accounts, self.profile, self.course, self.applications, self.decisions, self.seats,
                     self.attendance, self.receipts, self.evaluation, self.certificate):
            part()
        for person in [*self.phones.values(), *self.desks.values()]:
            person.close()

    def shoot(self, person, name):
        if self.pictures:
            self.shots += 1
            Path(self.pictures).mkdir(parents=True, exist_ok=True)
            slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[:60]
            file = Path(self.pictures) / f"journey-{self.shots:02}-{slug}.png"
            person.page.screenshot(path=file, full_page=True)
            thin_out(file)

    def letter(self, user, words, since=0):
        """The latest letter to somebody that holds these words; the worker may still be at it."""
        address = user if "@" in user else f"{user}@customs.gov.my"
        deadline = time.monotonic() + 40
        while time.monotonic() < deadline:
            for arrival in reversed(self.mail.arrivals[since:]):
                if address in arrival.recipients and words in f"{arrival.message['Subject']}\n{arrival.body('plain')}":
                    return arrival
            time.sleep(0.1)
        told = [(a.recipients, a.message["Subject"]) for a in self.mail.arrivals]
        raise RuntimeError(f"no letter to {address} with “{words}”: {told}; {self.server.tail()[-500:]}")

    def one(self, statement, *values):
        rows = Register(self.data).query(statement, *values)
        return rows[0][0] if rows else None

    # S3–S17

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
        rows = "".join(
            f"{number},{name},{user}@customs.gov.my,Penguasa Kastam,WK9,Perkhidmatan Kastam,Pelaksana,Perkastaman,"
            f"Melaka,Unit Import,Pejabat Kastam Melaka,Melaka,AKTIF\n" for number, name, user in PEOPLE)
        export = self.folder / "ezhr.csv"
        export.write_text("mykad,name,email,post,grade,scheme,group,division,branch,unit,station,state,status\n" + rows,
                          encoding="utf-8")
        staff = self.product.run("import", "staff", export, "--data", self.data)
        self.ledger.check("the staff directory is imported", staff.returncode == 0, staff.stdout + staff.stderr)

    def accounts(self):
        for number, name, user in PEOPLE:
            self.register(number, user)
        for role, person in self.desks.items():
            person.sign_in(f"{role}@customs.gov.my", STAFF_PASSWORD)
            self.ledger.check(f"{role} signs in", "/masuk" not in person.path, person.path)

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
        person.fill(semasa=secret, baharu="terlalupendek", sahkan="terlalupendek")
        person.submit()
        person.sees(f"{user}: a weak password is refused with its reasons", "12 aksara")
        person.fill(semasa=secret, baharu=PASSWORD, sahkan=PASSWORD)
        person.submit()
        person.go("/dashboard")
        person.sees(f"{user}: Dashboard Pengguna opens", "Dashboard Pengguna")
        self.letter(user, "telah ditukar")

    # S18–S19

    def profile(self):
        person = self.phones["pemohon"]
        person.go("/profil")
        person.sees("the profile shows what the directory knows", "Profil", PEOPLE[0][1], "Pejabat Kastam Melaka")

    # S20–S25

    def course(self):
        desk = self.desks["penyelaras"]
        desk.go("/pentadbir/kursus-baharu")
        start = self.day
        desk.fill(kod=COURSE, tajuk=TITLE, tajuk_en="Cargo and Document Inspection", pusat="Pusat Pengajian Teknik Kastam",
                  objektif="Peserta dapat memeriksa kargo.", sasaran="Pegawai gred WK5 ke atas.",
                  tempat="Akademi Kastam Diraja Malaysia, Melaka", kuota="2", yuran="30.00", minimum="80")
        desk.fill(**{"sesi-1-hari": start.isoformat(), "sesi-1-mula": "09:00", "sesi-1-tamat": "12:00",
                     "sesi-1-minit": "180"})
        for field, days in (("tutup", 20), ("keputusan", 11), ("pengesahan", 8), ("beku", 3)):
            desk.fill(**{field: (start - timedelta(days=days)).isoformat()})
        desk.fill(**{"penceramah-1-nama": "CONTOH BINTI MISALAN", "penceramah-1-topik": "Pemeriksaan fizikal"})
        desk.page.locator("#penyelaras input[type=checkbox]").first.check()
        if desk.page.locator("#status").count():
            desk.page.select_option("#status", "open")
        desk.submit("button[name=tindakan][value=simpan]")
        desk.sees("the coordinator opens a course", TITLE)
        self.id = self.one("SELECT id FROM course WHERE code = ?", COURSE)
        self.ledger.check("the course is there", self.id is not None, " ".join(desk.text.split())[:500])
        self.admin = f"/pentadbir/kursus/{self.id}"

    def applications(self):
        self.links = {}
        for user in ("pemohon", "berhalangan"):
            self.apply(user)
        self.support("pemohon", "berhalangan")

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
            name = next(name for _, name, who in PEOPLE if who == user)
            letter = self.letter(SUPERVISOR[2], name)
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

    # S26–S31

    def decisions(self):
        desk = self.desks["penyelaras"]
        desk.go(f"{self.admin}/permohonan")
        desk.sees("the board lists those whom supervisors support", PEOPLE[0][1], PEOPLE[1][1])
        for box in desk.page.locator("main input[type=checkbox][name^='pilih-']").all():
            box.check()
        desk.submit("button[name=tindakan][value=lulus]")
        desk.sees("both are approved within the quota", "2 daripada 2")
        person = self.phones["pemohon"]
        person.go(self.links["pemohon"][0])
        person.sees("the officer sees Diluluskan", "Diluluskan")
        self.letter("pemohon", TITLE)

    def seats(self):
        self.attend()
        self.give_up()
        self.take_over()
        desk = self.desks["penyelaras"]
        desk.go(f"{self.admin}/pelepasan")
        desk.sees("the coordinator sees letter, reason and replacement", PEOPLE[1][1], PEOPLE[2][1])
        desk.submit("button[name=tindakan][value=terima]")
        self.ledger.equal("the seat moves and none is lost", Register(self.data).query(
            "SELECT state, count(*) FROM application GROUP BY state ORDER BY state"),
            [("attending", 2), ("replaced", 1)])
        desk.go(f"{self.admin}/logistik")
        desk.sees("the logistics list has the plate", "VCD 1234", PEOPLE[2][1])

    def attend(self):
        person = self.phones["pemohon"]
        person.go(self.links["pemohon"][0] + "/kehadiran")
        person.sees("Pengesahan Kehadiran asks for plate, lodging and diet", "Pengesahan Kehadiran", "penginapan", "Hadir")
        person.page.check("input[name=vehicle][value=own]")
        person.fill(plate="vcd1234")
        person.page.locator("input[name=lodging]").first.check()
        person.submit()
        person.go(self.links["pemohon"][0])
        person.sees("the seat is confirmed", "Hadir")
        self.letter("pemohon", "direkodkan")

    def give_up(self):
        person = self.phones["berhalangan"]
        person.go(self.links["berhalangan"][0] + "/tidak-hadir")
        person.submit("button[name=tindakan][value=seterusnya]")
        person.sees("Tidak Hadir without letter, reason and replacement is refused", "Tidak Hadir")
        person.page.set_input_files("#surat", self.picture_pdf("surat.pdf", "Surat sebab tidak hadir"))
        person.fill(alasan="Perlu menghadiri perbicaraan di mahkamah pada hari yang sama.", nama="pengganti andaian")
        person.submit("button[name=tindakan][value=cari]")
        person.page.locator("input[name=pengganti][type=radio]").first.check()
        person.submit("button[name=tindakan][value=seterusnya]")
        person.sees("letter, reason and replacement are checked before they are sent", PEOPLE[2][1])
        person.submit("button[name=tindakan][value=hantar]")
        person.sees("Tidak Hadir waits for the coordinator", "Tidak hadir")

    def take_over(self):
        person = self.phones["pengganti"]
        letter = self.letter("pengganti", "pengganti").body("plain")
        before = len(self.mail.arrivals)
        person.go(re.search(r"https?://\S+/permohonan/\S+", letter)[0])
        person.sees("the replacement is asked", PEOPLE[1][1])
        same = person.page.locator("#sama")
        if same.count() and same.is_checked():
            same.uncheck()
        name, phone, email = SUPERVISOR
        person.fill(name=name, phone=phone, email=email)
        person.page.check("#declaration")
        person.submit("button[name=jawapan][value=terima]")
        person.sees("the replacement accepts", "terima")
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline and not any(
                SUPERVISOR[2] in a.recipients for a in self.mail.arrivals[before:]):
            time.sleep(0.1)
        self.support("pengganti")

    # S27, S39 (a)

    def attendance(self):
        self.clock.move_to(self.day, hours=0)
        desk = self.desks["penyelaras"]
        self.enter(desk, "penyelaras", STAFF_PASSWORD)
        # The clock of this machine goes on; the course is over when it is past noon where the academy is.
        self.clock.move_to(self.day + timedelta(days=1))
        self.enter(desk, "penyelaras", STAFF_PASSWORD)
        desk.go(f"{self.admin}/kehadiran")
        desk.sees("the list has who holds a seat, and nobody else", PEOPLE[0][1], PEOPLE[2][1])
        self.ledger.check("who gave the seat up is not on it", PEOPLE[1][1] not in desk.text)
        desk.submit("button[name=semua-hadir]")
        desk.go(f"{self.admin}/kehadiran/sahkan")
        desk.sees("before the confirmation everybody's result is shown", PEOPLE[0][1])
        desk.submit("form.action-panel button[type=submit]")
        desk.sees("Sahkan kehadiran freezes the list", "Tamat: 2")
        self.letter("pemohon", "Penilaian")

    def enter(self, person, user, password):
        """Signs in where the session has ended meanwhile."""
        person.go("/dashboard")
        if person.path.startswith("/masuk"):
            person.sign_in(f"{user}@customs.gov.my", password)

    # S32–S35

    def receipts(self):
        files = {"pemohon": self.picture_pdf("resit.pdf", "iPayment RM30.00"), "pengganti": self.folder / "resit.jpg"}
        self.picture("iPayment RM30.00 (2)").save(files["pengganti"], quality=88)
        for number, (user, file) in enumerate(files.items(), start=1):
            self.upload(user, file, f"iP 2026/000{number}")
        desk = self.desks["kewangan"]
        self.enter(desk, "kewangan", STAFF_PASSWORD)
        desk.go("/kewangan")
        desk.sees("the finance unit's queue has both", "iP 2026/0001", "iP 2026/0002")
        self.reject_and_repeat(desk)
        for _ in range(2):
            desk.go("/kewangan/seterusnya")
            desk.page.wait_for_load_state("networkidle")
            desk.sees("the clerk sees the file beside what is expected", "RM30.00")
            desk.page.keyboard.press("s")
            desk.page.wait_for_load_state("networkidle")
            if desk.page.locator("button[name=tindakan][value=sahkan]").count() and "/kewangan/resit/" in desk.path:
                time.sleep(0.3)
        desk.go("/kewangan")
        self.ledger.equal("both are verified", self.one("SELECT count(*) FROM participation WHERE fee = 'verified'"), 2)
        person = self.phones["pemohon"]
        person.go("/yuran")
        person.sees("Status Pengesahan Resit Yuran says so", "Disahkan")

    def upload(self, user, file, number):
        person = self.phones[user]
        self.enter(person, user, PASSWORD)
        person.go("/yuran")
        person.go(f"/yuran/{self.id}/muat-naik")
        person.sees(f"{user}: Muat Naik Resit iPayment", "Muat Naik Resit iPayment")
        person.fill(no_resit=number, tarikh=self.clock.today.isoformat(), amaun="30.00")
        person.page.set_input_files("#fail", file)
        person.submit()
        person.sees(f"{user}: the receipt is checked before it is sent", number, "RM30.00")
        person.submit("button[name=tindakan][value=hantar]")
        person.sees(f"{user}: the receipt waits", "Menunggu Semakan")

    def reject_and_repeat(self, desk):
        desk.go("/kewangan/seterusnya")
        desk.page.wait_for_load_state("networkidle")
        desk.page.select_option("#sebab", index=2)
        desk.fill(ulasan="Gambar kabur, sila muat naik semula.")
        desk.submit("button[name=tindakan][value=tolak]")
        self.letter("pemohon", "muat naik semula")
        self.upload("pemohon", self.picture_pdf("resit-2.pdf", "iPayment RM30.00 jelas"), "iP 2026/0001")

    # S36–S38

    def evaluation(self):
        for user in ("pemohon", "pengganti"):
            person = self.phones[user]
            person.go("/sijil")
            person.sees(f"{user}: the card says that the evaluation is missing", "Penilaian Reaksi")
            person.go(f"/penilaian/{self.id}")
            person.sees(f"{user}: Borang Penilaian Reaksi", "Borang Penilaian Reaksi")
            names = person.page.eval_on_selector_all(
                "main input[type=radio]", "boxes => [...new Set(boxes.map(box => box.name))]")
            half = len(names) // 2
            for name in names[:half]:
                person.page.locator(f"input[name='{name}']").nth(3).check(force=True)
            person.submit("button[name=tindakan][value=simpan]")
            person.sees(f"{user}: a draft is kept", "Draf telah disimpan")
            for name in names[half:]:
                person.page.locator(f"input[name='{name}']").nth(4).check(force=True)
            for box in person.page.locator("main textarea").all():
                box.fill("Terima kasih.")
            person.submit("button[name=tindakan][value=hantar]")
            person.sees(f"{user}: the evaluation is sent once", "telah dihantar")
        self.ledger.equal("no answer says whose it is", self.one(
            "SELECT count(*) FROM sqlite_master WHERE name LIKE 'evaluation%' AND sql LIKE '%answer%' "
            "AND sql LIKE '%officer_id%'"), 0)

    # S39–S40

    def certificate(self):
        person = self.phones["pemohon"]
        letter = self.letter("pemohon", "Sijil anda sedia dimuat turun")
        self.ledger.check("the letter tells where the certificate can be checked", "/v/" in letter.body("plain"))
        person.go("/sijil")
        person.sees("the card offers the certificate", "Muat turun sijil")
        with person.page.expect_download() as download:
            person.page.locator("main").get_by_text("Muat turun sijil").first.click()
        file = self.folder / "sijil.pdf"
        download.value.save_as(file)
        self.ledger.equal("the file is sound", documents.syntax_problem(file), "")
        said = documents.text(file)
        self.ledger.check("it bears name and course", PEOPLE[0][1] in said and TITLE in said, said[:300])
        found = documents.examine(file)
        self.ledger.check("two readers read one code", found["zbar"] == found["zxing"] and len(found["zbar"]) == 1,
                          found["zbar"] + found["zxing"])
        code = found["zbar"][0].rsplit("/", 1)[1]
        stranger = Person(self, "stranger", True)
        stranger.go(f"/v/{code}")
        stranger.sees("whoever scans it reads SAH, the name and the course", "SAH", PEOPLE[0][1], TITLE)
        self.ledger.check("and no MyKad number", PEOPLE[0][0] not in stranger.page.content())
        stranger.close()
        person.go(self.links["pemohon"][0])
        person.sees("Jejak Permohonan ends with Tamat", "Tamat")

    def picture(self, words):
        image = Image.new("RGB", (640, 360), "white")
        ImageDraw.Draw(image).text((40, 150), words, fill="black")
        return image

    def picture_pdf(self, name, words):
        file = self.folder / name
        self.picture(words).save(file, "PDF")
        return file
