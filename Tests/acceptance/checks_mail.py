"""Letters through a real mail server: trust, sign-in, refusals, and kill -9 in the middle of a delivery."""

import html.parser
import random
import shutil
import time

import mail_server
from mail_server import PASSWORD, USER, MailServer
from product import Register

LATER = "2999-01-01T00:00:00.000Z"
EARLIER = "2020-01-01T00:00:00.000Z"


def everything(ledger, product, issued, folder):
    data = folder / "mail"
    shutil.copytree(issued, data)
    # Only the bulk issue's own letters stay: their words and readers are known.
    Register(data).change("DELETE FROM outbox WHERE kind <> 'certificate.ready' OR attempts > 0 OR sent_at IS NOT NULL"
                          " OR failed_at IS NOT NULL")
    authority, context = mail_server.make_certificates(folder / "mail-authority")
    with MailServer(context) as server:
        post = Post(product, data, folder, server.port, authority)
        settings(ledger, post)
        nothing_without_trust(ledger, post, server)
        first_letters(ledger, post, server)
        refusals(ledger, post, server)
        resends(ledger, post, server)
        kill_before_the_answer_is_kept(ledger, post, server)
        kill_anywhere(ledger, post, server)
        served(ledger, post, server)


class Post:
    """The program with its mail settings, and a look into its outbox."""

    def __init__(self, product, data, folder, port, authority):
        self.product, self.data, self.folder, self.port = product, data, folder, port
        self.register = Register(data)
        self.config = self.write("mail", authority, PASSWORD)
        self.untrusting = self.write("no-authority", None, PASSWORD)
        self.mistaken = self.write("wrong-password", authority, "salah-benar")

    def write(self, name, authority, password):
        file = self.folder / f"{name}.yaml"
        lines = ["host: localhost", f"port: {self.port}", f"user: {USER}", f"password: {password}",
                 "from: AKMAL2U – Ujian <akmal2u@customs.gov.my>", "reply_to: latihan@customs.gov.my"]
        if authority:
            lines.append(f"ca_file: {authority}")
        file.write_text("mail:\n" + "".join(f"  {line}\n" for line in lines), encoding="utf-8")
        return file

    def run(self, *arguments, config=None):
        return self.product.run(*arguments, "--data", self.data, "--config", config or self.config)

    def send(self, config=None):
        return self.run("outbox", "send", config=config)

    def let_due(self, ids):
        """Makes just these letters due; never while the product runs."""
        self.register.change("UPDATE outbox SET due_at = ? WHERE sent_at IS NULL AND failed_at IS NULL", LATER)
        for letter in ids:
            self.register.change("UPDATE outbox SET due_at = ? WHERE id = ?", EARLIER, letter)

    def ids(self, condition, *values):
        return [row[0] for row in self.register.query(f"SELECT id FROM outbox WHERE {condition} ORDER BY id", *values)]

    def unsent(self, count):
        return self.ids("sent_at IS NULL AND failed_at IS NULL")[:count]

    def one(self, letter):
        rows = self.register.query("SELECT sent_at, failed_at, attempts, error FROM outbox WHERE id = ?", letter)
        return dict(zip(("sent", "failed", "attempts", "error"), rows[0]))


def settings(ledger, post):
    good = {"host": "localhost", "port": post.port, "from": "akmal2u@customs.gov.my"}
    secret = post.folder / "password"
    secret.write_text(f"{PASSWORD}\n")
    for change, wanted in (({"from": ""}, "mail.from"), ({"security": "ssl"}, "starttls, tls or none"),
                           ({"host": "localhost:25"}, "mail.host"), ({"port": 70000}, "mail.port"),
                           ({"user": USER}, "mail.password"), ({"ca_file": "/nonexistent"}, "mail.ca_file"),
                           ({"user": USER, "password": PASSWORD, "security": "none"}, "in the clear"),
                           ({"user": USER, "password_file": "/nonexistent"}, "mail.password_file"),
                           ({"user": USER, "password": PASSWORD, "password_file": str(secret)}, "one of them")):
        file = post.folder / "bad.yaml"
        file.write_text("mail:\n" + "".join(f"  {key}: \"{value}\"\n" for key, value in (good | change).items()))
        result = post.send(file)
        ledger.check(f"a bad mail setting is told: {' '.join(change)}", result.returncode == 65
                     and wanted in result.stderr and PASSWORD not in result.stderr, f"{result.returncode} {result.stderr}")
    file = post.folder / "password-file.yaml"
    file.write_text(post.config.read_text(encoding="utf-8").replace(f"password: {PASSWORD}", f"password_file: {secret}"))
    doctor = post.run("doctor", config=file)
    ledger.check("the password may stand in a file", "ok     mail server" in doctor.stdout, doctor.stdout[-300:])
    without = post.product.run("outbox", "send", "--data", post.data)
    ledger.check("without mail.host letters wait, and the command says so", without.returncode == 65
                 and "mail.host" in without.stderr, without.stderr)


