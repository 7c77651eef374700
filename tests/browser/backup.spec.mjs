// Everything is written into one file, and comes back from it: on another machine, over newer figures, over older ones.

import { createHash } from "node:crypto";
import { expect, ready, test } from "./support/fixtures.mjs";
import { WARD, exportJson, figure, inReport, openReport, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { expectValid } from "./support/schema.mjs";
import { recordKeys } from "./support/shelf.mjs";

const OTHER_WARD = "03667";
const PATH = `cchc-2026/${WARD}/2026Q1`;
const OTHER_PATH = `cchc-2026/${OTHER_WARD}/2026Q1`;

const act = (page, action) => page.locator(`[data-action="${action}"]`);
const preview = (page) => page.locator('[data-restore="preview"]');
const one = (page, path) => page.locator(`[data-restore-report="${path}"]`);
const at = (page, moment) => page.clock.setFixedTime(new Date(moment));

async function home(page) {
  await page.goto("#/");
  await ready(page);
  await expect(act(page, "backup")).toBeVisible();
}

/** Makes a backup: the name of the file and its text. */
async function backUp(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), act(page, "backup").click()]);
  const chunks = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  await expect(page.locator('[data-backup-state="done"]')).toBeVisible();
  return { name: download.suggestedFilename(), text: Buffer.concat(chunks).toString("utf8") };
}

async function choose(page, text, name = "sao-luu.json") {
  await act(page, "restore").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}

async function restore(page) {
  await act(page, "restore-apply").click();
  await expect(page.locator('[data-restore="done"]')).toBeVisible();
}

