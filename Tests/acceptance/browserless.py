"""A small HTTP client that keeps cookies and fills in forms, as a browser without JavaScript would."""

import html
import http.client
import re
import urllib.parse


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = {name.lower(): value for name, value in response.getheaders()}
        self.cookies = response.headers.get_all("Set-Cookie") or []
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8", "replace")


class Visitor:
    def __init__(self, port, address=None):
        self.port, self.cookies, self.address = port, {}, address

    def twin(self):
        """Another connection of the same session, from the same address."""
        other = Visitor(self.port, self.address)
        other.cookies = dict(self.cookies)
        return other

    def request(self, method, path, body=None, headers=None):
        sent = {"Accept": "text/html"} | (headers or {})
        if self.address:
            # The server believes a reverse proxy on this machine.
            sent["X-Forwarded-For"] = self.address
        if self.cookies:
            sent["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if isinstance(body, dict):
            body = urllib.parse.urlencode(body)
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.request(method, path, body=body, headers=sent)
            response = connection.getresponse()
            answer = Answer(response, response.read())
        finally:
            connection.close()
        for line in answer.cookies:
            name, _, value = line.split(";", 1)[0].partition("=")
            self.cookies[name.strip()] = value.strip()
        return answer

    def get(self, path, **headers):
        return self.request("GET", path, headers={k.replace("_", "-"): v for k, v in headers.items()})

    def follow(self, answer, limit=5):
        while answer.status in (301, 302, 303, 307, 308) and limit:
            target = urllib.parse.urlsplit(answer.headers["location"])
            answer = self.get(target.path + (f"?{target.query}" if target.query else ""))
            limit -= 1
        return answer

    def sign_in(self, name, password):
        page = self.get("/masuk")
        token = field(page.text, "csrf") or ""
        answer = self.request("POST", "/masuk", {"csrf": token, "id": name, "kata-laluan": password})
        return answer


def field(page, name):
    """The value of a hidden field."""
    for tag in re.findall(r"<input[^>]*>", page):
        attributes = dict(re.findall(r'([\w-]+)="([^"]*)"', tag))
        if attributes.get("name") == name:
            return html.unescape(attributes.get("value", ""))
    return None


def posts(page):
    """Targets of the page's POST forms."""
    tags = re.findall(r"<form[^>]*>", page)
    forms = [dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in tags]
    return [html.unescape(f["action"]) for f in forms if f.get("method") == "post" and "action" in f]


def links(page):
    return [html.unescape(target) for target in re.findall(r'<a[^>]*href="([^"]*)"', page)]
