// Every key that does something in a cell or in the report, one after the other, in a real browser.

import { expect, heading, test } from "./support/fixtures.mjs";
import { caret, how, onFigure, onNote, press } from "./support/keys.mjs";
import { figure, listed, note, openReport, openSheet, saved, typeFigure, typeIn, unfolded } from "./support/officer.mjs";

// Sheet 1: 1 · 2 computed · 2.1 · 2.2 · 3 heading · 3.1 · 3.2 · 3.3 computed …
const FIRST = "pl1.b1.1";
const SHARE = "pl1.b1.2";
const PLANNED = "pl1.b1.2.1";
const DONE = "pl1.b1.2.2";
const LIST = "pl1.b1.5";

test.beforeEach(async ({ page }) => {
  await openReport(page);
});

test("Esc takes back the cell as it was when the officer came", async ({ page }) => {
  await typeFigure(page, PLANNED, "41");
  await typeFigure(page, DONE, "21");
  await expect(figure(page, SHARE)).toContainText("51,22");
  await typeIn(page, DONE, "1042");
  await expect(listed(page)).toHaveCount(1);
  await press(page, "Escape");
  await onFigure(page, DONE);
  await expect(figure(page, DONE)).toHaveValue("21");
  await expect(figure(page, SHARE)).toContainText("51,22");
  await expect(listed(page)).toHaveCount(0);
  // It stands on the whole again at once: what is typed takes its place.
  expect(await caret(page)).toEqual([0, 2]);
  await page.keyboard.type("7");
  await press(page, "Enter");
  await expect(figure(page, DONE)).toHaveValue("7");
});

test("Esc takes back a blank, a text that cannot be read, a mark, a choice and a note", async ({ page }) => {
  await typeIn(page, FIRST, "5");
  await press(page, "Escape");
  await expect(figure(page, FIRST)).toHaveValue("");
  await expect(figure(page, FIRST)).toHaveAttribute("data-state", "blank");

  await typeFigure(page, PLANNED, "Dự kiến 02");
  await typeIn(page, PLANNED, "2");
  await press(page, "Escape");
  await expect(figure(page, PLANNED)).toHaveValue("Dự kiến 02");
  await expect(figure(page, PLANNED)).toHaveAttribute("data-state", "unreadable");

  await figure(page, DONE).focus();
  await press(page, "Alt+k", "Tab");
  await typeIn(page, DONE, "9");
  await press(page, "Escape");
  await expect(figure(page, DONE)).toHaveAttribute("data-state", "not_applicable");

  await figure(page, LIST).focus();
  await press(page, "0", "Tab", "Shift+Tab", "1", "Escape");
  await expect(figure(page, LIST)).toHaveValue("0");

  await note(page, FIRST).focus();
  await page.keyboard.type("Có công văn");
  await press(page, "Tab");
  await note(page, FIRST).focus();
  await page.keyboard.type("x");
  await expect(note(page, FIRST)).toHaveValue("x");
  await press(page, "Escape");
  await expect(note(page, FIRST)).toHaveValue("Có công văn");
});

test("F2 puts the caret into the text, and takes it out again", async ({ page }) => {
  await typeFigure(page, DONE, "123");
  await figure(page, DONE).focus();
  await press(page, "F2");
  expect(await caret(page)).toEqual([3, 3]);
  await press(page, "ArrowLeft", "Backspace");
  await page.keyboard.type("7");
  await expect(figure(page, DONE)).toHaveValue("173");
  await press(page, "F2");
  expect(await caret(page)).toEqual([0, 3]);
  await page.keyboard.type("8");
  await expect(figure(page, DONE)).toHaveValue("8");
});

test("F2 edits a note, where ↑ and ↓ move by lines first, and Alt+Enter breaks the line", async ({ page }) => {
  await note(page, DONE).focus();
  await page.keyboard.type("một");
  await press(page, "Alt+Enter");
  await page.keyboard.type("hai");
  await expect(note(page, DONE)).toHaveValue("một\nhai");
  await press(page, "ArrowUp");
  await onNote(page, DONE);
  expect((await caret(page))[0]).toBeLessThan(4);
  // It may go to the start of the line first; from there it leaves.
  await press(page, "ArrowUp");
  await press(page, "ArrowUp");
  await expect(note(page, DONE)).not.toBeFocused();
  await note(page, DONE).focus();
  expect(await caret(page)).toEqual([0, 7]);
  await press(page, "F2");
  expect(await caret(page)).toEqual([7, 7]);
  await press(page, "ArrowUp");
  await onNote(page, DONE);
  await press(page, "Control+Home");
  expect(await caret(page)).toEqual([0, 0]);
  await press(page, "Control+End");
  expect(await caret(page)).toEqual([7, 7]);
  // As a whole it is left at once.
  await press(page, "F2", "ArrowUp");
  await onNote(page, PLANNED);
  await saved(page);
  await page.reload();
  await expect(note(page, DONE)).toHaveValue("một\nhai");
});

