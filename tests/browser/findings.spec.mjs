// A contradiction is told while it is typed, in words, where it is and in the list, and one click leads to it.

import { expect, test } from "./support/fixtures.mjs";
import { figure, listed, openReport, openSheet, saved, typeFigure, typeIn } from "./support/officer.mjs";

const WHOLE = "pl1.b1.2.1";
const PART = "pl1.b1.2.2";
const RULE = "r-le-pl1.b1.2.2-pl1.b1.2.1";
const TEXT =
  "Số nhiệm vụ đã hoàn thành (1.042) nhiều hơn số nhiệm vụ đề ra trong kế hoạch (41), chênh lệch 1.001. " +
  "Kiểm tra lại hai dòng 2.2 và 2.1.";

/** The finding beside a row. */
function beside(page, row) {
  return page.locator("tr", { has: figure(page, row) }).locator("[data-rule]");
}

function tab(page, sheet) {
  return page.locator(`[data-sheet="${sheet}"]`);
}

test("a part above its whole is told beside both rows and in the list while it is typed", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, WHOLE, "41");
  await typeIn(page, PART, "42");
  await expect(listed(page, RULE)).toHaveCount(1);
  await page.keyboard.press("Home");
  await page.keyboard.type("10");
  await expect(figure(page, PART)).toBeFocused();
  await expect(figure(page, PART)).toHaveValue("1042");
  for (const place of [beside(page, WHOLE), beside(page, PART), listed(page, RULE)]) {
    await expect(place).toContainText("Lỗi");
    await expect(place).toContainText(TEXT);
    await expect(place).toHaveAttribute("data-rule", RULE);
    await expect(place).toHaveAttribute("data-level", "error");
    await expect(place).toHaveAttribute("data-rows", `${PART} ${WHOLE}`);
  }
  // Codes repeat from sheet to sheet, so the list says where.
  await expect(listed(page, RULE)).toContainText("Phụ lục I, Biểu mẫu 1, dòng 2.2");
  await expect(beside(page, PART)).not.toContainText("Phụ lục");
  await expect(figure(page, PART)).toHaveAttribute("aria-invalid", "true");
  await expect(figure(page, WHOLE)).toHaveAttribute("aria-invalid", "true");
});

test("a finding that is mended is gone everywhere", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, WHOLE, "41");
  await typeFigure(page, PART, "42");
  await expect(page.locator("[data-rule]")).toHaveCount(3);
  await expect(tab(page, "pl1.b1")).toContainText("1 lỗi");
  await typeIn(page, PART, "41");
  await expect(page.locator("[data-rule]")).toHaveCount(0);
  await expect(figure(page, PART)).not.toHaveAttribute("aria-invalid");
  await expect(tab(page, "pl1.b1")).not.toContainText("lỗi");
  await expect(page.locator("aside")).toContainText("Chưa thấy mâu thuẫn nào");
});

test("a blank row makes no finding", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, PART, "42");
  await expect(page.locator("[data-rule]")).toHaveCount(0);
  await typeFigure(page, WHOLE, "41");
  await expect(listed(page, RULE)).toHaveCount(1);
  await typeFigure(page, WHOLE, "");
  await expect(page.locator("[data-rule]")).toHaveCount(0);
});

test("a click in the list goes to the figure, across sheets too", async ({ page }) => {
  await openReport(page);
  await openSheet(page, "pl1.b3");
  await typeFigure(page, "pl1.b3.1.5", "3");
  await openSheet(page, "pl1.b5");
  await typeFigure(page, "pl1.b5.2.1", "5");
  await expect(listed(page, "r-same-units")).toContainText("Cảnh báo");
  await expect(listed(page, "r-same-units")).toContainText(
    "là 3 ở dòng 1.5 của Phụ lục I, Biểu mẫu 3 nhưng là 5 ở dòng 2.1 của Phụ lục I, Biểu mẫu 5, chênh lệch 2",
  );
  await listed(page, "r-same-units").getByRole("link").click();
  await expect(figure(page, "pl1.b3.1.5")).toBeFocused();
  await expect(tab(page, "pl1.b3")).toHaveAttribute("aria-current", "true");
  await expect(page.locator('[id="pl1.b5"]')).toBeHidden();
  // A second time, from elsewhere, by keyboard.
  await openSheet(page, "pl1.b1");
  await listed(page, "r-same-units").getByRole("link").press("Enter");
  await expect(figure(page, "pl1.b3.1.5")).toBeFocused();
});

test("tabs count what is filled and what contradicts", async ({ page }) => {
  await openReport(page);
  await expect(tab(page, "pl1.b1")).toContainText("0/11 dòng");
  await typeFigure(page, WHOLE, "41");
  await typeFigure(page, PART, "42");
  await typeFigure(page, "pl1.b1.5.1", "0");
  await figure(page, "pl1.b1.5.2").selectOption("0");
  await expect(tab(page, "pl1.b1")).toContainText("4/11 dòng");
  await expect(tab(page, "pl1.b1")).toContainText("2 lỗi");
  await openSheet(page, "pl1.b3");
  await typeFigure(page, "pl1.b3.1.5", "3");
  await openSheet(page, "pl1.b5");
  await typeFigure(page, "pl1.b5.2.1", "5");
  // A contradiction between two sheets counts on both.
  await expect(tab(page, "pl1.b3")).toContainText("1 cảnh báo");
  await expect(tab(page, "pl1.b5")).toContainText("1 cảnh báo");
  await expect(page.locator("aside h2")).toHaveText("Kết quả kiểm tra: 2 lỗi, 1 cảnh báo");
  await saved(page);
  await page.goto("#/");
  await expect(page.getByRole("cell", { name: "2 lỗi, 1 cảnh báo" })).toBeVisible();
});

test("a text that cannot be read is a finding only once the field is left", async ({ page }) => {
  await openReport(page);
  await typeIn(page, "pl1.b1.3.1", "Dự kiến 02");
  await expect(figure(page, "pl1.b1.3.1")).toHaveAttribute("data-state", "unreadable");
  await expect(page.locator("[data-rule]")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(listed(page)).toHaveCount(1);
  await expect(listed(page)).toContainText("Biểu mẫu 1, dòng 3.1");
  await expect(listed(page)).toContainText("chưa đọc được");
  await expect(beside(page, "pl1.b1.3.1")).toHaveCount(1);
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await typeIn(page, "pl1.b1.3.1", "2");
  await expect(page.locator("[data-rule]")).toHaveCount(0);
});
