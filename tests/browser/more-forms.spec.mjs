// The form of 2021 and that on Conclusion 226, filled like the form of 2026.

import { expect, test } from "./support/fixtures.mjs";
import { derivedText, figure, listed, openReport, openSheet, reportAddress, saved, typeFigure } from "./support/officer.mjs";

const HALF_YEAR = { form: "cchc-2021", agency: "x-ubnd-tinh", period: "2021S1" };
const CONCLUSION = { form: "kl226-2026", period: "2026S1" };

test("the form of 2021 shows its seven sections, the corrected codes and what is printed in their place", async ({ page }) => {
  await openReport(page, HALF_YEAR);
  await expect(page.locator("[data-sheet]")).toHaveCount(7);
  const line = page.locator("tr", { has: figure(page, "1.2.1") });
  await expect(line.locator("td").first()).toHaveText("1.2.1.");
  await expect(line).toContainText("Bản in ghi mã “1.1.1.”");
  // Printed as headings, they hold a figure all the same.
  await typeFigure(page, "1.1", "07 nhiệm vụ trọng tâm");
  await expect(figure(page, "1.1")).toHaveValue("7");
});

test("a row without a code is named by the row above it, in both languages", async ({ page }) => {
  await openReport(page, { ...HALF_YEAR, at: "3.1.3#2" });
  await expect(figure(page, "3.1.3#2")).toBeFocused();
  await typeFigure(page, "3.1.3#2", "vài");
  await expect(listed(page, "unreadable")).toContainText("Phụ lục I, Mục 3, dòng 3.1.3, trong đó “Số TTHC cấp huyện:”");
  await saved(page);
  await openReport(page, { ...HALF_YEAR, query: "?lang=en", at: "3.1.3#1" });
  await expect(listed(page, "unreadable")).toContainText("Appendix I, Section 3, row 3.1.3, of which");
  const line = page.locator("tr", { has: figure(page, "3.1.3#1") });
  await expect(line.locator("td").first()).toHaveText("Of which");
});

test("figures of two sections that contradict each other are told in both", async ({ page }) => {
  await openReport(page, HALF_YEAR);
  await openSheet(page, "pl1.m3");
  await typeFigure(page, "3.5.2", "703");
  await openSheet(page, "pl1.m7");
  await typeFigure(page, "7.8.1", "123");
  await typeFigure(page, "7.8.2", "627");
  const finding = listed(page, "r-x-3.5.2");
  await expect(finding).toContainText("703");
  await expect(finding).toContainText("750");
  await expect(finding).toContainText("chênh lệch 47");
  await finding.locator("a").click();
  await expect(figure(page, "3.5.2")).toBeFocused();
});

test("a reduction against last year may be negative", async ({ page }) => {
  await openReport(page, CONCLUSION);
  await expect(page.locator("[data-sheet]")).toHaveCount(1);
  await typeFigure(page, "1.1", "1.200");
  await typeFigure(page, "1.2", "1.020");
  await expect.poll(() => derivedText(page, "1.3")).toMatch(/^15\b/);
  await typeFigure(page, "1.2", "1.500");
  await expect.poll(() => derivedText(page, "1.3")).toMatch(/^-25\b/);
  await expect(figure(page, "1.3")).toHaveAttribute("data-state", "value");
  await expect(page.locator("[data-rule]")).toHaveCount(0);
});

test("the day to send a report on Conclusion 226 before is told with its expected window", async ({ page }) => {
  await openReport(page, CONCLUSION);
  await expect(page.locator("main")).toContainText("15/12/2025");
  await expect(page.locator("main")).toContainText("05/6/2026");
});

test("both can be begun from the home page", async ({ page }) => {
  await page.goto("#/");
  const offered = page.locator("#begin-form option");
  await expect(offered).toHaveText([/năm 2026$/, /226-KL\/TW năm 2026$/, /năm 2021$/]);
  await page.locator("#begin-form").selectOption("kl226-2026");
  await expect(page.locator("#begin-period option")).toHaveText(["6 tháng đầu năm", "Cả năm"]);
  await page.locator("#begin-period").selectOption("S1");
  await page.locator("#begin-agency").fill("UBND phường Tô Hiệu");
  await page.locator("#begin-year").fill("2026");
  await page.locator('[data-action="begin"]').click();
  await expect(page).toHaveURL(new RegExp(reportAddress(CONCLUSION)));
  await expect(figure(page, "1.1")).toBeVisible();
});
