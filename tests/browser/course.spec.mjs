// From draft to complete to amended, by keyboard: a warning is explained, what is missing is listed and done, the
// report leaves complete, and what is changed afterwards stands in a log that outlives a reload.

import { expect, test } from "./support/fixtures.mjs";
import { exportJson, figure, inReport, listed, openReport, openSheet, saved, tabTo, typeFigure, typeIn } from "./support/officer.mjs";
import { paperOf } from "./support/paper.mjs";
import { expectValid } from "./support/schema.mjs";

const SCHEMA = new URL("../../schemas/report.schema.json", import.meta.url);
const PLANNED = "pl1.b1.3.1";
const CHECKED = "pl1.b1.3.2";
const RULE = "r-le-pl1.b1.3.2-pl1.b1.3.1";
const REASON = "Một cuộc kiểm tra đột xuất theo đơn thư";

const state = (page) => page.locator("#report-state");
const missing = (page) => page.locator('[data-complete="missing"]');
const complete = (page) => page.locator('[data-action="complete"]');
const log = (page) => page.locator("[data-log] tbody tr");
const reason = (page, rule) => listed(page, rule).locator("[data-reason]");

async function press(page, locator) {
  await locator.focus();
  await page.keyboard.press("Enter");
}

/** Leaves every row that is still asked for blank on purpose, sheet by sheet, from the list of what is missing. */
async function leaveTheRestBlank(page) {
  await press(page, complete(page));
  const buttons = missing(page).locator('[data-action="confirm-blanks"]');
  for (let left = await buttons.count(); left > 0; left -= 1) {
    await expect(buttons).toHaveCount(left);
    await press(page, buttons.first());
    await expect(page.locator("#missing-title")).toBeFocused();
  }
}

/** A report with a warning that has its reason, declared complete. */
async function completed(page) {
  await openReport(page);
  await typeFigure(page, PLANNED, "2");
  await typeFigure(page, CHECKED, "3");
  await reason(page, RULE).fill(REASON);
  await leaveTheRestBlank(page);
  await press(page, complete(page));
  await expect(state(page)).toHaveAttribute("data-report-state", "complete");
}

