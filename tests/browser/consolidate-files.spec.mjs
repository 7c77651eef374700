// Files of many units come in, by dropping, by the folder, many at a time; the page stays itself while they are read.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealed } from "./support/documents.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { figure } from "./support/officer.mjs";
import { SUM, count, fileOf, files, gather, openGathering, read, unit, unitDocument } from "./support/units.mjs";

test("files that are dropped onto the page come in", async ({ page }) => {
  await openGathering(page);
  await page.evaluate((list) => {
    const carried = new DataTransfer();
    for (const [name, text] of list) carried.items.add(new File([text], name, { type: "application/json" }));
    document.querySelector(".bm-gather").dispatchEvent(new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true }));
  }, files().map(({ name, buffer }) => [name, buffer.toString()]));
  await read(page);
  await expect(figure(page, SUM)).toHaveText("17");
});

test("a whole folder comes in; what systems and Office leave in it is passed over", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "returns-"));
  mkdirSync(join(folder, "đợt 2"));
  for (const [place, { name, buffer }] of files().entries()) writeFileSync(join(folder, place % 2 ? "đợt 2" : "", name), buffer);
  for (const name of ["Thumbs.db", ".DS_Store", "~$bao-cao.xlsx"]) writeFileSync(join(folder, name), "x");
  await openGathering(page);
  await page.locator('[data-action="consolidate-folder"]').setInputFiles(folder);
  await read(page);
  await expect(figure(page, SUM)).toHaveText("17");
  await expect(page.locator('[data-gather="refused"] li')).toHaveCount(2);
  await expect(page.locator('[data-gather="refused"]')).toContainText("đợt 2/");
  rmSync(folder, { recursive: true });
});

test("what is pressed while further files are read is done to what is shown", async ({ page }) => {
  // The disk holds one file back until it is released.
  await page.addInitScript(() => {
    const fetched = Blob.prototype.arrayBuffer;
    const released = new Promise((release) => (window.release = release));
    Blob.prototype.arrayBuffer = async function () {
      if (this.name === "z-cuoi.json") {
        window.isHeld = true;
        await released;
      }
      return fetched.call(this);
    };
  });
  await openGathering(page);
  const of = (code, issued, name = `${code}.json`) => fileOf(name, sealed(unitDocument(code, { issued })));
  await gather(page, [of("03667", 3), of("03670", 4)]);
  await expect(figure(page, SUM)).toHaveText("7");
  // The first one stands before all others, and is read while the last one is waited for.
  await page.locator('[data-action="consolidate-add"]').setInputFiles([of("03646", 5), of("03980", 9, "z-cuoi.json")]);
  await page.waitForFunction(() => window.isHeld);
  await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
  await unit(page, "03667").locator('[data-action="remove-file"]').press("Enter");
  await page.evaluate(() => window.release());
  await expect(page.locator("#gather-progress")).toHaveCount(0);
  await expect(figure(page, SUM)).toHaveText("18");
  await expect(unit(page, "03667").locator('[data-action="remove-file"]')).toHaveCount(0);
  await page.reload();
  await expect(figure(page, SUM)).toHaveText("18");
});

test("reading is stopped, and what came in stays", async ({ page }) => {
  // The disk holds every file back from the hundredth on, until reading was stopped.
  await page.addInitScript(() => {
    const fetched = Blob.prototype.arrayBuffer;
    const released = new Promise((release) => (window.release = release));
    Blob.prototype.arrayBuffer = async function () {
      if (Number.parseInt(this.name, 10) >= 100) await released;
      return fetched.call(this);
    };
  });
  await openGathering(page);
  const many = Array.from({ length: 300 }, (_, place) => fileOf(`${place}.json`, sealed(unitDocument(`x-${place}`, { issued: 1 }))));
  await page.locator('[data-action="consolidate-add"]').setInputFiles(many);
  await page.locator('[data-action="consolidate-stop"]').click();
  await page.evaluate(() => window.release());
  await read(page);
  const came = Number(await count(page, "counted").textContent());
  expect(came).toBeLessThanOrEqual(101);
  await expect(figure(page, SUM)).toHaveText(came ? String(came) : /./);
  // The same folder again: what is there already is said to be there, the rest comes in.
  await page.locator('[data-action="consolidate-add"]').setInputFiles(many);
  await expect(count(page, "counted")).toHaveText("300", { timeout: 30_000 });
  await expect(figure(page, SUM)).toHaveText("300");
});
