// The paper: what the printer gets, laid as Nghị định 30/2020/NĐ-CP wants it.

import { printedEntries, reportDocument, sealed } from "./support/documents.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import { figure, importFile, note, openReport, typeFigure } from "./support/officer.mjs";
import { paperOf, printed, sheetsOf } from "./support/paper.mjs";

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4;

/** The first quarter of 2026 as the Office printed it. */
async function openQuarterOne(page) {
  await page.goto("#/");
  await importFile(page, { text: sealed(reportDocument(printedEntries())) });
}

/** Each sheet of paper: its number, the codes of its lines, and how far its last line is from the edges. */
function laid(page) {
  return page.locator(".bm-paper__page").evaluateAll((sheets) =>
    sheets.map((sheet) => {
      const box = sheet.getBoundingClientRect();
      const lines = [...sheet.querySelectorAll("tbody tr")];
      const last = lines.at(-1).getBoundingClientRect();
      return {
        number: sheet.querySelector(".bm-paper__number")?.textContent ?? "",
        appendix: sheet.querySelector(".bm-paper__head p")?.textContent ?? "",
        heads: sheet.querySelectorAll("thead").length,
        tables: sheet.querySelectorAll("table").length,
        lines: lines.map((line) => line.cells[0].textContent),
        endsWithHeading: lines.at(-1).className === "bm-paper__heading",
        height: box.height,
        left: box.bottom - last.bottom,
        beyond: lines.some((line) => line.getBoundingClientRect().right > box.right - 1),
      };
    }),
  );
}

test("the first quarter is laid on numbered A4 pages, every line once, no line cut", async ({ page }) => {
  await openQuarterOne(page);
  await paperOf(page);
  const sheets = await laid(page);
  expect(sheets.flatMap((sheet) => sheet.lines)).toHaveLength(127);
  for (const sheet of sheets) {
    expect(sheet.heads).toBe(sheet.tables);
    expect(sheet.endsWithHeading).toBe(false);
    expect(sheet.beyond).toBe(false);
    expect(sheet.height).toBeLessThan(297 * MM);
    expect(sheet.left).toBeGreaterThan(19 * MM);
  }
  // An appendix is numbered by itself, and its first page has no number.
  const second = sheets.findIndex((sheet) => sheet.appendix === "Phụ lục II");
  const numbers = (from, to) => sheets.slice(from, to).map((sheet) => sheet.number);
  const expected = (count) => Array.from({ length: count }, (_, at) => (at ? String(at + 1) : ""));
  expect(sheets[0].appendix).toBe("Phụ lục I");
  expect(numbers(0, second)).toEqual(expected(second));
  expect(numbers(second)).toEqual(expected(sheets.length - second));
  expect(second).toBeGreaterThan(1);

  const first = page.locator(".bm-paper__page").first();
  await expect(first).toContainText("THỐNG KÊ SỐ LIỆU KẾT QUẢ THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH");
  await expect(first).toContainText(/\(Kèm theo Báo cáo số\s+\/BC-\S*\s+ngày\s+tháng\s+năm 2026 của /);
  await expect(first.getByRole("row", { name: "2 Tỷ lệ hoàn thành kế hoạch" })).toContainText("51,22");
  await expect(first).toContainText("Dự kiến 02");
});

test("the printer gets as many sheets as were laid, from the menu of the browser too", async ({ page }) => {
  await openQuarterOne(page);
  await paperOf(page);
  const count = (await laid(page)).length;
  await printed(page);
  await expect(page.locator(".bm-paper")).toHaveCount(0);
  // The browser tells the page that it prints, and the page knows nothing before.
  expect(sheetsOf(await page.pdf({ preferCSSPageSize: true }))).toBe(count);
  await expect(page.locator(".bm-paper")).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.1")).toBeVisible();
});

test("the button prints, and the narrow screen of a telephone changes nothing on paper", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  await openQuarterOne(page);
  await page.locator('[data-action="print"]').press("Enter");
  await expect(page.locator(".bm-paper")).toHaveCount(1);
  expect(await page.evaluate(() => window.printed)).toBe(1);
  const wide = await laid(page);
  await printed(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.locator('[data-action="print"]').press("Enter");
  await expect(page.locator(".bm-paper")).toHaveCount(1);
  expect((await laid(page)).map((sheet) => sheet.lines)).toEqual(wide.map((sheet) => sheet.lines));
});

test("a note longer than a page is not lost and covers nothing", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await note(page, "pl1.b1.1").fill("Văn bản số 05/KH-VPUB ngày 08/01/2026. ".repeat(120));
  await paperOf(page);
  const sheets = await page.locator(".bm-paper__page").evaluateAll((all) =>
    all.map((sheet) => {
      const { top, bottom } = sheet.getBoundingClientRect();
      return { top, bottom, end: sheet.lastElementChild.getBoundingClientRect().bottom };
    }),
  );
  for (const [at, sheet] of sheets.entries()) {
    expect(sheet.end).toBeLessThanOrEqual(sheet.bottom);
    if (at) expect(sheet.top).toBeGreaterThanOrEqual(sheets[at - 1].bottom - 1);
  }
  await expect(page.locator(".bm-paper")).toContainText("08/01/2026. Văn bản số 05");
});

test("an empty form is printed to be filled by hand", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => {}));
  await page.goto("#/forms");
  await ready(page);
  await page.locator('[data-form-set="cchc-2026"] [data-action="print-empty"]').press("Enter");
  const paper = page.locator(".bm-paper");
  await expect(paper).toContainText("Cơ quan, đơn vị báo cáo: ……");
  await expect(paper.locator("tbody tr")).toHaveCount(127);
  const written = await paper.locator("tbody tr").evaluateAll((lines) =>
    lines.map((line) => line.cells[3].textContent + line.cells[4].textContent).join(""),
  );
  expect(written).toBe("");
});

test("in English the paper is English", async ({ page }) => {
  await openReport(page, { query: "?lang=en" });
  const sheets = await paperOf(page);
  await expect(sheets.first()).toContainText("STATISTICS ON THE RESULTS OF ADMINISTRATIVE REFORM");
  await expect(page.locator(".bm-paper")).toHaveAttribute("lang", "en");
});
