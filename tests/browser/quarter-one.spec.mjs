// The first quarter of 2026 of Văn phòng UBND tỉnh Sơn La, typed from the paper as an officer would: every text
// as it is printed, wrong ratios, "Dự kiến 02" and the column letters a and b of the capital plan included.

import { PRINTED } from "./support/documents.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import {
  SHEETS,
  chooseByKeyboard,
  importFile,
  derivedText,
  exportJson,
  figure,
  inReport,
  listed,
  note,
  openSheet,
  saved,
  shown,
  tabTo,
} from "./support/officer.mjs";
import { expectValid } from "./support/schema.mjs";

const SCHEMA = new URL("../../schemas/report.schema.json", import.meta.url);
const OFFICE = "#/report/cchc-2026/x-van-phong-ubnd-tinh/2026Q1";

/** Begins the report at the form of the home page, from the keyboard alone. */
async function begin(page) {
  await page.goto("#/");
  await ready(page);
  await tabTo(page, page.locator("#begin-agency"));
  await page.keyboard.type("Văn phòng UBND tỉnh");
  await page.keyboard.press("Escape");
  const level = page.locator("#begin-level");
  await tabTo(page, level);
  await chooseByKeyboard(page, level, "department");
  const period = page.locator("#begin-period");
  await tabTo(page, period);
  await page.keyboard.press("Home");
  await expect(period).toHaveValue("Q1");
  await tabTo(page, page.locator("#begin-year"));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("2026");
  await page.keyboard.press("Enter");
  await inReport(page);
}

/** Goes down the column of one sheet: type, Enter, type, Enter. */
async function fillSheet(page, sheet) {
  await page.locator(`[data-sheet="${sheet}"]`).focus();
  await page.keyboard.press("Enter");
  const fields = page.locator(`[id="${sheet}"] :is(input, select)[data-row]`);
  const rows = await fields.evaluateAll((all) => all.map(({ dataset, tagName }) => [dataset.row, tagName]));
  await tabTo(page, fields.first());
  for (const [row, tag] of rows) {
    const field = figure(page, row);
    const text = PRINTED.get(row);
    await expect(field).toBeFocused();
    if (tag === "SELECT" && text) await page.keyboard.press(text);
    else if (text) await page.keyboard.type(text);
    await page.keyboard.press("Enter");
  }
}

async function fillAll(page) {
  await begin(page);
  for (const sheet of SHEETS) await fillSheet(page, sheet);
  await openSheet(page, "pl1.b1");
  await note(page, "pl1.b1.3.1").fill("Kế hoạch tự kiểm tra chưa ban hành");
  await page.keyboard.press("Tab");
  await saved(page);
}

test("the quarter is typed from the keyboard, computed, checked, kept, exported and imported", async ({
  page,
  browser,
  site,
}) => {
  test.slow();
  await fillAll(page);
  expect(page.url()).toContain(OFFICE);
  await expect(heading(page)).toHaveText("Văn phòng UBND tỉnh – Quý I năm 2026");

  // What the paper says and what follows from its own figures are two things.
  expect(PRINTED.get("pl1.b1.2")).toBe("75,5");
  expect(await derivedText(page, "pl1.b1.2")).toBe("51,22");
  const zero = page.locator('[data-state="zero_denominator"]');
  expect(await zero.evaluateAll((cells) => cells.map(({ dataset }) => dataset.row))).toEqual([
    "pl1.b1.3.3",
    "pl1.b2.2.2",
    "pl1.b2.3.2",
  ]);
  await expect(zero.first()).toHaveText("— mẫu số bằng 0");

  // "a" and "b" are printed in the rows of the capital plan: kept as typed, and no ratio comes of them.
  await expect(figure(page, "pl1.b5.1")).toHaveAttribute("data-state", "unreadable");
  await expect(figure(page, "pl1.b5.1.1")).toHaveValue("a");
  await openSheet(page, "pl2.b2");
  expect(PRINTED.get("pl2.b2.3.3")).toBe("70");
  expect(await derivedText(page, "pl2.b2.3.3")).toBe("100");
  await expect(figure(page, "pl2.b2.3.1.1")).toHaveValue("11.647");

  // A survey by no form and yet online: the one contradiction of the printed figures.
  await expect(listed(page, "r-survey-zero-method")).toHaveCount(1);

  const before = await shown(page);
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await expect(figure(page, "pl1.b1.3.1")).toHaveAttribute("data-state", "unreadable");
  expect(await shown(page)).toEqual(before);

  const file = await exportJson(page);
  expect(file.name).toBe("cchc-2026_x-van-phong-ubnd-tinh_2026Q1.json");
  expectValid(JSON.parse(file.text), SCHEMA);
  expect(JSON.parse(file.text).derived["pl1.b1.2"]).toEqual({ number: "51.22", numerator: "21", denominator: "41" });
  expect(JSON.parse(file.text).entries["pl1.b1.3.1"].unreadable).toBe("Dự kiến 02");

  // Another machine.
  const context = await browser.newContext({ baseURL: site.url, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const other = await context.newPage();
  await other.goto("#/");
  await ready(other);
  await importFile(other, file);
  expect(other.url()).toContain(OFFICE);
  expect(await shown(other)).toEqual(before);
  expect((await exportJson(other)).text).toBe(file.text);
  await context.close();
});

test("an explanation shows the division and leads to its rows", async ({ page }) => {
  await page.goto(OFFICE);
  await inReport(page);
  await fillSheet(page, "pl1.b1");
  const explanation = page.locator(".bm-sheet details", { has: page.locator("summary") }).first();
  await explanation.locator("summary").click();
  await expect(explanation.locator("p")).toHaveText("21 ÷ 41 × 100 = 51,22 %");
  await explanation.getByRole("link", { name: "21" }).click();
  await expect(figure(page, "pl1.b1.2.2")).toBeFocused();
  await explanation.getByRole("link", { name: "41" }).click();
  await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
});
