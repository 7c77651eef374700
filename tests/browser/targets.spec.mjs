// Targets reached and not: beside the rows of a report, and on the page of all targets with their courses.

import { printedEntries, reportDocument, sealed } from "./support/documents.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { figure, importFile, openReport, openSheet, typeFigure } from "./support/officer.mjs";
import { OFFICE, mark } from "./support/plan.mjs";

const card = (page, id) => page.locator(`li[data-target="${id}"]`);

/** Imports reports of the Office with these dossiers resolved and on time, by period. */
async function importCourse(page, course) {
  await page.goto("#/");
  await ready(page);
  for (const [period, resolved, onTime] of course) {
    const entries = printedEntries();
    entries["pl2.b2.3.1.1"] = { number: resolved };
    entries["pl2.b2.3.1.2"] = { number: onTime };
    await importFile(page, { text: sealed(reportDocument(entries, { agency: OFFICE, period: { id: period } })) });
  }
}

const COURSE = [["2025Q3", "5000", "4950"], ["2025", "9000", "8100"], ["2026Q1", "9724", "8304"]];

test("a row says beside it whether its target is reached and how far it is", async ({ page }) => {
  await openReport(page, { agency: OFFICE.code });
  await openSheet(page, "pl2.b2");
  const onTime = mark(page, "pl2.b2.3.1");
  // Before anything is entered there is only the mark.
  await expect(onTime).toHaveText("Chỉ tiêu năm 2025: 100 %");
  await typeFigure(page, "pl2.b2.3.1.1", "9724");
  await typeFigure(page, "pl2.b2.3.1.2", "8304");
  await expect(onTime).toHaveText("Chỉ tiêu năm 2025: 100 % – chưa đạt, còn thiếu 14,6 điểm %");
  await expect(onTime).toHaveAttribute("data-verdict", "not_yet");
  await typeFigure(page, "pl2.b2.3.1.2", "9724");
  await expect(onTime).toHaveText("Chỉ tiêu năm 2025: 100 % – đã đạt");
  // A row that only looks so is not judged, and says why.
  await openSheet(page, "pl1.b3");
  await expect(mark(page, "pl1.b3.3.4")).toHaveText(/so với năm 2015; chỉ tiêu so với năm 2021/);
  // A typed share is judged once its field is left.
  await openSheet(page, "pl1.b6");
  await typeFigure(page, "pl1.b6.3.2.1", "71,3");
  await expect(mark(page, "pl1.b6.3.2.1")).toHaveText(/còn thiếu 28,7 điểm %/);
});

test("the form of Conclusion 226 is measured by the targets of its year", async ({ page }) => {
  await openReport(page, { form: "kl226-2026", period: "2026S1" });
  await typeFigure(page, "3.1", "1000");
  await typeFigure(page, "3.2", "918");
  await expect(mark(page, "3.3")).toHaveText("Chỉ tiêu: ≥ 95 % – chưa đạt, còn thiếu 3,2 điểm %");
});

test("the page draws the newest figure against the mark and the course over the periods", async ({ page }) => {
  await importCourse(page, COURSE);
  await page.getByRole("link", { name: "Chỉ tiêu", exact: true }).click();
  await ready(page);
  await expect(heading(page)).toBeFocused();
  const indicator = card(page, "001-18").locator('[data-indicator="pl2.b2.3.1"]');
  await expect(indicator).toContainText("Quý I năm 2026: 85,4 % – chưa đạt, còn thiếu 14,6 điểm %");
  await expect(indicator.locator(".bm-bar")).toHaveAttribute("aria-label", "85,4 %, mức phải đạt 100 %");
  await expect(indicator.locator(".bm-bar__fill")).toHaveAttribute("width", "854");
  await expect(indicator.locator(".bm-bar__mark")).toHaveAttribute("x1", "1000");
  await expect(indicator.locator(".bm-course circle")).toHaveCount(3);
  await expect(indicator.locator(".bm-course")).toHaveAttribute(
    "aria-label",
    /Quý III năm 2025: 99 %; Năm 2025: 90 %; Quý I năm 2026: 85,4 %\. mức phải đạt 100 %$/,
  );
  // The same figures as a table, and each leads to its report.
  await indicator.locator("summary").press("Enter");
  const rows = indicator.locator("tbody tr");
  await expect(rows).toHaveText([/Quý III năm 2025.*99 %.*thiếu 1 điểm %/, /Năm 2025.*90 %/, /Quý I năm 2026.*85,4 %/]);
  await rows.nth(1).getByRole("link").press("Enter");
  await expect(figure(page, "pl2.b2.3.1.1")).toHaveValue("9.000");
  expect(page.url()).toContain("/2025/pl2.b2.3.1");
});

