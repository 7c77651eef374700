// The window of a report: named, counted by the local day, changed by the agency, and late where it is late.

import { fileURLToPath } from "node:url";
import { expectAccessible } from "./support/axe.mjs";
import { reportDocument, sealed } from "./support/documents.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import {
  WARD,
  chooseFile,
  exportJson,
  importFile,
  inReport,
  openReport,
  reportAddress,
  saved,
  tabTo,
  typeFigure,
} from "./support/officer.mjs";
import { canPrint, paperOf, printed } from "./support/paper.mjs";
import { expectValid } from "./support/schema.mjs";

const SCHEMA = fileURLToPath(new URL("../../schemas/report.schema.json", import.meta.url));

/** The clock of the machine stands at this moment. */
const at = (page, moment) => page.clock.setFixedTime(new Date(moment));

const facts = (page) => page.locator(".bm-window [data-window]");
const due = (page) => page.locator(".bm-window [data-due]");
const change = (page) => page.locator('.bm-window [data-action="window-edit"]');

/** Types a day over what stands in a field of the form. */
async function typeDay(page, id, text) {
  await page.locator(`#${id}`).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

test("the day is that of the machine, also when it is still yesterday in Greenwich", async ({ page }) => {
  // 1:30 in the night of 11 March in Sơn La.
  await at(page, "2026-03-10T18:30:00Z");
  await openReport(page);
  await expect(facts(page)).toContainText("15/12/2025 – 09/3/2026");
  await expect(facts(page)).toContainText("Gửi trước ngày: 12/3/2026 (dự kiến), chậm nhất ngày 11/3/2026");
  await expect(due(page)).toHaveText("hôm nay là hạn");
  await expect(due(page)).toHaveAttribute("data-due", "today");
});

test("a report that is left before its window has come has it once it is edited again", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await page.evaluate(() => {
    location.hash = "#/";
  });
  await expect(page.locator("main h1")).toBeVisible();
  await openReport(page);
  await expect(facts(page)).toContainText("15/12/2025 – 09/3/2026");
  const { period } = JSON.parse((await exportJson(page)).text);
  expect([period.from, period.to]).toEqual(["2025-12-15", "2026-03-09"]);
});

test.describe("in Greenwich", () => {
  test.use({ timezoneId: "UTC" });

  test("the same moment is a day earlier", async ({ page }) => {
    await at(page, "2026-03-10T18:30:00Z");
    await openReport(page);
    await expect(due(page)).toHaveText("còn 1 ngày");
  });
});

for (const [moment, period, text] of [
  ["2026-02-28T16:59:00Z", "2026Q1", "còn 11 ngày"],
  ["2024-02-28T16:59:00Z", "2024Q1", "còn 12 ngày"],
  ["2024-02-28T17:00:00Z", "2024Q1", "còn 11 ngày"],
  ["2025-12-31T16:59:00Z", "2026Q1", "còn 70 ngày"],
  ["2025-12-31T17:00:00Z", "2026Q1", "còn 69 ngày"],
  ["2025-12-31T17:00:00Z", "2025", "quá hạn 21 ngày"],
]) {
  test(`at ${moment} the report of ${period} says “${text}”`, async ({ page }) => {
    await at(page, moment);
    await openReport(page, { period });
    await expect(due(page)).toHaveText(text);
  });
}

test("a page that stays open over night counts the new day", async ({ page }) => {
  await page.clock.install({ time: new Date("2026-03-11T16:59:00Z") });
  await openReport(page);
  await expect(due(page)).toHaveText("hôm nay là hạn");
  await page.clock.fastForward("02:00");
  await expect(due(page)).toHaveText("quá hạn 1 ngày");
});

test("days in two windows or in none are told where the window stands", async ({ page }) => {
  await at(page, "2026-03-01T02:00:00Z");
  await openReport(page);
  const notes = page.locator(".bm-window details");
  await expect(notes.locator("summary")).toContainText("10–14/12/2025 nằm ngoài hai kỳ liền nhau");
  await notes.locator("summary").click();
  await expect(notes).toContainText("Báo cáo quý I năm 2026 của Văn phòng UBND tỉnh");
  await expect(notes).toContainText("01/01/2026 – 09/3/2026: Nhiệm vụ Chính phủ");
  await expect(notes.locator("[data-seam]")).toContainText("quý I năm 2026 (tính từ ngày 15/12/2025)");
  await openReport(page, { period: "2022Q3" });
  await expect(notes.locator("summary")).toContainText("14/6/2022 nằm trong cả hai kỳ liền nhau");
});