test("an officer explains a warning, follows what is missing, completes, sends, amends and reloads", async ({ page }) => {
  test.slow();
  await openReport(page);
  await expect(state(page)).toContainText("Đang điền");
  await typeFigure(page, PLANNED, "2");
  await typeIn(page, CHECKED, "3");

  // The row leads to the field of the reason.
  const beside = page.locator("tr", { has: figure(page, CHECKED) });
  await expect(beside).toContainText("Cảnh báo");
  await press(page, beside.locator('[data-action="give-reason"]'));
  await expect(reason(page, RULE)).toBeFocused();
  await page.keyboard.type(REASON);
  await expect(beside).toContainText(`Giải trình: ${REASON}`);

  // Too early: what is missing is listed, and the list is stood on.
  await press(page, complete(page));
  await expect(page.locator("#missing-title")).toBeFocused();
  await expect(page.locator("#missing-title")).toContainText("Chưa hoàn thành được: còn");
  await expect(missing(page)).toContainText("Phụ lục I, Biểu mẫu 1: 9 dòng chưa điền");
  await expect(missing(page)).not.toContainText("Cảnh báo chưa có giải trình");
  await expect(state(page)).toHaveAttribute("data-report-state", "draft");

  // The list is put away, and comes back when it is asked for again.
  await press(page, missing(page).locator('[data-action="missing-close"]'));
  await expect(missing(page)).toBeHidden();
  await expect(complete(page)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#missing-title")).toBeFocused();

  // A link leads to its row, on its sheet; one key says that it is left blank on purpose.
  const sheets = missing(page).locator("h3");
  const first = missing(page).getByRole("link", { name: /^1: Số văn bản chỉ đạo CCHC đã ban hành/ });
  await press(page, first);
  await expect(figure(page, "pl1.b1.1")).toBeFocused();
  await page.keyboard.type("5");
  await expect(sheets.first()).toContainText("8 dòng chưa điền");
  await page.keyboard.press("Enter");
  await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
  await page.keyboard.press("Alt+x");
  await expect(figure(page, "pl1.b1.2.1")).toHaveAttribute("data-state", "confirmed_blank");
  await expect(figure(page, "pl1.b1.2.1")).toHaveAttribute("placeholder", "Để trống, đã xác nhận");
  await expect(sheets.first()).toContainText("7 dòng chưa điền");
  const button = page.locator("tr", { has: figure(page, "pl1.b1.2.2") }).locator('[data-action="confirm-blank"]');
  await press(page, button);
  await expect(sheets.first()).toContainText("6 dòng chưa điền");

  await leaveTheRestBlank(page);
  await expect(page.locator("#missing-title")).toContainText("Không còn việc gì phải làm");
  await expect(state(page)).toHaveAttribute("data-report-state", "draft");
  await press(page, complete(page));
  await expect(state(page)).toBeFocused();
  await expect(state(page)).toContainText("Hoàn thành lúc");
  await expect(complete(page)).toBeHidden();
  await expect(missing(page)).toBeHidden();

  const sent = JSON.parse((await exportJson(page)).text);
  expectValid(sent, SCHEMA);
  expect(sent.state).toBe("complete");
  expect(sent.log.map(({ what }) => what)).toEqual(["complete"]);
  expect(sent.findings).toMatchObject([{ rule: RULE, reason: REASON }]);
  expect(sent.entries["pl1.b1.2.1"]).toEqual({ confirmed_blank: true });

  // What is changed now is an amendment, key by key one line.
  await typeFigure(page, "pl1.b1.1", "17");
  await expect(state(page)).toContainText("Đã sửa sau khi hoàn thành");
  await expect(complete(page)).toHaveText("Hoàn thành lại");
  await expect(log(page)).toHaveCount(2);
  await expect(log(page).last()).toContainText("Phụ lục I, Biểu mẫu 1, dòng 1: Số văn bản chỉ đạo CCHC đã ban hành");
  await expect(log(page).last().locator("td").nth(1)).toHaveText("5");
  await expect(log(page).last().locator("td").nth(2)).toHaveText("17");
  await saved(page);
  const before = await log(page).allInnerTexts();

  await page.reload();
  await inReport(page);
  await expect(state(page)).toHaveAttribute("data-report-state", "amended");
  expect(await log(page).allInnerTexts()).toEqual(before);
  await expect(reason(page, RULE)).toHaveValue(REASON);
  const amended = JSON.parse((await exportJson(page)).text);
  expectValid(amended, SCHEMA);
  expect(amended.state).toBe("amended");
  expect(amended.log[1]).toMatchObject({ what: "entry", row: "pl1.b1.1", from: "5", to: "17" });

  await press(page, complete(page));
  await expect(state(page)).toHaveAttribute("data-report-state", "complete");
  await expect(log(page)).toHaveCount(3);
  await saved(page);
  await page.goto("#/");
  await expect(page.getByRole("cell", { name: "Đã hoàn thành" })).toBeVisible();
});

test("a draft leaves at any time and says that it is one", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  const draft = JSON.parse((await exportJson(page)).text);
  expect(draft.state).toBe("draft");
  expect(draft.log).toBeUndefined();
});

test("an error stands first, and its link leads to the row that can be mended", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "42");
  await expect(listed(page, "r-le-pl1.b1.2.2-pl1.b1.2.1").locator("[data-reason]")).toHaveCount(0);
  await press(page, complete(page));
  await expect(missing(page).locator("h3").first()).toHaveText("Lỗi phải sửa");
  await press(page, missing(page).getByRole("link").first());
  await expect(figure(page, "pl1.b1.2.2")).toBeFocused();
  await page.keyboard.type("41");
  await expect(missing(page)).not.toContainText("Lỗi phải sửa");
});

