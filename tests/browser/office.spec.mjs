// The report leaves as the files of other programs, and comes in from them: all in the browser, in a worker.

import { expectAccessible } from "./support/axe.mjs";
import { downloaded } from "./support/downloads.mjs";
import { FORM, printedEntries, reportDocument, sealed } from "./support/documents.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import { exportJson, figure, importFile, inReport, note, openReport, saved, typeFigure, unfolded } from "./support/officer.mjs";
import { archive, partsOf, workbookOf } from "./support/office.mjs";

/** Presses the button of a format; the file that comes of it. */
const exported = async (page, format) => {
  const control = await unfolded(page, `export-${format}`);
  return downloaded(page, () => control.press("Enter"));
};
const failed = (page) => page.locator('[data-out="failed"]');

/** What would make files is asked for and does not come: the requests that wait. */
async function holdSecondProgram(page) {
  const held = [];
  await page.route(/office-\w+\.wasm/, (route) => held.push(route));
  return held;
}

/** Chooses a file of any sort, as by the dialog of the browser. */
async function choose(page, name, buffer) {
  await page.locator('[data-action="import"]').setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** A table of another program, with a figure for the rows 1 and 2.1. */
const TABLE = Buffer.from("\ufeffTT;Chỉ tiêu;Số liệu\r\n1;Số văn bản chỉ đạo CCHC đã ban hành;7\r\n2.1;Số nhiệm vụ đề ra trong kế hoạch;41\r\n");

test("each format is made in the page and bears the name of form set, agency and period", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  await importFile(page, { text: sealed(reportDocument(printedEntries())) });
  const workbook = await exported(page, "xlsx");
  expect(workbook.name).toBe("cchc-2026_03646_2026Q1.xlsx");
  const parts = partsOf(workbook.bytes);
  const sheets = [...parts].filter(([path]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(path)).map(([, text]) => text);
  expect(sheets.length).toBeGreaterThan(FORM.sheets.filter(({ helper }) => !helper).length);
  // The ratio of the paper that printed 75,5 % for 21 of 41 is a formula here, and shows 51.22.
  expect(sheets.some((sheet) => /<f>[^<]*ROUND[^<]*<\/f><v>51\.22<\/v>/.test(sheet))).toBe(true);

  const document = await exported(page, "docx");
  expect(document.name).toBe("cchc-2026_03646_2026Q1.docx");
  const text = partsOf(document.bytes).get("word/document.xml");
  expect(text).toContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
  expect(text).toContain("51,22");

  const csv = await exported(page, "csv");
  expect(csv.name).toBe("cchc-2026_03646_2026Q1.csv");
  expect(csv.text).toContain("51,22");
  const tidy = await exported(page, "tidy");
  expect(tidy.name).toBe("cchc-2026_03646_2026Q1.tidy.csv");
  expect(tidy.text).toContain("51.22");
  const dhis2 = await exported(page, "dhis2");
  expect(dhis2.name).toBe("cchc-2026_03646_2026Q1.dhis2.json");
  const values = JSON.parse(dhis2.text);
  expect(values.period).toBe("2026Q1");
  expect(values.dataValues.every(({ value }) => typeof value === "string")).toBe(true);
  await expect(failed(page)).toHaveCount(0);
});

test("what makes files is asked for by nobody before a file is wanted, and ends with the file", async ({ page, context }) => {
  // The keeper of the page without a network fetches it too, but later and for itself.
  await context.addInitScript(() => delete Navigator.prototype.serviceWorker);
  const asked = [];
  page.on("request", (request) => /office-/.test(request.url()) && asked.push(request.url()));
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await saved(page);
  expect(asked).toEqual([]);
  await exported(page, "csv");
  expect(asked.length).toBeGreaterThan(0);
  await expect.poll(() => page.workers().length).toBe(0);
});

test.describe("without a network", () => {
  test.use({ serviceWorkers: "allow" });

  /** The files of the second program that are kept on the machine. */
  const kept = (page) =>
    page.evaluate(async () => {
      const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
      const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
      return requests.filter(({ url }) => /\/office-[^/]*$/.test(url)).length;
    });

  test("what makes files is kept once it was wanted, not before; then a file is made all the same", async ({ page, context }) => {
    await openReport(page);
    await typeFigure(page, "pl1.b1.1", "2");
    await expect(page.locator("html")).toHaveAttribute("data-offline", "ready", { timeout: 30_000 });
    await page.reload();
    await inReport(page);
    expect(await kept(page)).toBe(0);
    await exported(page, "csv");
    expect(await kept(page)).toBe(2);
    await context.setOffline(true);
    expect((await exported(page, "xlsx")).bytes.subarray(0, 2).toString()).toBe("PK");
    await context.setOffline(false);
  });
});

test("where the second program does not come, that is said, nothing counts as exported, and it can be tried again", async ({ page, noise }) => {
  noise.allow(/office-|Failed to load resource/);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await page.route(/office-\w+\.wasm/, (route) => route.abort());
  await (await unfolded(page, "export-csv")).press("Enter");
  await expect(failed(page)).toContainText("chưa tải về được");
  await expect(page.locator(".bm-window")).toContainText("Gửi trước ngày");
  await expect(page.locator(".bm-window")).not.toContainText("đã xuất");
  await expectAccessible(page);
  await page.unroute(/office-\w+\.wasm/);
  const file = await downloaded(page, () => failed(page).locator('[data-action="try-again"]').press("Enter"));
  expect(file.name).toBe("cchc-2026_03646_2026Q1.csv");
  await expect(failed(page)).toHaveCount(0);
  await expect(page.locator(".bm-window")).toContainText("đã xuất");
});

test("what is stopped while it is still fetched makes no file, and the next one is made", async ({ page }) => {
  const downloads = [];
  page.on("download", (download) => downloads.push(download.suggestedFilename()));
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  const held = await holdSecondProgram(page);
  await page.locator('[data-action="export-xlsx"]').press("Enter");
  await expect.poll(() => held.length).toBe(1);
  await page.locator('[data-action="export-stop"]').press("Enter");
  await expect(page.locator('[data-out="making"]')).toHaveCount(0);
  await page.unroute(/office-\w+\.wasm/);
  // The page has given it up, so it may be told so.
  await held[0].continue().catch(() => {});
  const file = await exported(page, "csv");
  expect(file.name).toBe("cchc-2026_03646_2026Q1.csv");
  expect(downloads).toEqual([file.name]);
});

test("who leaves the report while a file is made goes on elsewhere, and nothing of it breaks", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  await saved(page);
  const held = await holdSecondProgram(page);
  await page.locator('[data-action="export-xlsx"]').press("Enter");
  await expect.poll(() => held.length).toBe(1);
  await page.goto("#/");
  await ready(page);
  const made = page.waitForEvent("download");
  await held[0].continue();
  await page.unroute(/office-\w+\.wasm/);
  expect((await made).suggestedFilename()).toBe("cchc-2026_03646_2026Q1.xlsx");
  await openReport(page, { period: "2026Q3" });
  await typeFigure(page, "pl1.b1.1", "3");
  await saved(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("3");
});

test("an export that has to give way to a file that is read says so, and is made when tried again", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  const held = await holdSecondProgram(page);
  await page.locator('[data-action="export-xlsx"]').press("Enter");
  await expect.poll(() => held.length).toBe(1);
  await choose(page, "so-lieu.csv", TABLE);
  await expect(failed(page)).toContainText("trang phải đọc hoặc tạo một tệp khác");
  await page.unroute(/office-\w+\.wasm/);
  for (const route of held) await route.continue().catch(() => {});
  await expect(page.locator('[data-import="tables"]')).toBeVisible();
  const file = await downloaded(page, () => failed(page).locator('[data-action="try-again"]').press("Enter"));
  expect(file.name).toBe("cchc-2026_03646_2026Q1.xlsx");
});

