// Ninety files in, one form out: who has sent what, what it adds up to, what each total is made of, and the report.

import { fileURLToPath } from "node:url";
import { expectAccessible } from "./support/axe.mjs";
import { sealed } from "./support/documents.mjs";
import { downloaded } from "./support/downloads.mjs";
import { expect, heading, test } from "./support/fixtures.mjs";
import { exportJson, figure, inReport, openReport, saved, tabTo, typeFigure } from "./support/officer.mjs";
import { expectValid } from "./support/schema.mjs";
import { SHARE, SUM, count, fileOf, files, gather, openGathering, unit, unitDocument } from "./support/units.mjs";

const SCHEMA = fileURLToPath(new URL("../../schemas/report.schema.json", import.meta.url));
/** Rows that are not added up: what each level plans for itself, and a question that is answered with yes or no. */
const PLANNED = "pl1.b1.2.1";
const YES = "pl1.b1.5";
const dialog = (page) => page.locator("dialog#gather");
const line = (page, row) => page.locator("tr", { has: page.locator(`[data-trace="${row}"]`) });

test("files come in, are judged one by one, and add up", async ({ page }) => {
  await openGathering(page);
  await expect(heading(page)).toHaveText("Tổng hợp – Quý I năm 2026");
  await expect(page.locator('[data-gather="into"]')).toHaveText("UBND tỉnh Sơn La (14)");
  await expect(count(page, "sent")).toHaveText("0/75");
  await gather(page, files());
  await expect(count(page, "sent")).toHaveText("4/75");
  await expect(count(page, "missing")).toHaveText("71");
  await expect(count(page, "counted")).toHaveText("5");
  const refused = page.locator('[data-gather="refused"] li');
  await expect(refused).toHaveCount(2);
  await expect(refused.first()).toContainText("hong.json");
  await expect(unit(page, "03679")).toContainText("Tệp bị sửa sau khi xuất");
  await expect(unit(page, "03980").nth(1)).toContainText("Kỳ khác: 6 tháng đầu năm 2026");
  await expect(unit(page, "03980").first()).toContainText("Chưa gửi");
  await expect(unit(page, "x-ban-quan-ly")).toContainText("Ngoài danh sách");
  await expect(unit(page, "03646").first()).toContainText("Gửi nhiều lần, tính bản sau cùng");
  await expect(unit(page, "03646").nth(1)).toContainText("Bản gửi trước, không tính");
  // 2 + 3 + 5 + 7; the earlier copy and the other period are not added.
  await expect(figure(page, SUM)).toHaveText("17");
  await expect(line(page, SUM)).toContainText("4/5 đơn vị có số liệu; 1 không phát sinh");
  await page.locator('[data-sheet="pl2.b2"]').click();
  // The share of the sums, never the mean of the shares: 140 of 150.
  await expect(figure(page, SHARE.of)).toHaveText("93,33");
  await expect(figure(page, SHARE.of)).toHaveAttribute("data-state", "value");
  await page.locator(`[data-explain="${SHARE.of}"]`).click();
  await expect(page.locator(".bm-explain p")).toHaveText("140 ÷ 150 × 100 = 93,33 %");
  await page.locator('[data-sheet="pl1.b1"]').click();
  await expect(figure(page, "pl1.b1.2.1")).toContainText("mỗi cấp báo cáo số riêng");
});

