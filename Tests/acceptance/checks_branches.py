"""What else can become of an application, and of a certificate after its issue; told on the way of the journey."""

import re

from academy import OTHERS, STAFF_PASSWORD, SUPERVISOR, SUPPORT, TITLE, Person
from product import Register

DECLINED, WITHDRAWN, REJECTED, FORGOTTEN = (user for _, _, user in OTHERS)
NAMES = {user: name for _, name, user in OTHERS}


def before_approval(story):
    for number, _, user in OTHERS:
        story.register(number, user)
        story.apply(user)
    declined(story)
    withdrawn(story)
    story.support(REJECTED)
    rejected(story)


def declined(story):
    supervisor, _ = at_the_link(story, DECLINED)
    supervisor.submit("button[name=keputusan][value=tidak]")
    supervisor.sees("a supervisor declines with words only", "Tidak Sokong")
    supervisor.fill(reason="Tugas operasi pada minggu yang sama tidak dapat digantikan.")
    supervisor.submit("button[name=keputusan][value=tidak]")
    supervisor.sees("the page says what was decided", "tidak menyokong")
    supervisor.close()
    story.letter(DECLINED, "tidak disokong")
    person = story.phones[DECLINED]
    person.go(story.links[DECLINED][0])
    person.sees("the officer reads why", "Tidak Berjaya", "Tugas operasi")
    person.go("/katalog?cari=pemeriksaan")
    person.page.get_by_role("link", name=TITLE).first.click()
    person.page.wait_for_load_state("networkidle")
    story.ledger.equal("and may apply again while the course is open",
                       person.page.locator("form[action$='/mohon'] button:not([disabled])").count(), 1)


def withdrawn(story):
    person = story.phones[WITHDRAWN]
    person.go(story.links[WITHDRAWN][0])
    person.submit("form[action$='/tarik-balik'] button")
    person.sees("an application is withdrawn", "Ditarik balik")
    story.letter(WITHDRAWN, "ditarik balik")
    supervisor, link = at_the_link(story, WITHDRAWN)
    story.ledger.equal("the supervisor's link has nothing to decide any more",
                       supervisor.page.locator("button[name=keputusan]").count(), 0)
    supervisor.close()


def rejected(story):
    desk = story.desks["penyelaras"]
    desk.go(f"{story.admin}/permohonan")
    application = story.links[REJECTED][0].rsplit("/", 1)[1]
    desk.page.check(f"input[name='pilih-{application}']")
    desk.submit("button[name=tindakan][value=tolak]")
    desk.sees("a rejection needs its reason", TITLE)
    desk.page.check(f"input[name='pilih-{application}']")
    desk.page.select_option("#sebab", "not_eligible")
    desk.submit("button[name=tindakan][value=tolak]")
    story.letter(REJECTED, "tidak berjaya")
    person = story.phones[REJECTED]
    person.go(story.links[REJECTED][0])
    person.sees("the officer sees Tidak Berjaya", "Tidak Berjaya")


def after_closing(story):
    """The clock stands past the day until which supervisors could answer."""
    story.letter(FORGOTTEN, "luput")
    story.ledger.equal("what nobody decided has lapsed", story.one(
        "SELECT state FROM application WHERE id = ?", story.links[FORGOTTEN][0].rsplit("/", 1)[1]), "lapsed")


def after_issue(story, code):
    """The finance unit takes a verification back, and gives it again."""
    receipt = story.one("SELECT id FROM receipt WHERE state = 'verified' AND uploaded_by LIKE 'pemohon@%'")
    desk, stranger = story.desks["kewangan"], Person(story, "whoever checks", True)
    story.enter(desk, "kewangan", STAFF_PASSWORD)
    desk.go(f"/kewangan/resit/{receipt}")
    desk.fill(ulasan="Bayaran dipulangkan oleh bank pada hari ini.")
    desk.submit("button[name=tindakan][value=tarik]")
    story.letter("pemohon", "digantung sementara")
    stranger.go(f"/v/{code}")
    stranger.sees("the certificate is suspended, and its page says so", "DIGANTUNG")
    person = story.phones["pemohon"]
    person.go("/sijil")
    story.ledger.equal("nothing can be downloaded meanwhile",
                       person.page.locator("a[href*='muat-turun']").count(), 0)
    desk.go(f"/kewangan/resit/{receipt}")
    desk.submit("button[name=tindakan][value=sahkan]")
    stranger.go(f"/v/{code}")
    stranger.sees("verified again, it is valid again", "SAH")
    story.ledger.equal("under the same number", len(Register(story.data).query(
        "SELECT id FROM certificate WHERE code = ?", code)), 1)
    stranger.close()


def at_the_link(story, user):
    letter = story.letter(SUPERVISOR[2], NAMES[user], "/sokongan/")
    link = re.search(rf"https?://\S+{SUPPORT}", letter.body("plain"))[0]
    supervisor = Person(story, f"the supervisor of {user}", True)
    supervisor.go(link)
    return supervisor, link