test("the course goes on over the crosswalk, and what is older than the target is not judged", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  const old = { form: { id: "cchc-2021", version: 1 }, agency: OFFICE, period: { id: "2021S1" }, derived: {} };
  await importFile(page, { text: sealed(reportDocument({ "3.4.1": { number: "99.99" } }, old)) });
  await page.goto("#/targets");
  await ready(page);
  const indicator = card(page, "001-18").locator('[data-indicator="pl2.b2.3.1"]');
  await expect(card(page, "001-18")).toContainText("Chưa có báo cáo nào trên máy này");
  // The target of 2022 is older than this report, too.
  await expect(card(page, "004-11")).toContainText("Chưa có báo cáo nào trên máy này");
  await importCourse(page, [["2026Q1", "9724", "8304"]]);
  await page.goto("#/targets");
  await ready(page);
  await expect(indicator.locator(".bm-course circle")).toHaveCount(2);
  await expect(indicator).toContainText("Quý I năm 2026: 85,4 %");
  await indicator.locator("summary").press("Enter");
  const first = indicator.locator("tbody tr").first();
  await expect(first).toHaveText(/6 tháng đầu năm 2021.*99,99 %.*Trước năm của chỉ tiêu.*cchc-2021/);
  await expect(first.getByRole("link")).toHaveAttribute("href", "#/report/cchc-2021/x-van-phong-ubnd-tinh/2021S1");
});

test("targets are found by words, plan and result", async ({ page }) => {
  await importCourse(page, [["2026Q1", "9724", "8304"]]);
  await page.goto("#/targets");
  await ready(page);
  const shown = page.locator("li[data-target]:visible");
  await expect(shown).toHaveCount(118);
  await page.locator("#target-document").selectOption("003");
  await expect(shown).toHaveCount(15);
  await page.locator("#target-document").selectOption("");
  await page.locator("#target-verdict").selectOption("reached");
  const reached = await shown.evaluateAll((all) => all.map(({ dataset }) => dataset.target));
  expect(reached).toContain("001-19");
  expect(reached).not.toContain("001-18");
  await page.locator("#target-verdict").selectOption("not_yet");
  await expect(card(page, "001-18")).toBeVisible();
  await page.locator("#target-verdict").selectOption("");
  await page.locator("#target-search").fill("tren 100% PHAP LUAT");
  await expect(shown).toHaveCount(1);
  // A share above a hundred is impossible, and is said to be.
  await expect(card(page, "004-02")).toContainText("Không thể đạt “> 100 %”: một tỷ lệ không vượt quá 100 %.");
  await page.locator("#target-search").fill("001-10");
  await expect(card(page, "001-10")).toContainText("Bản gốc nêu 3 tỷ lệ cho 2 cấp.");
});

test("the quoted words stay Vietnamese and say so", async ({ page }) => {
  await page.goto("?lang=en#/targets");
  await ready(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(card(page, "003-13").locator(".bm-target__text")).toHaveAttribute("lang", "vi");
  await expect(card(page, "003-13")).toContainText("Dossiers handled online");
  await page.goto("?lang=en#/tasks/tasks-226/03646");
  await ready(page);
  await expect(page.locator('[data-task="1"] .bm-task__text')).toHaveAttribute("lang", "vi");
});
