#!/usr/bin/env python3
"""Makes the demonstration academy's CSV files, always the same: `Assets/demo/generate.py [FOLDER]`.

Nobody in these files exists. Names are put together from the lists in `names.py`, identity numbers, receipts and
addresses are made up within their rules. README.md beside this file describes the columns.
"""

import csv
import datetime as dt
import itertools
import sys
from pathlib import Path

import names

FOLDER = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent
DOMAIN = "demo.customs.gov.my"
PASSWORD = "Sijil-Demo-2026"
OFFICERS = 600
READY = 250
MAIN = "AKMAL-IND-001"
WEEK, LAST_WEEK, RECENT = "AKMAL-KEM-010", "AKMAL-LPR-019", "AKMAL-CBR-022"
# What happens in these courses is told by the diary: sign-ins that take part, and how many others.
LIVING = {WEEK: ([22, 30], 14), LAST_WEEK: ([8], 11), RECENT: ([1, 4], 12)}


class Chance:
    """SplitMix64: the same numbers from the same seed in every version of Python."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        self.state = (self.state + 0x9E3779B97F4A7C15) & (2**64 - 1)
        number = self.state
        number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & (2**64 - 1)
        number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & (2**64 - 1)
        return (number ^ (number >> 31)) % limit

    def pick(self, items):
        return items[self.below(len(items))]

    def sample(self, items, count):
        pool = list(items)
        return [pool.pop(self.below(len(pool))) for _ in range(count)]


chance = Chance(2026)

# --- officers ---------------------------------------------------------------------------------------------------

STATIONS = {
    "johor": ["Kompleks Kastam Johor Bahru", "Pelabuhan Tanjung Pelepas"],
    "kedah": ["Kompleks Kastam Bukit Kayu Hitam", "Pejabat Kastam Alor Setar"],
    "kelantan": ["Pejabat Kastam Rantau Panjang", "Pejabat Kastam Kota Bharu"],
    "melaka": ["Pejabat Kastam Melaka"],
    "negeri_sembilan": ["Pejabat Kastam Seremban", "Pejabat Kastam Port Dickson"],
    "pahang": ["Pelabuhan Kuantan", "Pejabat Kastam Temerloh"],
    "pulau_pinang": ["Pelabuhan Butterworth", "Lapangan Terbang Bayan Lepas"],
    "perak": ["Pejabat Kastam Ipoh", "Pejabat Kastam Lumut"],
    "perlis": ["Kompleks Kastam Padang Besar", "Pejabat Kastam Wang Kelian"],
    "selangor": ["Pelabuhan Klang", "Lapangan Terbang Subang", "Pejabat Kastam Shah Alam"],
    "terengganu": ["Pejabat Kastam Kuala Terengganu", "Pelabuhan Kemaman"],
    "sabah": ["Pejabat Kastam Kota Kinabalu", "Pejabat Kastam Tawau", "Pejabat Kastam Sandakan"],
    "sarawak": ["Pejabat Kastam Kuching", "Pejabat Kastam Miri", "Kompleks Kastam Tebedu"],
    "wp_kuala_lumpur": ["Pejabat Kastam Kuala Lumpur"],
    "wp_labuan": ["Pejabat Kastam Labuan"],
    "wp_putrajaya": ["Pejabat Kastam Putrajaya"],
    "ibu_pejabat": ["Bahagian Penguatkuasaan", "Bahagian Teknik Kastam", "Bahagian Cukai Dalam Negeri"],
}
POSTS = [
    ("Pembantu Penguasa Kastam", ["WK1", "WK2", "WK3", "WK4"]),
    ("Penolong Penguasa Kastam", ["WK5", "WK6", "WK7", "WK29"]),
    ("Penguasa Kastam", ["WK9", "WK10", "WK12", "WK41"]),
]
# Every place of birth that the numbers may carry (domestic states, abroad, unknown).
PLACES = [*range(1, 17), *range(21, 69), 71, 72, *range(74, 80), 82, *range(83, 94), 98, 99]


def words(text):
    return text.replace("|", " ")


def given(pool):
    """One given name, or two different ones."""
    return " ".join(chance.sample(pool, 1 + chance.below(2)))


def make_name(sex):
    man = sex == "m"
    kind = chance.below(100)
    if kind < 62:
        own = given(names.MALAY_MEN if man else names.MALAY_WOMEN)
        return f"{own} {'BIN' if man else 'BINTI'} {words(chance.pick(names.MALAY_FATHERS))}"
    if kind < 76:
        return f"{chance.pick(names.CHINESE_FAMILY)} {words(chance.pick(names.CHINESE_GIVEN))}"
    if kind < 86:
        own = chance.pick(names.INDIAN_MEN if man else names.INDIAN_WOMEN)
        return f"{own} {'A/L' if man else 'A/P'} {chance.pick(names.INDIAN_MEN)}"
    if kind < 89:
        own = chance.pick(names.SIKH_MEN if man else names.SIKH_WOMEN)
        link = "SINGH A/L" if man else "KAUR A/P"
        return f"{own} {link} {chance.pick(names.SIKH_MEN)} SINGH"
    if kind < 94:
        return f"{chance.pick(names.IBAN_MEN if man else names.IBAN_WOMEN)} ANAK {chance.pick(names.IBAN_FATHERS)}"
    own = words(chance.pick(names.BORNEO_MEN if man else names.BORNEO_WOMEN))
    return f"{own} {'BIN' if man else 'BINTI'} {words(chance.pick(names.BORNEO_FATHERS))}"


def make_mykad(sex, taken):
    while True:
        born = dt.date(1967, 1, 1) + dt.timedelta(days=chance.below(365 * 36))
        tail = chance.below(1000) * 10 + chance.below(5) * 2 + (1 if sex == "m" else 0)
        number = f"{born:%y%m%d}{chance.pick(PLACES):02d}{tail:04d}"
        if number not in taken:
            taken.add(number)
            return number


def make_email(name, taken):
    latin = "".join(c if c.isascii() and c.isalpha() else " " for c in name.replace("'", "").replace("’", "").lower())
    parts = [p for p in latin.split() if p not in ("bin", "binti", "anak", "a", "l", "p", "s", "o", "d", "b", "bt", "bte")]
    stem = ".".join(parts[:2])[:40]
    for number in itertools.count(1):
        address = f"{stem}{'' if number == 1 else number}@{DOMAIN}"
        if address not in taken:
            taken.add(address)
            return address


def make_officers():
    numbers, addresses, seen, rows = set(), set(), set(), []
    people = list(names.SPECIAL)
    seen.update(name for name, _ in people)
    while len(people) < OFFICERS:
        sex = chance.pick("mf")
        name = make_name(sex)
        if name not in seen:
            seen.add(name)
            people.append((name, sex))
    states = list(STATIONS)
    for index, (name, sex) in enumerate(people):
        state = chance.pick(states)
        post, grades = POSTS[min(chance.below(10) // 4, 2)]
        rows.append({
            "mykad": make_mykad(sex, numbers), "name": name, "email": make_email(name, addresses), "post": post,
            "grade": chance.pick(grades), "station": chance.pick(STATIONS[state]), "state": state,
            # A few have left the service; what they earned stays theirs.
            "active": "false" if index % 97 == 96 else "true",
        })
    return rows


def make_staff(officers):
    """ezHR's export: all officers, and some people who have no account and never were on a course."""
    numbers, addresses = {o["mykad"] for o in officers}, {o["email"] for o in officers}
    people = [dict(o, status="AKTIF" if o["active"] == "true" else "BERSARA") for o in officers]
    for index in range(NEWCOMERS):
        sex = "mf"[index % 2]
        name = make_name(sex)
        state = chance.pick(list(STATIONS))
        people.append({
            "mykad": make_mykad(sex, numbers), "name": name, "email": make_email(name, addresses),
            "post": "Penolong Penguasa Kastam", "grade": "WK5", "station": chance.pick(STATIONS[state]), "state": state,
            "status": ("AKTIF", "AKTIF", "AKTIF", "TIDAK AKTIF", "DIGANTUNG")[index % 5],
        })
    columns = ("mykad", "name", "email", "post", "grade", "station", "state", "status")
    return [
        {c: p[c] for c in columns} | {
            "scheme": "Perkhidmatan Kastam (WK)",
            "group": "Pengurusan & Profesional" if p["post"] == "Penguasa Kastam" else "Pelaksana",
            "division": DIVISIONS[int(p["mykad"][-3:]) % len(DIVISIONS)], "branch": p["station"],
            "unit": UNITS[int(p["mykad"][-2:]) % len(UNITS)],
        } for p in people
    ]


