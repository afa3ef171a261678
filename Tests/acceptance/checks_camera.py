"""The page's own scanner before a camera, a file that is dragged onto the page, and a link that is copied: as a person
would, in Chromium.

The camera is a film that is made here: an empty desk, then a certificate of the register that somebody holds and moves.
"""

import json
import random
import subprocess

import zxingcpp
from PIL import Image, ImageChops

import documents
from proof_photos import grain
from product import Register, Server, rows

WIDTH, HEIGHT, RATE = 1280, 720, 10


def everything(ledger, product, play, data, folder):
    code, pdf, host = a_file(data)
    film = folder / "camera.y4m"
    write(film, frames(rendered(pdf, folder)))
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=[
        "--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-video-capture={film}"])
    try:
        # Under the name that the certificates carry, as the academy's own server has it.
        with Server(product, data, extra={"AKMAL_SITE": f"http://{host}"}) as server:
            scan(ledger, browser, server, code)
            refused(ledger, play, server)
            drag(ledger, browser, server, pdf, folder)
            copied(ledger, browser, server, host)
    finally:
        browser.close()


def a_file(data):
    code, hash_, face = Register(data).query(
        "SELECT code, document_sha256, face FROM certificate WHERE status = 'valid' ORDER BY id LIMIT 1")[0]
    return code, documents.kept(data, hash_), json.loads(face)["host"]


def rendered(pdf, folder):
    """The part of the printed page that one holds before a camera: the code, with what is around it."""
    subprocess.run(["pdftoppm", "-r", "200", "-gray", "-singlefile", pdf, folder / "page"], check=True)
    page = Image.open(folder / "page.pgm")
    corner = zxingcpp.read_barcodes(page)[0].position
    left, top = min(corner.top_left.x, corner.bottom_left.x), min(corner.top_left.y, corner.top_right.y)
    side = max(corner.top_right.x - corner.top_left.x, corner.bottom_left.y - corner.top_left.y)
    box = (left - side, top - side // 2, left + 2 * side, top + int(1.5 * side))
    paper = Image.new("L", (3 * side, 2 * side), 235)
    paper.paste(page.crop((max(0, box[0]), max(0, box[1]), min(page.width, box[2]), min(page.height, box[3]))),
                (max(0, -box[0]), max(0, -box[1])))
    return paper


def frames(paper):
    """Eight frames of a desk, then twenty-four of a hand that is not quite still."""
    rng = random.Random(7)
    paper = paper.resize((WIDTH * 3 // 4, paper.height * WIDTH * 3 // 4 // paper.width), Image.LANCZOS)
    noise = grain(rng, WIDTH, 6).crop((0, 0, WIDTH, HEIGHT))
    for number in range(32):
        frame = Image.new("L", (WIDTH, HEIGHT), 96)
        if number >= 8:
            held = paper.rotate(4 + number % 5, Image.BICUBIC, fillcolor=235)
            frame.paste(held, (120 + number % 7 * 6, 40 + number % 3 * 8))
        yield ImageChops.add(frame, noise, offset=-128)


def write(path, pictures):
    colourless = bytes([128]) * (WIDTH * HEIGHT // 2)
    with open(path, "wb") as film:
        film.write(f"YUV4MPEG2 W{WIDTH} H{HEIGHT} F{RATE}:1 Ip A1:1 C420jpeg\n".encode())
        for picture in pictures:
            film.write(b"FRAME\n" + picture.tobytes() + colourless)


def opened(browser, server, **options):
    context = browser.new_context(locale="ms-MY", viewport={"width": 360, "height": 780}, service_workers="block",
                                  **options)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(f"{server.base}/sahkan?bahasa=ms")
    page.wait_for_selector("[data-desk][data-ready]")
    return page


def scan(ledger, browser, server, code):
    page = opened(browser, server)
    page.click("[data-camera] button")
    page.wait_for_selector("[data-camera] video:not([hidden])")
    ledger.check("camera: it says what to do", page.inner_text("[data-camera-note]") != "")
    page.wait_for_selector("[data-result] article", timeout=20_000)
    ledger.equal("camera: a held certificate is scanned and judged",
                 page.get_attribute("[data-result] article", "data-verdict"), "valid")
    grouped = "-".join(code[place:place + 4] for place in range(0, 16, 4))
    ledger.check("camera: it is the certificate's own code", grouped in page.inner_text("[data-result]"))
    ledger.check("camera: it is closed again", page.evaluate(
        "document.querySelector('[data-camera] video').srcObject === null"))
    ledger.equal("camera: no exception", page.complaints, [])
    page.context.close()


def refused(ledger, play, server):
    """A browser with no camera, or whose owner says no."""
    browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    page = opened(browser, server)
    page.click("[data-camera] button")
    page.wait_for_selector("[data-camera-note]:not(:empty)")
    ledger.check("camera: where there is none, the page says what else to do",
                 "gambar" in page.inner_text("[data-camera-note]"), page.inner_text("[data-camera-note]"))
    ledger.equal("camera: and throws nothing", page.complaints, [])
    browser.close()


def drag(ledger, browser, server, pdf, folder):
    """Onto the field, and beside it: a browser that is left to itself would open the file in the page's place."""
    whole, cut = folder / "seret.pdf", folder / "seret-ubah.pdf"
    whole.write_bytes(pdf.read_bytes())
    cut.write_bytes(pdf.read_bytes() + b"\n")
    for sentence, file, wanted, selector in (
            ("drag: a file on the field is judged", whole, "valid", "[data-drop]"),
            ("drag: a file that misses the field is judged as well", cut, "altered", "h1")):
        page = opened(browser, server)
        page.locator(selector).scroll_into_view_if_needed()
        box = page.locator(selector).bounding_box()
        place = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
        session = page.context.new_cdp_session(page)
        carried = {"items": [], "files": [str(file)], "dragOperationsMask": 1}
        for kind in ("dragEnter", "dragOver", "drop"):
            session.send("Input.dispatchDragEvent", {"type": kind, "data": carried} | place)
        page.wait_for_selector("[data-result] article")
        ledger.equal(sentence, page.get_attribute("[data-result] article", "data-verdict"), wanted)
        ledger.check(f"{sentence}: its name is told, and the page is still there",
                     file.name in page.inner_text("[data-result]") and "/sahkan" in page.url)
        page.context.close()


def copied(ledger, browser, server, host):
    """The first officer of the demonstration who has a certificate copies its link."""
    for account in (row for row in rows("accounts.csv") if row["roles"] == "officer"):
        context = browser.new_context(viewport={"width": 360, "height": 780},
                                      permissions=["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{server.base}/masuk?bahasa=ms")
        page.fill("[name=id]", account["name"])
        page.fill("[name=kata-laluan]", account["password"])
        page.click("main button[type=submit]")
        page.goto(f"{server.base}/sijil")
        box = page.locator("details.share").first
        if box.count():
            box.locator("summary").click()
            box.locator("[data-copy] button").click()
            box.locator("[role=status]:not(:empty)").wait_for()
            ledger.equal("share: the link is copied, and that is said",
                         (page.evaluate("navigator.clipboard.readText()"), box.locator("[role=status]").inner_text()),
                         (box.locator(".share-address a").get_attribute("href"), "Pautan disalin"))
            height = box.bounding_box()["height"]
            needed = box.evaluate("box => box.scrollHeight")
            ledger.check("share: the open box shows all that is in it", height >= needed > 150, (height, needed))
            context.close()
            return
        context.close()
    ledger.check("an officer of the demonstration has a certificate to share", False)
