// The figures of one report beside those of the reports before it, and a report that starts from the last one.

import { reportDocument, sealed } from "./support/documents.mjs";
import { expect, test } from "./support/fixtures.mjs";
import {
  backTo,
  exportJson,
  figure,
  importFile,
  inReport,
  listed,
  openReport,
  openSheet,
  said,
  saved,
  tabTo,
  typeFigure,
  typeIn,
} from "./support/officer.mjs";

/** The reports of the ward that this machine has before the half-year of 2026. */
const KEPT = [
  {
    period: { id: "2025S1", from: "2024-12-15", to: "2025-06-10" },
    entries: {
      "pl1.b1.1": { number: "0" },
      "pl1.b1.2.1": { number: "50" },
      "pl1.b1.2.2": { number: "25" },
      "pl1.b3.2.2": { number: "57" },
    },
  },
  {
    period: { id: "2026Q1", from: "2025-12-15", to: "2026-03-09" },
    entries: {
      "pl1.b1.1": { number: "2" },
      "pl1.b1.2.1": { number: "41" },
      "pl1.b1.2.2": { number: "21" },
      "pl1.b1.3.1": { unreadable: "Dự kiến 02" },
      "pl1.b1.3.2": { not_applicable: true },
      "pl1.b1.6": { choice: "0" },
      "pl1.b3.2.1": { number: "60" },
      "pl1.b3.2.2": { number: "55" },
      "pl1.b3.2.3": { number: "8" },
    },
  },
];

/** Brings the reports onto this machine, the oldest first, and opens the half-year. */
async function openHalfYear(page, { kept = KEPT, query = "" } = {}) {
  await page.goto(`${query}#/`);
  for (const { period, entries } of kept) {
    await importFile(page, { text: sealed(reportDocument(entries, { period })) });
  }
  await openReport(page, { period: "2026S1", query });
}

/** The cell of an earlier report beside a row: `last` or `year`. */
function past(page, row, which = "last") {
  return page.locator(`[data-past="${which}"][data-for="${row}"]`);
}

const offer = (page) => page.locator('[data-offer="carry"]');
const action = (page, name) => page.locator(`[data-action="${name}"]`);
/** The button below a figure that confirms it. */
const confirmation = (page, row) => said(page, row).locator('[data-action="confirm"]');

test("the last report and last year's stand beside each figure, with difference and percent", async ({ page }) => {
  await openHalfYear(page);
  await expect(page.locator("[data-past]")).toHaveCount(0);
  await tabTo(page, action(page, "compare"));
  await page.keyboard.press("Enter");
  await expect(action(page, "compare")).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator('[id="pl1.b1"] thead')).toContainText("Kỳ trướcQuý I năm 2026");
  await expect(page.locator('[id="pl1.b1"] thead')).toContainText("Cùng kỳ năm trước6 tháng đầu năm 2025");
  await expect(page.locator('[id="pl1.b1"]')).toContainText("Kỳ trước: Quý I năm 2026 (15/12/2025 – 09/3/2026, 85 ngày).");

  // Nothing typed yet: the earlier figure alone.
  await expect(past(page, "pl1.b1.2.2")).toContainText("21");
  await expect(past(page, "pl1.b1.2.2")).not.toContainText("tăng");
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "24");
  await expect(past(page, "pl1.b1.2.1")).toContainText("không đổi");
  await expect(past(page, "pl1.b1.2.2")).toContainText("tăng 3 (14,29%)");
  await expect(past(page, "pl1.b1.2.2", "year")).toContainText("giảm 1 (4%)");
  // Computed rows too: 24/41 against 21/41 and 25/50.
  await expect(past(page, "pl1.b1.2")).toContainText("51,22");
  await expect(past(page, "pl1.b1.2")).toContainText("tăng 7,32 điểm % (14,29%)");
  await expect(past(page, "pl1.b1.2", "year")).toContainText("tăng 8,54 điểm % (17,08%)");
  // A base of nothing has no percent.
  await typeFigure(page, "pl1.b1.1", "5");
  await expect(past(page, "pl1.b1.1")).toContainText("tăng 3 (150%)");
  await expect(past(page, "pl1.b1.1", "year")).toContainText("tăng 5 (gốc bằng 0, không có %)");
  // What was no number is named as what it was.
  await expect(past(page, "pl1.b1.3.1")).toContainText("“Dự kiến 02”");
  await expect(past(page, "pl1.b1.3.2")).toContainText("Không phát sinh");
  await expect(past(page, "pl1.b1.6")).toContainText("Không = 0");
  await expect(past(page, "pl1.b1.5.1")).toContainText("(để trống)");
  await expect(past(page, "pl1.b1.3.3")).toContainText("chưa đủ số liệu");

  // Remembered for the next report, in the other language too.
  await openReport(page, { period: "2026Q1", query: "?lang=en" });
  await expect(action(page, "compare")).toHaveAttribute("aria-pressed", "true");
  await expect(past(page, "pl1.b1.2.2")).toContainText("25");
  await expect(past(page, "pl1.b1.2.2")).toContainText("down 4 (16%)");
  await expect(page.locator('[id="pl1.b1"]')).toContainText("Same period last year: no report on this machine.");
  await action(page, "compare").click();
  await expect(page.locator("[data-past]")).toHaveCount(0);
});