DIVISIONS = ["Bahagian Perkastaman", "Bahagian Penguatkuasaan", "Bahagian Cukai Dalam Negeri", "Bahagian Pematuhan"]
UNITS = ["Unit Import", "Unit Eksport", "Unit Audit", "Unit Pentadbiran", "Unit Siasatan"]
NEWCOMERS = 25

# --- courses ----------------------------------------------------------------------------------------------------

D = dt.date.fromisoformat
DAY = [("08:30", "12:30", 240), ("14:00", "16:30", 150)]  # 6.5 hours
SHORT = [("09:00", "12:00", 180), ("14:00", "17:00", 180)]  # 6 hours


def course(code, malay, english, centre, venue, fee, days, plan=SHORT, minimum=80, status="ended", mandatory=(),
           cancelled=(), signatories="director|head"):
    return dict(code=code, title_ms=malay, title_en=english, study_centre=centre, venue=venue, fee_sen=fee,
                minimum_attendance=minimum, status=status, signatories=signatories, days=[D(d) for d in days],
                plan=plan, mandatory=set(mandatory), cancelled=set(cancelled))


MELAKA = "Akademi Kastam Diraja Malaysia, Bukit Baru, Melaka"
COURSES = [
    course(MAIN, "Kursus Induksi Perkhidmatan Kastam", "Induction to the Customs Service",
           "Pusat Pengajian Pengurusan", MELAKA, 3000, ["2026-05-18", "2026-05-19", "2026-05-20"]),
    course("AKMAL-NIL-014", "Kursus Penilaian Kastam dan Pengelasan Tarif", "Customs Valuation and Tariff Classification",
           "Pusat Pengajian Teknik Kastam", MELAKA, 5000, ["2026-11-02", "2026-11-04", "2026-11-06"], DAY),
    course("AKMAL-EKS-007", "Kursus Pemeriksaan Import dan Eksport di Pelabuhan",
           "Inspection of Imports and Exports at Sea Ports", "Pusat Pengajian Teknik Kastam",
           "AKMAL Wilayah Tengah, Pelabuhan Klang, Selangor", 4000,
           ["2026-10-26", "2026-10-27", "2026-10-28", "2026-10-29"]),
    course("AKMAL-RIS-021", "Kursus Pengurusan Risiko Sempadan", "Border Risk Management",
           "Pusat Pengajian Penguatkuasaan", MELAKA, 5000,
           ["2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"], signatories="director"),
    course("AKMAL-ITG-003", "Bengkel Integriti dan Tatakelakuan Penjawat Awam", "Integrity and Conduct Workshop",
           "Pusat Pengajian Pengurusan", "Dewan Seri AKMAL, Melaka", 0, ["2026-06-22"], DAY),
    course("AKMAL-SJT-009", "Kursus Kemahiran Mengendalikan Senjata Api", "Firearms Handling Skills",
           "Pusat Pengajian Penguatkuasaan", "Lapang Sasar AKMAL, Melaka", 8000,
           ["2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09", "2026-07-10"], minimum=100,
           mandatory=["2026-07-07"], signatories="director|head|instructor"),
    course("AKMAL-CUK-030", "Kursus Audit Cukai Jualan dan Cukai Perkhidmatan", "Sales Tax and Service Tax Audit",
           "Pusat Pengajian Cukai Dalam Negeri", "AKMAL Wilayah Sarawak, Kuching", 5000,
           ["2026-04-29", "2026-05-06", "2026-05-13"], DAY),
    course("AKMAL-JWI-005", "Kursus Membaca Tulisan Jawi · كورسوس ممباچ توليسن جاوي", "Reading the Jawi Script",
           "Pusat Pengajian Pengurusan", MELAKA, 0, ["2026-08-10", "2026-08-11"]),
    course("AKMAL-KTR-011", "Kursus Komunikasi Kaunter Pelbagai Bahasa · 多语柜台沟通 · பன்மொழி முகப்புத் தொடர்பு",
           "Counter Communication in Several Languages", "Pusat Pengajian Pengurusan",
           "AKMAL Wilayah Utara, Bukit Kayu Hitam, Kedah", 2500, ["2026-08-24", "2026-08-26", "2026-09-02"],
           [("09:00", "11:30", 150)]),
    course("AKMAL-K9-002", "Kursus Pengendali Anjing Pengesan (Asas)", "Detector Dog Handlers, Basic Level",
           "Pusat Pengajian Penguatkuasaan", "Unit Anjing Pengesan, Bukit Kayu Hitam, Kedah", 0,
           ["2026-09-14", "2026-09-15", "2026-09-16", "2026-09-17"], cancelled=["2026-09-16"],
           signatories="director|instructor"),
    course("AKMAL-DAT-026",
           "Kursus Analisis Data Perdagangan untuk Pengesanan Pengisytiharan Nilai yang Tidak Tepat dan Penyeludupan",
           "Trade Data Analysis for the Detection of Incorrect Value Declarations and of Smuggling",
           "Pusat Pengajian Teknik Kastam", MELAKA, 6000,
           ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27"], DAY, status="under_way"),
    course("AKMAL-PMB-033", "Kursus Pemeriksaan Bagasi dan Pengimejan Sinar-X", "Baggage Inspection and X-ray Imaging",
           "Pusat Pengajian Teknik Kastam", "Lapangan Terbang Antarabangsa Kuala Lumpur, Sepang", 4500,
           ["2026-12-07", "2026-12-08", "2026-12-09"], status="open"),
    # Held on every day of the week in which somebody looks.
    course(WEEK, "Kursus Jati Diri dan Kepimpinan Lapangan", "Field Leadership",
           "Pusat Pengajian Pengurusan", "Kem AKMAL, Tanjung Bidara, Melaka", 0,
           [f"2026-11-{day}" for day in range(23, 30)], status="under_way", signatories="director|instructor"),
    course(LAST_WEEK, "Kursus Penulisan Laporan Siasatan", "Writing Investigation Reports",
           "Pusat Pengajian Penguatkuasaan", MELAKA, 3000, ["2026-11-17", "2026-11-18", "2026-11-19"]),
    course(RECENT, "Kursus Audit Import Bernilai Rendah", "Audit of Low-value Imports",
           "Pusat Pengajian Cukai Dalam Negeri", "AKMAL Wilayah Sabah, Kota Kinabalu", 4000,
           ["2026-11-09", "2026-11-10", "2026-11-11"]),
]
# Courses that can be applied for: closing this week or the next, with applications in every state; open for longer; on
# the days of another; full; and cancelled.
OPEN = [
    course("AKMAL-TAR-041", "Kursus Pengelasan Tarif Lanjutan", "Advanced Tariff Classification",
           "Pusat Pengajian Teknik Kastam", MELAKA, 5000, ["2026-12-14", "2026-12-15", "2026-12-16"], DAY,
           status="open"),
    course("AKMAL-FOR-018", "Kursus Forensik Digital dalam Siasatan Kastam",
           "Digital Forensics in Customs Investigation", "Pusat Pengajian Penguatkuasaan", MELAKA, 7500,
           ["2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"], DAY, status="open"),
    course("AKMAL-KPM-006", "Bengkel Kepimpinan Penyelia Barisan Hadapan", "Workshop for Front-line Supervisors",
           "Pusat Pengajian Pengurusan", "AKMAL Wilayah Sabah, Kota Kinabalu", 0, ["2026-12-30", "2026-12-31"],
           status="open"),
    course("AKMAL-LJU-015", "Kursus Kaedah Temu Duga dan Soal Siasat", "Interviewing and Questioning",
           "Pusat Pengajian Penguatkuasaan", MELAKA, 6000, ["2026-12-21", "2026-12-22", "2026-12-23"], status="open"),
    course("AKMAL-BTL-008", "Bengkel Pengurusan Stor Barang Rampasan", "Managing Stores of Seized Goods",
           "Pusat Pengajian Penguatkuasaan", MELAKA, 0, ["2026-12-10", "2026-12-11"], status="cancelled"),
]
# Objectives, target group and prerequisites in both languages; for the others they are made from the title.
CONTENT = {
    "AKMAL-TAR-041": (
        "Mengelaskan barang yang sukar mengikut Peraturan Am Pentafsiran dan menulis alasan pengelasan yang boleh "
        "dipertahankan.",
        "Classify difficult goods by the General Rules of Interpretation and write grounds that stand.",
        "Pegawai gred WK5 hingga WK9 di unit import dan penilaian.",
        "Officers of grades WK5 to WK9 in import and valuation units.",
        "Kursus Penilaian Kastam dan Pengelasan Tarif, atau dua tahun bertugas di kaunter import.",
        "Customs Valuation and Tariff Classification, or two years at an import counter."),
    "AKMAL-FOR-018": (
        "Merampas, memelihara dan menganalisis bukti digital supaya ia boleh diterima oleh mahkamah.",
        "Seize, keep and analyse digital evidence so that a court can accept it.",
        "Pegawai penyiasat dan pegawai bukti.", "Investigating officers and evidence officers.", "", ""),
    "AKMAL-KPM-006": (
        "Memimpin pasukan kecil di lapangan: menugaskan, menegur dan menyokong.",
        "Lead a small team in the field: assign, correct and support.",
        "Penyelia yang baharu dilantik.", "Newly appointed supervisors.", "", ""),
}
SPEAKERS = {
    "AKMAL-TAR-041": "Teladan binti Umpama: Peraturan Am Pentafsiran|Misalan bin Contoh: Bahan kimia dan plastik",
    "AKMAL-FOR-018": "Contoh anak Teladan: Rantaian bukti|Umpama a/l Misalan: Peranti mudah alih",
    "AKMAL-KPM-006": "Misalan binti Teladan: Perbualan yang sukar",
}
SPEAKER = "Contoh binti Misalan: Pengenalan|Teladan bin Umpama: Kajian kes"
QUOTA = {MAIN: 300, "AKMAL-TAR-041": 12, "AKMAL-FOR-018": 20, "AKMAL-KPM-006": 25, "AKMAL-LJU-015": 4,
         "AKMAL-PMB-033": 45, WEEK: 20, LAST_WEEK: 20, RECENT: 20}
SIGNATORIES = [
    ("director", "DATO' CONTOH BIN TELADAN", "Pengarah Akademi", "Director of the Academy"),
    ("head", "UMPAMA A/P MISALAN", "Ketua Pusat Pengajian", "Head of Study Centre"),
    ("instructor", "TELADAN ANAK CONTOH", "Ketua Jurulatih", "Chief Instructor"),
]


def sessions(item):
    for day in item["days"]:
        for start, end, minutes in item["plan"]:
            yield dict(course_code=item["code"], day=day.isoformat(), start=start, end=end, minutes=minutes,
                       mandatory=text(day.isoformat() in item["mandatory"]),
                       cancelled=text(day.isoformat() in item["cancelled"]))


def offering(item):
    """What a course says to those who may apply; days of the workflow counted back from the first session."""
    first = item["days"][0]
    plain = (f"Memberi pegawai kemahiran {item['title_ms'].removeprefix('Kursus ')} yang boleh terus digunakan.",
             f"Give officers skills in {item['title_en']} that they can use at once.",
             "Pegawai kastam semua gred.", "Customs officers of all grades.", "", "")
    fields = ("objectives_ms", "objectives_en", "target_ms", "target_en", "prerequisites_ms", "prerequisites_en")
    days = dict(closes=14, decides=10, confirms=7, freezes=2)
    return dict(course_code=item["code"], mode="in_person", quota=QUOTA.get(item["code"], 260),
                speakers=SPEAKERS.get(item["code"], SPEAKER), coordinators=COORDINATOR, yearly_cap="",
                **{name: (first - dt.timedelta(days=back)).isoformat() for name, back in days.items()},
                **dict(zip(fields, CONTENT.get(item["code"], plain))))


# States to which no deed of the diary leads; everything else is applied for and decided there.
APPLICATIONS = {"AKMAL-BTL-008": ["course_cancelled"] * 4, "AKMAL-TAR-041": ["lapsed"]}


def make_applications(officers):
    """Applications that are entered as they stand; every supervisor is another officer of the list."""
    active = [o for i, o in enumerate(officers) if o["active"] == "true" and i >= len(names.SPECIAL)]
    place = 0
    for code, states in APPLICATIONS.items():
        for state in states:
            officer, supervisor = active[place + 300], active[-1 - place]
            place += 1
            yield dict(officer_mykad=officer["mykad"], course_code=code, state=state,
                       supervisor_name=supervisor["name"], supervisor_phone=f"012-34{place:02d} {1000 + place}",
                       supervisor_email=supervisor["email"], submitted_at=moment(D("2026-11-02"), place // 3, place),
                       reason="")


def text(flag):
    return "true" if flag else "false"


def total_minutes(item):
    return sum(s["minutes"] for s in sessions(item) if s["cancelled"] == "false")


# --- participations ---------------------------------------------------------------------------------------------

# Receipts that wait have a file, and are sent in the diary.
PAID = ["unpaid", "verified", "rejected", "exempt"]
FORMS = ["not_open", "open", "draft", "sent", "exempt"]


def reachable(fees):
    """(outcome, attendance, evaluation, fee) as the workflow can leave them behind on an ended course."""
    yield from itertools.product(["pending"], ["not_recorded"], ["not_open"], fees)
    yield from itertools.product(["pending"], ["recorded"], FORMS, fees)
    yield from itertools.product(["pending"], ["reopened"], FORMS[1:], fees)
    yield from itertools.product(["completed"], ["confirmed"], FORMS, fees)
    back = fees + ["refunded"] if "verified" in fees else fees
    yield from itertools.product(["insufficient"], ["confirmed"], FORMS, back)
    yield from itertools.product(["absent"], ["confirmed"], ["not_open"], back)


COORDINATOR = f"penyelaras@{DOMAIN}"
FINANCE = f"kewangan@{DOMAIN}"
ADMINISTRATOR = f"pentadbir@{DOMAIN}"
REJECTIONS = ["AMAUN_SALAH", "TIDAK_JELAS", "BUKAN_RESIT", "NAMA_LAIN", "KURSUS_LAIN", "PENDUA", "TIADA_DALAM_PENYATA"]
FEE_BASES = ["LO jabatan", "Waran peruntukan", "Peserta jemputan"]
FORM_BASES = ["Cuti sakit semasa tempoh penilaian", "Borang kertas diterima urus setia"]
receipts = itertools.count(260001)


def moment(day, offset, officer_index):
    """A working moment `offset` days after `day`, in UTC."""
    minute = (officer_index * 37 + offset * 11) % 480
    at = dt.datetime.combine(day + dt.timedelta(days=offset), dt.time(0, 30)) + dt.timedelta(minutes=minute)
    return at.strftime("%Y-%m-%dT%H:%M:00.000Z")


def minutes_attended(outcome, attendance, item, index):
    total, minimum = total_minutes(item), item["minimum_attendance"]
    least = -(-minimum * total // 100)  # rounded up
    if attendance == "not_recorded" or outcome == "absent":
        return 0
    if outcome == "insufficient":
        # One minute short is still short.
        return least - 1 if index % 3 == 0 else max(1, least // 2)
    return least if index % 5 == 0 else total


def participation(officer, index, item, facts):
    outcome, attendance, evaluation, fee = facts
    first, last = item["days"][0], item["days"][-1]
    began = attendance != "not_recorded"
    row = dict(officer_mykad=officer["mykad"], course_code=item["code"], outcome=outcome, attendance=attendance,
               minutes_attended=minutes_attended(outcome, attendance, item, index),
               minutes_total=total_minutes(item), attendance_by=COORDINATOR if began else "",
               attendance_at=moment(last, {"reopened": 6}.get(attendance, 1), index) if began else "",
               evaluation=evaluation, evaluation_by="", evaluation_at="", evaluation_basis="", fee=fee, receipt_no="",
               fee_by="", fee_at="", fee_basis="")
    if evaluation != "not_open":
        by = {"open": COORDINATOR, "exempt": ADMINISTRATOR}.get(evaluation, officer["email"])
        row |= dict(evaluation_by=by, evaluation_at=moment(last, 1 if evaluation == "open" else 2, index))
    if evaluation == "exempt":
        row["evaluation_basis"] = FORM_BASES[index % len(FORM_BASES)]
    if fee in ("awaiting_review", "verified", "rejected", "refunded"):
        row["receipt_no"] = f"iP{next(receipts)}"
    paid = last if item["status"] == "ended" else first - dt.timedelta(days=28)
    if fee == "unpaid":
        row["fee_at"] = moment(paid, -2, index)
    elif fee == "awaiting_review":
        row |= dict(fee_by=officer["email"], fee_at=moment(paid, 3, index))
    elif fee != "not_applicable":
        row |= dict(fee_by=FINANCE, fee_at=moment(paid, 4, index))
    if fee == "rejected":
        row["fee_basis"] = REJECTIONS[index % len(REJECTIONS)]
    elif fee == "exempt":
        row["fee_basis"] = FEE_BASES[index % len(FEE_BASES)]
    elif fee == "refunded":
        row["fee_basis"] = "Tidak menamatkan kursus"
    return row


def make_participations(officers):
    rows, taken = [], set()

    def add(index, item, facts):
        assert (index, item["code"]) not in taken
        taken.add((index, item["code"]))
        row = participation(officers[index], index, item, facts)
        if facts[1] == "confirmed" or not is_kept_up(item):
            rows.append(row)

    by_code = {item["code"]: item for item in COURSES}
    main = by_code[MAIN]
    # The course that the demonstration issues: every special name is ready, and so are others, 250 in all.
    active = [i for i, o in enumerate(officers) if o["active"] == "true"]
    special = [i for i in active if i < len(names.SPECIAL)]
    rest = [i for i in active if i >= len(names.SPECIAL)]
    ready = special + chance.sample(rest, READY - len(special))
    for place, index in enumerate(ready):
        form = "exempt" if place % 60 == 59 else "sent"
        add(index, main, ("completed", "confirmed", form, "exempt" if place % 25 == 24 else "verified"))
    waiting = [f for f in reachable(PAID) if not is_ready(f)]
    others = [i for i in rest if (i, MAIN) not in taken]
    blocked = chance.sample(others, 18)
    for place, index in enumerate(blocked):
        add(index, main, waiting[place * len(waiting) // len(blocked)])

    # Every combination somewhere on each older course with a fee, more ready ones beside them.
    for item in COURSES[1:]:
        if item["code"] in LIVING:
            fee = "unpaid" if item["fee_sen"] else "not_applicable"
            for index in living(item["code"], active):
                add(index, item, ("pending", "not_recorded", "not_open", fee))
            continue
        fees = PAID if item["fee_sen"] else ["not_applicable"]
        if item["status"] != "ended":
            plan = list(itertools.product(["pending"], ["not_recorded"], ["not_open"], fees)) * 8
        else:
            combinations = list(reachable(fees))
            plan = combinations if item["fee_sen"] else combinations * 2
            plan = plan + [("completed", "confirmed", "sent", "verified" if item["fee_sen"] else "not_applicable")] * 24
        fixed = {index: facts for index, code, facts in FIXED if code == item["code"]}
        places = range(OFFICERS) if item["status"] == "ended" else active
        free = chance.sample([i for i in places if i not in FIXED_OFFICERS], len(plan))
        for index, facts in list(fixed.items()) + list(zip(free, plan)):
            add(index, item, facts)
    order = {item["code"]: place for place, item in enumerate(COURSES)}
    return sorted(rows, key=lambda r: (order[r["course_code"]], r["officer_mykad"]))


def is_kept_up(item):
    """True for what ended in the half year before the files' week: its attendance is confirmed, as the academy asks."""
    return item["code"] not in LIVING and item["status"] == "ended" and item["days"][-1] > D("2026-05-25")


def living(code, active):
    """Participants of a course of the diary, by their place in the list of officers."""
    own, others = LIVING[code]
    start = 300 + 20 * list(LIVING).index(code)
    return own + [i for i in active if i >= start][:others]


def is_ready(facts):
    outcome, attendance, evaluation, fee = facts
    return (outcome, attendance) == ("completed", "confirmed") and evaluation in ("sent", "exempt") and fee in (
        "verified", "exempt", "not_applicable")


# --- accounts ---------------------------------------------------------------------------------------------------

# Officers that a visitor can sign in as, by their place in names.SPECIAL, and what they have beside the main course.
FIXED = [
    (1, "AKMAL-NIL-014", ("completed", "confirmed", "draft", "rejected")),
    (1, "AKMAL-ITG-003", ("completed", "confirmed", "sent", "not_applicable")),
    (1, "AKMAL-PMB-033", ("pending", "not_recorded", "not_open", "unpaid")),
    (4, "AKMAL-DAT-026", ("pending", "not_recorded", "not_open", "unpaid")),
    (4, "AKMAL-EKS-007", ("completed", "confirmed", "sent", "unpaid")),
    (4, "AKMAL-SJT-009", ("insufficient", "confirmed", "sent", "refunded")),
    (8, "AKMAL-RIS-021", ("completed", "confirmed", "sent", "verified")),
    (8, "AKMAL-CUK-030", ("completed", "confirmed", "sent", "verified")),
    (22, "AKMAL-KTR-011", ("completed", "confirmed", "exempt", "exempt")),
    (30, "AKMAL-JWI-005", ("absent", "confirmed", "not_open", "not_applicable")),
]
FIXED_OFFICERS = {index for index, _, _ in FIXED}
NOTES = {
    1: "every step of a course at once: a draft, an application with the supervisor, a seat to confirm, a receipt that "
       "was rejected, certificates",
    4: "a course under way, a nomination to answer, a receipt with the finance unit, attendance that was not sufficient",
    8: "a course whose attendance is not confirmed yet, a place on a waiting list, a certificate over three separate days",
    22: "a course under way today; a name in two scripts; exempt from evaluation and fee",
    30: "a seat that was offered from the waiting list; a name of 102 letters; absent from another course",
}
AUDITOR = f"juruaudit@{DOMAIN}"


def make_accounts(officers):
    def account(name, display, roles, note, mykad=""):
        return dict(name=name, password=PASSWORD, roles=roles, officer_mykad=mykad, display_name=display,
                    language="ms", note=note)

    yield account(ADMINISTRATOR, "Pentadbir Sistem (demonstrasi)", "administrator",
                  "administrator: what waits for a second person, e-mails that failed, all courses")
    yield account(COORDINATOR, "Penyelaras Kursus (demonstrasi)", "coordinator",
                  "coordinator: applications to decide, today's attendance, attendance to confirm, certificates")
    yield account(FINANCE, "Unit Kewangan (demonstrasi)", "finance",
                  "finance unit: a queue of receipts, among them a wrong amount and a number that was used twice")
    yield account(AUDITOR, "Juruaudit (demonstrasi)", "auditor", "auditor: sees everything, changes nothing")
    for index, note in NOTES.items():
        officer = officers[index]
        yield account(officer["email"], officer["name"], "officer", note, officer["mykad"])


# --- diary ------------------------------------------------------------------------------------------------------


class Diary:
    """Deeds of the academy, each at its time (Asia/Kuala_Lumpur)."""

    def __init__(self, officers, participations):
        self.officers, self.rows, self.files = officers, [], 0
        self.people = {o["mykad"]: o for o in officers}
        self.participations = participations
        self.active = [o for i, o in enumerate(officers) if o["active"] == "true" and i >= len(names.SPECIAL)]
        self.applicants = iter(self.active[60:300])
        self.supervisors = iter(reversed(self.active))
        # Officers who are on no course with a date of its own, and may take somebody's place.
        self.spare = [o for o in self.active[320:] if not {"AKMAL-PMB-033", "AKMAL-LJU-015"} & self.courses(o)][:30]
        self.approved = {}

    def courses(self, officer):
        return {r["course_code"] for r in self.participations if r["officer_mykad"] == officer["mykad"]}

    def absent(self, course, day, time, mykad, replacement, **details):
        self.add(day, time, self.people[mykad]["email"], "absent", course, replacement, file="surat-01.pdf", **details)

    def add(self, day, time, account, deed, course, about="", **details):
        local = dt.datetime.fromisoformat(f"{day}T{time}:00") - dt.timedelta(hours=8)
        self.rows.append(dict(at=local.strftime("%Y-%m-%dT%H:%M:00.000Z"), account=account, deed=deed,
                              course_code=course, about=about,
                              details="|".join(f"{name}={value}" for name, value in details.items())))

    def apply(self, course, day, end="submitted", officer=None, **details):
        """One application up to `end`, decided in the days after it was sent."""
        officer, supervisor = officer or next(self.applicants), next(self.supervisors)
        place = len(self.rows)
        minute = f"{8 + place % 9:02d}:{place * 7 % 60:02d}"
        later = [(D(day) + dt.timedelta(days=days)).isoformat() for days in range(5)]
        if end == "draft":
            return self.add(day, minute, officer["email"], "draft", course)
        self.add(day, minute, officer["email"], "apply", course, supervisor=supervisor["name"],
                 phone=f"012-34{place % 90 + 10} {1000 + place}", email=supervisor["email"])
        if end == "withdrawn":
            self.add(later[1], minute, officer["email"], "withdraw", course)
        elif end == "not_supported":
            self.add(later[1], minute, supervisor["email"], "decline", course, officer["mykad"],
                     reason="Pegawai diperlukan bertugas pada tarikh itu.")
        elif end != "submitted":
            self.add(later[1], minute, supervisor["email"], "support", course, officer["mykad"])
        if end == "approved":
            self.approved.setdefault(course, []).append(officer)
            self.add(later[3], minute, COORDINATOR, "approve", course, officer["mykad"])
        elif end == "unsuccessful":
            self.add(later[3], minute, COORDINATOR, "reject", course, officer["mykad"], **details)

    def receipt(self, course, day, mykad, amount, number=None, kind="png", time="09:20"):
        self.files += 1
        number = number or f"iP26{self.files * 7919 % 1000000:06d}"
        self.add(day, time, self.people[mykad]["email"], "receipt", course, mykad, number=number, amount=amount,
                 file=f"resit-{self.files:02d}.{kind}")

    def on(self, course, **facts):
        """MyKad numbers of a course's participants with these facts, in the order of the lists."""
        return [r["officer_mykad"] for r in self.participations if r["course_code"] == course and all(
            r[name] == value for name, value in facts.items())]


def applications(diary):
    own = diary.officers
    for place, end in enumerate(["approved"] * 9 + ["supported"] * 6 + ["submitted"] * 4 + ["not_supported", "withdrawn"]):
        diary.apply("AKMAL-TAR-041", f"2026-11-{9 + place // 3:02d}", end)
    diary.apply("AKMAL-TAR-041", "2026-11-12", "unsuccessful", own[8], code="priority")
    for place, end in enumerate(["supported"] * 4 + ["submitted"] * 6):
        diary.apply("AKMAL-FOR-018", f"2026-11-{12 + place // 2:02d}", end)
    diary.apply("AKMAL-FOR-018", "2026-11-19", "submitted", own[1])
    diary.apply("AKMAL-FOR-018", "2026-11-18", "supported", own[22])
    for place, end in enumerate(["approved"] * 4 + ["supported"] * 3 + ["submitted"] * 2):
        diary.apply("AKMAL-LJU-015", f"2026-11-{10 + place:02d}", end)
    # The course is full by then: they wait.
    for place, officer in enumerate((own[30], own[8])):
        diary.apply("AKMAL-LJU-015", f"2026-11-{16 + place}", "approved", officer)
    diary.apply("AKMAL-KPM-006", "2026-11-20", "draft", own[1])
    diary.apply("AKMAL-KPM-006", "2026-11-20", "submitted", own[4])
    diary.apply("AKMAL-KPM-006", "2026-11-21", "submitted")


PLATES = ["W", "B", "J", "P", "N", "M", "QA", "SA", "KV", "VA", "D", "CC"]
MEALS = ["any", "any", "no_beef", "any", "vegetarian", "any", "no_seafood", "any"]


def seats(diary):
    """*Hadir*, *Tidak Hadir* and what follows from them."""
    own = [officer["mykad"] for officer in diary.officers]
    bags = [m for m in diary.on("AKMAL-PMB-033") if m != own[1]]
    for code, day, coming in ((WEEK, 16, diary.on(WEEK)), ("AKMAL-DAT-026", 16, diary.on("AKMAL-DAT-026")[:-3]),
                              ("AKMAL-PMB-033", 18, bags[:22])):
        for place, mykad in enumerate(coming):
            diary.add(f"2026-11-{day + place % 3}", f"{9 + place % 8:02d}:{place * 13 % 60:02d}",
                      diary.people[mykad]["email"], "attend", code, **answer(place))
    exchange(diary, bags[22], "2026-11-18", "replace", reason="Bertugas sebagai saksi di Mahkamah Tinggi Shah Alam.")
    exchange(diary, bags[23], "2026-11-19", "refuse_release", reason="Urusan keluarga di kampung pada minggu itu.",
             answer="Surat tidak menyatakan sebab yang menghalang kehadiran.")
    # What is answered within 48 hours happens on the day on which somebody looks.
    for day in [f"2026-11-{day}" for day in range(23, 30)]:
        exchange(diary, bags[24], day, "", reason="Dipanggil bertugas dalam operasi bersama di Pelabuhan Klang.", once="named")
        diary.absent("AKMAL-PMB-033", day, "00:12", bags[25], own[4], once="nominated",
                     reason="Cuti sakit lanjutan selepas pembedahan, surat pakar dilampirkan.")
        leaving = diary.approved["AKMAL-LJU-015"][0]["mykad"]
        diary.absent("AKMAL-LJU-015", day, "00:16", leaving, diary.spare[-1]["mykad"], once="offered",
                     reason="Ditukarkan ke stesen lain sebelum tarikh kursus.")
        diary.add(day, "00:20", COORDINATOR, "release", "AKMAL-LJU-015", leaving, once="offered")


def answer(place):
    lodging = "no" if place % 3 == 0 else "yes"
    meal = dict(meal=MEALS[place % len(MEALS)], lodging=lodging)
    if place % 9 == 4:
        meal["diet"] = "Alah kepada kacang"
    if place % 5 == 3:
        return dict(vehicle="none", **meal)
    plate = f"{PLATES[place % len(PLATES)]} {1000 + place * 457 % 8900}"
    return dict(vehicle="department" if place % 7 == 6 else "own", plate=plate, **meal)


def exchange(diary, leaving, day, decision, reason, answer="", **once):
    """Somebody gives a seat back, the replacement and the replacement's supervisor agree, and the academy decides."""
    coming, supervisor = diary.spare.pop(0), next(diary.supervisors)
    early = "00" if once else "09"
    diary.absent("AKMAL-PMB-033", day, f"{early}:02", leaving, coming["mykad"], reason=reason, **once)
    diary.add(day, f"{early}:05", coming["email"], "accept_nomination", "AKMAL-PMB-033", supervisor=supervisor["name"],
              phone=f"012-35{len(diary.rows) % 90 + 10} 2044", email=supervisor["email"], **once)
    diary.add(day, f"{early}:08", supervisor["email"], "support", "AKMAL-PMB-033", coming["mykad"], **once)
    if decision:
        diary.add(day, "16:30", COORDINATOR, decision, "AKMAL-PMB-033", leaving, **(dict(reason=answer) if answer else {}))


def attendance(diary):
    absent = {code: diary.on(code)[-1] for code in LIVING}
    for day in (9, 10, 11):
        diary.add(f"2026-11-{day:02d}", "17:30", COORDINATOR, "mark", RECENT, absent=absent[RECENT])
    for day in (17, 18, 19):
        diary.add(f"2026-11-{day}", "17:35", COORDINATOR, "mark", LAST_WEEK, absent=absent[LAST_WEEK])
    for day in range(23, 30):
        diary.add(f"2026-11-{day}", "09:40", COORDINATOR, "mark", WEEK, absent=absent[WEEK])
        diary.add(f"2026-11-{day}", "17:40", COORDINATOR, "mark", WEEK, absent=absent[WEEK])
    for day in range(23, 28):
        diary.add(f"2026-11-{day}", "17:50", COORDINATOR, "mark", "AKMAL-DAT-026")
    diary.add("2026-11-12", "10:00", COORDINATOR, "confirm", RECENT)
    diary.add("2026-11-20", "15:10", COORDINATOR, "reopen", "AKMAL-NIL-014",
              reason="Senarai bertulis tangan sesi ketiga baru diterima daripada penceramah.")


REMARKS = [
    dict(F1="Kajian kes sebenar dan perbincangan kumpulan."), dict(F2="Masa untuk latihan amali perlu ditambah."),
    dict(F1="Nota kursus lengkap dan mudah dirujuk.", F3="Audit pasca import."), dict(F4="Sistem di stesen berlainan."),
]


def evaluations(diary):
    # The last one was absent.
    own = diary.officers[1]["mykad"]
    here = [mykad for mykad in diary.on(RECENT)[:-1] if mykad != own]
    assert own in diary.on(RECENT)[:-1]
    for place, mykad in enumerate(here[:9]):
        diary.add(f"2026-11-{13 + place % 3}", f"{9 + place:02d}:15", diary.people[mykad]["email"], "evaluate", RECENT, mykad,
                  seed=place, **(REMARKS[place % len(REMARKS)]))
    for place, mykad in enumerate(diary.on("AKMAL-KTR-011", outcome="completed", evaluation="open")[:3]):
        diary.add("2026-11-06", f"{10 + place}:25", diary.people[mykad]["email"], "evaluate", "AKMAL-KTR-011", mykad,
                  seed=place + 20)
    return here


def fees(diary, here):
    own = [officer["mykad"] for officer in diary.officers]
    first, second, third, fourth, fifth = [m for m in here if m not in (own[1], own[4])][:5]
    for place, mykad in enumerate((first, second)):
        diary.receipt(RECENT, "2026-11-13", mykad, "40.00", kind=("png", "pdf")[place], time=f"11:{place + 10}")
        diary.add("2026-11-16", f"10:{place + 20}", FINANCE, "verify", RECENT, mykad)
    diary.receipt(RECENT, "2026-11-14", own[1], "30.00", kind="jpg")
    diary.add("2026-11-17", "11:05", FINANCE, "reject_receipt", RECENT, own[1], reason="wrong_amount",
              remark="Yuran kursus ini RM 40.00.")
    diary.receipt(RECENT, "2026-11-15", third, "40.00", kind="png")
    diary.add("2026-11-17", "11:15", FINANCE, "reject_receipt", RECENT, third, reason="unclear",
              remark="Nombor resit tidak dapat dibaca.")
    # What waits: the oldest first.
    diary.receipt("AKMAL-EKS-007", "2026-11-16", own[4], "40.00", kind="pdf")
    for place, mykad in enumerate(diary.on("AKMAL-CUK-030", outcome="completed", evaluation="sent", fee="unpaid")[:2]):
        diary.receipt("AKMAL-CUK-030", f"2026-11-{17 + place}", mykad, "50.00", kind=("png", "jpg")[place])
    for place, mykad in enumerate((fourth, fifth)):
        diary.receipt(RECENT, "2026-11-18", mykad, "40.00", kind=("jpg", "png")[place], time=f"14:{place + 10}")
    trade = [m for m in diary.on("AKMAL-DAT-026", fee="unpaid") if m != own[4]]
    for place, mykad in enumerate(trade[:5]):
        amount = "50.00" if place == 2 else "60.00"
        number = "iP26-778899" if place == 4 else None
        diary.receipt("AKMAL-DAT-026", f"2026-11-{18 + place % 4}", mykad, amount, number, ("png", "pdf", "jpg")[place % 3],
                      time=f"{9 + place:02d}:40")
    for place, mykad in enumerate(diary.on("AKMAL-NIL-014", outcome="completed", fee="unpaid")[:3]):
        diary.receipt("AKMAL-NIL-014", f"2026-11-{19 + place}", mykad, "50.00", kind=("jpg", "png", "png")[place],
                      time=f"{13 + place}:05")
    bags = [m for m in diary.on("AKMAL-PMB-033", fee="unpaid") if m != own[1]]
    diary.receipt("AKMAL-PMB-033", "2026-11-21", bags[0], "45.00", "IP26 778899", "png", "08:45")
    diary.receipt("AKMAL-PMB-033", "2026-11-22", bags[1], "45.00", kind="jpg", time="21:10")
    for day, course_code, mykad, basis in (
            ("2026-11-19", "AKMAL-DAT-026", trade[6], "LO jabatan K2026/1187"),
            ("2026-11-20", "AKMAL-PMB-033", bags[3], "Waran peruntukan 44/2026"),
            ("2026-11-20", RECENT, here[-1], "Peserta jemputan, surat AKMAL.600-1/4")):
        diary.add(day, "16:00", FINANCE, "exemption", course_code, mykad, basis=basis)


def certificates(diary):
    """Two weeks after a course the academy issues; the latest one still waits for somebody to press the button."""
    for item in COURSES:
        if item["status"] == "ended" and item["code"] not in (MAIN, "AKMAL-NIL-014", *LIVING):
            day = item["days"][-1] + dt.timedelta(days=14)
            diary.add(day.isoformat(), "10:00", COORDINATOR, "issue", item["code"])


def corrections(diary):
    for day, index, field, wanted, reason in (
            ("2026-11-18", 1, "station", "Pejabat Kastam Ipoh", "Bertukar stesen mulai 1 November."),
            ("2026-11-20", 4, "grade", "WK12", "Naik pangkat, surat bertarikh 2 November."),
            ("2026-11-21", 8, "post", "Penolong Penguasa Kastam Kanan", "Jawatan dalam ezHR belum dikemas kini.")):
        diary.add(day, "10:10", diary.officers[index]["email"], "correction", MAIN, field=field, wanted=wanted,
                  reason=reason)


def make_diary(officers, participations):
    diary = Diary(officers, participations)
    applications(diary)
    seats(diary)
    attendance(diary)
    certificates(diary)
    corrections(diary)
    fees(diary, evaluations(diary))
    return sorted(diary.rows, key=lambda row: row["at"])


# --- files ------------------------------------------------------------------------------------------------------


def write(name, rows):
    rows = list(rows)
    with open(FOLDER / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def main():
    officers = make_officers()
    participations = make_participations(officers)
    ready = [r for r in participations if r["course_code"] == MAIN and is_ready(
        (r["outcome"], r["attendance"], r["evaluation"], r["fee"]))]
    assert len(officers) == OFFICERS and len(COURSES) == 15 and len(ready) == READY
    write("officers.csv", officers)
    write("offerings.csv", (offering(item) for item in COURSES + OPEN))
    write("applications.csv", make_applications(officers))
    columns = ["code", "title_ms", "title_en", "study_centre", "venue", "fee_sen", "minimum_attendance", "status",
               "signatories"]
    write("courses.csv", ({c: item[c] for c in columns} for item in COURSES + OPEN))
    write("sessions.csv", (s for item in COURSES + OPEN for s in sessions(item)))
    write("participations.csv", participations)
    write("signatories.csv", (dict(zip(("key", "name", "post_ms", "post_en", "image"), (*s, ""))) for s in SIGNATORIES))
    write("accounts.csv", make_accounts(officers))
    write("diary.csv", make_diary(officers, participations))
    # Last, so that the other files do not depend on it.
    write("staff.csv", make_staff(officers))


if __name__ == "__main__":
    main()
