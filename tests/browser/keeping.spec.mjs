// Nothing typed is ever lost, and nothing of anyone else's is touched.

import { expect, heading, ready, test } from "./support/fixtures.mjs";
import {
  WARD,
  figure,
  inReport,
  note,
  openOffice,
  openReport,
  openSheet,
  reportAddress,
  saved,
  typeFigure,
  typeIn,
} from "./support/officer.mjs";
import { copiesOf, readBody, readRecord, recordKeys, writeRecord } from "./support/shelf.mjs";

const RECORD = `report/cchc-2026/${WARD}/2026Q1`;
const OTHER_WARD = "03667";
const memoryOnly = (page) => page.getByRole("alert").filter({ hasText: "Trình duyệt không cho trang này lưu" });
const state = (page) => page.locator("#save-state");

test("a reload keeps figures, choices, notes and what cannot be read", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.3.1", "Dự kiến 02");
  await figure(page, "pl1.b1.5").selectOption("1");
  await page.keyboard.press("Tab");
  await figure(page, "pl1.b1.6").focus();
  await page.keyboard.press("Alt+k");
  await note(page, "pl1.b1.3").fill("Ghi chú cho cả mục 3: “kiểm tra”, 50 % & <b>");
  await openSheet(page, "pl1.b5");
  await typeFigure(page, "pl1.b5.1.1", "1234,5");
  await saved(page);
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await expect(figure(page, "pl1.b1.3.1")).toHaveAttribute("data-state", "unreadable");
  await expect(figure(page, "pl1.b1.5")).toHaveValue("1");
  await expect(figure(page, "pl1.b1.6")).toHaveAttribute("data-state", "not_applicable");
  await expect(note(page, "pl1.b1.3")).toHaveValue("Ghi chú cho cả mục 3: “kiểm tra”, 50 % & <b>");
  await openSheet(page, "pl1.b5");
  await expect(figure(page, "pl1.b5.1.1")).toHaveValue("1.234,5");
});

test("a report is drawn for the agency of its record, whichever agency came last", async ({ page }) => {
  await openOffice(page);
  const address = new URL(page.url()).hash;
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  await openSheet(page, "pl1.b2");
  const elsewhere = page.locator('[id="pl1.b2"] .bm-line--elsewhere');
  const foreign = await elsewhere.count();

  // A ward fills more of it; it is what a new report would be begun with now.
  await openReport(page);
  await openSheet(page, "pl1.b2");
  await expect(elsewhere).not.toHaveCount(foreign);
  await page.goto(address);
  await page.reload();
  await inReport(page);
  await expect(heading(page)).toHaveText("Văn phòng UBND tỉnh – Quý I năm 2026");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  await openSheet(page, "pl1.b2");
  await expect(elsewhere).toHaveCount(foreign);
});

test("the storage of the browser is opened once, whoever asks for it", async ({ page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    window.opened = [];
    IDBFactory.prototype.open = function (...how) {
      window.opened.push(how);
      return open.apply(this, how);
    };
  });
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  expect(await page.evaluate(() => window.opened)).toEqual([["bieumau", 1]]);
});

test("the page says that it is saving, and that it has saved only once that is true", async ({ page }) => {
  await openReport(page);
  await page.evaluate(() => {
    const line = document.getElementById("save-state");
    window.states = [line.dataset.state];
    new MutationObserver(() => window.states.push(line.dataset.state)).observe(line, {
      attributes: true,
      attributeFilter: ["data-state"],
    });
  });
  await typeIn(page, "pl1.b1.1", "7");
  await expect(state(page)).toHaveText(/^Đã lưu lúc \d\d:\d\d$/);
  expect(await page.evaluate(() => window.states)).toEqual(["saved", "saving", "saved"]);
  const body = await readBody(page, RECORD);
  expect(JSON.parse(body).entries["pl1.b1.1"]).toEqual({ number: "7" });
});

test("closing the page right after the last key loses nothing", async ({ page, context }) => {
  await openReport(page);
  await typeIn(page, "pl1.b1.1", "123");
  await page.close();
  const next = await context.newPage();
  await openReport(next);
  await expect(figure(next, "pl1.b1.1")).toHaveValue("123");
});

