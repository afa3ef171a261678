"""The check page in Starlette: sqlite3, the page cut into pieces beforehand.

    PIECES=… DATABASE=… uvicorn starlette_page:app
"""

import json
import os
import sqlite3
from datetime import datetime, timedelta, timezone
from html import escape

from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route

MONTHS = ("Januari", "Februari", "Mac", "April", "Mei", "Jun", "Julai", "Ogos", "September", "Oktober", "November",
          "Disember")
MALAYSIA = timezone(timedelta(hours=8))
FIND = "SELECT code, holder, serial, course, course_english, dates, venue, issued, entry, key FROM certificate " \
    "WHERE key = ?"

with open(os.environ["PIECES"], encoding="utf-8") as file:
    PIECES = [(piece["Text"], piece["Slot"]) for piece in json.load(file)]
REGISTER = sqlite3.connect(f"file:{os.environ['DATABASE']}?mode=ro", uri=True, check_same_thread=False)


async def check(request):
    row = REGISTER.execute(FIND, (request.path_params["code"].replace("-", ""),)).fetchone()
    if row is None:
        return PlainTextResponse("not found", 404)
    values = [*map(escape, row), moment(datetime.now(MALAYSIA))]
    return HTMLResponse("".join([text if slot < 0 else values[slot] for text, slot in PIECES]))


def moment(now):
    part = "pagi" if now.hour < 12 else "tengah hari" if now.hour < 14 else "petang" if now.hour < 19 else "malam"
    return f"{now.day} {MONTHS[now.month - 1]} {now.year}, {(now.hour + 11) % 12 + 1}.{now.minute:02} {part}"


app = Starlette(routes=[Route("/v/{code}", check)])