test("a total shows its units, and a unit its totals, by keyboard alone", async ({ page }) => {
  await openGathering(page);
  await gather(page, files());
  await page.locator(`[data-trace="${SUM}"]`).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator("#gather-shown")).toBeFocused();
  const shares = dialog(page).locator("[data-share]");
  await expect(shares).toHaveCount(5);
  await expect(shares.first()).toContainText("Ban quản lý");
  await expect(shares.first()).toContainText("41,18 %");
  await expect(shares.last()).toContainText("Không phát sinh");
  const byName = dialog(page).locator('[data-sort="name"]');
  await tabTo(page, byName);
  await page.keyboard.press("Enter");
  await expect(shares.first()).toContainText("Ban quản lý");
  await expect(dialog(page).locator('th[aria-sort="ascending"]')).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(shares.first()).toContainText("UBND phường Tô Hiệu");
  await tabTo(page, dialog(page).locator('[data-unit-of="03646"]'));
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator("#gather-shown")).toHaveText("UBND phường Tô Hiệu (03646)");
  await expect(dialog(page).locator("tr", { has: page.locator(`[data-trace-of="${SHARE.whole}"]`) })).toContainText("66,67 %");
  await dialog(page).locator(`[data-trace-of="${SHARE.whole}"]`).focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator("#gather-shown")).toContainText("Tổng số hồ sơ");
  await tabTo(page, dialog(page).locator('[data-action="gather-back"]'));
  await page.keyboard.press("Enter");
  await expect(dialog(page).locator("#gather-shown")).toHaveText("UBND phường Tô Hiệu (03646)");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(`[data-trace="${SUM}"]`)).toBeFocused();
});

test("a reload loses no file, and what is left out or taken away stays so", async ({ page }) => {
  await openGathering(page);
  await gather(page, files());
  await unit(page, "x-ban-quan-ly").locator('[data-action="leave-out"]').click();
  await expect(figure(page, SUM)).toHaveText("10");
  await expect(unit(page, "x-ban-quan-ly").locator('[data-action="leave-out"]')).toBeFocused();
  await unit(page, "03679").locator('[data-action="remove-file"]').click();
  await expect(figure(page, SUM)).toHaveText("5");
  await page.reload();
  await expect(figure(page, SUM)).toHaveText("5");
  await expect(unit(page, "03646")).toHaveCount(2);
  await expect(unit(page, "x-ban-quan-ly")).toContainText("Không tính theo lựa chọn");
  await unit(page, "x-ban-quan-ly").locator('[data-action="leave-out"]').click();
  await expect(figure(page, SUM)).toHaveText("12");
});

test("files that are chosen while the kept ones are still being brought come in", async ({ page }) => {
  await openGathering(page);
  const many = Array.from({ length: 60 }, (_, place) => fileOf(`${place}.json`, sealed(unitDocument(`x-${place}`, { issued: 1 }))));
  await gather(page, many);
  await page.reload();
  await page.locator('[data-action="consolidate-add"]').setInputFiles(files());
  await expect(figure(page, SUM)).toHaveText("77");
  await expect(page.locator("#gather-progress")).toHaveCount(0);
});

test("the report of the one who consolidates is taken from this machine: its plan, its answer, its figures", async ({ page }) => {
  await openReport(page, { agency: "14" });
  await typeFigure(page, SUM, "16");
  await typeFigure(page, PLANNED, "12");
  await page.locator(`[data-row="${YES}"]`).selectOption("1");
  await saved(page);
  await openGathering(page);
  await expect(page.locator("section", { has: page.locator("#gather-found") })).toContainText("Chưa có báo cáo nào được tổng hợp.");
  await expect(figure(page, PLANNED)).toHaveText("12");
  const yes = unitDocument("03646", { issued: 17 });
  yes.entries[YES] = { choice: "1" };
  await gather(page, [fileOf("to-hieu.json", sealed(yes))]);
  await expect(unit(page, "14")).toContainText("Báo cáo đang lưu trên máy này");
  await expect(unit(page, "14").locator('[data-action="remove-file"]')).toHaveCount(0);
  await expect(page.locator('[data-rule="consolidation-own"]')).toContainText("16");
  await expect(page.locator(`[data-counts="${YES}"]`)).toHaveText("Có: 1 (trong 1 đơn vị)");
  await page.locator('[data-action="consolidate-change"]').click();
  await page.locator("#gather-name").fill("Bộ Nội vụ");
  await page.locator("#gather-code").fill("bnv");
  await page.locator("#gather-level").selectOption("nation");
  await page.locator('[data-action="consolidate-into"]').click();
  await expect(unit(page, "14")).toHaveCount(0);
  await expect(figure(page, PLANNED)).toContainText("mỗi cấp báo cáo số riêng");
});

