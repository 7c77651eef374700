// A row is found by its code or by words of it, with or without diacritics, and Enter goes there.

import { expect, heading, test } from "./support/fixtures.mjs";
import { onFigure, onNote, press } from "./support/keys.mjs";
import { figure, note, openReport, openSheet, typeFigure, typeIn } from "./support/officer.mjs";

const FIRST = "pl1.b1.1";

const dialog = (page) => page.locator("#find");
const field = (page) => dialog(page).getByRole("combobox");
const options = (page) => dialog(page).getByRole("option");
const chosen = (page) => dialog(page).locator('[aria-selected="true"]');

/** Opens a report and waits for what finds, which comes a moment after the sheet. */
async function openToFind(page, report) {
  await openReport(page, report);
  await expect(page.locator('[data-action="find"]')).toBeVisible();
}

test("/ finds a row of another sheet by its code, and Enter goes there", async ({ page }) => {
  await openToFind(page);
  await figure(page, FIRST).focus();
  await press(page, "/");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.type("4.2.1");
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(options(page).first()).toContainText("Phụ lục I, Biểu mẫu 6, dòng 4.2.1");
  await expect(chosen(page)).toHaveCount(1);
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", await options(page).first().getAttribute("id"));
  await press(page, "Enter");
  await expect(dialog(page)).toBeHidden();
  await onFigure(page, "pl1.b6.4.2.1");
  await expect(page.locator('[id="pl1.b6"]')).toBeVisible();
  // Nothing was typed where the officer stood.
  await openSheet(page, "pl1.b1");
  await expect(figure(page, FIRST)).toHaveValue("");
});

test("Ctrl+F opens it wherever one stands, and words find with and without diacritics", async ({ page }) => {
  await openToFind(page);
  await note(page, FIRST).focus();
  await press(page, "Control+f");
  await expect(field(page)).toBeFocused();
  for (const words of ["doi thoai lanh dao", "đối thoại", "ĐỐI THOẠI", "dialogue leaders"]) {
    await press(page, "Control+a");
    await page.keyboard.type(words);
    await expect(options(page).first()).toContainText("Tổ chức đối thoại của lãnh đạo");
  }
  await press(page, "Enter");
  await onFigure(page, "pl1.b1.6");
  await heading(page).focus();
  await press(page, "Control+f");
  await expect(field(page)).toBeFocused();
  // What was looked for last stands there and gives way to what is typed.
  await expect(field(page)).toHaveValue("dialogue leaders");
  await page.keyboard.type("x");
  await expect(field(page)).toHaveValue("x");
});

test("a second Ctrl+F is left to the browser", async ({ page }) => {
  await openToFind(page);
  await page.evaluate(() => {
    window.taken = [];
    window.addEventListener("keydown", (event) => event.code === "KeyF" && window.taken.push(event.defaultPrevented));
  });
  await press(page, "Control+f");
  await expect(field(page)).toBeFocused();
  await press(page, "Control+f");
  expect(await page.evaluate(() => window.taken)).toEqual([true, false]);
});

test("the arrows walk through the list, round its ends, and the list follows", async ({ page }) => {
  await openToFind(page);
  await press(page, "Control+f");
  await page.keyboard.type("hồ sơ");
  const count = await options(page).count();
  expect(count).toBeGreaterThan(10);
  await expect(dialog(page).getByRole("status")).toContainText(/Tìm thấy \d+ dòng/);
  await press(page, "ArrowUp");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).last()).toBeInViewport({ ratio: 0.95 });
  await press(page, "ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await expect(options(page).first()).toBeInViewport({ ratio: 0.95 });
  await press(page, "PageDown");
  await expect(options(page).nth(8)).toHaveAttribute("aria-selected", "true");
  await press(page, "PageUp", "ArrowDown");
  await expect(options(page).nth(1)).toHaveAttribute("aria-selected", "true");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", await options(page).nth(1).getAttribute("id"));
  await expect(field(page)).toBeFocused();
  // Home and End belong to the text.
  await press(page, "Home");
  await page.keyboard.type("số ");
  await expect(field(page)).toHaveValue("số hồ sơ");
});

test("each row shows what stands in it now", async ({ page }) => {
  await openToFind(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await typeFigure(page, "pl1.b1.3.1", "Dự kiến 02");
  await figure(page, FIRST).focus();
  await press(page, "Alt+k");
  await figure(page, "pl1.b1.5").focus();
  await press(page, "1");
  for (const [words, value] of [
    ["biểu mẫu 1 2.1", "41"],
    ["tỷ lệ hoàn thành kế hoạch", "51,22"],
    ["pl1.b1.3.1", "“Dự kiến 02”"],
    ["pl1.b1.1", "Không phát sinh"],
    ["khảo sát sự hài lòng", "Có"],
    ["pl1.b1.3.2", "(để trống)"],
  ]) {
    await press(page, "Control+f");
    await page.keyboard.type(words);
    await expect(options(page).first().locator(".bm-find__value")).toHaveText(value);
    await press(page, "Escape");
  }
});

test("a click goes there too; a computed row and a heading are found", async ({ page }) => {
  await openToFind(page);
  await page.locator('[data-action="find"]').click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("tỷ lệ hoàn thành kế hoạch");
  await options(page).first().click();
  await expect(page.locator('[data-explain="pl1.b1.2"]')).toBeFocused();
  await press(page, "Control+f");
  await page.keyboard.type("kiem tra cchc");
  await press(page, "Enter");
  await onNote(page, "pl1.b1.3");
});

test("what is not there is said, and Esc goes back to the cell", async ({ page }) => {
  await openToFind(page);
  await figure(page, FIRST).focus();
  await press(page, "/");
  await page.keyboard.type("không có dòng này đâu");
  await expect(dialog(page).getByRole("status")).toContainText("Không có dòng nào như vậy");
  await expect(field(page)).not.toHaveAttribute("aria-activedescendant");
  await press(page, "Enter");
  await expect(field(page)).toBeFocused();
  await press(page, "Escape");
  await expect(dialog(page)).toBeHidden();
  await onFigure(page, FIRST);
});

test("/ is a sign like others in a figure that is being typed, and in a text", async ({ page }) => {
  await openToFind(page);
  await typeIn(page, FIRST, "21/41");
  await expect(figure(page, FIRST)).toHaveValue("21/41");
  await note(page, FIRST).focus();
  await page.keyboard.type("/QĐ");
  await expect(note(page, FIRST)).toHaveValue("/QĐ");
  await expect(dialog(page)).toBeHidden();
});

test("English finds by English and by Vietnamese words", async ({ page }) => {
  await openToFind(page, { query: "?lang=en" });
  await press(page, "Control+f");
  await page.keyboard.type("survey forms");
  await expect(options(page).first()).toContainText("Appendix I, Form 1, row 5.1");
  await press(page, "Control+a");
  await page.keyboard.type("phieu khao sat");
  await expect(options(page).first()).toContainText("Number of survey forms");
});
