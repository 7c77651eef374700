// Whatever was done to a report is taken back with Ctrl+Z, also after a reload, and the log tells of all of it.

import { reportDocument, sealed } from "./support/documents.mjs";
import { downloaded } from "./support/downloads.mjs";
import { expect, test } from "./support/fixtures.mjs";
import {
  figure,
  importFile,
  inReport,
  listed,
  note,
  openReport,
  openSheet,
  saved,
  typeFigure,
  typeIn,
} from "./support/officer.mjs";

const PLAN = "pl1.b1.2.1";
const DONE = "pl1.b1.2.2";
const UNITS = "pl1.b3.1.1";

const undo = (page) => page.keyboard.press("ControlOrMeta+Z");
const redo = (page) => page.keyboard.press("ControlOrMeta+Y");
const button = (page, action) => page.locator(`[data-action="${action}"]`);
const told = (page) => page.locator("[data-said]");
const dialog = (page) => page.locator("dialog#changes");
const lines = (page) => dialog(page).locator("tbody tr:not(:has([scope=rowgroup]))");

/** Reloads the open report. */
async function reload(page) {
  await page.reload();
  await inReport(page);
}

test("what was typed in cells of two sheets is taken back and done again by keyboard, over a reload", async ({ page }) => {
  await openReport(page);
  await expect(button(page, "undo")).toBeDisabled();
  await typeFigure(page, PLAN, "41");
  await typeFigure(page, DONE, "21");
  await openSheet(page, "pl1.b3");
  await typeIn(page, UNITS, "13");
  await page.keyboard.press("Tab");
  await expect(button(page, "undo")).toHaveAttribute("title", /^Hoàn tác: nhập 13 \(Phụ lục I, Biểu mẫu 3, dòng 1\.1\)/);
  // The page goes away before anything was committed, and comes back.
  await reload(page);
  await expect(button(page, "undo")).toHaveAttribute("title", /nhập 13/);
  await undo(page);
  await expect(figure(page, UNITS)).toBeFocused();
  await expect(figure(page, UNITS)).toHaveValue("");
  await expect(page.locator("#aloud")).toHaveText(/^Đã hoàn tác: nhập 13 \(Phụ lục I, Biểu mẫu 3, dòng 1\.1\)\./);
  await expect(told(page)).toHaveText(/^Đã hoàn tác: nhập 13/);
  // The next one is on the first sheet, which opens.
  await undo(page);
  await expect(figure(page, DONE)).toBeFocused();
  await expect(figure(page, DONE)).toHaveValue("");
  await saved(page);
  await reload(page);
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("");
  await expect(button(page, "undo")).toBeDisabled();
  await undo(page);
  for (const [row, text] of [[PLAN, "41"], [DONE, "21"], [UNITS, "13"]]) {
    await redo(page);
    await expect(figure(page, row)).toBeFocused();
    await expect(figure(page, row)).toHaveValue(text);
  }
  await expect(button(page, "redo")).toBeDisabled();
  await openSheet(page, "pl1.b1");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
});

test("in a figure Ctrl+Z takes back what is being typed, and Ctrl+Shift+Z does it again", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLAN, "11647");
  await typeIn(page, PLAN, "4x");
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("11.647");
  await expect(figure(page, PLAN)).toBeFocused();
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(figure(page, PLAN)).toHaveValue("4x");
  // What is typed next goes on from there.
  await page.keyboard.type("7");
  await expect(figure(page, PLAN)).toHaveValue("7");
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("4x");
});

test("Esc leaves a cell as it was, to the mark, and no step behind", async ({ page }) => {
  await openReport(page);
  await figure(page, PLAN).focus();
  await page.keyboard.press("Alt+X");
  await expect(figure(page, PLAN)).toHaveAttribute("data-state", "confirmed_blank");
  await figure(page, DONE).focus();
  await figure(page, PLAN).focus();
  await page.keyboard.type("41");
  await page.keyboard.press("Alt+K");
  await expect(figure(page, PLAN)).toHaveAttribute("data-state", "not_applicable");
  await page.keyboard.press("Escape");
  await expect(figure(page, PLAN)).toHaveAttribute("data-state", "confirmed_blank");
  await expect(figure(page, PLAN)).toHaveValue("");
  await page.keyboard.press("Tab");
  await expect(button(page, "undo")).toHaveAttribute("title", /xác nhận để trống/);
});

