// A file comes in: what it would change is shown first, and a spoilt file changes nothing.

import { expectAccessible } from "./support/axe.mjs";
import { reportDocument, sealed } from "./support/documents.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import {
  chooseFile,
  exportJson,
  figure,
  importFile,
  inReport,
  note,
  openReport,
  openSheet,
  reportAddress,
  saved,
  typeFigure,
  typeIn,
} from "./support/officer.mjs";
import { openTasks } from "./support/plan.mjs";
import { recordKeys, readRecord } from "./support/shelf.mjs";

const preview = (page) => page.locator('[data-import="preview"]');
const refused = (page) => page.locator('[data-import="refused"]');
const differences = (page) => page.locator('[data-import="differences"]');

/** Everything that is kept, as it lies there. */
async function kept(page) {
  const keys = await recordKeys(page);
  return Promise.all(keys.map(async (key) => [key, await readRecord(page, key)]));
}

/** A small report on this machine, as the page itself exports it. */
async function exported(page) {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await typeFigure(page, "pl1.b1.3.1", "Dự kiến 02");
  await note(page, "pl1.b1.2.2").fill("Đến ngày 09/3");
  await saved(page);
  const { text } = await exportJson(page);
  // That it left is kept too.
  await saved(page);
  return text;
}

test("import shows what would change, and cancelling changes nothing", async ({ page }) => {
  const text = await exported(page);
  await typeFigure(page, "pl1.b1.2.2", "30");
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  const before = await kept(page);
  await chooseFile(page, { text });
  await expect(preview(page)).toContainText("UBND phường Tô Hiệu (03646)");
  await expect(preview(page)).toContainText("Quý I năm 2026");
  await expect(preview(page)).toContainText("Nhập tệp sẽ thay toàn bộ số liệu");
  await expect(differences(page)).toHaveCount(0);
  await expect(preview(page).locator("tbody tr")).toHaveText([/dòng 1.*7\(để trống\)$/, /dòng 2\.2.*30 – Đến ngày 09\/321 – Đến ngày 09\/3$/]);
  await page.locator('[data-action="import-cancel"]').click();
  await expect(preview(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("30");
  expect(await kept(page)).toEqual(before);
});

test("a file with the same figures says so", async ({ page }) => {
  const text = await exported(page);
  await chooseFile(page, { text });
  await expect(preview(page)).toContainText("Số liệu trong tệp giống hệt");
  await expect(preview(page).locator("[data-asides]")).toHaveCount(0);
});

test("a file in which no row differs still says what else would", async ({ page }) => {
  const text = await exported(page);
  const document = JSON.parse(text);
  const window = { from: "2025-12-15", to: "2026-03-01", send_before: "2026-03-05" };
  await chooseFile(page, { text: sealed({ ...document, period: { ...document.period, ...window } }) });
  await expect(preview(page)).toContainText("Số liệu trong tệp giống hệt");
  const asides = preview(page).locator("[data-asides] li");
  await expect(asides).toHaveText([/^Thời gian chốt số liệu: đang là .*, sẽ là 15\/12\/2025 – 0?1\/0?3\/2026; gửi trước ngày 0?5\/0?3\/2026\.$/]);
  await expectAccessible(page);
});

test("where a work list that came with a file could not be kept, that is said, and the report is in", async ({ page }) => {
  await openTasks(page, { list: "own-2026", agency: "03646" });
  await page.locator('[data-action="add-task"]').press("Enter");
  await expect(page.locator("input:focus, textarea:focus")).toHaveCount(1);
  await page.keyboard.type("Tự kiểm tra bộ phận một cửa");
  await saved(page);
  const text = await exported(page);
  await typeFigure(page, "pl1.b1.2.2", "30");
  await saved(page);
  await chooseFile(page, { text: text.replace("Tự kiểm tra", "Tự rà soát") });
  await expect(preview(page)).toContainText("Tự rà soát");
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (/(^|\/)tasks\//.test(key)) throw new DOMException("đầy", "QuotaExceededError");
      return put.call(this, value, key);
    };
  });
  await preview(page).locator('[data-action="import-apply"]').click();
  const half = page.locator('[data-import="half"]');
  await expect(half).toContainText("Báo cáo trong tệp đã được nhập");
  await expect(half).toContainText("Kế hoạch của đơn vị năm 2026");
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expectAccessible(page);
  await page.reload();
  await openTasks(page, { list: "own-2026", agency: "03646" });
  await expect(page.locator(`[data-task] [data-field="task"]`)).toHaveValue(/^Tự kiểm tra/);
});

test("import replaces the report that is open, after the preview, and keeps the one before as an earlier state", async ({ page }) => {
  const text = await exported(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  // The officer still stands in a field.
  await typeIn(page, "pl1.b1.2.2", "999");
  await saved(page);
  await chooseFile(page, { text });
  await expect(preview(page)).toContainText("999");
  await preview(page).locator('[data-action="import-apply"]').click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("");
  // The officer goes on where a figure is missing.
  await expect(figure(page, "pl1.b1.1")).toBeFocused();
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await expect(note(page, "pl1.b1.2.2")).toHaveValue("Đến ngày 09/3");
  expect((await exportJson(page)).text).toBe(text);
  // One, or two where ten minutes of the clock were over meanwhile.
  const figures = [];
  for (const key of (await recordKeys(page)).filter((key) => key.startsWith("past/report/"))) {
    figures.push(JSON.parse(JSON.parse(await readRecord(page, key)).body).entries["pl1.b1.2.2"].number);
  }
  expect(figures).toContain("999");
});

test("a file in which the agency is called otherwise, and is of another level, is drawn for it, and taken back", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await openSheet(page, "pl1.b2");
  const elsewhere = page.locator('[id="pl1.b2"] .bm-line--elsewhere');
  const foreign = await elsewhere.count();
  const name = await heading(page).textContent();
  const document = reportDocument({ "pl1.b1.1": { number: "5" } });
  document.agency = { ...document.agency, name: "Sở Nội vụ", level: "department" };
  await importFile(page, { text: sealed(document) });
  await expect(heading(page)).toHaveText("Sở Nội vụ – Quý I năm 2026");
  await expect(page).toHaveTitle(/^Sở Nội vụ – /);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
  await openSheet(page, "pl1.b2");
  await expect(elsewhere).not.toHaveCount(foreign);
  await page.keyboard.press("Control+z");
  await expect(heading(page)).toHaveText(name);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  await openSheet(page, "pl1.b2");
  await expect(elsewhere).toHaveCount(foreign);
  await page.keyboard.press("Control+y");
  await expect(heading(page)).toHaveText("Sở Nội vụ – Quý I năm 2026");
});

