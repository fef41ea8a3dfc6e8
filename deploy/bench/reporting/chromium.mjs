// Prints how many milliseconds a warm headless Chromium took for each of many PDFs of one page, printing alone and with
// loading it: node chromium.mjs CHROMIUM PROFILE PAGE WARM RUNS PDF
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [program, profile, page, warm, runs, pdf] = process.argv.slice(2);
const browser = spawn(program, [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", `--user-data-dir=${profile}`, "--remote-debugging-pipe",
], { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });

let last = 0, rest = "";
const answers = new Map(), events = new Map();
browser.stdio[4].setEncoding("utf8").on("data", text => {
    const messages = (rest + text).split("\0");
    rest = messages.pop();
    for (const message of messages.map(JSON.parse)) {
        if (message.error) throw new Error(JSON.stringify(message.error));
        const waiting = message.id ? answers : events, key = message.id ?? message.method;
        waiting.get(key)?.(message.result);
        waiting.delete(key);
    }
});
const happened = name => new Promise(resolve => events.set(name, resolve));
let sessionId;
const call = (method, params = {}) => new Promise(resolve => {
    answers.set(++last, resolve);
    browser.stdio[3].write(JSON.stringify({ id: last, method, params, sessionId }) + "\0");
});

const { targetId } = await call("Target.createTarget", { url: "about:blank" });
({ sessionId } = await call("Target.attachToTarget", { targetId, flatten: true }));
await call("Page.enable");
let printed;
for (let i = 0; i < Number(warm) + Number(runs); i++) {
    const begun = performance.now(), loaded = happened("Page.loadEventFired");
    await call("Page.navigate", { url: pathToFileURL(page).href });
    await loaded;
    const ready = performance.now();
    printed = await call("Page.printToPDF", { printBackground: true, preferCSSPageSize: true, generateTaggedPDF: true });
    if (i >= warm) console.log((performance.now() - ready).toFixed(3), (performance.now() - begun).toFixed(3));
}
writeFileSync(pdf, Buffer.from(printed.data, "base64"));
browser.kill();
