// The report as a workbook of Excel: it is made in the page, and the same file opened again is the same report.

import { inflateRawSync } from "node:zlib";
import { downloaded } from "./support/downloads.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import { exportJson, figure, note, openReport, saved, typeFigure } from "./support/officer.mjs";

const preview = (page) => page.locator('[data-import="preview"]');
const button = (page, action) => page.locator(`[data-action="${action}"]`);

/** The workbook of the open report. */
async function workbook(page) {
  const { name, bytes } = await downloaded(page, () => button(page, "export-xlsx").click());
  expect(name).toBe("cchc-2026_03646_2026Q1.xlsx");
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  return bytes;
}

/** Chooses a workbook to import. */
async function choose(page, bytes) {
  await button(page, "import").setInputFiles({ name: "bao-cao.xlsx", mimeType: "", buffer: bytes });
}

/** The parts of an archive whose names match, as texts. */
function parts(bytes, wanted) {
  const found = [];
  for (let at = bytes.readUInt32LE(bytes.length - 6); bytes.readUInt32LE(at) === 0x02014b50; ) {
    const [length, extra, comment] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place));
    const name = bytes.toString("utf8", at + 46, at + 46 + length);
    const head = bytes.readUInt32LE(at + 42);
    const start = head + 30 + bytes.readUInt16LE(head + 26) + bytes.readUInt16LE(head + 28);
    const packed = bytes.subarray(start, start + bytes.readUInt32LE(at + 20));
    if (wanted.test(name)) found.push(inflateRawSync(packed).toString("utf8"));
    at += 46 + length + extra + comment;
  }
  return found;
}

test("a report leaves as a workbook and comes back as it was", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await typeFigure(page, "pl1.b1.3.1", "Dự kiến 02");
  await note(page, "pl1.b1.2.2").fill("=HYPERLINK(\"x\")");
  await saved(page);
  const bytes = await workbook(page);
  const { text } = await exportJson(page);
  // The share is a formula with its result; what was typed is none.
  const sheets = parts(bytes, /worksheets\/sheet\d+\.xml$/).join("");
  expect(sheets).toContain("ROUND(D13*100/D12,2)");
  expect(sheets).toContain("<v>51.22</v>");
  expect(sheets).not.toContain("HYPERLINK");
  expect(parts(bytes, /sharedStrings\.xml$/).join("")).toContain('=HYPERLINK("x")');

  // Something else stands in the report meanwhile; the workbook brings back what it was made of.
  await typeFigure(page, "pl1.b1.2.2", "30");
  await saved(page);
  await choose(page, bytes);
  await expect(preview(page)).toContainText("UBND phường Tô Hiệu (03646)");
  await expect(page.locator('[data-import="differences"]')).toHaveCount(0);
  await expect(preview(page).locator("tbody tr")).toHaveCount(1);
  await preview(page).locator('[data-action="import-apply"]').click();
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  const again = await exportJson(page);
  expect(JSON.parse(again.text).entries).toEqual(JSON.parse(text).entries);
});

test("the same report gives the same workbook", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  const first = await workbook(page);
  await page.reload();
  await ready(page);
  expect((await workbook(page)).equals(first)).toBe(true);
});
