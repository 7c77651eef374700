// What is said to those who do not see the page change: what became of a row that is left, once, and how many errors
// stand in the way. The words are those beside the row.

import { expect, heading, test } from "./support/fixtures.mjs";
import { press } from "./support/keys.mjs";
import { exportJson, figure, listed, note, openReport, saved, typeFigure, typeIn } from "./support/officer.mjs";

const PLANNED = "pl1.b1.2.1";
const DONE = "pl1.b1.2.2";
const ERROR =
  "Số nhiệm vụ đã hoàn thành (42) nhiều hơn số nhiệm vụ đề ra trong kế hoạch (41), chênh lệch 1. " +
  "Kiểm tra lại hai dòng 2.2 và 2.1.";
/** The same away from its row. */
const PLACED = `Phụ lục I, Biểu mẫu 1, dòng 2.2 – ${ERROR}`;

const aloud = (page) => page.locator("#aloud");

/** Keeps everything that the live region says from now on. */
async function listen(page) {
  await page.evaluate(() => {
    window.heard = [];
    const region = document.querySelector("#aloud");
    new MutationObserver(() => window.heard.push(region.textContent.trim())).observe(region, { childList: true, subtree: true, characterData: true });
  });
}

const heard = (page) => page.evaluate(() => [...window.heard]);

test("the ratio of the row just left is said, once", async ({ page }) => {
  await openReport(page);
  await listen(page);
  await typeFigure(page, PLANNED, "41");
  await typeIn(page, DONE, "21");
  // Not while it is typed, and not within the row.
  await press(page, "ArrowRight");
  await page.keyboard.type("Đủ");
  await expect(note(page, DONE)).toHaveValue("Đủ");
  expect(await heard(page)).toEqual([]);
  await press(page, "Enter");
  await expect(aloud(page)).toHaveText("Dòng 2: 51,22 %.");
  // Walking over rows in which nothing changed says nothing more.
  await press(page, "ArrowUp", "ArrowUp", "ArrowDown", "Tab", "Shift+Tab", "ArrowDown");
  expect(await heard(page)).toEqual(["Dòng 2: 51,22 %."]);
});

test("the finding of the row just left is said in the words beside it", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLANNED, "41");
  await listen(page);
  await typeIn(page, DONE, "42");
  await expect(listed(page)).toHaveCount(1);
  expect(await heard(page)).toEqual([]);
  await press(page, "Enter");
  await expect(aloud(page)).toHaveText(`Dòng 2: 102,44 %. Lỗi: ${ERROR}`);
  const beside = page.locator(`[id="found-${DONE}"] [data-rule]`);
  await expect(beside).toHaveText(`Lỗi: ${ERROR}`);
  await expect(listed(page)).toContainText(`Lỗi: ${PLACED}`);
  // Known already.
  await press(page, "ArrowUp", "ArrowDown");
  await typeIn(page, DONE, "40");
  await press(page, "Enter");
  await expect(aloud(page)).toHaveText("Dòng 2: 97,56 %. Dòng 2.2 không còn mâu thuẫn.");
  expect(await heard(page)).toHaveLength(2);
});

test("a text that cannot be read, and how one was read, are said when it is left", async ({ page }) => {
  await openReport(page);
  await typeIn(page, "pl1.b1.3.1", "Dự kiến 02");
  await press(page, "Enter");
  await expect(aloud(page)).toContainText("Lỗi: Phụ lục I, Biểu mẫu 1, dòng 3.1");
  await expect(aloud(page)).toContainText("chưa đọc được");
  await page.locator('[data-sheet="pl1.b6"]').click();
  await typeIn(page, "pl1.b6.3.2", "71.3");
  await press(page, "Enter");
  await expect(aloud(page)).toContainText("Dòng 3.2: Đã hiểu là 71,3.");
});

test("leaving by Tab, by a click or into a button of the row", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLANNED, "41");
  await listen(page);
  await typeIn(page, DONE, "21");
  const button = page.locator(`[data-action="not-applicable"][data-for="${DONE}"]`);
  await button.focus();
  expect(await heard(page)).toEqual([]);
  await figure(page, PLANNED).click();
  await expect(aloud(page)).toHaveText("Dòng 2: 51,22 %.");
  await button.focus();
  await press(page, "Enter");
  await expect(figure(page, DONE)).toHaveAttribute("data-state", "not_applicable");
  await heading(page).focus();
  await expect(aloud(page)).toHaveText("Dòng 2: không phát sinh.");
});

test("English says it in English", async ({ page }) => {
  await openReport(page, { query: "?lang=en" });
  await typeFigure(page, PLANNED, "41");
  await typeIn(page, DONE, "42");
  await press(page, "Enter");
  await expect(aloud(page)).toContainText("Row 2: 102,44 %. Error: ");
});

test("a field is described by what is found in its row", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PLANNED, "41");
  await typeFigure(page, DONE, "42");
  await expect(figure(page, DONE)).toHaveAccessibleDescription(new RegExp(`Lỗi: ${ERROR.replace(/[().]/g, "\\$&")}`));
  await expect(figure(page, DONE)).toHaveAccessibleName("Phụ lục I, Biểu mẫu 1, dòng 2.2: Số nhiệm vụ đã hoàn thành (Nhiệm vụ)");
});

test("once completion or export was asked for, the title begins with the count of errors", async ({ page }) => {
  await openReport(page);
  const plain = await page.title();
  expect(plain).toContain("Quý I năm 2026 – Biểu Mẫu");
  await typeFigure(page, PLANNED, "41");
  await typeFigure(page, DONE, "42");
  await typeFigure(page, "pl1.b1.3.1", "-");
  await expect(listed(page)).toHaveCount(2);
  await expect(page).toHaveTitle(plain);
  await page.locator('[data-action="complete"]').click();
  await expect(page).toHaveTitle(`Lỗi: 2 – ${plain}`);
  // The summary has the focus, counts in its title, and links in the words beside the rows, with the row in front.
  const summary = page.locator('[data-complete="missing"]');
  await expect(page.locator("#missing-title")).toBeFocused();
  await expect(page.locator("#missing-title")).toContainText(/^Chưa hoàn thành được: còn \d+ việc$/);
  const link = summary.getByRole("link", { name: PLACED, exact: true });
  await link.focus();
  await press(page, "Enter");
  await expect(figure(page, DONE)).toBeFocused();
  await page.keyboard.type("40");
  await expect(page).toHaveTitle(`Lỗi: 1 – ${plain}`);
  await typeFigure(page, "pl1.b1.3.1", "2");
  await expect(page).toHaveTitle(plain);
  await saved(page);
  await page.goto("#/");
  await expect(page).not.toHaveTitle(/Lỗi/);
});

test("an export with errors says so in the title too", async ({ page }) => {
  await openReport(page, { query: "?lang=en" });
  await typeFigure(page, PLANNED, "41");
  await typeFigure(page, DONE, "42");
  const plain = await page.title();
  await exportJson(page);
  await expect(page).toHaveTitle(`Errors: 1 – ${plain}`);
});

test("the list of findings counts in its title", async ({ page }) => {
  await openReport(page);
  await expect(page.getByRole("region", { name: "Kết quả kiểm tra" })).toContainText("Chưa thấy mâu thuẫn nào");
  await typeFigure(page, PLANNED, "41");
  await typeFigure(page, DONE, "42");
  await typeFigure(page, "pl1.b1.3.1", "2");
  await typeFigure(page, "pl1.b1.3.2", "3");
  await expect(page.getByRole("region", { name: "Kết quả kiểm tra: 1 lỗi, 1 cảnh báo" })).toBeVisible();
});