/** The text of a backup after a change, with the digest that fits. */
function changed(text, change) {
  const value = JSON.parse(text);
  change(value);
  delete value.digest;
  const canonical = JSON.stringify(value, (_, part) =>
    part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
  const digest = createHash("sha256").update(canonical).digest("hex");
  return `{"digest":"sha256:${digest}",${canonical.slice(1)}`;
}

/** Two reports, one with a second figure typed a quarter of an hour later. */
async function twoReports(page) {
  await at(page, "2026-03-20T02:41:00Z");
  await openReport(page, { agency: OTHER_WARD });
  await typeFigure(page, "pl1.b1.1", "31");
  await saved(page);
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
}

test("a backup holds every report by its published schema, and brings them back on another machine", async ({ page, browser, site }) => {
  await twoReports(page);
  await page.goto("#/tasks/tasks-2025/x-ubnd-tinh-son-la");
  await page.locator('[data-task="I.1"] summary').click();
  await page.locator('[data-task="I.1"] [data-field="number"]').fill("15/QĐ-UBND");
  await saved(page);
  await home(page);
  const { name, text } = await backUp(page);
  expect(name).toMatch(/^bieumau-sao-luu_2026-03-20_\d{4}\.json$/);
  const backup = JSON.parse(text);
  expectValid(backup, "schemas/backup.schema.json");
  expect(backup.reports.map(({ path }) => path)).toEqual([PATH, OTHER_PATH]);
  expect(backup.work_lists.map(({ path }) => path)).toEqual(["tasks-2025/x-ubnd-tinh-son-la"]);
  expect(changed(text, () => {})).toBe(text.trimEnd());

  const context = await browser.newContext({ baseURL: site.url });
  const elsewhere = await context.newPage();
  await home(elsewhere);
  await choose(elsewhere, text, name);
  await expect(elsewhere.locator("#restore-title")).toBeFocused();
  await expect(elsewhere.locator("[data-restore-report]")).toHaveCount(2);
  for (const path of [PATH, OTHER_PATH]) {
    await expect(one(elsewhere, path)).toHaveAttribute("data-relation", "only_in_file");
    await expect(one(elsewhere, path).locator("select")).toHaveValue("take");
  }
  expect((await recordKeys(elsewhere)).filter((key) => key.startsWith("report/"))).toEqual([]);
  await restore(elsewhere);
  await expect(elsewhere.locator("#restore-title")).toHaveText("Đã khôi phục 3 mục.");
  await expect(elsewhere.locator(`a[href="${reportAddress({ agency: OTHER_WARD })}"]`).first()).toBeVisible();
  await openReport(elsewhere);
  await expect(figure(elsewhere, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(elsewhere, "pl1.b1.2")).toHaveText("51,22");
  // What can be taken back came along.
  await elsewhere.keyboard.press("ControlOrMeta+Z");
  await expect(figure(elsewhere, "pl1.b1.2.2")).toHaveValue("");
  await elsewhere.goto("#/tasks/tasks-2025/x-ubnd-tinh-son-la");
  await elsewhere.locator('[data-task="I.1"] summary').click();
  await expect(elsewhere.locator('[data-task="I.1"] [data-field="number"]')).toHaveValue("15/QĐ-UBND");
  await context.close();
});

test("what is newer here stays, and is replaced or joined only where the officer says so", async ({ page }) => {
  await twoReports(page);
  await home(page);
  const { text } = await backUp(page);
  await at(page, "2026-03-20T03:30:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.2", "30");
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  await home(page);
  await choose(page, text);
  await expect(one(page, OTHER_PATH)).toHaveAttribute("data-relation", "same");
  await expect(one(page, OTHER_PATH).locator("select")).toHaveCount(0);
  await expect(one(page, PATH)).toHaveAttribute("data-relation", "newer_here");
  const choice = one(page, PATH).locator("select");
  await expect(choice).toHaveValue("keep");
  // Joined, nothing changes: both rows were changed later here.
  await choice.selectOption("merge");
  await expect(one(page, PATH).locator("tbody tr")).toHaveCount(0);
  await choice.selectOption("take");
  await expect(one(page, PATH).locator("tbody tr")).toHaveCount(2);
  await expect(one(page, PATH).locator("tbody tr").last()).toContainText("30");
  await restore(page);
  await openReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("");
  await expect(act(page, "undo")).toHaveAttribute("title", /khôi phục từ bản lúc .*sao-luu\.json/);
  // What was replaced is an earlier state, and one step away.
  await page.goto(`#/earlier/${PATH}`);
  await expect(page.locator('tr[data-earlier]:not([data-earlier="now"])').first()).toContainText("2 dòng");
  await openReport(page);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("30");
});

test("two machines that went on with one report are joined row by row", async ({ page, browser, site }) => {
  await twoReports(page);
  await home(page);
  const { text } = await backUp(page);
  const context = await browser.newContext({ baseURL: site.url });
  const elsewhere = await context.newPage();
  await home(elsewhere);
  await choose(elsewhere, text);
  await restore(elsewhere);
  await at(elsewhere, "2026-03-20T04:00:00Z");
  await openReport(elsewhere);
  await typeFigure(elsewhere, "pl1.b1.3.1", "9");
  await typeFigure(elsewhere, "pl1.b1.2.2", "22");
  await saved(elsewhere);
  await home(elsewhere);
  const theirs = await backUp(elsewhere);
  await context.close();
  await at(page, "2026-03-20T03:30:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  await home(page);
  await choose(page, theirs.text);
  await expect(one(page, PATH)).toHaveAttribute("data-relation", "newer_in_file");
  await expect(one(page, PATH).locator("select")).toHaveValue("take");
  await one(page, PATH).locator("select").selectOption("merge");
  await expect(one(page, PATH).locator("tbody tr")).toHaveCount(2);
  await restore(page);
  await openReport(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("22");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("9");
});

test("what another tab types while the preview is open is not passed over", async ({ page, context }) => {
  await twoReports(page);
  await home(page);
  const { text } = await backUp(page);
  await choose(page, changed(text, ({ reports }) => {
    reports[0].document.modified = "2026-03-20T05:00:00Z";
    reports[0].document.entries["pl1.b1.1"] = { number: "77" };
  }));
  await one(page, PATH).locator("select").selectOption("merge");
  const other = await context.newPage();
  await at(other, "2026-03-20T04:20:00Z");
  await openReport(other);
  await typeFigure(other, "pl1.b1.3.1", "9");
  await saved(other);
  await other.close();
  await restore(page);
  await openReport(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("77");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("9");
});

test("a file that was changed by hand is told, and takes the place of nothing by itself", async ({ page }) => {
  await twoReports(page);
  await home(page);
  const { text } = await backUp(page);
  const odd = JSON.parse(text);
  odd.reports[0].document.modified = "2026-03-21T05:00:00Z";
  odd.reports[0].document.entries["pl1.b1.2.1"] = { number: "47" };
  await choose(page, JSON.stringify(odd));
  await expect(page.locator('[data-restore="damaged"]')).toBeVisible();
  await expect(one(page, PATH)).toHaveAttribute("data-relation", "newer_in_file");
  await expect(one(page, PATH).locator("select")).toHaveValue("keep");
});

test("one report that cannot be read, or is of a newer page, does not keep the others from coming back", async ({ page, browser, site }) => {
  await twoReports(page);
  await home(page);
  const { text } = await backUp(page);
  const odd = changed(text, ({ reports }) => {
    reports[0].document.entries = "rác";
    reports.push({ ...reports[1], path: "cchc-2026/03666/2026Q1", document: { ...reports[1].document, format: "bieumau.report/2" } });
  });
  const context = await browser.newContext({ baseURL: site.url });
  const elsewhere = await context.newPage();
  await home(elsewhere);
  await choose(elsewhere, odd);
  await expect(one(elsewhere, PATH)).toContainText("Không đọc được bản này");
  await expect(one(elsewhere, "cchc-2026/03666/2026Q1")).toContainText("phiên bản Biểu Mẫu mới hơn");
  await restore(elsewhere);
  await expect(elsewhere.locator("#restore-title")).toHaveText("Đã khôi phục 1 mục.");
  await openReport(elsewhere, { agency: OTHER_WARD });
  await expect(figure(elsewhere, "pl1.b1.1")).toHaveValue("31");
  await context.close();
});

test("a file that is none is refused with the reason, and nothing changes", async ({ page }) => {
  await twoReports(page);
  const report = await exportJson(page);
  await home(page);
  const { text } = await backUp(page);
  const before = await recordKeys(page);
  for (const [file, reason] of [
    ["", "không phải là JSON hợp lệ"],
    [text.slice(0, text.length / 2), "không phải là JSON hợp lệ"],
    ['{"a": 1}', "Tệp không có định dạng"],
    [JSON.stringify({ ...JSON.parse(text), format: "bieumau.backup/2" }), "mới hơn phiên bản trang này"],
    [changed(text, ({ reports }) => (reports[0].path = "../x")), "không dùng được"],
    [Buffer.from([0xff, 0xfe, 0x00]), "không phải là văn bản UTF-8"],
    [report.text, "Đây là tệp của một báo cáo"],
  ]) {
    await choose(page, file);
    const refused = page.locator('[data-restore="refused"]');
    await expect(refused).toContainText(reason);
    await expect(refused).toContainText("Số liệu trên máy không thay đổi.");
    await act(page, "restore-close").click();
    await expect(refused).toHaveCount(0);
  }
  expect(await recordKeys(page)).toEqual(before);
});

test("earlier states come along where they are wanted", async ({ page, browser, site }) => {
  await twoReports(page);
  await at(page, "2026-03-20T03:30:00Z");
  await typeFigure(page, "pl1.b1.2.2", "30");
  await saved(page);
  await home(page);
  await page.locator("[data-backup-past]").check();
  const { text } = await backUp(page);
  expectValid(JSON.parse(text), "schemas/backup.schema.json");
  const context = await browser.newContext({ baseURL: site.url });
  const elsewhere = await context.newPage();
  await home(elsewhere);
  await choose(elsewhere, text);
  await restore(elsewhere);
  await elsewhere.goto(`#/earlier/${PATH}`);
  await act(elsewhere, "earlier-look").first().click();
  await act(elsewhere, "earlier-apply").click();
  await inReport(elsewhere);
  await expect(figure(elsewhere, "pl1.b1.2.2")).toHaveValue("21");
  await context.close();
});

test("a backup of sixty reports is looked at and restored", async ({ page }) => {
  await twoReports(page);
  await home(page);
  const { text } = await backUp(page);
  const many = changed(text, (backup) => {
    const [sample] = backup.reports;
    for (let number = 0; number < 60; number += 1) {
      const code = `x-don-vi-${number}`;
      const document = { ...sample.document, agency: { ...sample.document.agency, code, name: `Đơn vị ${number}` } };
      backup.reports.push({ ...sample, path: `cchc-2026/${code}/2026Q1`, document });
    }
  });
  await choose(page, many);
  await expect(page.locator("[data-restore-report]")).toHaveCount(62);
  await restore(page);
  await expect(page.locator("#restore-title")).toHaveText("Đã khôi phục 60 mục.");
  expect((await recordKeys(page)).filter((key) => key.startsWith("report/"))).toHaveLength(62);
});

// What the browser promises.

const facts = (page) => page.locator("[data-persisted]");

test("the settings say what the browser promises and how much room there is", async ({ page }) => {
  await page.addInitScript(() => {
    let promised = false;
    StorageManager.prototype.persisted = async () => promised;
    StorageManager.prototype.persist = async () => (promised = window.agrees ?? false);
    StorageManager.prototype.estimate = async () => ({ usage: 3.5 * 1024 * 1024, quota: 2048 * 1024 * 1024 });
  });
  await page.goto("#/settings");
  await expect(facts(page)).toHaveAttribute("data-persisted", "no");
  await expect(facts(page)).toContainText("sao lưu ra tệp");
  await expect(page.locator('[data-storage="used"]')).toHaveText("3,5 MB");
  await expect(page.locator('[data-storage="left"]')).toHaveText("2.044,5 MB");
  await act(page, "persist").click();
  await expect(page.locator('[data-persist="refused"]')).toBeVisible();
  await expect(act(page, "persist")).toBeFocused();
  await page.evaluate(() => (window.agrees = true));
  await act(page, "persist").click();
  await expect(facts(page)).toHaveAttribute("data-persisted", "yes");
  await expect(act(page, "persist")).toHaveCount(0);
  await expect(facts(page)).toBeFocused();
});

test("a browser that says nothing of its storage is no trouble", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "storage", { get: () => undefined }));
  await page.goto("#/settings");
  await expect(facts(page)).toHaveAttribute("data-persisted", "unknown");
  await expect(act(page, "persist")).toHaveCount(0);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
});