test("a warning without a reason is missing, and its link leads to the field", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLANNED, "2");
  await typeFigure(page, CHECKED, "3");
  await press(page, complete(page));
  await press(page, missing(page).getByRole("link", { name: /đã kiểm tra \(3\)/ }));
  await expect(reason(page, RULE)).toBeFocused();
  await page.keyboard.type("x");
  await expect(missing(page)).not.toContainText("Cảnh báo chưa có giải trình");
  await expect(reason(page, RULE)).toBeFocused();
});

test("a reason keeps the focus while findings come and go, and comes back with its warning", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLANNED, "2");
  await typeIn(page, CHECKED, "3");
  await reason(page, RULE).click();
  await expect(reason(page, RULE)).toBeFocused();
  // As Telex composes: the letters before the cursor are replaced, key by key.
  for (const text of ["K", "Ki", "Kie", "Kiê", "Kiểm tra"]) {
    await reason(page, RULE).evaluate((field, text) => {
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, isComposing: true }));
    }, text);
    await expect(reason(page, RULE)).toHaveValue(text);
  }
  await expect(reason(page, RULE)).toBeFocused();
  await typeFigure(page, CHECKED, "2");
  await expect(listed(page, RULE)).toHaveCount(0);
  await typeFigure(page, CHECKED, "4");
  await expect(reason(page, RULE)).toHaveValue("Kiểm tra");
});

test("a reason and a change of a complete report survive a page that dies before it has saved", async ({ page }) => {
  await completed(page);
  await saved(page);
  await typeIn(page, "pl1.b1.1", "9");
  await reason(page, RULE).fill("Hai cuộc kiểm tra");
  // The journal has both, whatever became of the record.
  const journal = await page.evaluate(() => Object.values({ ...localStorage }).join("\n"));
  expect(journal).toContain("Hai cuộc kiểm tra");
  expect(journal).toContain("log:1");
  await page.reload();
  await inReport(page);
  await expect(reason(page, RULE)).toHaveValue("Hai cuộc kiểm tra");
  await expect(state(page)).toHaveAttribute("data-report-state", "amended");
  await expect(log(page)).toHaveCount(3);
});

test("a key pressed by mistake and taken back at once leaves the report complete", async ({ page }) => {
  await completed(page);
  await typeIn(page, PLANNED, "25");
  await expect(state(page)).toHaveAttribute("data-report-state", "amended");
  await page.keyboard.press("Backspace");
  await expect(state(page)).toHaveAttribute("data-report-state", "complete");
  await expect(log(page)).toHaveCount(1);
});

test("whoever goes on at once after completion keeps the focus", async ({ page }) => {
  await completed(page);
  await typeFigure(page, "pl1.b1.1", "9");
  await expect(complete(page)).toBeVisible();
  // The button and the next field within one frame, as fast hands or a slow machine do it.
  const row = await page.evaluate(async () => {
    document.querySelector('[data-action="complete"]').click();
    document.querySelector('input[data-row="pl1.b1.1"]').focus();
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    return document.activeElement.dataset.row;
  });
  expect(row).toBe("pl1.b1.1");
});

test("reasons and the log stand on the last page of the paper", async ({ page }) => {
  await completed(page);
  await typeFigure(page, "pl1.b1.1", "9");
  const pages = await paperOf(page);
  await expect(page.locator(".bm-findings")).toBeHidden();
  await expect(pages.first()).toContainText("Đã sửa sau khi hoàn thành");
  const last = pages.last();
  await expect(last).toContainText("GIẢI TRÌNH SỐ LIỆU");
  await expect(last).toContainText(REASON);
  await expect(last.locator("table").last().locator("tbody tr")).toHaveCount(2);
  await expect(last.locator("tbody tr").last()).toContainText("dòng 1");
});

test("English says the same", async ({ page }) => {
  await openReport(page, { query: "?lang=en" });
  await press(page, complete(page));
  await expect(page.locator("#missing-title")).toContainText("Not complete yet");
  await openSheet(page, "pl1.b2");
  await expect(page.locator('[data-action="confirm-blank"]:visible').first()).toHaveText("Leave blank on purpose (Alt+X)");
  await tabTo(page, page.locator('[data-action="complete"]'));
});
