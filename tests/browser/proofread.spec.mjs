// Running text of a report is proofread beside the open report: what is wrong is shown with its sentence, what is
// computed, and the row that says otherwise.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./support/fixtures.mjs";
import { figure, openReport, tabTo, typeFigure, unfolded } from "./support/officer.mjs";

const dialog = (page) => page.locator("dialog#proofread");
const text = (page) => dialog(page).locator("#proofread-text");
const heading = (page) => dialog(page).locator("#proofread-found");
const items = (page) => dialog(page).locator("[data-verdict]");
const filter = (page, name) => dialog(page).locator(`[data-filter="${name}"]`);

/** Opens the dialog and proofreads a text, from the keyboard. */
async function proofread(page, written) {
  await (await unfolded(page, "proofread")).focus();
  await page.keyboard.press("Enter");
  await expect(text(page)).toBeFocused();
  await page.keyboard.insertText(written);
  await tabTo(page, dialog(page).locator('[data-action="proofread-run"]'), 3);
  await page.keyboard.press("Enter");
}

test("a wrong share and a wrong sum are shown with what is computed", async ({ page }) => {
  await openReport(page);
  await proofread(
    page,
    "Văn phòng đã triển khai 21/41 nhiệm vụ, đạt 75,5%.\nKhắc phục 41 trường hợp (05 công chức; 21 viên chức, 16 trường hợp đặc biệt).\nĐạt 44,64% (388/869). Đạt 50% (1/2 hồ sơ). 100% văn bản được ký số.",
  );
  await expect(heading(page)).toBeFocused();
  await expect(heading(page)).toHaveText("Đã soát 5 chỗ");
  // What is to be checked stands alone at first.
  await expect(filter(page, "check")).toHaveText("Cần xem lại (3)");
  await expect(filter(page, "check")).toHaveAttribute("aria-pressed", "true");
  await expect(items(page)).toHaveCount(3);
  const wrong = items(page).first();
  await expect(wrong).toContainText("✗ Không khớp");
  await expect(wrong.locator("mark")).toHaveText(["21", "41", "75,5%"]);
  await expect(wrong).toContainText("21 ÷ 41 × 100 = 51,22%");
  await expect(wrong).toContainText("Ghi 75,5%, tính được 51,22%: lệch 24,28.");
  await expect(items(page).nth(1)).toContainText("5 + 21 + 16 = 42");
  await expect(items(page).nth(2)).toContainText("≈ Khớp nếu cắt bớt");
  await tabTo(page, filter(page, "all"), 5);
  await page.keyboard.press("Enter");
  await expect(items(page)).toHaveCount(5);
  await expect(items(page).nth(3)).toContainText("✓ Khớp");
  await expect(items(page).nth(4)).toContainText("? Chưa kết luận được");
});

test("what the report says otherwise is told with its row, and the row is gone to", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await proofread(page, "Trong quý, Văn phòng đã hoàn thành 21/41 nhiệm vụ. Tỷ lệ hoàn thành kế hoạch CCHC năm là 22/41 nhiệm vụ, đạt 53,66%.");
  const other = dialog(page).locator('[data-differs="true"]');
  await expect(other).toHaveCount(1);
  await expect(other).toContainText("✓ Khớp");
  await expect(other).toContainText("≠ Khác biểu");
  await expect(other).toContainText("Khác với Phụ lục I, Biểu mẫu 1, dòng 2");
  await expect(other).toContainText("biểu ghi 21/41 = 51,22%");
  await filter(page, "all").click();
  await expect(items(page).first()).toContainText("Khớp với Phụ lục I, Biểu mẫu 1, dòng 2");
  await tabTo(page, other.locator("[data-proofread-row]"), 12);
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('[data-explain="pl1.b1.2"]')).toBeFocused();
  // Nothing of the report has changed.
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
});

