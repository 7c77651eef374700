// Typing feels like a spreadsheet, and no key and no input method is ever worked against.

import { expect, test } from "./support/fixtures.mjs";
import {
  figure,
  listed,
  note,
  openReport,
  openSheet,
  reportAddress,
  said,
  saved,
  typeFigure,
  typeIn,
} from "./support/officer.mjs";

const COUNT = "pl1.b1.1";
const MONEY = "pl1.b5.1.1";
const RATIO = "pl1.b6.3.2";
const KEYS = "1.234,5";

for (const [kind, sheet, row, left] of [
  ["count", "pl1.b1", COUNT, "1.234,5"],
  ["money", "pl1.b5", MONEY, "1.234,5"],
  ["ratio", "pl1.b6", RATIO, "1.234,5"],
]) {
  test(`nothing is rewritten while a ${kind} is typed`, async ({ page }) => {
    await openReport(page);
    await openSheet(page, sheet);
    await figure(page, row).focus();
    for (let typed = 1; typed <= KEYS.length; typed += 1) {
      await page.keyboard.type(KEYS[typed - 1]);
      await expect(figure(page, row)).toHaveValue(KEYS.slice(0, typed));
    }
    // Also when it is read anew in the middle.
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Backspace");
    await expect(figure(page, row)).toHaveValue("1.2345");
    await page.keyboard.type(",");
    await page.keyboard.press("Tab");
    await expect(figure(page, row)).toHaveValue(left);
  });
}

test("a computed figure stands before the next event is taken", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  // Both in one turn of the page: nothing that waits for its turn stands between a key and its figure.
  const shown = await page.evaluate(() => {
    const field = document.querySelector('input[data-row="pl1.b1.2.2"]');
    field.value = "21";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: "21", inputType: "insertText" }));
    return document.querySelector('output[data-row="pl1.b1.2"]').textContent;
  });
  expect(shown).toBe("51,22");
});

test("a figure follows in rows that were drawn anew, in another language and beside earlier figures", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  const follows = async (typed, computed) => {
    await typeIn(page, "pl1.b1.2.2", typed);
    await expect(figure(page, "pl1.b1.2")).toHaveText(computed);
  };
  await follows("21", "51,22");
  await page.getByRole("button", { name: "EN – English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await follows("20", "48,78");
  await page.locator('[data-action="compare"]').click();
  await expect(page.locator(".bm-sheet__table--compared")).toBeVisible();
  await follows("22", "53,66");
  await page.locator('[data-action="compare"]').click();
  await expect(page.locator(".bm-sheet__table--compared")).toHaveCount(0);
  await follows("24", "58,54");
});

test("from a cell in which is being typed one goes to another report and back, and nothing is lost", async ({ page }) => {
  await openReport(page);
  await typeIn(page, COUNT, "7");
  const goTo = async (address, name) => {
    await page.evaluate((hash) => location.assign(hash), address);
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  };
  await goTo(reportAddress({ agency: "03667" }), "Chiềng An");
  await expect(figure(page, COUNT)).toHaveValue("");
  await goTo(reportAddress(), "Tô Hiệu");
  await expect(figure(page, COUNT)).toHaveValue("7");
});

test("a figure that is left shows as people write it", async ({ page }) => {
  await openReport(page);
  for (const [typed, shown] of [
    ["11647", "11.647"],
    ["02", "2"],
    ["  1234567 ", "1.234.567"],
    ["１２", "12"],
    ["0", "0"],
  ]) {
    await typeIn(page, COUNT, typed);
    await expect(figure(page, COUNT)).toHaveValue(typed);
    await page.keyboard.press("Tab");
    await expect(figure(page, COUNT)).toHaveValue(shown);
  }
  await typeFigure(page, COUNT, "");
  await expect(figure(page, COUNT)).toHaveAttribute("data-state", "blank");
});

test("a figure that was left is taken up again as it stands", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, COUNT, "11647");
  await figure(page, COUNT).focus();
  await page.keyboard.press("F2");
  await page.keyboard.press("Backspace");
  await expect(figure(page, COUNT)).toHaveValue("11.64");
  await page.keyboard.type("8");
  await page.keyboard.press("Tab");
  await expect(figure(page, COUNT)).toHaveValue("11.648");
});

