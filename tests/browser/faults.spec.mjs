// What goes wrong with storage, in a real browser: full, small, damaged, cleared, closed, forbidden, with a clock that is
// set back. Nothing older than the last half second is lost, and what cannot be kept is said with a way out.

import { expectAccessible } from "./support/axe.mjs";
import { expect, heading, test } from "./support/fixtures.mjs";
import { WARD, exportJson, figure, inReport, openReport, reportAddress, saved, typeFigure, typeIn } from "./support/officer.mjs";
import { copiesOf, readBody, readRecord, recordKeys, writeRecord } from "./support/shelf.mjs";
import { startSite } from "./support/site.mjs";

const RECORD = `report/cchc-2026/${WARD}/2026Q1`;
const state = (page) => page.locator("#save-state");
const alarm = (page, text) => page.getByRole("alert").filter({ hasText: text });
const failed = (page) => expect(state(page)).toHaveAttribute("data-state", "failed");

/** Bounds what the origin of the page may keep, as long as nobody lifts the bound: the answer does. */
async function boundRoom(page, quotaSize) {
  const devtools = await page.context().newCDPSession(page);
  const origin = new URL(page.url()).origin;
  await devtools.send("Storage.overrideQuotaForOrigin", { origin, quotaSize });
  return () => devtools.send("Storage.overrideQuotaForOrigin", { origin });
}

const kept = async (page) => JSON.parse(await readBody(page, RECORD)).entries;

test("where the room ends in the middle of a write, nothing of it is half there, and it is kept once there is room", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  const before = await Promise.all(copiesOf(RECORD).map((copy) => readRecord(page, copy)));
  // The transaction has put something already when its room ends.
  await page.evaluate(() => {
    const { commit } = IDBTransaction.prototype;
    window.putThrough = () => (IDBTransaction.prototype.commit = commit);
    // As Chromium tells it: every put has gone well, and then the transaction aborts with the reason in it.
    IDBTransaction.prototype.commit = function () {
      Object.defineProperty(this, "error", { value: new DOMException("no room", "QuotaExceededError") });
      this.abort();
    };
  });
  await typeFigure(page, "pl1.b1.2.1", "41");
  await failed(page);
  await expect(alarm(page, "Xuất tệp JSON ngay để giữ lại")).toBeVisible();
  expect(await Promise.all(copiesOf(RECORD).map((copy) => readRecord(page, copy)))).toEqual(before);
  await page.evaluate(() => window.putThrough());
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
  await expect(alarm(page, "Xuất tệp JSON ngay để giữ lại")).toHaveCount(0);
  expect(await kept(page)).toMatchObject({ "pl1.b1.1": { number: "5" }, "pl1.b1.2.1": { number: "41" }, "pl1.b1.2.2": { number: "21" } });
});

test("with a quota of a few KB the page goes on, says so, and keeps everything once it is given room", async ({ page }) => {
  await page.goto("#/settings");
  const lift = await boundRoom(page, 4_096);
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await failed(page);
  await expect(alarm(page, "Xuất tệp JSON ngay để giữ lại")).toBeVisible();
  const { text } = await exportJson(page);
  expect(JSON.parse(text).entries["pl1.b1.2.1"]).toEqual({ number: "41" });
  // The journal has a quota of its own: what was typed comes back.
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await failed(page);
  await lift();
  await saved(page);
  expect(await kept(page)).toMatchObject({ "pl1.b1.2.1": { number: "41" }, "pl1.b1.2.2": { number: "21" } });
});

