"""A real mail server on this machine: STARTTLS and sign-in required, with an authority of its own, made on the spot."""

import asyncio
import email
import email.policy
import logging
import socket
import ssl
import subprocess
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

# Clients that do not trust us hang up, on purpose; the server would print each as a fault of its own.
logging.getLogger("mail.log").disabled = True

USER, PASSWORD = "akmal", "Rahsia-Ujian-1"


def make_certificates(folder):
    """Gives the PEM file of an authority, and a server's context with a certificate of it for `localhost`."""
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], check=True, capture_output=True, cwd=folder, timeout=60)

    folder.mkdir(exist_ok=True)
    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "400", "-subj", "/CN=Ujian CA", "-keyout", "ca.key",
            "-out", "ca.pem", "-addext", "basicConstraints=critical,CA:TRUE")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-keyout", "server.key", "-out", "server.csr")
    (folder / "names").write_text("subjectAltName=DNS:localhost\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-days", "400",
            "-out", "server.pem", "-extfile", "names")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "server.pem", folder / "server.key")
    return folder / "ca.pem", context


class Arrival:
    """One letter that the server has taken."""

    def __init__(self, envelope, session):
        self.content = envelope.content
        self.recipients = envelope.rcpt_tos
        self.sender = envelope.mail_from
        self.was_encrypted = session.ssl is not None
        self.was_signed_in = bool(session.authenticated)

    @property
    def message(self):
        return email.message_from_bytes(self.content, policy=email.policy.default)

    @property
    def id(self):
        return self.message["Message-ID"]

    def body(self, kind):
        return self.message.get_body((kind,)).get_content()


class MailServer:
    """`with MailServer(context) as server:` takes letters until the block ends.

    `refusals` maps a recipient to the replies that its letters get, one a try; then they are taken. While `hold` is
    set, letters are taken but the final 250 is withheld; `pace` is how many seconds every letter takes.
    """

    def __init__(self, context):
        self.arrivals, self.refusals = [], {}
        self.pace = 0
        self.hold, self.came = threading.Event(), threading.Event()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.controller = Controller(
            self, hostname="127.0.0.1", port=self.port, tls_context=context, require_starttls=True,
            authenticator=self.authenticate, auth_required=True, auth_require_tls=True)

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.hold.clear()
        self.controller.stop()

    @staticmethod
    def authenticate(server, session, envelope, mechanism, data):
        return AuthResult(success=(data.login, data.password) == (USER.encode(), PASSWORD.encode()), handled=False)

    async def handle_RCPT(self, server, session, envelope, address, options):
        replies = self.refusals.get(address, [])
        if replies:
            return replies.pop(0) if len(replies) > 1 or not replies[0].startswith("5") else replies[0]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.arrivals.append(Arrival(envelope, session))
        self.came.set()
        await asyncio.sleep(self.pace)
        while self.hold.is_set():
            await asyncio.sleep(0.02)
        return "250 2.0.0 taken"
