"""The user guide from Daftar Akaun to the certificate, from an empty database, by everybody whom it needs.

Officers, their supervisors, a coordinator, a finance clerk and an administrator meet in a real Chromium; officers and
supervisors hold telephones. Letters are read from the mail server, files are real, and the server's clock is moved to the
day of the course. On the way others are refused, withdraw or are forgotten.
"""

import re
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import checks_branches
import documents
from academy import COURSE, OTHERS, PASSWORD, PEOPLE, STAFF_PASSWORD, SUPERVISOR, TITLE, Academy, Person
from product import Register


def everything(ledger, product, folder, pictures=None):
    with tempfile.TemporaryDirectory(prefix="journey-", dir=folder) as place:
        Journey(ledger, product, Path(place), pictures).run()


class Journey(Academy):
    """Part by part; each part begins where the one before has ended."""

    def walk(self):
        self.phones = {user: Person(self, user, True) for _, _, user in PEOPLE + OTHERS}
        self.desks = {role: Person(self, role, False) for role in ("pentadbir", "penyelaras", "kewangan")}
        for part in (self.accounts, self.profile, self.course, self.applications, self.decisions, self.seats,
                     self.attendance, self.receipts, self.evaluation, self.certificate):
            part()
        for person in [*self.phones.values(), *self.desks.values()]:
            person.close()

    # S3–S17

    def accounts(self):
        for number, name, user in PEOPLE:
            self.register(number, user)
        for role, person in self.desks.items():
            person.sign_in(f"{role}@customs.gov.my", STAFF_PASSWORD)
            self.ledger.check(f"{role} signs in", "/masuk" not in person.path, person.path)

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
        desk.page.select_option("[id='tandatangan-1']", index=1)
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
        checks_branches.before_approval(self)

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
            "SELECT state, count(*) FROM application WHERE state IN ('approved', 'attending', 'nominated', "
            "'release_requested', 'replaced') GROUP BY state ORDER BY state"),
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
        letter = self.letter("pengganti", "dicadangkan", "/permohonan/").body("plain")
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
        person.sees("the replacement accepts", "menerima pencalonan")
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
        checks_branches.after_closing(self)
        desk.go(f"{self.admin}/kehadiran")
        desk.sees("the list has who holds a seat, and nobody else", PEOPLE[0][1], PEOPLE[2][1])
        self.ledger.check("who gave the seat up is not on it", PEOPLE[1][1] not in desk.text)
        desk.submit("button[name=semua-hadir]")
        desk.go(f"{self.admin}/kehadiran/sahkan")
        desk.sees("before the confirmation everybody's result is shown", PEOPLE[0][1])
        desk.submit("form.action-panel button[type=submit]")
        desk.sees("Sahkan kehadiran freezes the list", "Tamat: 2")
        self.letter("pemohon", "Penilaian")

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
        desk.go("/kewangan/seterusnya")
        for _ in range(2):
            desk.page.wait_for_load_state("networkidle")
            desk.sees("the clerk sees the file beside what is expected", "RM30.00")
            with desk.page.expect_navigation():
                desk.page.keyboard.press("s")
        desk.page.wait_for_load_state("networkidle")
        desk.sees("with the last one verified the queue is empty", "disahkan")
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
        checks_branches.after_issue(self, code.partition("#")[0])