test("the real report of the first quarter is read in one go, and its six slips are found", async ({ page }) => {
  await openReport(page, { query: "?lang=en" });
  await (await unfolded(page, "proofread")).click();
  await text(page).fill(readFileSync(new URL("../fixtures/prose/000.txt", import.meta.url), "utf8"));
  await dialog(page).locator('[data-action="proofread-run"]').click();
  await expect(heading(page)).toBeFocused();
  const wrong = dialog(page).locator('[data-verdict="disagrees"]');
  await expect(wrong).toHaveCount(4);
  await expect(dialog(page).locator('[data-verdict="truncated"]')).toHaveCount(6);
  await expect(wrong.nth(3)).toContainText("It says 57,4%; computed is 57,56%: off by 0,16.");
});

test("what was typed is there again, Esc closes, and the focus goes back to the button", async ({ page }) => {
  await openReport(page);
  await proofread(page, "Đạt 50% (1/2 hồ sơ).");
  await expect(heading(page)).toHaveText("Đã soát 1 chỗ");
  await expect(dialog(page)).toContainText("Không có chỗ nào cần xem lại.");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator('[data-action="proofread"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(text(page)).toHaveValue("Đạt 50% (1/2 hồ sơ).");
  await expect(heading(page)).toHaveCount(0);
});

test("nothing to read is said, and so is a text without figures", async ({ page }) => {
  await openReport(page);
  await proofread(page, " ");
  await expect(dialog(page).getByRole("alert")).toContainText("Hãy dán hoặc gõ lời văn");
  await expect(text(page)).toBeFocused();
  await page.keyboard.insertText("Văn phòng thực hiện nghiêm túc Quyết định số 3350/QĐ-UBND ngày 26/12/2025.");
  await tabTo(page, dialog(page).locator('[data-action="proofread-run"]'), 3);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Không thấy tỷ lệ hay phép cộng nào trong lời văn.");
});

test("the list goes out by the clipboard, as a table", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openReport(page);
  await proofread(page, "Đã triển khai 21/41 nhiệm vụ, đạt 75,5%.");
  await dialog(page).locator('[data-action="proofread-copy"]').click();
  await expect(dialog(page)).toContainText("Đã sao chép 1 chỗ.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("Không khớp\tĐã triển khai 21/41 nhiệm vụ, đạt 75,5%.\t21 ÷ 41 × 100 = 51,22%");
});

test("the text of a Word file takes the place of what is there, without its tables", async ({ page }) => {
  await openReport(page);
  await (await unfolded(page, "proofread")).click();
  await dialog(page)
    .locator('[data-action="proofread-file"]')
    .setInputFiles(fileURLToPath(new URL("../fixtures/office/appendices-000.docx", import.meta.url)));
  await expect(dialog(page)).toContainText("Lời văn của tệp appendices-000.docx.");
  await expect(text(page)).toHaveValue(/Trong quý I, đã hoàn thành 21\/41 nhiệm vụ, đạt 75,5%\./);
  await expect(dialog(page).locator('[data-action="proofread-run"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(items(page)).toHaveCount(1);
  await expect(items(page).first()).toContainText("21 ÷ 41 × 100 = 51,22%");
});

test("a file that is none is said, and what was typed stays", async ({ page }) => {
  await openReport(page);
  await (await unfolded(page, "proofread")).click();
  await text(page).fill("Đạt 50% (1/2 hồ sơ).");
  await dialog(page)
    .locator('[data-action="proofread-file"]')
    .setInputFiles({ name: "hong.docx", mimeType: "application/octet-stream", buffer: Buffer.from([0x50, 0x4b, 3, 4, 9, 9, 9]) });
  await expect(dialog(page).getByRole("alert")).not.toBeEmpty();
  await expect(text(page)).toHaveValue("Đạt 50% (1/2 hồ sơ).");
});

test("the text of a file takes the place of what is there", async ({ page }) => {
  await openReport(page);
  await (await unfolded(page, "proofread")).click();
  await dialog(page)
    .locator('[data-action="proofread-file"]')
    .setInputFiles({ name: "bao-cao.txt", mimeType: "text/plain", buffer: Buffer.from("Đã triển khai 21/41 nhiệm vụ, đạt 51,22%.") });
  await expect(text(page)).toHaveValue("Đã triển khai 21/41 nhiệm vụ, đạt 51,22%.");
  await expect(dialog(page)).toContainText("Lời văn của tệp bao-cao.txt.");
  await expect(dialog(page).locator('[data-action="proofread-run"]')).toBeFocused();
});
