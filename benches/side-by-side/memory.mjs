// What a report of the first quarter holds once it is open and everything that comes by itself has come.
//
//   node benches/side-by-side/memory.mjs [folder]       dist/ where nothing is said; CHROME names the browser
//
// Three parts, after a forced collection, and their sum against the goal: the heap of the scripts, the bytes that
// scripts hold outside of it (what was fetched and is not used yet), and the memory of WebAssembly. The last has
// been the same in every run; the heap differs by some 20 KB.
//
// Playwright's own script in the page is half a megabyte, and comes with the first `page.evaluate`. So the page is
// only asked through the protocol of the debugger.

import { setTimeout } from "node:timers/promises";
import { chromium } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";

const GOAL_KB = 4096;
const REPORT = "/#/report/cchc-2026/03646/2026Q1";

const site = await serve({ folders: { "/": process.argv[2] ?? "dist" } });
const browser = await chromium.launch({
  executablePath: process.env.CHROME || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
const kept = await browser.newContext({ locale: "vi-VN" });
const unkept = await browser.newContext({ locale: "vi-VN", serviceWorkers: "block" });
await print("an empty page", await kept.newPage(), "about:blank", "true");
const ready = "document.documentElement.dataset.offline === 'ready'";
await print("the first visit", await kept.newPage(), site.origin + REPORT, ready);
await print("a later visit", await kept.newPage(), site.origin + REPORT, ready);
const rested = "performance.getEntriesByType('resource').some(({ name }) => /offline-\\w+\\.js/.test(name))";
await print("without a worker", await unkept.newPage(), site.origin + REPORT, rested);
await browser.close();
await site.close();

async function print(name, page, address, isThere) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.enable");
  await session.send("Page.addScriptToEvaluateOnNewDocument", { source: `(${watch})()` });
  await page.goto(address);
  while (!(await ask(session, isThere))) await setTimeout(100);
  // What is done while nobody waits is over by then.
  await setTimeout(3000);
  for (let time = 0; time < 3; time += 1) await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  const parts = [usedSize, backingStorageSize, await ask(session, "self.programMemory?.buffer.byteLength ?? 0")];
  const [heap, bytes, program] = parts.map((part) => Math.round(part / 1024));
  const sum = heap + bytes + program;
  const verdict = sum > GOAL_KB ? `more than ${GOAL_KB} KB` : `within ${GOAL_KB} KB`;
  console.log(`${name}: script ${heap} KB + its bytes ${bytes} KB + WebAssembly ${program} KB = ${sum} KB, ${verdict}`);
  await page.close();
}

async function ask(session, expression) {
  return (await session.send("Runtime.evaluate", { expression })).result.value;
}

/** In the page, before anything else: remembers the memory of the program. */
function watch() {
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const instantiate = WebAssembly[name];
    WebAssembly[name] = async (...args) => {
      const made = await instantiate.apply(WebAssembly, args);
      self.programMemory ??= (made.instance ?? made).exports.memory;
      return made;
    };
  }
}