test("keys typed right before a crash come back", { tag: "@chromium" }, async ({ page, context }) => {
  await openReport(page);
  const devtools = await context.newCDPSession(page);
  await typeIn(page, "pl1.b1.1", "567");
  await note(page, "pl1.b1.1").focus();
  await page.keyboard.insertText("gõ trước khi mất điện");
  const crashed = page.waitForEvent("crash");
  // It is never answered: who would, is no more.
  devtools.send("Page.crash").catch(() => {});
  await crashed;
  const next = await context.newPage();
  await openReport(next);
  await expect(figure(next, "pl1.b1.1")).toHaveValue("567");
  await expect(note(next, "pl1.b1.1")).toHaveValue("gõ trước khi mất điện");
  await saved(next);
});

test("where the disk is full the page says so, and the journal has what was typed", async ({ page, context }) => {
  await openReport(page);
  await typeIn(page, "pl1.b1.1", "5");
  await saved(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await page.keyboard.type("67");
  await expect(state(page)).toHaveAttribute("data-state", "failed");
  await expect(state(page)).toHaveText("Chưa lưu được");
  await expect(page.getByRole("alert").filter({ hasText: "Xuất tệp JSON ngay để giữ lại" })).toBeVisible();
  // It goes on computing and taking figures.
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  const next = await context.newPage();
  await openReport(next);
  await expect(figure(next, "pl1.b1.1")).toHaveValue("567");
  await expect(figure(next, "pl1.b1.2")).toHaveText("51,22");
  await saved(next);
});

test("a report that only the journal has is on the home page", async ({ page, context }) => {
  await openReport(page);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await typeFigure(page, "pl1.b1.1", "5");
  await expect(state(page)).toHaveAttribute("data-state", "failed");
  await page.close();
  const next = await context.newPage();
  await next.goto("#/");
  await ready(next);
  const listed = next.locator("#earlier ~ * tbody tr");
  await expect(listed).toHaveCount(1);
  await expect(listed).toContainText("1/");
  await listed.getByRole("link", { name: "UBND phường Tô Hiệu", exact: true }).press("Enter");
  await inReport(next);
  await expect(figure(next, "pl1.b1.1")).toHaveValue("5");
  await saved(next);
  // With its record there it stands on the list once.
  await next.goto("#/");
  await ready(next);
  await expect(listed).toHaveCount(1);
});

test("what other pages of the server keep stays as it is", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  await page.evaluate(async () => {
    localStorage.setItem("cong-thong-tin", "của người khác");
    localStorage.setItem("journal/report/cchc-2026/03646/2026Q1", "không phải của ta");
    await new Promise((done, failed) => {
      const opening = indexedDB.open("cong-thong-tin", 7);
      opening.onupgradeneeded = () => opening.result.createObjectStore("records").put("của người khác", "report/1");
      opening.onsuccess = () => done(opening.result.close());
      opening.onerror = failed;
    });
  });
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "9");
  await saved(page);
  await page.reload();
  await inReport(page);
  const others = await page.evaluate(async () => {
    const databases = (await indexedDB.databases()).map(({ name, version }) => `${name} ${version}`).sort();
    const value = await new Promise((done) => {
      indexedDB.open("cong-thong-tin").onsuccess = ({ target }) => {
        const store = target.result.transaction("records").objectStore("records");
        store.get("report/1").onsuccess = (event) => done(event.target.result);
      };
    });
    const keys = Object.keys(localStorage).filter((key) => !key.startsWith("bieumau/"));
    return { databases, value, kept: keys.sort().map((key) => [key, localStorage.getItem(key)]) };
  });
  expect(others).toEqual({
    databases: ["bieumau 1", "cong-thong-tin 7"],
    value: "của người khác",
    kept: [
      ["cong-thong-tin", "của người khác"],
      ["journal/report/cchc-2026/03646/2026Q1", "không phải của ta"],
    ],
  });
});