test.describe("Vietnamese input methods", () => {
  /** What Telex does through the input method of the system: a composition that grows and changes. */
  async function compose(page, steps) {
    const devtools = await page.context().newCDPSession(page);
    for (const text of steps)
      await devtools.send("Input.imeSetComposition", {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    await devtools.send("Input.insertText", { text: steps.at(-1) });
  }

  /** What Unikey does: the key has typed its letter; it takes letters back and puts others. */
  async function unikey(page, steps) {
    for (const [back, text] of steps) {
      for (let pressed = 0; pressed < back; pressed += 1) await page.keyboard.press("Backspace");
      await page.keyboard.insertText(text);
    }
  }

  const UNIKEY = [[0, "t"], [0, "i"], [0, "e"], [1, "ê"], [0, "n"], [0, "g"], [3, "ếng"]];

  for (const [where, field] of [
    ["a note", (page) => note(page, COUNT)],
    ["a figure", (page) => figure(page, COUNT)],
    ["a reason", (page) => page.locator("[data-reason]")],
  ]) {
    async function begin(page) {
      await openReport(page);
      if (where !== "a reason") return;
      // More was checked than planned: a warning.
      await typeFigure(page, "pl1.b1.3.1", "2");
      await typeFigure(page, "pl1.b1.3.2", "3");
    }

    test(`a composition in ${where} arrives whole`, { tag: "@chromium" }, async ({ page }) => {
      await begin(page);
      await field(page).focus();
      await compose(page, ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"]);
      await page.keyboard.type(" ");
      await compose(page, ["V", "Vi", "Vie", "Viê", "Viêt", "Việt"]);
      await expect(field(page)).toHaveValue("tiếng Việt");
      await page.keyboard.press("Tab");
      await expect(field(page)).toHaveValue("tiếng Việt");
      await saved(page);
    });

    test(`Unikey in ${where} takes letters back and puts others`, async ({ page }) => {
      await begin(page);
      await field(page).focus();
      await unikey(page, UNIKEY);
      await expect(field(page)).toHaveValue("tiếng");
      await page.keyboard.press("Tab");
      await expect(field(page)).toHaveValue("tiếng");
      await saved(page);
    });
  }

  test("Enter that ends a composition does not move", { tag: "@chromium" }, async ({ page }) => {
    await openReport(page);
    await figure(page, COUNT).focus();
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Input.imeSetComposition", { text: "tiế", selectionStart: 3, selectionEnd: 3 });
    await figure(page, COUNT).evaluate((field) =>
      field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, isComposing: true })),
    );
    await expect(figure(page, COUNT)).toBeFocused();
  });
});

test("a dot in a typed ratio is read as a comma, and that is told", async ({ page }) => {
  await openReport(page);
  await openSheet(page, "pl1.b6");
  await typeIn(page, RATIO, "71.3");
  await expect(said(page, RATIO)).toHaveText("Đã hiểu là 71,3");
  await expect(figure(page, RATIO)).toHaveValue("71.3");
  await page.keyboard.press("Tab");
  await expect(figure(page, RATIO)).toHaveValue("71,3");
  await expect(said(page, RATIO)).toHaveText("Đã hiểu là 71,3");
});

test("an ambiguous ratio is asked about, and the answer is taken", async ({ page }) => {
  await openReport(page);
  await openSheet(page, "pl1.b6");
  await typeIn(page, RATIO, "71.297");
  await expect(said(page, RATIO)).toHaveText("");
  await page.keyboard.press("Tab");
  await expect(figure(page, RATIO)).toHaveValue("71.297");
  await expect(figure(page, RATIO)).toHaveAttribute("data-state", "unreadable");
  await expect(said(page, RATIO)).toContainText("Ý là:");
  await expect(said(page, RATIO).getByRole("button")).toHaveText(["71,297", "71.297"]);
  await said(page, RATIO).getByRole("button", { name: "71,297" }).click();
  await expect(figure(page, RATIO)).toHaveValue("71,297");
  await expect(figure(page, RATIO)).toHaveAttribute("data-state", "number");
  await expect(figure(page, RATIO)).toBeFocused();
  await expect(said(page, RATIO)).toHaveText("");
  await expect(listed(page, "unreadable")).toHaveCount(0);
});