for (const [what, spoil] of [
  ["cut", (text) => text.slice(0, text.length / 2)],
  ["flipped", (text) => text.replaceAll("Tô Hiệu", "Tô Hiểu")],
  ["foreign", () => "không phải của ta"],
  ["empty", () => ""],
]) {
  test(`where both copies are ${what} it is said, both lie aside, and the journal brings back what it has`, async ({ page }) => {
    await openReport(page);
    await typeFigure(page, "pl1.b1.1", "7");
    await saved(page);
    await typeFigure(page, "pl1.b1.2.1", "41");
    await saved(page);
    await page.goto("#/settings");
    await expect(heading(page)).toHaveText("Cài đặt");
    const spoilt = [];
    for (const copy of copiesOf(RECORD)) {
      spoilt.push(spoil(await readRecord(page, copy)));
      await writeRecord(page, copy, spoilt.at(-1));
    }
    await page.reload();
    await openReport(page);
    await expect(alarm(page, "Bản ghi của báo cáo này không đọc được")).toBeVisible();
    await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
    await typeFigure(page, "pl1.b1.1", "8");
    await saved(page);
    const aside = (await recordKeys(page)).filter((key) => key.startsWith(`aside/${RECORD}/`));
    const texts = await Promise.all(aside.map((key) => readRecord(page, key)));
    expect(new Set(texts)).toEqual(new Set(spoilt));
    expect(await kept(page)).toMatchObject({ "pl1.b1.1": { number: "8" }, "pl1.b1.2.1": { number: "41" } });
  });
}

test("where the browser has cleared the database, the page raises an alarm instead of a blank form", async ({ page }) => {
  await openReport(page);
  for (const [row, text] of [["pl1.b1.1", "7"], ["pl1.b1.2.1", "41"], ["pl1.b1.2.2", "21"]]) {
    await typeFigure(page, row, text);
    await saved(page);
  }
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  await page.evaluate(
    () =>
      new Promise((done, stuck) => {
        const request = indexedDB.deleteDatabase("bieumau");
        request.onsuccess = done;
        request.onerror = request.onblocked = stuck;
      }),
  );
  await page.reload();
  await openReport(page);
  await expect(alarm(page, "Trình duyệt đã mất một phần số liệu từng lưu của báo cáo này")).toBeVisible();
  // What the journal still has is there.
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
});

test("where what is kept cannot be listed, nobody is told that there is nothing", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("disk", "UnknownError");
    };
    for (const name of ["getAllKeys", "getAll", "openCursor", "openKeyCursor"]) IDBObjectStore.prototype[name] = refuse;
  });
  await page.goto("#/");
  await page.reload();
  await expect(page.locator("[data-unread]")).toContainText("Chưa đọc được các báo cáo đã lưu");
  for (const nothing of ["Chưa có báo cáo nào", "quá hạn"]) await expect(page.getByText(nothing)).toHaveCount(0);
  await expectAccessible(page);
});

test("a connection that the browser closes is opened again, and nothing is missing", async ({ page, context }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  // As a browser does that is short of memory: the connection ends under the page.
  const closed = page.evaluate(
    () =>
      new Promise((done) => {
        const transaction = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (...parameters) {
          IDBDatabase.prototype.transaction = transaction;
          this.close();
          done(true);
          return transaction.apply(this, parameters);
        };
      }),
  );
  await typeFigure(page, "pl1.b1.2.1", "41");
  expect(await closed).toBe(true);
  await saved(page);
  expect(await kept(page)).toMatchObject({ "pl1.b1.1": { number: "7" }, "pl1.b1.2.1": { number: "41" } });
  // And as it does where the officer clears the data of the site: everything that is on the page is written again.
  const devtools = await context.newCDPSession(page);
  await devtools.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: "indexeddb" });
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
  expect(await kept(page)).toMatchObject({
    "pl1.b1.1": { number: "7" },
    "pl1.b1.2.1": { number: "41" },
    "pl1.b1.2.2": { number: "21" },
  });
});