test("a broken record is kept aside and told, and harms no other report", async ({ page }) => {
  await openReport(page, { agency: OTHER_WARD });
  await typeFigure(page, "pl1.b1.1", "31");
  await saved(page);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "32");
  await saved(page);
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  for (const copy of copiesOf(RECORD)) await writeRecord(page, copy, '{"format":"bieumau.record/1", rác');

  await page.goto("#/");
  await ready(page);
  await expect(page.getByText("Có bản ghi không đọc được")).toBeVisible();
  await expect(page.locator(`a[href="${reportAddress({ agency: OTHER_WARD })}"]`).first()).toBeVisible();

  await openReport(page);
  await expect(page.getByRole("alert").filter({ hasText: "Bản ghi của báo cáo này không đọc được" })).toBeVisible();
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  const aside = (await recordKeys(page)).filter((key) => key.startsWith(`aside/${RECORD}/`));
  expect(aside).toHaveLength(1);
  expect(await readRecord(page, aside[0])).toBe('{"format":"bieumau.record/1", rác');

  await openReport(page, { agency: OTHER_WARD });
  await expect(figure(page, "pl1.b1.1")).toHaveValue("31");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a record of a newer version is told and left untouched", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "32");
  await saved(page);
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  const newer = JSON.stringify({ record: "bieumau.record/2", whatever: ["of", "tomorrow"] });
  await writeRecord(page, RECORD, newer);
  await page.reload();
  await page.goto(reportAddress());
  await expect(page.getByText("do một phiên bản mới hơn của Biểu Mẫu lưu")).toBeVisible();
  await expect(page.locator("[data-row]")).toHaveCount(0);
  await page.goto("#/");
  await ready(page);
  expect(await readRecord(page, RECORD)).toBe(newer);
  expect(await recordKeys(page)).toEqual(copiesOf(RECORD));
});

for (const [what, spoil] of [
  ["cut", (text) => text.slice(0, text.length / 2)],
  ["flipped", (text) => text.replace("41", "47")],
  ["foreign", () => "không phải của ta"],
]) {
  test(`one ${what} copy of a record costs nothing, and nobody is alarmed`, async ({ page }) => {
    await openReport(page);
    await typeFigure(page, "pl1.b1.1", "7");
    await saved(page);
    await typeFigure(page, "pl1.b1.2.1", "41");
    await saved(page);
    await page.goto("#/settings");
    await expect(heading(page)).toHaveText("Cài đặt");
    const texts = [];
    for (const copy of copiesOf(RECORD)) texts.push(JSON.parse(await readRecord(page, copy)));
    // The newer copy, the one with everything, is the damaged one.
    const newer = copiesOf(RECORD)[texts[0].revision > texts[1].revision ? 0 : 1];
    await writeRecord(page, newer, spoil(await readRecord(page, newer)));
    await page.reload();
    await openReport(page);
    await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
    await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
    await expect(page.getByRole("alert")).toHaveCount(0);
    await saved(page);
    // What was damaged lies aside, and there are two copies again.
    expect((await recordKeys(page)).filter((key) => key.startsWith(`aside/${RECORD}/`))).toHaveLength(1);
    for (const copy of copiesOf(RECORD)) expect(JSON.parse(await readRecord(page, copy)).record).toBe("bieumau.record/1");
  });
}

test("where the disk has no room, earlier states give way to the present one", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  const earlier = (number) => `past/${RECORD}/${String(number).padStart(20, "0")}`;
  for (let number = 1; number <= 20; number += 1) await writeRecord(page, earlier(number), "một bản trước");
  // There is room for as many records as there are now, and not for one more, until some were taken away.
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    const take = IDBObjectStore.prototype.delete;
    let freed = 0;
    IDBObjectStore.prototype.delete = function (...parameters) {
      freed += 1;
      return take.apply(this, parameters);
    };
    IDBObjectStore.prototype.put = function (...parameters) {
      if (!freed) throw new DOMException("There is no room.", "QuotaExceededError");
      return put.apply(this, parameters);
    };
  });
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  const left = (await recordKeys(page)).filter((key) => key.startsWith("past/"));
  expect(left).toHaveLength(10);
  expect(left[0]).toBe(earlier(11));
});

for (const [where, block] of [
  ["neither IndexedDB nor localStorage", ["indexedDB", "localStorage"]],
  ["no IndexedDB", ["indexedDB"]],
]) {
  test(`where the browser gives ${where} the page works in memory and says so`, async ({ page }) => {
    await page.addInitScript((names) => {
      for (const name of names)
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException("The operation is insecure.", "SecurityError");
          },
        });
    }, block);
    await openReport(page);
    await expect(memoryOnly(page)).toBeVisible();
    await typeFigure(page, "pl1.b1.2.1", "41");
    await typeFigure(page, "pl1.b1.2.2", "21");
    await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
    await expect(state(page)).toHaveAttribute("data-state", "failed");
    await page.goto("#/");
    await ready(page);
    await expect(memoryOnly(page)).toBeVisible();
  });
}