test("in a note the browser takes back first, then the page", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLAN, "41");
  await note(page, PLAN).focus();
  await page.keyboard.type("Theo kế hoạch");
  await expect(note(page, PLAN)).toHaveValue("Theo kế hoạch");
  await undo(page);
  await expect(note(page, PLAN)).not.toHaveValue("Theo kế hoạch");
  await page.keyboard.press("ControlOrMeta+Shift+Z");
  await expect(note(page, PLAN)).toHaveValue("Theo kế hoạch");
  // Until nothing is left of what was written here; then it is the page's turn.
  for (let pressed = 0; pressed < 20 && (await note(page, PLAN).inputValue()) !== ""; pressed += 1) await undo(page);
  await expect(note(page, PLAN)).toHaveValue("");
  await expect(figure(page, PLAN)).toHaveValue("41");
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("");
  await expect(figure(page, PLAN)).toBeFocused();
});

test("a note and a reason that were left are taken back where they stand", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.3.1", "2");
  await typeFigure(page, "pl1.b1.3.2", "3");
  await page.locator("[data-reason]").focus();
  await page.keyboard.type("Kiểm tra đột xuất");
  await note(page, PLAN).focus();
  await page.keyboard.type("Theo kế hoạch");
  await figure(page, DONE).focus();
  await undo(page);
  await expect(note(page, PLAN)).toBeFocused();
  await expect(note(page, PLAN)).toHaveValue("");
  await undo(page);
  await expect(page.locator("[data-reason]")).toBeFocused();
  await expect(page.locator("[data-reason]")).toHaveValue("");
  await redo(page);
  await expect(page.locator("[data-reason]")).toHaveValue("Kiểm tra đột xuất");
});

test("a reason that is taken back from within its field leaves it", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.3.1", "2");
  await typeFigure(page, "pl1.b1.3.2", "3");
  const reason = page.locator("[data-reason]");
  await reason.focus();
  await page.keyboard.type("Kiểm tra");
  await figure(page, DONE).focus();
  await reason.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("X");
  await expect(reason).toHaveValue("Kiểm traX");
  // First the browser takes back what was typed just now, then the page the rest.
  await undo(page);
  await expect(reason).toHaveValue("Kiểm tra");
  await undo(page);
  await expect(reason).toHaveValue("");
  await redo(page);
  await expect(reason).toHaveValue("Kiểm tra");
});

test("a mark, a chosen option and an answer are steps", async ({ page }) => {
  await openReport(page);
  await figure(page, "pl1.b1.6").focus();
  await page.keyboard.press("1");
  await expect(figure(page, "pl1.b1.6")).toHaveValue("1");
  await typeFigure(page, PLAN, "-");
  await page.locator(`[id="said-${PLAN}"] button`, { hasText: "Không phát sinh" }).click();
  await expect(figure(page, PLAN)).toHaveAttribute("data-state", "not_applicable");
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("-");
  await undo(page);
  await expect(figure(page, PLAN)).toHaveAttribute("data-state", "blank");
  await undo(page);
  await expect(figure(page, "pl1.b1.6")).toHaveValue("");
  await expect(figure(page, "pl1.b1.6")).toBeFocused();
  await redo(page);
  await expect(figure(page, "pl1.b1.6")).toHaveValue("1");
});

test("a sheet is emptied, says how it comes back, and comes back", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLAN, "41");
  await typeFigure(page, DONE, "21");
  await note(page, DONE).fill("Đến ngày 09/3");
  await openSheet(page, "pl1.b3");
  await typeFigure(page, UNITS, "13");
  await openSheet(page, "pl1.b1");
  await page.locator('.bm-sheet:visible [data-action="clear-sheet"]').click();
  await expect(told(page)).toHaveText("Đã xóa 2 số liệu của biểu; ghi chú được giữ. Nhấn Ctrl+Z để lấy lại.");
  await expect(figure(page, PLAN)).toHaveValue("");
  await expect(note(page, DONE)).toHaveValue("Đến ngày 09/3");
  await expect(figure(page, "pl1.b1.2")).toHaveAttribute("data-state", "missing");
  await reload(page);
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await openSheet(page, "pl1.b3");
  await expect(figure(page, UNITS)).toHaveValue("13");
});