def message_id(letter, edition=1):
    return f"<{letter}@customs.gov.my>" if edition == 1 else f"<{letter}.{edition}@customs.gov.my>"


def nothing_without_trust(ledger, post, server):
    post.let_due(post.unsent(3))
    for config, wanted in ((post.untrusting, "certificate"), (post.mistaken, "535")):
        result = post.send(config)
        ledger.check(f"{config.stem}: the command says why", result.returncode == 70 and wanted in result.stderr,
                     f"{result.returncode} {result.stderr}")
        ledger.check(f"{config.stem}: the password is not told", "salah-benar" not in result.stderr + result.stdout
                     and PASSWORD not in result.stderr + result.stdout)
        doctor = post.run("doctor", config=config)
        ledger.check(f"{config.stem}: doctor finds it", doctor.returncode == 70 and "FAILS  mail server" in doctor.stdout,
                     doctor.stdout[-300:])
    ledger.equal("nothing has arrived", len(server.arrivals), 0)
    ledger.equal("no letter has lost a try", post.ids("attempts > 0 OR failed_at IS NOT NULL OR sent_at IS NOT NULL"), [])
    doctor = post.run("doctor")
    ledger.check("with the right settings doctor talks to the server", doctor.returncode == 0
                 and "ok     mail server" in doctor.stdout and PASSWORD not in doctor.stdout, doctor.stdout[-300:])
    ledger.equal("and still nothing has arrived", len(server.arrivals), 0)


def first_letters(ledger, post, server):
    letters = post.unsent(10)
    post.let_due(letters)
    result = post.send()
    ledger.check("ten letters go out", result.returncode == 0 and "10 sent" in result.stdout, result.stdout + result.stderr)
    ledger.equal("each once, under its own id", [arrival.id for arrival in server.arrivals],
                 [message_id(letter) for letter in letters])
    ledger.check("over TLS and signed in", all(a.was_encrypted and a.was_signed_in for a in server.arrivals))
    rows = post.register.query("SELECT id, recipient FROM outbox WHERE sent_at IS NOT NULL ORDER BY id")
    ledger.equal("to their readers only", [a.recipients for a in server.arrivals], [[recipient] for _, recipient in rows])
    for arrival in server.arrivals:
        lawful(ledger, arrival)
    post.send()
    ledger.equal("a second sweep sends nothing", len(server.arrivals), 10)


def lawful(ledger, arrival):
    message, problems = arrival.message, []
    if message.defects or any(part.defects for part in message.walk()):
        problems.append("defects")
    if message["Subject"] not in ("Sijil anda sedia dimuat turun", "Your certificate is ready to be downloaded"):
        problems.append(f"subject {message['Subject']!r}")
    if message["From"] != "AKMAL2U – Ujian <akmal2u@customs.gov.my>" or message["Auto-Submitted"] != "auto-generated":
        problems.append("sender")
    if message.get_content_type() != "multipart/alternative":
        problems.append(message.get_content_type())
    if max(map(len, arrival.content.split(b"\r\n"))) > 78 or b"\n" in arrival.content.replace(b"\r\n", b""):
        problems.append("lines")
    links = Links(arrival.body("html"))
    if len(links) != 1 or links[0] not in arrival.body("plain") or "/v/" not in links[0]:
        problems.append(f"links {links}")
    ledger.check(f"{arrival.id} is a lawful letter", not problems, problems)


class Links(list):
    def __init__(self, text):
        super().__init__()
        reader = html.parser.HTMLParser()
        reader.handle_starttag = lambda tag, attributes: self.extend(
            value for name, value in attributes if name == "href")
        reader.feed(text)


def refusals(ledger, post, server):
    nobody, later, good = post.unsent(3)
    for letter, name in ((nobody, "tiada"), (later, "kemudian")):
        post.register.change("UPDATE outbox SET recipient = ? WHERE id = ?", f"{name}@customs.gov.my", letter)
    server.refusals = {"tiada@customs.gov.my": ["550 5.1.1 no such mailbox"],
                       "kemudian@customs.gov.my": ["451 4.7.1 greylisted, come back"]}
    post.let_due([nobody, later, good])
    before = len(server.arrivals)
    result = post.send()
    ledger.check("a refusal is told by the exit code", result.returncode == 20
                 and "1 sent, 1 put off, 1 given up" in result.stdout, f"{result.returncode} {result.stdout}")
    ledger.equal("and blocks no other letter", [a.id for a in server.arrivals[before:]], [message_id(good)])
    refused, put_off = post.one(nobody), post.one(later)
    ledger.check("the refused letter is given up with the server's words", refused["failed"]
                 and "550 5.1.1 no such mailbox" in refused["error"], refused)
    ledger.check("and audited", post.register.query(
        "SELECT count(*) FROM audit WHERE subject_id = ? AND action = 'letter.given_up'", nobody)[0][0] == 1)
    ledger.check("the greylisted one waits for its second try", put_off["failed"] is None and put_off["attempts"] == 1
                 and "451 4.7.1" in put_off["error"], put_off)
    shown = post.run("outbox", "list", "--state", "failed").stdout
    ledger.check("the list shows the failed letter and why", nobody in shown and "550" in shown, shown)
    post.let_due([later])
    result = post.send()
    ledger.check("the greylisted letter is taken on its second try", "1 sent" in result.stdout
                 and server.arrivals[-1].id == message_id(later), result.stdout)


