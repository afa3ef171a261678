"""An authority for time on this machine: `openssl ts` behind a small server."""

import http.server
import subprocess
import threading
from pathlib import Path

SETTINGS = """[tsa]
default_tsa = one
[one]
serial = ./serial
signer_cert = ./tsa.pem
certs = ./tsa.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
"""


class TimestampServer:
    """`with TimestampServer(folder) as authority:` answers on `authority.address` until the block ends."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.certificate = self.folder / "tsa.pem"
        if not self.certificate.exists():
            (self.folder / "ts.conf").write_text(SETTINGS)
            (self.folder / "serial").write_text("01\n")
            self.openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout",
                         "tsa.key", "-out", "tsa.pem", "-subj", "/CN=TSA", "-days", "3650", "-addext",
                         "extendedKeyUsage=critical,timeStamping")

    def openssl(self, *arguments):
        return subprocess.run(["openssl", *map(str, arguments)], cwd=self.folder, capture_output=True, check=True)

    def verifies(self, token, content):
        """What `openssl ts -verify` says of a published token over a file."""
        result = subprocess.run(["openssl", "ts", "-verify", "-in", token, "-data", content, "-CAfile",
                                 self.certificate], capture_output=True, text=True)
        return result.returncode == 0, result.stdout + result.stderr

    def __enter__(self):
        own = self

        class Answer(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                (own.folder / "query.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
                own.openssl("ts", "-reply", "-config", "ts.conf", "-queryfile", "query.tsq", "-out", "reply.tsr")
                self.send_response(200)
                self.send_header("Content-Type", "application/timestamp-reply")
                self.end_headers()
                self.wfile.write((own.folder / "reply.tsr").read_bytes())

            def log_message(self, *_):
                pass

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Answer)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/tsr"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