test("of two files that are chosen one after the other the later one is shown", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  const { text } = await exportJson(page);
  const held = await holdSecondProgram(page);
  await choose(page, "so-lieu.csv", TABLE);
  await expect.poll(() => held.length).toBe(1);
  await choose(page, "bao-cao.json", Buffer.from(text));
  await expect(page.locator('[data-import="preview"]')).toBeVisible();
  await held[0].continue();
  await page.unroute(/office-\w+\.wasm/);
  // The first one has been read by the time that the next file is made.
  await exported(page, "csv");
  await expect(page.locator('[data-import="preview"]')).toBeVisible();
  await expect(page.locator('[data-import="tables"]')).toHaveCount(0);
});

test("tables go into the report that was named, wherever the officer stands by then", async ({ page }) => {
  await openReport(page, { period: "2026Q3" });
  await typeFigure(page, "pl1.b1.1", "9");
  await saved(page);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "1");
  await saved(page);
  await choose(page, "so-lieu.csv", TABLE);
  await expect(page.locator('[data-import="tables"]')).toBeVisible();
  await openReport(page, { period: "2026Q3" });
  await expect(page.locator("#paste")).toHaveCount(0);
  // “The open report” is the one that was open when the file was read, and says which that is.
  const into = page.locator('[data-action="import-into"]').first();
  await expect(into).toHaveText("Xem trước trong báo cáo đang mở: UBND phường Tô Hiệu – Quý I năm 2026");
  await into.press("Enter");
  await expect(page).toHaveURL(/2026Q1/);
  await page.locator('#paste [data-action="paste-apply"]').press("Enter");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  await openReport(page, { period: "2026Q3" });
  await expect(figure(page, "pl1.b1.1")).toHaveValue("9");
});

