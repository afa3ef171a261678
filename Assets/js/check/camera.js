// The camera as a scanner of QR codes; pictures stay in the browser.

import { seen } from "./eye.js";
import { say } from "./texts.js";

const PAUSE = 120;

// `found` is told the text of the first code that is seen.
export function startCamera(box, found) {
    const button = box.querySelector("button");
    const video = box.querySelector("video");
    const note = box.querySelector("[data-camera-note]");
    if (!navigator.mediaDevices?.getUserMedia) {
        button.hidden = true;
        note.textContent = say("proof.camera.missing");
        return;
    }
    let stream = null;
    const stop = () => {
        for (const track of stream?.getTracks() ?? []) { track.stop(); }
        stream = null;
        video.hidden = true;
        video.srcObject = null;
        button.textContent = say("proof.camera.open");
        note.textContent = "";
    };
    const look = async () => {
        if (!stream) { return; }
        const text = await seen(video, video.videoWidth, video.videoHeight);
        if (stream && text) {
            stop();
            found(text);
            return;
        }
        setTimeout(look, PAUSE);
    };
    button.addEventListener("click", async () => {
        if (stream) { return stop(); }
        try {
            stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
        } catch {
            note.textContent = say("proof.camera.refused");
            return;
        }
        video.srcObject = stream;
        video.hidden = false;
        button.textContent = say("proof.camera.close");
        note.textContent = say("proof.camera.hold");
        await video.play().catch(() => {});
        look();
    });
}