test("import while another report is open leaves that one alone", async ({ page }) => {
  await openReport(page, { agency: "03667" });
  await typeFigure(page, "pl1.b1.1", "31");
  await importFile(page, { text: sealed(reportDocument({ "pl1.b1.1": { number: "5" } })) });
  expect(page.url()).toContain(reportAddress());
  await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
  await openReport(page, { agency: "03667" });
  await expect(figure(page, "pl1.b1.1")).toHaveValue("31");
});

test("the digest that another program computes is the one that the page expects", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  await chooseFile(page, { text: sealed(reportDocument({ "pl1.b1.1": { number: "5", note: "“Ghi chú” \\ \u001f 😀" } })) });
  await expect(preview(page)).toBeVisible();
  await expect(differences(page)).toHaveCount(0);
});

test("a figure that was changed in the file is told by the digest and by what it was computed to", async ({ page }) => {
  const text = await exported(page);
  const before = await kept(page);
  await chooseFile(page, { text: text.replace(/("pl1.b1.2.2":\s*\{[^}]*"number":\s*)"21"/, '$1"31"') });
  await expect(differences(page)).toContainText("Mã kiểm tra không khớp: tệp đã bị sửa sau khi xuất");
  await expect(differences(page)).toContainText("tệp ghi “51,22”, tính lại được “75,61”");
  expect(await kept(page)).toEqual(before);
});

const change = (act) => (text) => {
  const document = JSON.parse(text);
  act(document);
  return sealed(document);
};

for (const [what, spoil, told] of [
  ["is empty", () => "", "không phải là JSON hợp lệ"],
  ["is no JSON", () => "{ đây là Word", "không phải là JSON hợp lệ: lỗi ở dòng 1, cột 3"],
  ["begins as a Word file and is none", () => "PK\u0003\u0004 đây là Word", "Tệp bị hỏng hoặc chưa tải xong"],
  ["was cut", (text) => text.slice(0, text.length / 2), "không phải là JSON hợp lệ: lỗi ở dòng"],
  ["is other JSON", () => '{"a": [1, 2]}', "Tệp không có định dạng “bieumau.report/1”"],
  ["is a backup", () => '{"digest":"sha256:0","format":"bieumau.backup/1"}', "mục “Sao lưu và khôi phục”"],
  ["is of a newer format", change((file) => (file.format = "bieumau.report/2")), "mới hơn phiên bản trang này"],
  ["belongs to a form set that is not here", change((file) => (file.form.id = "cchc-2031")), "chưa có bộ biểu mẫu của tệp"],
  ["has a number that is none", change((file) => (file.entries["pl1.b1.2.1"].number = "4,1")), "entries.pl1.b1.2.1.number"],
  ["has a period that is none", change((file) => (file.period.id = "2026Q7")), "Không có kỳ “2026Q7”"],
  ["has a period that its form set does not have", change((file) => (file.period.id = "2026N1")), "không có kỳ báo cáo này: 2026N1"],
  ["has an agency that would leave its place", change((file) => (file.agency.code = "../03646")), "agency.code"],
  ["is of 5 MB", (text) => text + " ".repeat(5 * 1024 * 1024), "Tệp lớn quá 4 MB"],
]) {
  test(`a file that ${what} is refused with the reason, and nothing changes`, async ({ page }) => {
    const text = await exported(page);
    const before = await kept(page);
    await chooseFile(page, { name: "hong.json", text: spoil(text) });
    await expect(refused(page)).toContainText("Không nhập được tệp: hong.json");
    await expect(refused(page)).toContainText(told);
    await expect(refused(page)).toContainText("Không có gì trên máy này bị thay đổi");
    await expect(preview(page)).toHaveCount(0);
    await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
    expect(await kept(page)).toEqual(before);
    // The mended file can be chosen at once.
    await chooseFile(page, { name: "hong.json", text });
    await expect(preview(page)).toBeVisible();
    await expect(refused(page)).toHaveCount(0);
  });
}

test("a file that could not be taken in changes nothing, and the report does not count as lying in a file", async ({ page }) => {
  const text = await exported(page);
  await typeFigure(page, "pl1.b1.2.2", "30");
  await saved(page);
  const before = await kept(page);
  const filed = () => page.evaluate(() => Object.entries(localStorage).filter(([key]) => key.includes("/filed/")));
  const told = await filed();
  await chooseFile(page, { text });
  await page.evaluate(() => (IDBObjectStore.prototype.put = () => { throw new DOMException("đầy", "QuotaExceededError"); }));
  await page.locator('[data-import="preview"] [data-action="import-apply"]').click();
  await expect(refused(page)).toBeVisible();
  expect(await filed()).toEqual(told);
  await page.reload();
  await openReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("30");
  expect(await kept(page)).toEqual(before);
});
