// `/sahkan`: everything that proves a certificate, in one place and without the network.

import { judgeFile } from "../verify/judge-file.js";
import { judgePaper } from "../verify/judge-paper.js";
import { qrText } from "../verify/qr-text.js";
import { startCamera } from "./camera.js";
import { callout } from "./element.js";
import { seen } from "./eye.js";
import { startMatching } from "./matching.js";
import { askAcademy, loadTrust } from "./store.js";
import { say } from "./texts.js";
import { article } from "./view.js";

class Desk {
    constructor(page) {
        this.page = page;
        this.result = document.querySelector("[data-result]");
        this.trust = loadTrust();
    }

    show(...parts) {
        this.result.replaceChildren(...parts);
        this.result.hidden = false;
        this.result.focus();
        this.result.scrollIntoView({ block: "start" });
    }

    // The academy's keys; without them nothing is judged, which is told.
    async known() {
        let trust = await this.trust;
        if (trust.isEmpty) { trust = await (this.trust = loadTrust()); }
        if (!trust.isEmpty) { return trust; }
        this.complain("proof.noKeys");
        return null;
    }

    async checkText(text) {
        const trust = await this.known();
        if (!trust) { return; }
        const read = qrText(text);
        const answer = read?.code ? await askAcademy(read.code) : null;
        const found = await judgePaper(text, trust, answer);
        if (!found) { return this.complain("proof.unreadable"); }
        if (!read.digits && !answer && found.verdict === "unknown") { return this.complain("proof.needsNetwork"); }
        found.successor = answer?.successor ?? null;
        // A code alone is the academy's word; with claims it would be theirs that the document stood for.
        found.document = read.digits ? null : answer?.document ?? null;
        this.show(article(found));
    }

    async checkFile(file) {
        if (file.type.startsWith("image/")) { return this.checkPhoto(file); }
        if (file.size > 32 << 20) { return this.complain("proof.tooLarge"); }
        const trust = await this.known();
        if (!trust) { return; }
        const bytes = new Uint8Array(await file.arrayBuffer());
        const now = Math.floor(Date.now() / 1000);
        const found = await judgeFile(bytes, trust, { now, ask: askAcademy });
        this.show(article(found, file.name));
    }

    // A photo of a paper: its QR code is read here.
    async checkPhoto(file) {
        const picture = await createImageBitmap(file).catch(() => null);
        const text = picture && await seen(picture, picture.width, picture.height);
        return text ? this.checkText(text) : this.complain("proof.noCode");
    }

    complain(key) {
        const note = callout(say(key));
        note.classList.add("wrap");
        this.show(note);
    }
}

export function startDesk(page) {
    const desk = new Desk(page);
    const form = page.querySelector("[data-text-form]");
    form.addEventListener("submit", (event) => {
        event.preventDefault();
        desk.checkText(form.elements.teks.value);
    });
    const input = page.querySelector("[data-file]");
    input.addEventListener("change", () => {
        if (input.files[0]) { desk.checkFile(input.files[0]); }
        input.value = "";
    });
    startDrop(page.querySelector("[data-drop]"), (file) => desk.checkFile(file));
    startCamera(page.querySelector("[data-camera]"), (text) => desk.checkText(text));
    const matching = page.querySelector("[data-matching]");
    // A folder of files has no academy that could be asked.
    matching.closest("section").hidden = location.protocol === "file:";
    startMatching(matching);
    const open = () => { if (location.hash.length > 1) { desk.checkText(decodeURIComponent(location.hash.slice(1))); } };
    window.addEventListener("hashchange", open);
    // Without the network this page stands in for the one that a QR code leads to.
    const paper = /\/v\/[^/]+$/i.test(location.pathname);
    if (paper) { desk.checkText(location.href); } else { open(); }
    page.dataset.ready = "yes";
}

// A file that misses the field must not replace the page.
function startDrop(field, take) {
    for (const name of ["dragover", "drop"]) {
        document.addEventListener(name, (event) => {
            event.preventDefault();
            field.classList.toggle("is-over", name === "dragover");
            const file = name === "drop" ? event.dataTransfer?.files[0] : null;
            if (file) { take(file); }
        });
    }
    document.addEventListener("dragleave", () => field.classList.remove("is-over"));
}