test("an officer changes an expected window by keyboard, and it stays", async ({ page }) => {
  await at(page, "2026-06-01T02:00:00Z");
  await openReport(page, { period: "2026S1" });
  await expect(facts(page)).toContainText("15/12/2025 – 10/6/2026 (dự kiến)");
  await expect(due(page)).toHaveText("còn 10 ngày");
  await tabTo(page, change(page));
  await page.keyboard.press("Enter");
  await expect(page.locator("#window-from")).toBeFocused();
  await expect(page.locator("#window-from")).toHaveValue("15/12/2025");
  await expectAccessible(page);

  // What is wrong is said beside its field, and the focus goes there.
  await typeDay(page, "window-to", "31/6/2026");
  await page.keyboard.press("Enter");
  await expect(page.locator("#window-to")).toBeFocused();
  await expect(page.locator("#window-to-wrong")).toContainText("“31/6/2026” không phải là một ngày");
  await expect(page.locator("#window-to")).toHaveAttribute("aria-describedby", /window-to-wrong/);
  await expectAccessible(page);
  await typeDay(page, "window-to", "14/6/2025");
  await page.keyboard.press("Enter");
  await expect(page.locator("#window-to-wrong")).toContainText("phải từ ngày đầu 15/12/2025 trở đi");

  await typeDay(page, "window-to", "14/6/2026");
  await typeDay(page, "window-send", "18.6.2026");
  await page.keyboard.press("Enter");
  await expect(change(page)).toBeFocused();
  await expect(page.locator("[data-window-form]")).toHaveCount(0);
  const changed = async () => {
    await expect(facts(page)).toContainText("15/12/2025 – 14/6/2026 (đơn vị đặt)");
    await expect(facts(page)).toContainText("18/6/2026 (đơn vị đặt)");
    await expect(due(page)).toHaveText("còn 16 ngày");
  };
  await changed();
  // The seam with quarter III is mended; what the documents say is still there.
  await expect(page.locator(".bm-window [data-seam]")).toHaveCount(1);
  await expect(page.locator(".bm-window details")).toContainText("Thời gian dự kiến: 15/12/2025 – 10/6/2026; gửi trước ngày 12/6/2026");

  await saved(page);
  await page.reload();
  await inReport(page);
  await changed();
  const document = JSON.parse((await exportJson(page)).text);
  expect(document.period).toEqual({ id: "2026S1", from: "2025-12-15", to: "2026-06-14", send_before: "2026-06-18" });
  expect(document.late).toBeUndefined();
  expectValid(document, SCHEMA);

  // Back to what the documents say, from the keyboard again.
  await change(page).focus();
  await page.keyboard.press("Enter");
  await page.locator('[data-action="window-reset"]').press("Enter");
  await expect(page.locator("#window-to")).toHaveValue("10/6/2026");
  await page.locator('[data-action="window-save"]').press("Enter");
  await expect(facts(page)).toContainText("15/12/2025 – 10/6/2026 (dự kiến)");
});

test("a window that was changed a moment before a crash is not lost", async ({ page }) => {
  await at(page, "2026-06-01T02:00:00Z");
  await openReport(page, { period: "2026S1" });
  await change(page).click();
  await expect(page.locator("#window-from")).toBeFocused();
  await typeDay(page, "window-to", "11/6/2026");
  await page.keyboard.press("Enter");
  await expect(facts(page)).toContainText("11/6/2026 (đơn vị đặt)");
  // No time for the record: the journal has it.
  await page.reload();
  await inReport(page);
  await expect(facts(page)).toContainText("11/6/2026 (đơn vị đặt)");
});