test("F8 and Shift+F8 walk through the findings in the order of the list", async ({ page }) => {
  await press(page, "F8");
  await expect(page.locator("#aloud")).toContainText("Chưa thấy mâu thuẫn nào");
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "42");
  await openSheet(page, "pl1.b3");
  await typeFigure(page, "pl1.b3.1.5", "3");
  await openSheet(page, "pl1.b5");
  await typeFigure(page, "pl1.b5.2.1", "5");
  await openSheet(page, "pl1.b1");
  await typeFigure(page, "pl1.b1.3.1", "2");
  await typeFigure(page, "pl1.b1.3.2", "3");
  const count = await listed(page).count();
  expect(count).toBeGreaterThanOrEqual(3);
  const order = await listed(page).evaluateAll((all) => all.map((item) => item.querySelector("a").hash.split("/").at(-1)));
  // From a row without a finding the walk begins at the first.
  await figure(page, FIRST).focus();
  for (const [place, row] of [...order, order[0]].entries()) {
    await press(page, "F8");
    await onFigure(page, row);
    await expect(page.locator("#aloud")).toContainText(`${(place % count) + 1}/${count}`);
    // Without the place: the field that is stood on says it.
    const message = await listed(page).nth(place % count).locator("a").innerText();
    await expect(page.locator("#aloud")).toContainText(message.split(" – ").slice(1).join(" – "));
  }
  await press(page, "Shift+F8");
  await onFigure(page, order.at(-1));
});

test("Alt+K marks a row as not applicable and takes the mark away, from the note too", async ({ page }) => {
  await figure(page, FIRST).focus();
  await press(page, "Alt+k");
  await expect(figure(page, FIRST)).toHaveAttribute("data-state", "not_applicable");
  await press(page, "ArrowRight");
  await onNote(page, FIRST);
  await press(page, "Alt+k");
  await expect(figure(page, FIRST)).toHaveAttribute("data-state", "blank");
  // A computed row takes no mark.
  await how(page, SHARE).focus();
  await press(page, "Alt+k");
  await expect(figure(page, SHARE)).toHaveAttribute("data-state", "missing");
});

test("Alt+X leaves a row blank on purpose", async ({ page }) => {
  await figure(page, FIRST).focus();
  await press(page, "Alt+x");
  await expect(figure(page, FIRST)).toHaveAttribute("data-state", "confirmed_blank");
  await onFigure(page, FIRST);
});

test("Alt+G goes to the reason of the row's warning, and Esc back to the row", async ({ page }) => {
  await typeFigure(page, "pl1.b1.3.1", "2");
  await typeIn(page, "pl1.b1.3.2", "3");
  await press(page, "Alt+g");
  await expect(page.locator("[data-reason]")).toBeFocused();
  await page.keyboard.type("Kiểm tra đột xuất?");
  await expect(page.locator("[data-reason]")).toHaveValue("Kiểm tra đột xuất?");
  await press(page, "Escape");
  await onFigure(page, "pl1.b1.3.2");
});

test("Alt+C opens and closes how a figure is computed, from the row and from its parts", async ({ page }) => {
  await typeFigure(page, PLANNED, "41");
  await typeIn(page, DONE, "21");
  const told = page.locator("details", { has: how(page, SHARE) });
  await press(page, "Alt+c");
  await expect(told).toContainText("21 ÷ 41 × 100 = 51,22");
  await onFigure(page, DONE);
  await press(page, "Alt+c");
  await expect(told).not.toContainText("÷");
  await how(page, SHARE).focus();
  await press(page, "Alt+c");
  await expect(told).toContainText("51,22");
  // Enter does the same on the button itself, and the arrows go on from there.
  await press(page, "Enter");
  await expect(told).not.toContainText("÷");
  await press(page, "ArrowDown");
  await onFigure(page, PLANNED);
});

