// Builds parts of the page; every text goes in as a text.

import { icons } from "./texts.js";

export function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) { made.className = className; }
    made.append(...children.filter((child) => child !== null));
    return made;
}

export function icon(id, className = "icon") {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("class", className);
    picture.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(space, "use");
    use.setAttribute("href", `${icons}#${id}`);
    picture.append(use);
    return picture;
}

// Terms and what they are; pairs without a value are left out.
export function summary(pairs) {
    const list = element("dl", "summary");
    for (const [term, value, className] of pairs.filter((pair) => pair[1])) {
        list.append(element("div", "", element("dt", "", term), element("dd", className ?? "", value)));
    }
    return list;
}

export function callout(text, kind = "amber") {
    return element("div", `callout callout-${kind} proof-note`, icon(kind === "amber" ? "alert" : "info"), element("p", "", text));
}