test("a late export goes out, is marked, and stays the same file", async ({ page }) => {
  await at(page, "2026-03-14T02:00:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await expect(due(page)).toHaveText("quá hạn 3 ngày");
  await expect(page.locator(".bm-window__over")).toContainText("Vẫn xuất được; tệp và bản in sẽ ghi rõ quá hạn");
  const mark = page.locator("[data-late]");
  await expect(mark).toHaveCount(0);

  const first = await exportJson(page);
  await expect(mark).toHaveText("Xuất ngày 14/3/2026, quá hạn 3 ngày (dự kiến phải gửi trước ngày 12/3/2026).");
  const document = JSON.parse(first.text);
  expect(document.late).toEqual({ send_before: "2026-03-12", exported: "2026-03-14", expected: true });
  expectValid(document, SCHEMA);
  await expect(due(page)).toHaveText("đã xuất");
  await expectAccessible(page);

  // On another day and after a reload the same report is the same file.
  await saved(page);
  await at(page, "2026-03-20T02:00:00Z");
  await page.reload();
  await inReport(page);
  await expect(mark).toHaveText(/Xuất ngày 14\/3\/2026/);
  expect((await exportJson(page)).text).toBe(first.text);

  // On paper the mark stands and the count of days does not.
  const pages = await paperOf(page);
  await expect(pages.first()).toContainText("Xuất ngày 14/3/2026");
  await expect(due(page)).toBeHidden();
  await printed(page);

  // What is changed leaves anew.
  await typeFigure(page, "pl1.b1.1", "3");
  await expect(mark).toHaveCount(0);
  await expect(due(page)).toHaveText("quá hạn 9 ngày");
  const second = JSON.parse((await exportJson(page)).text);
  expect(second.late).toEqual({ send_before: "2026-03-12", exported: "2026-03-20", expected: true });
});

test("an export on the last day is in time, and stays so where it is collected later", async ({ page }) => {
  await at(page, "2026-03-11T16:59:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  const { text } = await exportJson(page);
  expect(JSON.parse(text).late).toBeUndefined();
  await expect(page.locator(".bm-window__over")).toHaveCount(0);
  await saved(page);
  await at(page, "2026-04-01T02:00:00Z");
  await importFile(page, { text });
  await expect(page.locator("[data-late]")).toHaveCount(0);
  await expect(due(page)).toHaveText("đã xuất");
  expect((await exportJson(page)).text).toBe(text);
});

for (const way of ["the button", "the key", "the browser"]) {
  test(`printing too late marks the report, by ${way}`, async ({ page }) => {
    await page.addInitScript(() => (window.print = () => {}));
    await at(page, "2026-03-12T02:00:00Z");
    await openReport(page);
    if (way === "the button") await page.locator('[data-action="print"]').click();
    else if (way === "the key") await page.keyboard.press("Control+P");
    else {
      await canPrint(page);
      await page.pdf();
    }
    await expect(page.locator("[data-late]")).toContainText("Xuất ngày 12/3/2026, quá hạn 1 ngày");
  });
}

test("a late mark comes in with the file, and in English it is English", async ({ page }) => {
  await at(page, "2026-03-30T02:00:00Z");
  await page.goto("?lang=en#/");
  const late = { send_before: "2026-03-12", exported: "2026-03-13" };
  const file = { text: sealed(reportDocument({}, { late })) };
  await chooseFile(page, file);
  await expect(page.locator('[data-import="preview"]')).toContainText("Exported on 13/3/2026, 2 days overdue");
  await importFile(page, file);
  await expect(page.locator("[data-late]")).toHaveText("Exported on 13/3/2026, 2 days overdue (to be sent before 12/3/2026).");
  await expectAccessible(page);
});

test("home names the window that is due, counts the days and says where they come from", async ({ page }) => {
  await at(page, "2026-05-30T02:00:00Z");
  await page.goto("#/");
  const card = page.locator("section[data-window]");
  await expect(card.locator("h2")).toHaveText("Báo cáo kỳ này: 6 tháng đầu năm 2026");
  await expect(card).toContainText("15/12/2025 – 10/6/2026 (dự kiến)");
  await expect(card).toContainText("12/6/2026 (dự kiến), chậm nhất ngày 11/6/2026");
  await expect(card.locator("[data-due]")).toHaveText("còn 12 ngày");
  await card.locator("summary").click();
  await expect(card.locator("details")).toContainText("chưa có văn bản nêu");
  await expect(card.locator("[data-seam]")).toHaveCount(2);
});

test("home tells what became overdue a short while ago, until it is exported", async ({ page }) => {
  await at(page, "2026-03-10T02:00:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await saved(page);
  await at(page, "2026-03-14T02:00:00Z");
  await page.goto("#/");
  await page.reload();
  const overdue = page.locator("[data-overdue] li");
  await expect(overdue).toHaveText("Quý I năm 2026 – UBND phường Tô Hiệu: quá hạn 3 ngày; bản hiện tại chưa xuất");
  await overdue.getByRole("link").click();
  await inReport(page);
  await exportJson(page);
  await saved(page);
  await page.goto("#/");
  await expect(page.locator("section[data-window] h2")).toContainText("6 tháng đầu năm 2026");
  await expect(overdue).toHaveCount(0);
  // Nothing was begun for the half-year.
  await at(page, "2026-06-13T02:00:00Z");
  await page.reload();
  await expect(overdue).toHaveText("6 tháng đầu năm 2026 – UBND phường Tô Hiệu: quá hạn 2 ngày; chưa có báo cáo trên máy này");
  await at(page, "2026-08-30T02:00:00Z");
  await page.reload();
  await expect(page.locator("section[data-window] h2")).toContainText("Quý III năm 2026");
  await expect(overdue).toHaveCount(0);
});

test("in the settings an agency sets windows ahead, and a report begins with them", async ({ page }) => {
  await at(page, "2026-03-10T02:00:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await saved(page);
  await page.goto("#/settings");
  const row = (period) => page.locator(`tr[data-period="${period}"]`);
  await expect(page.locator("#window-agency")).toHaveValue(WARD);
  await expect(row("2026Q3")).toContainText("15/6/2026 – 10/9/2026 (dự kiến)");
  await expect(row("2026Q1").locator("[data-due]")).toHaveText("còn 1 ngày");
  await expect(page.locator("[data-seam]").first()).toContainText("10–14/12/2025");
  await row("2026Q3").locator('[data-action="window-edit"]').press("Enter");
  await expect(page.locator("#window-from")).toBeFocused();
  await expectAccessible(page);
  await typeDay(page, "window-from", "11/6/2026");
  await typeDay(page, "window-to", "14/9/2026");
  await typeDay(page, "window-send", "");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await expect(row("2026Q3")).toContainText("11/6/2026 – 14/9/2026 (đơn vị đặt)");
  await expect(row("2026Q3").locator('[data-action="window-edit"]')).toBeFocused();

  // The window of a report that was begun is changed in the report itself.
  await row("2026Q1").locator('[data-action="window-edit"]').press("Enter");
  await expect(page.locator("#window-from")).toBeFocused();
  await typeDay(page, "window-send", "16/3/2026");
  await page.keyboard.press("Enter");
  await expect(row("2026Q1").locator("[data-due]")).toHaveText("còn 5 ngày");

  await page.reload();
  await expect(row("2026Q3")).toContainText("11/6/2026 – 14/9/2026 (đơn vị đặt)");
  await openReport(page, { period: "2026Q3" });
  await expect(facts(page)).toContainText("11/6/2026 – 14/9/2026 (đơn vị đặt)");
  const document = JSON.parse((await exportJson(page)).text);
  expect(document.period).toEqual({ id: "2026Q3", from: "2026-06-11", to: "2026-09-14" });
  await openReport(page);
  await expect(due(page)).toHaveText("còn 5 ngày");
  await expect(page.locator('[data-row="pl1.b1.1"]')).toHaveValue("2");

  // Another agency has the expected window.
  await openReport(page, { agency: "03651", period: "2026Q3" });
  await expect(facts(page)).toContainText("15/6/2026 – 10/9/2026 (dự kiến)");
});

test("whoever begins a report sees its window before", async ({ page }) => {
  await at(page, "2026-03-10T02:00:00Z");
  await page.goto("#/");
  await ready(page);
  const hint = page.locator("#begin-window");
  await expect(hint).toContainText("15/12/2025 – 09/3/2026");
  await expect(hint.locator("[data-due]")).toHaveText("còn 1 ngày");
  await page.locator("#begin-period").selectOption("Q3");
  await expect(hint).toContainText("15/6/2026 – 10/9/2026 (dự kiến)");
  await page.locator("#begin-year").fill("2025");
  await expect(hint).toContainText("15/6/2025 – 10/9/2025. Gửi trước ngày: 12/9/2025");
  await page.locator("#begin-year").fill("khác");
  await expect(hint).toContainText("Chưa có văn bản nêu");
});

test("a form set of one's own has the windows of the general rule, and takes one's own", async ({ page }) => {
  await at(page, "2026-02-01T02:00:00Z");
  const small = fileURLToPath(new URL("../../schemas/examples/small-form.json", import.meta.url));
  await page.route("**/cong/bieu-mau/bo-khac.json", (route) => route.fulfill({ contentType: "application/json", path: small }));
  await page.goto(`?form=bo-khac.json${reportAddress({ form: "small-form", agency: "x-thu" })}`);
  await expect(facts(page)).toContainText("15/12/2025 – 14/3/2026 (dự kiến)");
  await expect(facts(page)).toContainText("Gửi trước ngày: Chưa có văn bản nêu");
  await change(page).click();
  await expect(page.locator("#window-from")).toBeFocused();
  await typeDay(page, "window-send", "17/3/2026");
  await page.keyboard.press("Enter");
  await expect(due(page)).toHaveText("còn 43 ngày");
});

test("without an agency the settings say what to do first", async ({ page }) => {
  await page.goto("?lang=en#/settings");
  await expect(page.locator("main")).toContainText("Windows are set for each agency. Begin a report on the home page first.");
  await expect(page.locator("#window-agency")).toBeHidden();
});