test("the consolidated report is made, opens like any other, and keeps to the schema", async ({ page }) => {
  await openGathering(page);
  // Without any report there is nothing to make one of, and nobody says that the communes need not report.
  await expect(page.locator('[data-action="consolidate-make"]')).toBeDisabled();
  await expect(page.locator("section", { has: page.locator("#gather-make") })).toContainText("Nhận báo cáo của các đơn vị trước");
  await expect(line(page, SUM)).toContainText("Chưa có báo cáo của đơn vị phải điền");
  await gather(page, files());
  await page.locator('[data-action="consolidate-make"]').click();
  await inReport(page);
  await expect(heading(page)).toHaveText("UBND tỉnh Sơn La – Quý I năm 2026");
  await expect(figure(page, SUM)).toHaveValue("17");
  await expect(figure(page, PLANNED)).toBeFocused();
  await saved(page);
  const { text } = await exportJson(page);
  const document = JSON.parse(text);
  expectValid(document, SCHEMA);
  expect(document.agency).toEqual({ code: "14", name: "UBND tỉnh Sơn La", level: "province" });
  expect(document.consolidated.units.map(({ agency }) => agency.code)).toEqual(["03646", "03667", "03670", "03679", "x-ban-quan-ly"]);
  // Another file comes in: what would change is shown first, and is one step that can be taken back.
  await openGathering(page);
  await expect(figure(page, SUM)).toHaveText("17");
  await gather(page, [fileOf("moc-chau.json", sealed(unitDocument("03980", { issued: 4 })))]);
  await expect(figure(page, SUM)).toHaveText("21");
  await page.locator('[data-action="consolidate-make"]').click();
  await expect(page.locator('[data-import="preview"]')).toContainText("21");
  await page.locator('[data-action="import-apply"]').click();
  await inReport(page);
  await expect(figure(page, SUM)).toHaveValue("21");
  await heading(page).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(figure(page, SUM)).toHaveValue("17");
});

test("a consolidated report that was changed by two is found, with both figures", async ({ page }) => {
  await openGathering(page);
  await gather(page, files());
  await page.locator('[data-action="consolidate-make"]').click();
  await inReport(page);
  await typeFigure(page, SUM, "19");
  await saved(page);
  const { text } = await exportJson(page);
  await openGathering(page);
  await gather(page, [fileOf("son-la.json", text)]);
  const doubt = page.locator('[data-rule="consolidation-changed"]');
  await expect(doubt).toContainText("Báo cáo tổng hợp của UBND tỉnh Sơn La ghi 19, nhưng các đơn vị trong đó cộng lại được 17.");
  await expect(doubt).toContainText("Chênh lệch 2.");
  await expect(doubt).toHaveAttribute("data-rows", SUM);
});

test("who has not sent is listed, found, and handed out as a table", async ({ page }) => {
  await openGathering(page);
  await gather(page, files());
  await page.locator("#gather-only").selectOption("missing");
  await expect(page.locator("[data-unit]")).toHaveCount(71);
  await page.locator("#gather-seek").fill("bac yen");
  await expect(page.locator("[data-unit]")).toHaveCount(1);
  await expect(unit(page, "03856")).toContainText("UBND xã Bắc Yên");
  const { name, text } = await downloaded(page, () => page.locator('[data-action="missing-csv"]').click());
  expect(name).toBe("chua-gui_2026Q1.csv");
  expect(text.trimEnd().split("\r\n")).toHaveLength(72);
  expect(text).not.toContain("Tô Hiệu");
});

