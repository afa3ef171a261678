// Begins what the page is for.

import { startDesk } from "./desk-page.js";
import { callout } from "./element.js";
import { startPaperPage } from "./paper-page.js";
import { isHere, language, say } from "./texts.js";

// Browsers check signatures on safe addresses only: https, this machine, files.
if (isHere && !globalThis.crypto?.subtle) {
    document.querySelector("[data-desk], [data-check] .check-main")?.prepend(callout(say("proof.insecure")));
} else if (isHere) {
    const desk = document.querySelector("[data-desk]");
    const paper = document.querySelector("[data-check]");
    if (desk) { startDesk(desk); }
    if (paper) { startPaperPage(paper); }
    if ("serviceWorker" in navigator && location.protocol !== "file:") {
        navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(({ active }) => {
            active?.postMessage({ language });
        }).catch(() => {});
    }
}
