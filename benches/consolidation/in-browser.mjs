// How long the page takes from choosing report files to their total, and whether it stays alive meanwhile.
//
//   node benches/consolidation/in-browser.mjs [how many …]       100 and 3321 where nothing is said; CHROME names the browser
//
// Each file is the report of the first quarter of 2026 under a code of its own. The floor is a page that reads the same
// files and parses them, one after the other, and does nothing else: quote ratios to it, never bare times.

import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";

const REPORT = JSON.parse(readFileSync(new URL("../../tests/fixtures/reports/good.json", import.meta.url), "utf8"));
const PATIENCE = 600_000;

const counts = process.argv.slice(2).map(Number);
const site = await serve({ folders: { "/": "dist" } });
const browser = await chromium.launch({ executablePath: process.env.CHROME || "/usr/bin/chromium" });
for (const count of counts.length ? counts : [100, 3321]) await measure(count);
await browser.close();
await site.close();

async function measure(count) {
  const folder = mkdtempSync(join(tmpdir(), "returns-"));
  const files = Array.from({ length: count }, (_, place) => write(folder, place));
  const floor = await timed("about:blank", readOnly);
  const page = await timed(`${site.origin}/#/consolidate/cchc-2026/2026Q1`, gathered);
  rmSync(folder, { recursive: true });
  console.log(
    `${count} reports: ${Math.round(page.took)} ms from the choice to the totals, ` +
      `${(page.took / floor.took).toFixed(1)} × reading and parsing alone (${Math.round(floor.took)} ms); ` +
      `longest task ${Math.round(page.longest)} ms; total ${page.total}`,
  );

  async function timed(address, act) {
    const context = await browser.newContext({ locale: "vi-VN" });
    const tab = await context.newPage();
    tab.setDefaultTimeout(PATIENCE);
    await tab.goto(address);
    const result = await act(tab, files);
    await context.close();
    return result;
  }
}

function write(folder, place) {
  const code = String(10_000 + place);
  const { digest, ...members } = { ...REPORT, agency: { code, name: `UBND xã ${code}`, level: "commune" } };
  const hex = createHash("sha256").update(canonical(members)).digest("hex");
  const path = join(folder, `${code}.json`);
  writeFileSync(path, JSON.stringify({ ...members, digest: `sha256:${hex}` }));
  return path;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

async function readOnly(tab, files) {
  await tab.setContent('<input type="file" multiple>');
  await tab.evaluate(() => {
    document.querySelector("input").addEventListener("change", async ({ target }) => {
      const from = performance.now();
      let rows = 0;
      for (const file of target.files) rows += Object.keys(JSON.parse(await file.text()).entries).length;
      window.took = performance.now() - from;
      window.rows = rows;
    });
  });
  await tab.locator("input").setInputFiles(files);
  await tab.waitForFunction(() => window.took !== undefined);
  return { took: await tab.evaluate(() => window.took) };
}

async function gathered(tab, files) {
  await tab.waitForSelector('[data-action="consolidate-add"]', { state: "attached" });
  await tab.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      // The browser hands a list of files over in a task of its own; what it takes for that is not the page's.
      const own = list.getEntries().filter(({ startTime }) => window.from && startTime > window.from);
      window.longest = Math.max(window.longest, ...own.map(({ duration }) => duration));
    }).observe({ entryTypes: ["longtask"] });
    document.querySelector('[data-action="consolidate-add"]').addEventListener("change", () => (window.from = performance.now()), true);
    // What is said aloud at the end is said once the totals are there.
    const aloud = document.getElementById("aloud");
    new MutationObserver(() => {
      if (window.from && aloud.textContent) requestAnimationFrame(() => setTimeout(() => (window.took ??= performance.now() - window.from)));
    }).observe(aloud, { childList: true, characterData: true, subtree: true });
  });
  await tab.locator('[data-action="consolidate-add"]').setInputFiles(files);
  await tab.waitForFunction(() => window.took !== undefined, undefined, { timeout: PATIENCE });
  return tab.evaluate(() => ({ took: window.took, longest: window.longest, total: document.querySelector(".bm-gather__totals output")?.textContent }));
}