test("in a list ↑ and ↓ move on, and a code, a letter or Delete chooses", async ({ page }) => {
  await figure(page, LIST).focus();
  await press(page, "1");
  await expect(figure(page, LIST)).toHaveValue("1");
  await press(page, "ArrowDown");
  await onFigure(page, "pl1.b1.5.1");
  await press(page, "ArrowUp");
  await onFigure(page, LIST);
  await expect(figure(page, LIST)).toHaveValue("1");
  await press(page, "ArrowRight");
  await onNote(page, LIST);
  await press(page, "ArrowLeft", "Home", "PageDown");
  await expect(figure(page, LIST)).toHaveValue("1");
  await figure(page, LIST).focus();
  await page.keyboard.type("K");
  await expect(figure(page, LIST)).toHaveValue("0");
  await expect(figure(page, LIST)).toHaveAttribute("data-state", "choice");
  await press(page, "Delete");
  await expect(figure(page, LIST)).toHaveValue("");
  await expect(figure(page, LIST)).toHaveAttribute("data-state", "blank");
});

test("Alt+↓ opens a list, in which the arrows choose", async ({ page }) => {
  await figure(page, LIST).focus();
  await press(page, "Alt+ArrowDown", "ArrowDown", "Enter");
  await expect(figure(page, LIST)).not.toHaveValue("");
  await onFigure(page, LIST);
  await expect(figure(page, LIST)).toHaveAttribute("data-state", "choice");
  // The browser closes an open list on Esc; the next Esc takes the choice back.
  await press(page, "Alt+ArrowDown", "ArrowDown", "Escape");
  await onFigure(page, LIST);
  await press(page, "Escape");
  await expect(figure(page, LIST)).toHaveValue("");
  await press(page, "ArrowDown");
  await onFigure(page, "pl1.b1.5.1");
});

test("? and the button show every key, Esc closes, and the focus returns", async ({ page }) => {
  const help = page.locator("#keys");
  await figure(page, DONE).focus();
  await press(page, "?");
  await expect(help).toBeVisible();
  await expect(figure(page, DONE)).toHaveValue("");
  for (const key of ["Enter, ↓", "Ctrl+Home, Ctrl+End", "F8, Shift+F8", "Alt+K", "?"]) await expect(help.getByRole("rowheader", { name: key, exact: true })).toBeVisible();
  await press(page, "Escape");
  await expect(help).toBeHidden();
  await onFigure(page, DONE);
  await (await unfolded(page, "keys")).focus();
  await press(page, "Enter");
  await expect(help).toBeVisible();
  // Keys of the report do nothing meanwhile.
  await press(page, "F8");
  await expect(page.locator("#aloud")).toHaveText("");
  await press(page, "Escape");
  await expect(page.locator('[data-action="keys"]')).toBeFocused();
  // It is a letter like others where a text is written.
  await note(page, DONE).focus();
  await page.keyboard.type("Vì sao?");
  await expect(note(page, DONE)).toHaveValue("Vì sao?");
  await typeIn(page, DONE, "12?");
  await expect(figure(page, DONE)).toHaveValue("12?");
  await expect(help).toBeHidden();
});

test("the settings show the same keys", async ({ page }) => {
  const inHelp = page.locator("#keys tbody tr");
  await expect.poll(() => inHelp.count()).toBeGreaterThan(15);
  const lines = await inHelp.allTextContents();
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  expect(await page.locator(".bm-keys tbody tr").allTextContents()).toEqual(lines);
});

test("the officer who looks into another window goes on where the caret was", async ({ page }) => {
  await typeIn(page, DONE, "12");
  await figure(page, DONE).evaluate((field) => {
    field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
  });
  await page.keyboard.type("34");
  await expect(figure(page, DONE)).toHaveValue("1234");
  await press(page, "Escape");
  await expect(figure(page, DONE)).toHaveValue("");
});

test("keys that an input method composes with, and keys of other pages, do nothing", async ({ page }) => {
  await figure(page, DONE).focus();
  for (const key of ["Enter", "ArrowDown", "Escape", "F8", "?"])
    for (const event of [{ key, isComposing: true }, { key, keyCode: 229 }])
      await figure(page, DONE).evaluate((field, event) => field.dispatchEvent(new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...event })), event);
  await onFigure(page, DONE);
  await expect(page.locator("#aloud")).toHaveText("");
  await expect(page.locator("#keys")).toBeHidden();
  await page.goto("#/");
  await expect(heading(page)).toBeVisible();
  await press(page, "F8", "?");
  await expect(page.locator("#aloud")).toHaveText("");
});