test("a report in which nothing stands yet is named as its page names it", async ({ page }) => {
  await openReport(page);
  await choose(page, "so-lieu.csv", TABLE);
  const into = page.locator('[data-action="import-into"]').first();
  await expect(into).toHaveText("Xem trước trong báo cáo đang mở: UBND phường Tô Hiệu – Quý I năm 2026");
});

test("a workbook goes out, is changed nowhere, and comes back as the same report", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  await importFile(page, { text: sealed(reportDocument(printedEntries())) });
  await note(page, "pl1.b1.1").fill("=1+1; “ghi chú” <b>");
  await note(page, "pl1.b1.1").press("Enter");
  await saved(page);
  const workbook = await exported(page, "xlsx");
  const before = JSON.parse((await exportJson(page)).text);
  await choose(page, "bao-cao.xlsx", workbook.bytes);
  await expect(page.locator('[data-import="preview"]')).toBeVisible();
  await expect(page.locator('[data-import="preview"] [data-change]')).toHaveCount(0);
  await page.locator('[data-action="import-apply"]').press("Enter");
  await inReport(page);
  const after = JSON.parse((await exportJson(page)).text);
  expect(after.entries).toEqual(before.entries);
  expect(after.derived).toEqual(before.derived);
});

test("an officer's own workbook goes into the open report: rows by code, ratios compared, one step back", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "1");
  await choose(
    page,
    "Biểu 1 quý I.xlsx",
    workbookOf([
      ["TT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"],
      ["1", "Số văn bản chỉ đạo CCHC đã ban hành", "Văn bản", 2, ""],
      ["2", "Tỷ lệ hoàn thành kế hoạch CCHC năm (lũy kế đến thời điểm báo cáo)", "%", 75.5, ""],
      ["2.1", "Số nhiệm vụ đề ra trong kế hoạch", "Nhiệm vụ", 41, ""],
      ["2.2", "Số nhiệm vụ đã hoàn thành", "Nhiệm vụ", 21, "=cmd|' /C calc'!A0"],
    ]),
  );
  await expect(page.locator('[data-import="tables"]')).toContainText("đọc được 1 bảng");
  await expectAccessible(page);
  await page.locator('[data-action="import-into"]').first().press("Enter");
  const dialog = page.locator("#paste");
  await expect(dialog).toContainText("75,5");
  await expect(dialog).toContainText("51,22");
  await expectAccessible(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("1");
  await dialog.locator('[data-action="paste-apply"]').press("Enter");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("2");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("1");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("");
});

for (const format of ["docx", "csv"]) {
  test(`what leaves as ${format} fills the report of another period, every sheet of it`, async ({ page }) => {
    await page.goto("#/");
    await ready(page);
    await importFile(page, { text: sealed(reportDocument(printedEntries())) });
    const before = JSON.parse((await exportJson(page)).text);
    const file = await exported(page, format);
    await openReport(page, { period: "2026Q3" });
    await choose(page, file.name, file.bytes);
    await page.locator('[data-action="import-into"]').first().press("Enter");
    await page.locator('#paste [data-action="paste-apply"]').press("Enter");
    await expect(page.locator("#paste")).toHaveCount(0);
    await saved(page);
    const after = JSON.parse((await exportJson(page)).text);
    expect(after.entries).toEqual(before.entries);
    expect(after.derived).toEqual(before.derived);
  });
}