test("the list of units is changed, kept, and had back", async ({ page }) => {
  await openGathering(page);
  await page.locator('[data-action="roll"]').click();
  await page.locator("#roll-name").fill("Sở Nội vụ");
  await page.locator("#roll-level").selectOption("department");
  await page.locator('[data-action="roll-add"]').click();
  await expect(count(page, "sent")).toHaveText("0/76");
  await page.reload();
  await expect(count(page, "sent")).toHaveText("0/76");
  await page.locator('[data-action="roll"]').click();
  await page.locator('[data-action="roll-load"]').setInputFiles(fileOf("ds.csv", "Mã;Tên đơn vị\r\n03646;UBND phường Tô Hiệu\r\n"));
  await expect(count(page, "sent")).toHaveText("0/1");
  await page.locator('[data-action="roll-load"]').setInputFiles(fileOf("ds.csv", "khác\r\n"));
  await expect(page.locator(".bm-gather__roll [role=alert]")).toContainText("Không thấy cột");
  await page.locator('[data-action="roll-standard"]').click();
  await expect(count(page, "sent")).toHaveText("0/75");
});

test("a unit that is late, with an error and an explained warning, says so", async ({ page }) => {
  const rule = "r-le-pl1.b1.3.2-pl1.b1.3.1";
  const late = unitDocument("03646", { issued: 2, modified: "2026-03-15T03:40:00Z", log: [{ at: "2026-03-15T03:40:00Z", what: "complete" }] });
  late.entries["pl1.b1.3.1"] = { number: "2" };
  late.entries["pl1.b1.3.2"] = { number: "3" };
  late.entries["pl1.b4.1.1"] = { unreadable: "đang rà soát" };
  late.findings = [{ rule, level: "warning", rows: ["pl1.b1.3.2", "pl1.b1.3.1"], message: "…", reason: "Kiểm tra đột xuất theo đơn thư" }];
  await openGathering(page);
  await gather(page, [fileOf("muon.json", sealed(late))]);
  await expect(unit(page, "03646")).toContainText("quá hạn 4 ngày");
  await expect(unit(page, "03646")).toContainText("1 lỗi");
  await page.locator("#gather-only").selectOption("late");
  await expect(page.locator("[data-unit]")).toHaveCount(1);
  await page.locator("section", { has: page.locator("#gather-found") }).locator("summary").click();
  const found = page.locator("section", { has: page.locator("#gather-found") });
  await expect(found).toContainText("Kiểm tra đột xuất theo đơn thư");
  await expect(found).toContainText("chưa đọc được thành số liệu");
  await expect(found).toContainText("Phụ lục I, Biểu mẫu 1, dòng 3.2 – Số cơ quan, đơn vị đã kiểm tra (3)");
});

test("a report of the form set of 2021 is brought over", async ({ page }) => {
  await openReport(page, { form: "cchc-2021", period: "2021S1" });
  await typeFigure(page, "1.1.3", "6");
  await saved(page);
  const { text } = await exportJson(page);
  await openGathering(page, { period: "2021S1" });
  await gather(page, [fileOf("cu.json", text)]);
  await expect(figure(page, SUM)).toHaveText("6");
  await expect(unit(page, "03646")).toContainText("2021");
  // One that answers a form set to which there is no bridge is refused with the reason.
  const strange = unitDocument("03667", { issued: 1, form: { id: "kl226-2026", version: 1 } });
  await gather(page, [fileOf("khac.json", sealed(strange))]);
  await expect(page.locator('[data-gather="refused"] li')).toContainText("“kl226-2026”, không quy đổi được");
});

test("a workbook of ours comes in like the report that it holds", async ({ page }) => {
  test.slow();
  await openReport(page);
  await typeFigure(page, SUM, "8");
  await saved(page);
  const { name, bytes } = await downloaded(page, () => page.locator('[data-action="export-xlsx"]').click());
  await openGathering(page);
  await gather(page, [{ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) }]);
  await expect(figure(page, SUM)).toHaveText("8");
  await expect(unit(page, "03646")).toContainText("Được tính");
});

