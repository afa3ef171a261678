// Questions that only the academy can answer with yes or no: the last name, and the last four digits of the MyKad.

import { root, say } from "./texts.js";

export function startMatching(form) {
    const answer = form.querySelector("[data-answer]");
    form.addEventListener("submit", async (event) => {
        event.preventDefault();
        answer.textContent = say("proof.match.asking");
        answer.textContent = await ask(form);
    });
}

async function ask(form) {
    let said;
    try {
        const body = new URLSearchParams(new FormData(form));
        const response = await fetch(`${root}sahkan/padan`, { method: "POST", body, headers: { Accept: "application/json" } });
        if (response.status === 429) { return say("proof.match.tooOften"); }
        if (response.status === 422) { return say("proof.match.wrong"); }
        said = await response.json();
    } catch {
        return say("proof.needsNetwork");
    }
    if (said.answer === "unknown") { return say("proof.match.unknown"); }
    const lines = ["name", "digits"].filter((part) => part in said).map((part) => say(`proof.match.${part}.${said[part]}`));
    return lines.join(" ");
}
