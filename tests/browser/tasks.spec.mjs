// An officer follows the work list of the office: marks tasks done, comes back, and takes the counts into the form.

import { reportDocument, sealed } from "./support/documents.mjs";
import { downloaded } from "./support/downloads.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import {
  chooseByKeyboard,
  chooseFile,
  exportJson,
  figure,
  importFile,
  inReport,
  openReport,
  saved,
  tabTo,
  typeFigure,
} from "./support/officer.mjs";
import {
  OFFICE,
  OFFICE_LIST,
  counts,
  offer,
  openFields,
  openTasks,
  shownTasks,
  task,
  taskField,
  tasksAddress,
} from "./support/plan.mjs";
import { expectValid } from "./support/schema.mjs";
import { recordKeys, writeRecord } from "./support/shelf.mjs";

const SCHEMA = new URL("../../schemas/report.schema.json", import.meta.url);
const WINDOW = { id: "2026Q1", from: "2025-12-15", to: "2026-03-09" };

/** The work list lies here; the day is one before the first quarter closes. */
test.beforeEach(async ({ page }) => {
  await page.clock.setFixedTime(new Date("2026-03-08T03:00:00Z"));
});

test("tasks are marked done from the keyboard, kept, counted, and taken into the form with one key", async ({ page }) => {
  await openTasks(page);
  expect(await counts(page)).toEqual({ planned: 41, completed: 21, late: 0, overdue: 0, soon: 0 });

  // To the task with Tab, its state with the arrows, its fields behind Enter.
  const state = taskField(page, "I.3", "state");
  await tabTo(page, state, 40);
  await chooseByKeyboard(page, state, "done");
  await openFields(page, "I.3");
  for (const [name, text] of [
    ["product", "Kế hoạch kiểm tra cải cách hành chính"],
    ["number", "31/KH-VPUB"],
    ["date", "06/3/2026"],
    ["deadline", "Trước 05/3/2026"],
    ["note", "Ghép với kiểm tra công vụ"],
  ]) {
    await page.keyboard.press("Tab");
    await expect(taskField(page, "I.3", name)).toBeFocused();
    await page.keyboard.type(text);
  }
  // Completed two days after the last day before 5 March.
  await expect(task(page, "I.3")).toContainText("Hoàn thành quá hạn");
  const after = { planned: 41, completed: 22, late: 1, overdue: 0, soon: 0 };
  expect(await counts(page)).toEqual(after);
  await saved(page);

  await page.reload();
  await ready(page);
  expect(await counts(page)).toEqual(after);
  await expect(task(page, "I.3")).toContainText("31/KH-VPUB");
  await openFields(page, "I.3");
  await expect(taskField(page, "I.3", "note")).toHaveValue("Ghép với kiểm tra công vụ");

  // The form offers the counts of its closing day.
  await openReport(page, { agency: OFFICE.code });
  await expect(offer(page, "pl1.b1.2.1")).toHaveText(/Danh mục nhiệm vụ: 41 Lấy số này/);
  await expect(offer(page, "pl1.b1.2.2")).toHaveText(/Danh mục nhiệm vụ: 22 Lấy số này/);
  for (const [row, count] of [["pl1.b1.2.1", "41"], ["pl1.b1.2.2", "22"]]) {
    await tabTo(page, offer(page, row).locator('[data-action="take-count"]'), 60);
    await page.keyboard.press("Enter");
    await expect(figure(page, row)).toHaveValue(count);
    await expect(figure(page, row)).toBeFocused();
    await expect(offer(page, row)).toHaveAttribute("data-offer", "agrees");
  }
  await expect(figure(page, "pl1.b1.2")).toHaveText(/53,66/);
  // Another figure than that of the list is told, and stays.
  await typeFigure(page, "pl1.b1.2.2", "21");
  await expect(offer(page, "pl1.b1.2.2")).toHaveText(/22, khác số đã nhập/);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await saved(page);
});