test("a machine without earlier reports says so", async ({ page }) => {
  await openReport(page, { period: "2026S1" });
  await action(page, "compare").click();
  await expect(page.locator('[id="pl1.b1"]')).toContainText("chưa có báo cáo nào của cơ quan, đơn vị cho các kỳ trước");
  await expect(page.locator("[data-past]")).toHaveCount(0);
  await expect(offer(page)).toHaveCount(0);
});

test("a cumulative figure that falls is told with both figures, both periods and the difference", async ({ page }) => {
  await openHalfYear(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeIn(page, "pl1.b1.2.2", "20");
  const finding = listed(page, "r-cumulative-state");
  await expect(finding).toHaveAttribute("data-level", "error");
  await expect(finding).toHaveAttribute("data-rows", "pl1.b1.2.2");
  await expect(finding).toContainText(
    "số lũy kế của 6 tháng đầu năm 2026 là 20, thấp hơn số 21 đã báo cáo ở kỳ Quý I năm 2026, giảm 1.",
  );
  await typeIn(page, "pl1.b1.2.2", "21");
  await expect(finding).toHaveCount(0);

  // The window of the half-year contains that of the first quarter.
  await typeIn(page, "pl1.b1.1", "1");
  await expect(listed(page, "r-window-holds")).toHaveAttribute("data-level", "warning");
  await expect(listed(page, "r-window-holds")).toContainText("thấp hơn 2 là số của Quý I năm 2026 (2), thiếu 1");

  // It travels in the file, and the home page counts it too.
  const { text } = await exportJson(page);
  expect(JSON.parse(text).findings.map(({ rule }) => rule)).toContain("r-window-holds");
  await saved(page);
  await page.goto("#/");
  await expect(page.getByRole("row", { name: /6 tháng đầu năm 2026/ })).toContainText("1 cảnh báo");

  // It is told again when the report is opened anew, with nothing typed.
  await openReport(page, { period: "2026S1" });
  await expect(listed(page, "r-window-holds")).toHaveCount(1);
});

test("a report starts from the last one, is confirmed by keyboard, and stays so after a reload", async ({ page }) => {
  await openHalfYear(page);
  await expect(offer(page)).toContainText("Báo cáo Quý I năm 2026 có 5 số kế hoạch và hiện trạng dùng lại được");
  // Who comes to a report stands on its first figure; the offer is just before it.
  await expect(figure(page, "pl1.b1.1")).toBeFocused();
  await backTo(page, action(page, "carry"), 6);
  await page.keyboard.press("Enter");
  await expect(offer(page)).toHaveCount(0);

  // Plans and states are there and marked in words; counts of the window are not.
  await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(said(page, "pl1.b1.2.1")).toContainText("Từ kỳ trước");
  await expect(page.locator('[id="pl1.b1"]')).toContainText(
    "2 số của biểu này lấy từ kỳ trước (Quý I năm 2026), chưa xác nhận.",
  );
  for (const row of ["pl1.b1.1", "pl1.b1.3.1", "pl1.b1.3.2"]) await expect(figure(page, row)).toHaveValue("");
  await expect(page.locator('[data-sheet="pl1.b1"]')).toContainText("0/11 dòng");
  await expect(page.locator('[data-sheet="pl1.b1"]')).toContainText("2 chưa xác nhận");
  await expect(page.locator('[data-sheet="pl1.b3"]')).toContainText("3 chưa xác nhận");

  // By a key, and by typing over.
  await page.keyboard.press("Alt+KeyX");
  await expect(said(page, "pl1.b1.2.1")).not.toContainText("Từ kỳ trước");
  await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await page.keyboard.press("Enter");
  await expect(figure(page, "pl1.b1.2.2")).toBeFocused();
  await page.keyboard.type("26");
  await expect(said(page, "pl1.b1.2.2")).not.toContainText("Từ kỳ trước");
  await expect(page.locator('[data-sheet="pl1.b1"]')).toContainText("2/11 dòng");
  await expect(page.locator('[data-sheet="pl1.b1"]')).not.toContainText("chưa xác nhận");

  // What waits is kept as it is, and travels.
  await saved(page);
  await page.reload();
  await inReport(page);
  await expect(offer(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("26");
  await openSheet(page, "pl1.b3");
  await expect(said(page, "pl1.b3.2.2")).toContainText("Từ kỳ trước");
  const { text } = await exportJson(page);
  expect(JSON.parse(text).entries["pl1.b3.2.2"]).toEqual({ number: "55", carried: "2026Q1" });
  expect(JSON.parse(text).entries["pl1.b1.2.1"]).toEqual({ number: "41" });

  // One by its button, the others all at once.
  await confirmation(page, "pl1.b3.2.1").click();
  await expect(figure(page, "pl1.b3.2.1")).toBeFocused();
  await expect(page.locator('[id="pl1.b3"]')).toContainText("2 số của biểu này lấy từ kỳ trước");
  await tabTo(page, action(page, "confirm-all").filter({ visible: true }), 120);
  await page.keyboard.press("Enter");
  await expect(page.locator(".bm-carried")).toHaveCount(0);
  await expect(page.locator('[id="pl1.b3"] [data-row]:focus')).toHaveCount(1);
  await saved(page);
  await page.reload();
  await inReport(page);
  await openSheet(page, "pl1.b3");
  await expect(figure(page, "pl1.b3.2.3")).toHaveValue("8");
  await expect(page.locator(".bm-carried")).toHaveCount(0);
});

test("a new year takes states, not plans", async ({ page }) => {
  await openHalfYear(page);
  await openReport(page, { period: "2027Q1" });
  await expect(offer(page)).toContainText("Số kế hoạch đặt cho từng năm nên không lấy từ năm trước.");
  await action(page, "carry").click();
  await expect(figure(page, "pl1.b3.2.2")).toHaveValue("55");
  await expect(figure(page, "pl1.b3.2.1")).toHaveValue("");
  await openSheet(page, "pl1.b1");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("");
});

test("who declines the offer is left alone, and a report with figures is not asked", async ({ page }) => {
  await openHalfYear(page);
  await action(page, "carry-decline").click();
  await expect(offer(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.1")).toBeFocused();
  await typeFigure(page, "pl1.b1.1", "3");
  await saved(page);
  await page.reload();
  await inReport(page);
  await action(page, "compare").click();
  await expect(past(page, "pl1.b1.1")).toContainText("tăng 1");
  await expect(offer(page)).toHaveCount(0);
});

test("figures of the forms of 2021 come over the crosswalk and say so", async ({ page }) => {
  await page.goto("#/");
  const old = {
    form: { id: "cchc-2021", version: 1 },
    period: { id: "2021S1", from: "2020-12-15", to: "2021-06-14" },
    derived: {},
  };
  const entries = { "1.1.1": { number: "94" }, "1.1.2": { number: "45" }, "1.2.1": { number: "11" }, "1.2.2": { number: "22" } };
  await importFile(page, { text: sealed(reportDocument(entries, old)) });
  await openReport(page, { period: "2021" });
  await action(page, "compare").click();
  await expect(page.locator('[id="pl1.b1"]')).toContainText(
    "Số liệu kỳ này lấy từ bộ biểu mẫu “cchc-2021” qua bảng đối chiếu.",
  );
  await expect(past(page, "pl1.b1.2.1")).toContainText("94");
  await expect(past(page, "pl1.b1.3.2")).toContainText("33");
  await expect(past(page, "pl1.b1.3.2")).toContainText("hai số cộng lại");
  await expect(past(page, "pl1.b1.3.1")).toContainText("Không có dòng tương ứng");
});