test("a clock that is set back loses nothing, and the newer figures stay the newer ones", async ({ page, context }) => {
  await page.clock.setFixedTime("2026-03-10T03:00:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  await page.close();
  const later = await context.newPage();
  await later.clock.setFixedTime("2019-01-01T01:00:00Z");
  await openReport(later);
  await expect(figure(later, "pl1.b1.1")).toHaveValue("7");
  await expect(later.getByRole("alert")).toHaveCount(0);
  for (const text of ["8", "9", "10"]) {
    await typeFigure(later, "pl1.b1.1", text);
    await saved(later);
    await expect(state(later)).toHaveText("Đã lưu lúc 08:00");
  }
  await typeIn(later, "pl1.b1.2.2", "21");
  await later.close();
  const last = await context.newPage();
  await openReport(last);
  await expect(figure(last, "pl1.b1.1")).toHaveValue("10");
  await expect(figure(last, "pl1.b1.2")).toHaveText("51,22");
  await expect(last.getByRole("alert")).toHaveCount(0);
});

test("a page that is older than what was kept meanwhile never writes over it", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  // A newer page was opened beside it, and has kept the report in its own way.
  const newer = JSON.stringify({ record: "bieumau.record/2", whatever: ["of", "tomorrow"] });
  const [first, second] = copiesOf(RECORD);
  await writeRecord(page, second, newer);
  const before = await readRecord(page, first);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await failed(page);
  expect(await readRecord(page, second)).toBe(newer);
  expect(await readRecord(page, first)).toBe(before);
  // What was typed here can still be taken along.
  const { text } = await exportJson(page);
  expect(JSON.parse(text).entries["pl1.b1.2.1"]).toEqual({ number: "41" });
});

for (const [how, block] of [
  [
    "throws",
    () => {
      const refuse = () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      };
      Object.defineProperty(window, "localStorage", { get: refuse });
      IDBFactory.prototype.open = refuse;
    },
  ],
  [
    "is not there",
    () => {
      Object.defineProperty(window, "indexedDB", { value: undefined });
      Object.defineProperty(window, "localStorage", { value: null });
    },
  ],
]) {
  test(`where storage ${how} the page works in memory, and saves to a file and loads from it`, async ({ page }) => {
    await page.addInitScript(block);
    await openReport(page);
    await worksInMemory(page);
  });
}

test("in a sandboxed frame of a portal the page works in memory, and says so", async ({ page, noise }) => {
  const portal = await startPortal();
  noise.allowOrigin(portal.origin);
  // The portal has no icon, and the browser moves no focus into a frame of somebody else.
  noise.allow(/404|Blocked autofocusing/);
  try {
    await page.goto(portal.origin + "/portal/");
    const frame = page.frameLocator("iframe");
    await expect(frame.locator("html")).toHaveAttribute("data-ready", "true");
    await expect(frame.locator(".bm-sheet:visible")).toHaveCount(1);
    await expect(frame.getByRole("alert").filter({ hasText: "Trình duyệt không cho trang này lưu" })).toBeVisible();
    await frame.locator('[data-row="pl1.b1.2.1"]').fill("41");
    await frame.locator('[data-row="pl1.b1.2.2"]').fill("21");
    await expect(frame.locator('output[data-row="pl1.b1.2"]')).toHaveText("51,22");
    await expect(frame.locator("#save-state")).toHaveAttribute("data-state", "failed");
  } finally {
    await portal.close();
  }
});

/** Everything but keeping works, and the banner offers the way out and back. */
async function worksInMemory(page) {
  const banner = alarm(page, "Trình duyệt không cho trang này lưu");
  await expect(banner).toBeVisible();
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await failed(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    banner.locator('[data-action="save-to-file"]').click(),
  ]);
  const path = await download.path();
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("");
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    banner.locator('[data-action="load-from-file"]').click(),
  ]);
  await chooser.setFiles(path);
  await page.locator('[data-import="preview"] [data-action="import-apply"]').click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await expect(banner).toBeVisible();
}

/** A portal that shows the page in a frame without storage. The server lets the frame fetch, as it must. */
async function startPortal() {
  const { mkdtemp, writeFile } = await import("node:fs/promises");
  const { tmpdir } = await import("node:os");
  const { join } = await import("node:path");
  const folder = await mkdtemp(join(tmpdir(), "portal-"));
  const address = `../cong/bieu-mau/${reportAddress()}`;
  const html = `<!doctype html><title>Cổng</title><iframe title="Biểu Mẫu" width="1300" height="700" sandbox="allow-scripts allow-forms allow-downloads" src="${address}"></iframe>`;
  await writeFile(join(folder, "index.html"), html);
  return startSite({ folders: { "/portal/": folder }, policy: "", headers: { "Access-Control-Allow-Origin": "*" } });
}