test("the list goes with the report to another machine, and is shown before it counts", async ({ page, browser, site }) => {
  await openTasks(page);
  await taskField(page, "I.3", "state").selectOption("done");
  await openFields(page, "I.3");
  await taskField(page, "I.3", "number").fill("31/KH-VPUB");
  await page.locator('[data-action="add-task"]').press("Enter");
  await expect(page.locator('[data-field="task"]').last()).toBeFocused();
  await page.keyboard.type("Tập huấn chữ ký số");
  await openReport(page, { agency: OFFICE.code });
  const file = await exportJson(page);
  const document = JSON.parse(file.text);
  expectValid(document, SCHEMA);
  expect(document.tasks).toHaveLength(1);
  expect(document.tasks[0].list).toBe(OFFICE_LIST);
  expect(document.tasks[0].tasks["I.3"]).toEqual({ state: "done", number: "31/KH-VPUB" });
  expect(document.tasks[0].own.map(({ task }) => task)).toEqual(["Tập huấn chữ ký số"]);

  const context = await browser.newContext({ baseURL: site.url, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh" });
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-03-08T03:00:00Z"));
  await other.goto("#/");
  await ready(other);
  await chooseFile(other, file);
  const preview = other.locator('[data-import="preview"]');
  await expect(preview).toContainText("Danh mục nhiệm vụ: Nhiệm vụ cải cách hành chính của Văn phòng UBND tỉnh năm 2026");
  await expect(preview).toContainText("Đã hoàn thành – 31/KH-VPUB");
  await expect(preview).toContainText("Tập huấn chữ ký số");
  expect(await recordKeys(other)).toEqual([]);
  await preview.locator('[data-action="import-apply"]').click();
  await inReport(other);
  await openTasks(other);
  expect(await counts(other)).toMatchObject({ planned: 42, completed: 22 });
  await expect(taskField(other, "I.3", "state")).toHaveValue("done");
  await context.close();
});

test("a list by itself is exported and imported too", async ({ page }) => {
  await openTasks(page, { list: "tasks-226", agency: "03646" });
  await taskField(page, "1", "state").selectOption("in_progress");
  await saved(page);
  const { name, text } = await downloaded(page, () => page.locator('[data-action="export-tasks"]').click());
  expect(name).toBe("tasks-226_03646.json");
  await taskField(page, "1", "state").selectOption("done");
  await saved(page);
  await chooseFile(page, { text });
  await expect(page.locator('[data-import="preview"]')).toContainText("Đang thực hiện");
  await page.locator('[data-import="preview"] [data-action="import-apply"]').click();
  await expect(taskField(page, "1", "state")).toHaveValue("in_progress");
  // What stood there before is kept beside.
  expect((await recordKeys(page)).filter((key) => key.startsWith("past/tasks/tasks-226/03646/"))).toHaveLength(1);
});

test("the list is narrowed by words, group, lead, state and deadline, and no row is lost on the way", async ({ page }) => {
  await page.clock.setFixedTime(new Date("2025-09-01T03:00:00Z"));
  await openTasks(page, { list: "tasks-2025", agency: "x-ubnd-tinh-son-la" });
  await expect(page.locator("[data-notes]")).toHaveAttribute("data-notes", "3");
  const search = page.locator("#filter-search");
  await search.pressSequentially("kiem tra cong vu");
  expect(await shownTasks(page)).toContain("V.5");
  await search.fill("");
  await page.locator("#filter-group").selectOption("VI");
  expect(await shownTasks(page)).toEqual(["VI.1", "VI.2", "VI.3", "VI.4", "VI.5", "VI.6", "VI.7"]);
  await page.locator("#filter-state").selectOption("not_started");
  expect(await shownTasks(page)).toEqual(["VI.2", "VI.3", "VI.5", "VI.6"]);
  // A task that is changed stays where it is until the filter is changed.
  await taskField(page, "VI.2", "state").selectOption("done");
  expect(await shownTasks(page)).toEqual(["VI.2", "VI.3", "VI.5", "VI.6"]);
  await page.locator('[data-action="clear-filter"]').click();
  await page.locator("#filter-due").selectOption("overdue");
  expect(await shownTasks(page)).toEqual(["I.3", "I.10", "I.12", "III.9", "IV.2"]);
  await expect(task(page, "I.10")).toContainText("Quá hạn 1 ngày (31/8/2025)");
  await page.locator("#filter-lead").selectOption("sở giáo dục và đào tạo");
  expect(await shownTasks(page)).toEqual(["IV.2"]);
  await expect(page.locator(".bm-filter__shown")).toHaveText("Hiện 1 trên 71 nhiệm vụ");
  await page.locator("#filter-due").selectOption("soon");
  await expect(page.getByText("Không có nhiệm vụ nào khớp với bộ lọc.")).toBeVisible();
  await page.locator('[data-action="clear-filter"]').click();
  await expect(page.locator(".bm-filter__shown")).toHaveText("Hiện 71 trên 71 nhiệm vụ");
  await expect(taskField(page, "VI.2", "state")).toHaveValue("done");
});

test("a commune lists its own plan, takes a task away and brings it back", async ({ page }) => {
  await openTasks(page, { list: "own-2026", agency: "03646" });
  await expect(heading(page)).toHaveText("Kế hoạch của đơn vị năm 2026");
  await expect(page.getByText("UBND phường Tô Hiệu")).toBeVisible();
  await expect(page.getByText("Danh mục chưa có nhiệm vụ nào.")).toBeVisible();
  for (const [words, deadline] of [
    ["Ban hành kế hoạch cải cách hành chính năm 2026", "Tháng 01/2026"],
    ["Tự kiểm tra bộ phận một cửa", "Quý II/2026"],
  ]) {
    await page.locator('[data-action="add-task"]').press("Enter");
    await expect(page.locator("input:focus, textarea:focus")).toHaveCount(1);
    await page.keyboard.type(words);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type(deadline);
  }
  expect(await counts(page)).toMatchObject({ planned: 2, completed: 0, overdue: 1 });
  await page.locator('[data-action="remove-task"]').first().press("Enter");
  expect(await counts(page)).toMatchObject({ planned: 1, overdue: 0 });
  await expect(page.locator('[data-action="bring-back"]')).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await counts(page)).toMatchObject({ planned: 2, overdue: 1 });
  await saved(page);
  await page.reload();
  await ready(page);
  expect(await counts(page)).toMatchObject({ planned: 2, overdue: 1 });
  // The report of the commune is offered the counts of its own plan.
  await openReport(page);
  await expect(offer(page, "pl1.b1.2.1")).toHaveText(/Danh mục nhiệm vụ: 2 Lấy số này/);
});

test("what is typed is in the journal at once, also when the page is torn away", async ({ page }) => {
  await openTasks(page);
  await openFields(page, "I.4");
  await taskField(page, "I.4", "note").fill("Cử hai người");
  // No commit can end before the page is gone.
  await page.evaluate(() => location.reload());
  await ready(page);
  await expect(task(page, "I.4")).toContainText("Cử hai người");
});

test("two pages on one list lose nothing of each other", async ({ page, context }) => {
  await openTasks(page);
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-03-08T03:00:00Z"));
  await openTasks(other);
  await taskField(page, "I.3", "state").selectOption("done");
  await saved(page);
  await taskField(other, "I.4", "state").selectOption("done");
  await saved(other);
  await expect(taskField(other, "I.3", "state")).toHaveValue("done");
  await page.reload();
  await ready(page);
  expect(await counts(page)).toMatchObject({ completed: 23 });
});

test("a broken copy is put aside, and one of a newer page is left alone", async ({ page }) => {
  await openTasks(page);
  await writeRecord(page, `tasks/${OFFICE_LIST}/${OFFICE.code}`, "{ not a record");
  await page.reload();
  await ready(page);
  await expect(page.getByRole("alert").first()).toContainText("Bản ghi của danh mục này không đọc được");
  expect(await counts(page)).toMatchObject({ planned: 41, completed: 21 });
  expect((await recordKeys(page)).some((key) => key.startsWith("aside/tasks/"))).toBe(true);
  await page.goto("#/");
  await ready(page);
  await writeRecord(page, `tasks/${OFFICE_LIST}/${OFFICE.code}`, '{"record":"bieumau.record/9"}');
  await page.goto(tasksAddress());
  await expect(page.getByText("do một phiên bản mới hơn của Biểu Mẫu lưu")).toBeVisible();
});

test("the page opens on the list of the agency that reported last", async ({ page }) => {
  await page.goto("#/tasks");
  await ready(page);
  await expect(heading(page)).toHaveText("Nhiệm vụ");
  await page.locator("#tasks-list").selectOption("tasks-226");
  await expect(page.locator("#tasks-year")).toBeHidden();
  await page.locator("#tasks-agency").fill("03646");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Nhiệm vụ thực hiện Kết luận số 226-KL/TW");
  expect(page.url()).toContain("#/tasks/tasks-226/03646");
  await importFile(page, { text: sealed(reportDocument({}, { agency: OFFICE, period: WINDOW })) });
  await page.getByRole("link", { name: "Nhiệm vụ", exact: true }).click();
  await expect(heading(page)).toHaveText("Nhiệm vụ cải cách hành chính của Văn phòng UBND tỉnh năm 2026");
  await expect(page.getByRole("link", { name: "Nhiệm vụ", exact: true })).toHaveAttribute("aria-current", "page");
});

test("without its files the page says so, and the report works all the same", async ({ page, noise }) => {
  noise.allow(/404/);
  await page.route("**/forms/plans.json", (route) => route.fulfill({ status: 404 }));
  await page.goto("#/tasks");
  await expect(page.getByText("Chưa tải được dữ liệu kế hoạch.")).toBeVisible();
  await page.goto("#/targets");
  await expect(page.getByText("Chưa tải được dữ liệu kế hoạch.")).toBeVisible();
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
});