test("units stand beside each other, far figures are marked, and ratios are ranked", async ({ page }) => {
  const issued = [3, 4, 3, 5, 4, 90];
  const codes = ["03646", "03667", "03670", "03679", "03980", "03979"];
  const documents = codes.map((code, at) => unitDocument(code, { issued: issued[at], dossiers: [100, 90 + at], share: `${90 + at}` }));
  await openGathering(page);
  await gather(page, documents.map((document, at) => fileOf(`${at}.json`, sealed(document))));
  await expect(line(page, SUM).locator("[data-far]")).toHaveText("1 đơn vị khác hẳn");
  await page.locator('[data-action="matrix"]').click();
  const lines = page.locator("[data-matrix]");
  await expect(lines).toHaveCount(6);
  await page.getByRole("button", { name: "1: Số văn bản chỉ đạo CCHC đã ban hành" }).click();
  await expect(lines.first()).toHaveAttribute("data-matrix", "03979");
  await expect(lines.first()).toContainText("cao hơn hẳn các đơn vị khác");
  await page.locator('[data-action="ranking"]').click();
  await page.locator("#gather-rank").selectOption(SHARE.of);
  const ranks = page.locator("[data-rank]");
  await expect(ranks).toHaveCount(6);
  await expect(ranks.first()).toHaveAttribute("data-rank", "03979");
  await expect(page.locator('[data-ranking="words"]')).toContainText("6 đơn vị có số liệu");
  await expectAccessible(page);
});

test("the consolidation goes out as one workbook, and table by table as CSV", async ({ page }) => {
  await openGathering(page);
  await gather(page, files());
  const workbook = await downloaded(page, () => page.locator('[data-action="consolidate-xlsx"]').press("Enter"));
  expect(workbook.name).toBe("tong-hop_cchc-2026_14_2026Q1.xlsx");
  expect(workbook.bytes.subarray(0, 2).toString()).toBe("PK");
  await page.getByText("Từng bảng dạng CSV").click();
  const totals = await downloaded(page, () => page.locator('[data-table="0"]').press("Enter"));
  expect(totals.name).toBe("tong-hop_cchc-2026_14_2026Q1_1.csv");
  expect(totals.bytes.toString()).toContain("93,33");
  const matrix = await downloaded(page, () => page.locator('[data-table="1"]').press("Enter"));
  expect(matrix.bytes.toString()).toContain("UBND phường Tô Hiệu");
});

test("`#/consolidate` goes to the form set and the period that home shows", async ({ page }) => {
  await page.goto("#/consolidate");
  await expect(page).toHaveURL(/#\/consolidate\/cchc-2026\/\d{4}\w*$/);
  await expect(heading(page)).toContainText("Tổng hợp – ");
  await expect(page.locator('nav [aria-current="page"]')).toHaveText("Tổng hợp");
  await page.locator('[data-action="consolidate-change"]').click();
  await page.locator("#gather-kind").selectOption("Q1");
  await page.locator("#gather-year").fill("2026");
  await page.locator('[data-action="consolidate-open"]').click();
  await expect(heading(page)).toHaveText("Tổng hợp – Quý I năm 2026");
});

test("a commune consolidates its own units", async ({ page }) => {
  await openGathering(page);
  await page.locator('[data-action="consolidate-change"]').click();
  await page.locator("#gather-name").fill("UBND xã Mường La");
  await page.locator("#gather-code").fill("03760");
  await page.locator("#gather-level").selectOption("commune");
  await page.locator('[data-action="consolidate-into"]').click();
  await expect(page.locator('[data-gather="into"]')).toHaveText("UBND xã Mường La (03760)");
  await expect(count(page, "sent")).toHaveText("0/0");
  await page.reload();
  await expect(page.locator('[data-gather="into"]')).toHaveText("UBND xã Mường La (03760)");
});

for (const viewport of [{ width: 1366, height: 768 }, { width: 360, height: 740 }]) {
  test(`the page is accessible and fits ${viewport.width} pixels, in English`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await openGathering(page, { query: "?lang=en" });
    await gather(page, files());
    await expect(heading(page)).toHaveText("Consolidation – Quarter 1 of 2026");
    await expectAccessible(page);
    await page.locator(`[data-trace="${SUM}"]`).click();
    await expect(dialog(page).locator("[data-share]")).toHaveCount(5);
    await expectAccessible(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
  });
}