test("an import over a report is one step, from home too", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLAN, "40");
  await typeFigure(page, DONE, "20");
  await saved(page);
  const log = [
    { at: "2026-03-10T03:00:00Z", what: "complete" },
    { at: "2026-03-10T03:40:00Z", what: "entry", row: PLAN, from: "40", to: "41" },
  ];
  const text = sealed(
    reportDocument({ [PLAN]: { number: "41" }, "pl1.b1.1": { number: "2", note: "Từ tệp" } }, { state: "amended", log }),
  );
  await page.goto("#/");
  await importFile(page, { text });
  await expect(figure(page, PLAN)).toHaveValue("41");
  await expect(page.locator("#report-state")).toHaveAttribute("data-report-state", "amended");
  await expect(button(page, "undo")).toHaveAttribute("title", /^Hoàn tác: lấy từ tệp, 5 chỗ/);
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("40");
  await expect(figure(page, DONE)).toHaveValue("20");
  await expect(note(page, "pl1.b1.1")).toHaveValue("");
  await expect(page.locator("#report-state")).toHaveAttribute("data-report-state", "draft");
  await undo(page);
  await expect(figure(page, DONE)).toHaveValue("");
  await redo(page);
  await redo(page);
  await expect(figure(page, PLAN)).toHaveValue("41");
  await expect(page.locator("#report-state")).toHaveAttribute("data-report-state", "amended");
  await saved(page);
  await reload(page);
  await undo(page);
  await expect(figure(page, DONE)).toHaveValue("20");
});

test("what was copied from the last report goes in one step, and is offered again", async ({ page }) => {
  await page.goto("#/");
  const entries = { [PLAN]: { number: "41" }, "pl1.b3.2.1": { number: "60" }, "pl1.b3.2.2": { number: "55" } };
  await importFile(page, { text: sealed(reportDocument(entries)) });
  await openReport(page, { period: "2026S1" });
  await button(page, "carry").click();
  await expect(figure(page, PLAN)).toHaveValue("41");
  await undo(page);
  await expect(figure(page, PLAN)).toHaveValue("");
  await expect(button(page, "carry")).toBeVisible();
  await redo(page);
  await expect(figure(page, PLAN)).toHaveValue("41");
  await expect(button(page, "carry")).toBeHidden();
});

test("the log tells when, where, what, from, to and how; of one cell too; and goes out as a table", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLAN, "41");
  await typeFigure(page, PLAN, "42");
  await openSheet(page, "pl1.b3");
  await typeFigure(page, UNITS, "=1+1");
  await openSheet(page, "pl1.b1");
  await figure(page, PLAN).focus();
  await undo(page);
  await expect(figure(page, UNITS)).toHaveValue("");
  await figure(page, UNITS).focus();
  await page.keyboard.press("Alt+L");
  await expect(dialog(page).locator("h2")).toHaveText("Nhật ký thay đổi: Phụ lục I, Biểu mẫu 3, dòng 1.1");
  await expect(lines(page)).toHaveText([/=1\+1\(để trống\)hoàn tác: nhập$/, /\(để trống\)=1\+1nhập$/]);
  await dialog(page).locator('[data-action="changes-whole"]').click();
  await expect(lines(page)).toHaveCount(4);
  await expect(dialog(page).locator("[scope=rowgroup]")).toHaveText([/^\d+\/\d+\/\d{4}$/]);
  await expect(lines(page).nth(2)).toHaveText(/dòng 2\.1.*4142nhập$/);
  await dialog(page).locator('[data-filter="sheet"]').selectOption({ label: "Phụ lục I, Biểu mẫu 3" });
  await expect(lines(page)).toHaveCount(2);
  await dialog(page).locator('[data-filter="how"]').selectOption({ label: "dán" });
  await expect(dialog(page).locator('[data-changes="none"]')).toBeVisible();
  const log = await downloaded(page, () => dialog(page).locator('[data-action="export-log"]').click());
  expect(log.name).toBe("cchc-2026_03646_2026Q1_nhat-ky.csv");
  expect([...log.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const rows = log.text.slice(1).trimEnd().split("\r\n");
  expect(rows[0]).toBe("Thời điểm;Biểu;Dòng;Nội dung;Từ;Thành;Cách");
  expect(rows).toHaveLength(5);
  expect(rows[1]).toContain(";'=1+1;;hoàn tác: nhập");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(figure(page, UNITS)).toBeFocused();
});

test("in English too", async ({ page }) => {
  await openReport(page, { query: "?lang=en" });
  await typeFigure(page, PLAN, "41");
  await expect(button(page, "undo")).toHaveAttribute("title", "Undo: typed 41 (Appendix I, Form 1, row 2.1) (Ctrl+Z)");
  await undo(page);
  await expect(told(page)).toHaveText("Undone: typed 41 (Appendix I, Form 1, row 2.1).");
});

test("after completion taking back amends the report, and the findings follow", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLAN, "20");
  await typeFigure(page, DONE, "21");
  await expect(listed(page)).not.toHaveCount(0);
  await undo(page);
  await expect(listed(page)).toHaveCount(0);
});
