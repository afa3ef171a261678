// Shows what a check has found: the verdict, what to compare with the paper, and each step with its answer.

import { grouped } from "../verify/code.js";
import { callout, element, icon, summary } from "./element.js";
import { day, has, root, say } from "./texts.js";

export function word(verdict) { return wording(verdict, "word"); }

// Letters and slips have words of their own.
function headline(found) { return found.document ? say(`checkPaper.${found.verdict}.word`) : word(found.verdict); }

function wording(verdict, part) {
    const known = `verdict.${verdict}.${part}`;
    return say(has(known) ? known : `proof.verdict.${verdict}.${part}`);
}

// The sentence under the word: what was changed, or that nothing more than the signature could be asked.
export function sentence(found) {
    if (found.document) { return say(`checkPaper.${found.verdict}.sentence`); }
    if (found.verdict === "valid" && found.isSealedOnly) { return say("proof.sealedOnly"); }
    if (found.verdict === "valid" && !found.isAsked && !found.asOf) { return say("proof.signedOnly"); }
    return wording(found.verdict, "sentence");
}

export function notes(found) {
    const told = [];
    if (found.foreignHost) { told.push(callout(say("proof.foreign", { host: found.foreignHost }))); }
    if (found.asOf) { told.push(callout(say(found.isStale ? "proof.stale" : "proof.asOf", { day: day(found.asOf) }), found.isStale ? "amber" : "blue")); }
    if (found.isSigned && found.verdict === "valid" && !found.isAsked && !found.asOf) { told.push(callout(say("proof.statusUnknown"))); }
    return told;
}

export function steps(found) {
    const list = element("ol", "proof-steps");
    for (const { code, result, reason } of found.steps) {
        const why = reason && has(`proof.reason.${reason}`) ? say(`proof.reason.${reason}`) : null;
        const mark = { passed: "tick", failed: "cross", skipped: "ring" }[result];
        list.append(element(
            "li", `proof-step is-${result}`, icon(mark),
            element(
                "div", "", element("p", "proof-step-name", say(`proof.step.${code}`)),
                element("p", "hint", [say(`proof.result.${result}`), why].filter(Boolean).join(" – ")))));
        list.lastChild.dataset.step = code;
    }
    return list;
}

// A letter, list or slip: what it calls itself, and that it may not hold any more.
function paper({ title, sealedAt }) {
    return element(
        "section", "face", element("h3", "face-heading", say("proof.paper.title")), element("p", "face-course", title),
        sealedAt === null ? null : summary([[say("proof.paper.sealed"), day(sealedAt), "proof-dates"]]),
        element("p", "hint", say("proof.paper.now")));
}

// A letter or slip that the academy gave out under the code; of one that does not stand it tells no more than which.
function givenPaper({ kind, number, holder, course, dates, issued, code }) {
    const rows = summary([
        [say("checkPaper.number"), number, "mono"], [say("check.dates"), dates, "proof-dates"],
        [say("checkPaper.issued"), issued ? day(Date.parse(issued) / 1000) : "", ""], [say("check.code"), grouped(code), "mono"],
    ]);
    return element(
        "section", "face", element("h3", "face-heading", kind),
        holder ? element("p", "face-holder", holder) : null, course ? element("p", "face-course", course) : null, rows);
}

export function face(facts) {
    return element(
        "section", "face", element("h3", "face-heading", say("proof.compare")),
        element("p", "face-holder", facts.holder), element("p", "face-course", facts.course || facts.courses),
        summary([
            [say("check.dates"), facts.dates, "proof-dates"], [say("check.serial"), facts.serial, "mono"],
            [say("check.code"), grouped(facts.code ?? ""), "mono"],
        ]));
}

function header(found, level) {
    return element(
        "header", "verdict",
        element(
            "div", "wrap verdict-row", icon(`verdict-${found.verdict}`, "verdict-shape"),
            element(
                "div", "", element("p", "verdict-kind", say(found.kind === "file" ? "proof.kind.file" : "proof.kind.paper")),
                element(level, "verdict-word", headline(found)), element("p", "verdict-sentence", sentence(found)))));
}

export function stepsSection(found) {
    return element("section", "proof", element("h3", "h4", say("proof.stepsHeading")), steps(found));
}

export function article(found, name = "") {
    const successor = found.successor
        ? element("p", "", say("check.successor"), " ", link(`${root}v/${found.successor.replaceAll("-", "")}`, found.successor)) : null;
    const main = element(
        "div", "check-main", name ? element("p", "proof-file hint", name) : null, ...notes(found), successor,
        found.facts ? face(found.facts) : null, found.document ? givenPaper(found.document) : null, found.paper?.title ? paper(found.paper) : null, stepsSection(found));
    const own = element("article", `check check-${found.verdict}`, header(found, "h2"), element("div", "wrap check-body proof-body", main));
    own.dataset.verdict = found.verdict;
    return own;
}

function link(href, text) {
    const made = element("a", "mono", text);
    made.href = href;
    return made;
}
