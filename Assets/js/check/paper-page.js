// `/v/{code}` with signed claims behind the #: judged here, and laid beside the academy's answer that the page shows.
//
// What stands behind the # never leaves the browser.

import { typedCode } from "../verify/code.js";
import { judgePaper } from "../verify/judge-paper.js";
import { callout, icon } from "./element.js";
import { loadTrust } from "./store.js";
import { say } from "./texts.js";
import { notes, sentence, stepsSection, word } from "./view.js";

// What the server says, as it wrote it into the page.
function answer(article) {
    const { verdict, code, serial, holder, course, dates } = article.dataset;
    const isKnown = verdict !== "unknown";
    return {
        register: verdict,
        facts: isKnown ? { code: typedCode(code), serial, holder, course, dates } : null,
    };
}

export async function startPaperPage(article) {
    for (const link of document.querySelectorAll(".languages a")) { link.href += location.hash; }
    const path = decodeURIComponent(location.pathname.split("/").at(-1));
    if (!/^#[0-9]+$/.test(location.hash)) { return; }
    const said = answer(article);
    const trust = await loadTrust();
    // Without the academy's keys the page says no more than the academy itself has said.
    if (trust.isEmpty) { return; }
    const found = await judgePaper(`${location.host}/v/${path}${location.hash}`, trust, said);
    if (!found) { return; }
    // The page itself was loaded from here: whether here is the academy is for the address bar to say.
    found.foreignHost = null;
    show(found, said, article);
}

function show(found, said, article) {
    const place = article.querySelector("[data-proof]");
    if (found.verdict !== said.register) {
        article.classList.replace(`check-${said.register}`, `check-${found.verdict}`);
        article.querySelector(".verdict-shape").replaceWith(icon(`verdict-${found.verdict}`, "verdict-shape"));
        article.querySelector(".verdict-word").textContent = word(found.verdict);
        article.querySelector(".verdict-sentence").textContent = sentence(found);
        article.querySelector(".check-main").prepend(callout(say("proof.disagree")));
        document.title = `${word(found.verdict)} – AKMAL2U`;
    }
    article.dataset.verdict = found.verdict;
    place.append(...notes(found), stepsSection(found));
    place.hidden = false;
}
