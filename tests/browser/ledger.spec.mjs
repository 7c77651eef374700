// One ledger of dossiers: out of sight until it is opened, entered once, feeding the on-time rows; the figures are
// those of the report of the first quarter of 2026 (seed 000, section II.2.7).

import { expect, test } from "./support/fixtures.mjs";
import { derivedText, exportJson, figure, importFile, inReport, listed, openOffice, openReport, openSheet, saved, typeFigure } from "./support/officer.mjs";
import { paperOf } from "./support/paper.mjs";
import { expectValid } from "./support/schema.mjs";

const SCHEMA = new URL("../../schemas/report.schema.json", import.meta.url);
const OFFICE = "x-van-phong-ubnd-tinh";
const RESOLVED = "pl2.b2.3.1.1";
const RATE = "pl2.b2.3.1";

const opener = (page) => page.locator('[data-action="open-helper"]');
const tabs = (page) => page.locator("nav [data-sheet]");

test("the ledger is opened by a button, entered once, and feeds the rows of its block", async ({ page }) => {
  await openOffice(page);
  await openSheet(page, "pl2.b2");
  await typeFigure(page, RESOLVED, "11647");
  await expect(tabs(page)).toHaveCount(8);
  await expect(opener(page)).toHaveText("Sổ hồ sơ TTHC (nhập một lần)");
  await opener(page).focus();
  await page.keyboard.press("Enter");
  await expect(figure(page, "ledger.1.1")).toBeFocused();
  await expect(opener(page)).toBeHidden();
  await expect(tabs(page)).toHaveCount(9);

  // Down the column by Enter; the computed row is passed over.
  for (const text of ["947", "11647", "9724", "8287", "17", "277", "1746", "156", "114"]) {
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
  expect(await derivedText(page, "ledger.1.4")).toBe("1.902");
  await expect(listed(page, "r-ledger-resolved-1")).toContainText("8.581");
  await expect(listed(page, "r-ledger-resolved-1")).toContainText("chênh lệch 1.143");
  await expect(listed(page, "r-ledger-balance-1")).toContainText("chênh lệch 854");

  await openSheet(page, "pl2.b2");
  expect(await derivedText(page, RESOLVED)).toBe("9.724");
  await expect(figure(page, RESOLVED)).toHaveAttribute("data-state", "value");
  expect(await figure(page, RESOLVED).evaluate(({ tagName }) => tagName)).toBe("OUTPUT");
  expect(await derivedText(page, RATE)).toBe("85,4");
  await expect(page.locator("tr", { has: figure(page, RATE) })).toContainText("Mẫu số: hồ sơ đã giải quyết xong");
  const row = page.locator("tr", { has: figure(page, RESOLVED) });
  await expect(row).toContainText("Lấy từ Sổ hồ sơ TTHC");
  // What was typed is kept and told.
  await expect(row).toContainText("Đã nhập tay: 11.647");
  await expect(listed(page, "fed")).toContainText("chênh lệch 1.923");

  const file = await exportJson(page);
  expectValid(JSON.parse(file.text), SCHEMA);
  expect(JSON.parse(file.text).derived[RESOLVED]).toEqual({ number: "9724" });
  await row.locator('[data-action="drop-typed"]').focus();
  await page.keyboard.press("Enter");
  await expect(listed(page, "fed")).toHaveCount(0);
  // The button is gone; the keyboard goes on in its row.
  await expect(row.locator(":focus")).toHaveCount(1);
  await expect(row.getByText("Đã nhập tay")).toBeHidden();
  expect(await derivedText(page, RESOLVED)).toBe("9.724");

  // It is remembered, because its rows are filled; and it travels.
  await saved(page);
  await page.reload();
  await inReport(page);
  await expect(tabs(page)).toHaveCount(9);
  await importFile(page, file);
  await openSheet(page, "pl2.b2");
  await expect(listed(page, "fed")).toHaveCount(1);
});

test("a row is typed again once the ledger lacks a figure, and nothing typed is lost", async ({ page }) => {
  await openReport(page, { agency: OFFICE });
  await openSheet(page, "pl2.b2");
  await typeFigure(page, "pl2.b2.3.2.1", "500");
  await row(page, "pl2.b2.3.2.1").getByRole("link", { name: "Có thể lấy từ Sổ hồ sơ TTHC" }).click();
  await expect(figure(page, "ledger.2.3")).toBeFocused();
  await typeFigure(page, "ledger.2.3", "510");
  await openSheet(page, "pl2.b2");
  expect(await derivedText(page, "pl2.b2.3.2.1")).toBe("510");
  await openSheet(page, "ledger");
  await typeFigure(page, "ledger.2.3", "");
  await openSheet(page, "pl2.b2");
  await expect(figure(page, "pl2.b2.3.2.1")).toHaveValue("500");
  // An empty ledger is out of sight again.
  await expect(tabs(page)).toHaveCount(8);
  await expect(opener(page)).toBeVisible();
});

test("the ledger is not printed", async ({ page }) => {
  await openReport(page);
  await opener(page).click();
  await typeFigure(page, "ledger.2.1", "5");
  const pages = await paperOf(page);
  await expect(page.locator('[id="ledger"]')).toBeHidden();
  await expect(pages.filter({ hasText: "Sổ hồ sơ TTHC" })).toHaveCount(0);
});

function row(page, id) {
  return page.locator("tr", { has: figure(page, id) });
}