test("a dash is asked about and never guessed into zero", async ({ page }) => {
  await openReport(page);
  for (const dash of ["-", "Không"]) {
    await typeFigure(page, COUNT, dash);
    await expect(figure(page, COUNT)).toHaveAttribute("data-state", "unreadable");
    await expect(said(page, COUNT).getByRole("button")).toHaveText(["Không phát sinh", "0"]);
  }
  await said(page, COUNT).getByRole("button", { name: "0" }).click();
  await expect(figure(page, COUNT)).toHaveValue("0");
  await typeFigure(page, COUNT, "-");
  await said(page, COUNT).getByRole("button", { name: "Không phát sinh" }).press("Enter");
  await expect(figure(page, COUNT)).toHaveAttribute("data-state", "not_applicable");
  await expect(figure(page, COUNT)).toHaveValue("");
});

test("Alt+K and the button mark a row as not applicable, and take the mark away", async ({ page }) => {
  await openReport(page);
  const button = page.locator(`[data-action="not-applicable"][data-for="${COUNT}"]`);
  await figure(page, COUNT).focus();
  await page.keyboard.press("Alt+k");
  await expect(figure(page, COUNT)).toHaveAttribute("data-state", "not_applicable");
  await expect(figure(page, COUNT)).toHaveAttribute("placeholder", "Không phát sinh");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Alt+k");
  await expect(figure(page, COUNT)).toHaveAttribute("data-state", "blank");
  await button.click();
  await expect(figure(page, COUNT)).toHaveAttribute("data-state", "not_applicable");
  await button.click();
  await expect(figure(page, COUNT)).toHaveAttribute("data-state", "blank");
  // A figure takes the place of the mark.
  await button.click();
  await typeFigure(page, COUNT, "3");
  await expect(button).toHaveAttribute("aria-pressed", "false");

  const choice = figure(page, "pl1.b1.6");
  await choice.focus();
  await page.keyboard.press("Alt+k");
  await expect(choice).toHaveAttribute("data-state", "not_applicable");
  await expect(choice.locator("option:checked")).toHaveText("Không phát sinh");
});

test("Enter goes down the column, and what is typed takes the place of what stands there", async ({ page }) => {
  await openReport(page);
  await figure(page, "pl1.b1.2.1").focus();
  await page.keyboard.type("41");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type("42");
  await page.keyboard.press("Tab");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("42");
});

test("an explanation that stands open follows each part, also where the result stays the same", async ({ page }) => {
  await openReport(page);
  const how = (row) => page.locator("details").filter({ has: page.locator(`[data-explain="${row}"]`) }).locator("p");
  await page.locator('[data-explain="pl1.b1.2"]').click();
  await expect(how("pl1.b1.2")).toHaveText("[2.2] ÷ [2.1] × 100");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await expect(how("pl1.b1.2")).toHaveText("21 ÷ [2.1] × 100");
  await typeFigure(page, "pl1.b1.2.1", "41");
  await expect(how("pl1.b1.2")).toHaveText("21 ÷ 41 × 100 = 51,22 %");

  await openSheet(page, "pl2.b2");
  const share = page.locator('[data-row="pl2.b2.3.2"]');
  await typeFigure(page, "pl2.b2.3.2.1", "78748");
  await typeFigure(page, "pl2.b2.3.2.2", "77454");
  await expect(share).toContainText("98,36");
  await page.locator('[data-explain="pl2.b2.3.2"]').click();
  await expect(how("pl2.b2.3.2")).toContainText("77.454 ÷ 78.748");
  await typeFigure(page, "pl2.b2.3.2.2", "77455");
  await expect(share).toContainText("98,36");
  await expect(how("pl2.b2.3.2")).toContainText("77.455 ÷ 78.748");
});