test("from home the tables of a file find their way into a report that is kept", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "1");
  await saved(page);
  await page.goto("#/");
  await ready(page);
  await choose(page, "so-lieu.csv", TABLE);
  await page.locator('[data-action="import-into"]').press("Enter");
  await inReport(page);
  await page.locator('#paste [data-action="paste-apply"]').press("Enter");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  // It came once: who opens the report again is not asked again.
  await page.reload();
  await inReport(page);
  await expect(page.locator("#paste")).toHaveCount(0);
});

test.describe("hostile files", () => {
  const files = {
    "an old workbook": [Buffer.from("d0cf11e0a1b11ae1".padEnd(1024, "0"), "hex"), /\.xlsx/],
    "a PDF": [Buffer.from("%PDF-1.7 …"), /PDF/],
    "a picture": [Buffer.from("89504e470d0a1a0a0000", "hex"), /ảnh|hình/],
    "an archive that was cut": [workbookOf([["TT", "Số liệu"]]).subarray(0, 300), /hỏng|chưa/],
    "an archive of something else": [archive({ "a.txt": "a" }), /không|chưa/],
    "a trap of spaces": [workbookOf([[" ".repeat(30_000_000)]]), /lớn|nhiều/],
    "bytes of no meaning": [Buffer.from(Array.from({ length: 4096 }, (_, at) => (at * 7919) % 251)), /[Kk]hông/],
  };
  for (const [what, [bytes, says]] of Object.entries(files)) {
    test(`${what} is refused with the reason, and nothing changes`, async ({ page }) => {
      await openReport(page);
      await typeFigure(page, "pl1.b1.1", "1");
      await choose(page, "tep-la.xlsx", bytes);
      await expect(page.locator('[data-import="refused"]')).toContainText(says);
      await expect(figure(page, "pl1.b1.1")).toHaveValue("1");
      // The page is alive, and so is the next worker.
      await typeFigure(page, "pl1.b1.2.1", "41");
      expect((await exported(page, "csv")).text).toContain("41");
    });
  }
});

test("a mapping file for DHIS2 is kept and heeded; a broken one is refused, and nothing changes", async ({ page }) => {
  await page.goto("#/forms");
  await ready(page);
  const card = page.locator('[data-form-set="cchc-2026"]');
  const give = (document) =>
    card.locator('[data-action="dhis2-mapping"]').setInputFiles({
      name: "dhis2.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(document)),
    });
  await card.locator(".bm-out__mapping summary").click();
  await expect(card.locator('[data-mapping="none"]')).toBeVisible();
  const mapping = {
    format: "bieumau.dhis2/1",
    form: "cchc-2026",
    data_elements: { "pl1.b1.1": "aB3dE5fG7h1" },
    org_units: { "03646": "oU4kL8mN2p6" },
  };
  await give({ ...mapping, data_elements: { "pl1.b1.1": "no id" } });
  await expect(card.locator('[data-mapping="refused"]')).toContainText("data_elements");
  await give(mapping);
  await expect(card.locator('[data-mapping="kept"]')).toContainText("1 chỉ tiêu, 1 đơn vị");
  await expectAccessible(page);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "2");
  const { orgUnit, dataValues } = JSON.parse((await exported(page, "dhis2")).text);
  expect(orgUnit).toBe("oU4kL8mN2p6");
  expect(dataValues).toEqual([expect.objectContaining({ dataElement: "aB3dE5fG7h1", value: "2" })]);
});

test("of a form set one has an empty workbook and the metadata for DHIS2", async ({ page }) => {
  await page.goto("#/forms");
  await ready(page);
  const card = page.locator('[data-form-set="cchc-2026"]');
  const workbook = await downloaded(page, () => card.locator('[data-action="export-xlsx-empty"]').press("Enter"));
  expect(workbook.name).toBe("cchc-2026.xlsx");
  expect(partsOf(workbook.bytes).has("xl/workbook.xml")).toBe(true);
  const metadata = await downloaded(page, () => card.locator('[data-action="export-dhis2-metadata"]').press("Enter"));
  const { dataSets, dataElements } = JSON.parse(metadata.text);
  // One for each sort of period, because longer ones contain shorter ones.
  expect(dataSets.map(({ periodType }) => periodType)).toEqual(["Quarterly", "SixMonthly", "Yearly"]);
  const entered = FORM.sheets.filter(({ helper }) => !helper).flatMap(({ rows }) => rows).filter(({ kind, formula }) => kind !== "heading" && !formula);
  expect(dataElements).toHaveLength(entered.length);
});
