// Every key that moves over the sheet, one after the other, in a real browser.

import { expect, test } from "./support/fixtures.mjs";
import { caret, how, onFigure, onNote, press } from "./support/keys.mjs";
import { figure, note, openReport, openSheet, typeFigure, typeIn } from "./support/officer.mjs";

// Sheet 1: 1 · 2 computed · 2.1 · 2.2 · 3 heading · 3.1 · 3.2 · 3.3 computed …
const FIRST = "pl1.b1.1";
const SHARE = "pl1.b1.2";
const PLANNED = "pl1.b1.2.1";
const DONE = "pl1.b1.2.2";
const CHECKS = "pl1.b1.3.1";

test.beforeEach(async ({ page }) => {
  await openReport(page);
});

test("Enter and ↓ go down the column of figures, over headings and computed rows", async ({ page }) => {
  await figure(page, FIRST).focus();
  await press(page, "Enter");
  await onFigure(page, PLANNED);
  await press(page, "ArrowDown");
  await onFigure(page, DONE);
  await press(page, "ArrowDown");
  await onFigure(page, CHECKS);
});

test("Shift+Enter and ↑ go up the column and stop at its top", async ({ page }) => {
  await figure(page, CHECKS).focus();
  await press(page, "Shift+Enter");
  await onFigure(page, DONE);
  await press(page, "ArrowUp", "ArrowUp");
  await onFigure(page, FIRST);
  await press(page, "ArrowUp", "Shift+Enter");
  await onFigure(page, FIRST);
});

test("Enter and the arrows go down and up the column of notes, headings included", async ({ page }) => {
  await note(page, DONE).focus();
  await press(page, "Enter");
  await onNote(page, "pl1.b1.3");
  await press(page, "ArrowDown");
  await onNote(page, CHECKS);
  await press(page, "ArrowUp", "Shift+Enter");
  await onNote(page, DONE);
  await expect(note(page, "pl1.b1.3")).toHaveValue("");
});

test("→ and ← leave a cell that is stood on as a whole at once", async ({ page }) => {
  await typeFigure(page, DONE, "123");
  await figure(page, DONE).focus();
  expect(await caret(page)).toEqual([0, 3]);
  await press(page, "ArrowRight");
  await onNote(page, DONE);
  await press(page, "ArrowLeft");
  await onFigure(page, DONE);
  expect(await caret(page)).toEqual([0, 3]);
  // There is nothing further to the left, and the cell stays a whole.
  await press(page, "ArrowLeft");
  await onFigure(page, DONE);
  expect(await caret(page)).toEqual([0, 3]);
});

test("→ and ← move in the text first and leave it only at its ends", async ({ page }) => {
  await typeIn(page, DONE, "123");
  await press(page, "ArrowLeft", "ArrowLeft");
  expect(await caret(page)).toEqual([1, 1]);
  await press(page, "ArrowRight", "ArrowRight");
  await onFigure(page, DONE);
  expect(await caret(page)).toEqual([3, 3]);
  await press(page, "ArrowRight");
  await onNote(page, DONE);
  await page.keyboard.type("ab");
  await press(page, "ArrowLeft", "ArrowLeft");
  await onNote(page, DONE);
  expect(await caret(page)).toEqual([0, 0]);
  await press(page, "ArrowLeft");
  await onFigure(page, DONE);
});

test("Tab and Shift+Tab go along the row: figure, note, next row", async ({ page }) => {
  await figure(page, FIRST).focus();
  await press(page, "Tab");
  await onNote(page, FIRST);
  await press(page, "Tab");
  await expect(how(page, SHARE)).toBeFocused();
  await press(page, "Tab");
  await onNote(page, SHARE);
  await press(page, "Tab");
  await onFigure(page, PLANNED);
  await press(page, "Shift+Tab", "Shift+Tab", "Shift+Tab", "Shift+Tab");
  await onFigure(page, FIRST);
});

test("buttons of a finding do not stand in the way of Tab", async ({ page }) => {
  await typeFigure(page, "pl1.b1.3.1", "2");
  await typeFigure(page, "pl1.b1.3.2", "3");
  await expect(page.locator('[data-action="give-reason"]')).toHaveCount(2);
  await note(page, "pl1.b1.3.1").focus();
  await press(page, "Tab");
  await onFigure(page, "pl1.b1.3.2");
  await press(page, "Shift+Tab");
  await onNote(page, "pl1.b1.3.1");
});

test("Home and End go to the first and last cell of the row", async ({ page }) => {
  await typeFigure(page, DONE, "123");
  await figure(page, DONE).focus();
  await press(page, "End");
  await onNote(page, DONE);
  await press(page, "Home");
  await onFigure(page, DONE);
});

test("Home and End stay in a text that is being edited", async ({ page }) => {
  await typeIn(page, DONE, "123");
  await press(page, "Home");
  expect(await caret(page)).toEqual([0, 0]);
  await press(page, "End");
  await onFigure(page, DONE);
  expect(await caret(page)).toEqual([3, 3]);
});

test("Ctrl+Home and Ctrl+End go to the first and last figure of the sheet", async ({ page }) => {
  await figure(page, CHECKS).focus();
  await press(page, "Control+End");
  const last = await page.locator("#pl1\\.b1 :is(input, select)[data-row]").last().getAttribute("data-row");
  await onFigure(page, last);
  await press(page, "Control+Home");
  await onFigure(page, FIRST);
  await note(page, CHECKS).focus();
  await press(page, "Control+Home");
  await onFigure(page, FIRST);
});

test("PageDown and PageUp go a screenful of rows and stay in the column", async ({ page }) => {
  await openSheet(page, "pl1.b6");
  const rows = await page.locator("#pl1\\.b6 :is(input, select)[data-row]").evaluateAll((all) => all.map(({ dataset }) => dataset.row));
  await figure(page, rows[0]).focus();
  const here = () => page.evaluate(() => document.activeElement.dataset.row);
  const seen = [0];
  while (seen.at(-1) < rows.length - 1 && seen.length < rows.length) {
    await press(page, "PageDown");
    const next = rows.indexOf(await here());
    expect(next).toBeGreaterThan(seen.at(-1));
    await expect(figure(page, rows[next])).toBeInViewport({ ratio: 1 });
    seen.push(next);
  }
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.length).toBeLessThan(rows.length / 2);
  // At the end it stays, and back it goes as far.
  await press(page, "PageDown");
  await onFigure(page, rows.at(-1));
  await press(page, "PageUp");
  expect(rows.indexOf(await here())).toBeLessThan(rows.length - 2);
  await note(page, rows[0]).focus();
  await press(page, "PageDown");
  expect(await page.evaluate(() => "note" in document.activeElement.dataset)).toBe(true);
});

test("Alt+PageDown and Alt+PageUp turn the sheet", async ({ page }) => {
  await figure(page, CHECKS).focus();
  await press(page, "Alt+PageDown");
  await expect(page.locator('[id="pl1.b2"]')).toBeVisible();
  await expect(page.locator('#pl1\\.b2 :is(input, select)[data-row]').first()).toBeFocused();
  await press(page, "Alt+PageUp");
  await onFigure(page, FIRST);
  await press(page, "Alt+PageUp");
  await onFigure(page, FIRST);
});