def resends(ledger, post, server):
    failed = post.ids("failed_at IS NOT NULL")[0]
    sent = post.ids("sent_at IS NOT NULL")[0]
    post.let_due([])
    server.refusals = {}
    result = post.run("outbox", "resend", failed, sent)
    ledger.check("letters can be sent again", result.returncode == 0, result.stdout + result.stderr)
    result = post.send()
    ledger.equal("the refused one under its id, the sent one under a new one",
                 sorted(a.id for a in server.arrivals[-2:]), sorted([message_id(failed), message_id(sent, 2)]))
    unknown = post.run("outbox", "resend", "0000")
    ledger.check("an unknown letter is told", unknown.returncode == 20 and "no such letter" in unknown.stderr, unknown.stderr)


def kill_before_the_answer_is_kept(ledger, post, server):
    letter = post.unsent(1)[0]
    post.let_due([letter])
    before = len(server.arrivals)
    server.came.clear()
    server.hold.set()
    process = post.product.start("outbox", "send", "--data", post.data, "--config", post.config,
                                 log=post.folder / "kill.log")
    arrived = server.came.wait(30)
    process.kill()
    process.wait()
    server.hold.clear()
    ledger.check("the letter was taken when the program was killed", arrived and post.one(letter)["sent"] is None)
    result = post.send()
    ledger.equal("its claim holds the next sweep off", (result.returncode, len(server.arrivals) - before), (0, 1))
    post.let_due([letter])
    post.send()
    pair = server.arrivals[before:]
    ledger.check("when the claim has run out it goes out again, byte for byte", len(pair) == 2
                 and pair[0].content == pair[1].content and pair[0].id == message_id(letter), [a.id for a in pair])
    ledger.check("and then it is sent", post.one(letter)["sent"] is not None)


def kill_anywhere(ledger, post, server):
    seed = random.randrange(1 << 32)
    chance = random.Random(seed)
    letters = post.unsent(60)
    before, kills = len(server.arrivals), 0
    server.pace = 0.02
    for _ in range(40):
        left = [letter for letter in letters if post.one(letter)["sent"] is None]
        if not left:
            break
        post.let_due(left)
        process = post.product.start("outbox", "send", "--data", post.data, "--config", post.config,
                                     log=post.folder / "kill.log")
        time.sleep(chance.uniform(0.1, 0.6))
        kills += process.poll() is None
        process.kill()
        process.wait()
    server.pace = 0
    post.let_due([letter for letter in letters if post.one(letter)["sent"] is None])
    post.send()
    arrivals = server.arrivals[before:]
    by_id = {}
    for arrival in arrivals:
        by_id.setdefault(arrival.id, []).append(arrival.content)
    ledger.equal(f"seed {seed}: no letter was lost over {kills} kills", sorted(by_id), sorted(map(message_id, letters)))
    repeated = {key: contents for key, contents in by_id.items() if len(contents) > 1}
    ledger.check(f"seed {seed}: at most one letter a kill came twice ({len(repeated)})",
                 len(arrivals) - len(letters) <= kills, len(arrivals) - len(letters))
    ledger.check(f"seed {seed}: and those byte for byte", all(len(set(c)) == 1 for c in repeated.values()))
    ledger.equal(f"seed {seed}: all are marked as sent", [x for x in letters if post.one(x)["sent"] is None], [])


def served(ledger, post, server):
    letter = post.unsent(1)[0]
    post.let_due([letter])
    before = len(server.arrivals)
    process = post.product.start("serve", "--data", post.data, "--config", post.config, "--port", "0",
                                 log=post.folder / "serve-mail.log")
    deadline = time.monotonic() + 30
    # A running server also writes letters of its own: reminders and what is due today.
    while message_id(letter) not in [a.id for a in server.arrivals[before:]] and time.monotonic() < deadline:
        time.sleep(0.05)
    process.terminate()
    code = process.wait(30)
    ledger.equal("a running server sends what is due by itself, once",
                 [a.id for a in server.arrivals[before:]].count(message_id(letter)), 1)
    ledger.equal("and ends in order", code, 0)
