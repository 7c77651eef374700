// What lies in no file is told gently; a chosen file is kept up to date by itself.

import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { WARD, exportJson, figure, inReport, openReport, saved, typeFigure } from "./support/officer.mjs";
import { expectValid } from "./support/schema.mjs";

const act = (page, action) => page.locator(`[data-action="${action}"]`);
const reminder = (page) => page.locator("[data-reminder]");
const file = (page) => page.locator("[data-kept-file]");
const at = (page, moment) => page.clock.setFixedTime(new Date(moment));

async function home(page) {
  await page.goto("#/");
  await ready(page);
  await expect(act(page, "backup")).toBeVisible();
}

/** Two figures, typed on 20 March. */
async function typed(page) {
  await at(page, "2026-03-20T02:41:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
}

test("after a week without a file home and report say so, until it is put off or exported", async ({ page }) => {
  await typed(page);
  await expect(page.locator("[data-backup]")).toHaveCount(0);
  await home(page);
  await expect(reminder(page)).toHaveCount(0);
  await at(page, "2026-03-27T02:41:00Z");
  await page.reload();
  await ready(page);
  await expect(reminder(page)).toContainText("UBND phường Tô Hiệu – Quý I năm 2026");
  await expect(reminder(page)).toContainText("2 thao tác, từ ngày 20/3/2026");
  await expect(reminder(page)).toContainText("quá 7 ngày, hoặc từ 200 thao tác");
  // It is put off here, and quiet in the report too.
  await act(page, "remind-later").click();
  await expect(reminder(page)).toHaveCount(0);
  await openReport(page);
  await expect(page.locator("[data-window-status], .bm-report__course")).not.toHaveCount(0);
  await expect(reminder(page)).toHaveCount(0);
  await at(page, "2026-03-31T02:41:00Z");
  await page.reload();
  await inReport(page);
  await expect(reminder(page)).toBeVisible();
  // Nothing is in the way of the next key.
  await typeFigure(page, "pl1.b1.1", "5");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
  await saved(page);
  await expect(reminder(page)).toContainText("3 thao tác");
  await exportJson(page);
  await expect(reminder(page)).toHaveCount(0);
  await page.reload();
  await inReport(page);
  await home(page);
  await expect(reminder(page)).toHaveCount(0);
});

test("a backup puts everything in a file, and where the browser keeps its promise one waits longer", async ({ page }) => {
  await typed(page);
  await at(page, "2026-03-29T02:41:00Z");
  await home(page);
  await page.reload();
  await ready(page);
  await expect(reminder(page)).toBeVisible();
  await Promise.all([page.waitForEvent("download"), act(page, "backup").click()]);
  await expect(page.locator('[data-backup-state="done"]')).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(act(page, "backup")).toBeVisible();
  await expect(page.locator('[data-backup-state="idle"]')).toContainText("29/3/2026");
  await expect(reminder(page)).toHaveCount(0);
});

test("where the browser has promised to keep the figures the reminder waits for a month", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => true;
  });
  await typed(page);
  await at(page, "2026-04-10T02:41:00Z");
  await home(page);
  await page.reload();
  await ready(page);
  await expect(act(page, "backup")).toBeVisible();
  await expect(reminder(page)).toHaveCount(0);
  await at(page, "2026-04-20T02:41:00Z");
  await page.reload();
  await ready(page);
  await expect(reminder(page)).toContainText("quá 30 ngày");
});

test("the browser is asked to keep what is saved on a click after the first save, once", async ({ page }) => {
  await page.addInitScript(() => {
    StorageManager.prototype.persisted = async () => false;
    // Firefox answers when the user does; nothing waits for it.
    StorageManager.prototype.persist = () => {
      localStorage.setItem("asked", `${Number(localStorage.getItem("asked")) + 1}`);
      return new Promise(() => {});
    };
  });
  const asked = () => page.evaluate(() => localStorage.getItem("asked"));
  await openReport(page);
  await heading(page).click();
  expect(await asked()).toBeNull();
  await expect(page.locator("[data-action=earlier]")).toBeAttached();
  let typedNow = 0;
  await expect
    .poll(async () => {
      typedNow += 1;
      await typeFigure(page, "pl1.b1.1", `${typedNow}`);
      await saved(page);
      await heading(page).click();
      return asked();
    })
    .toBe("1");
  await page.reload();
  await inReport(page);
  await typeFigure(page, "pl1.b1.1", "8");
  await saved(page);
  await heading(page).click();
  expect(await asked()).toBe("1");
});

/** The picker gives a real file, of the browser's own file system; `window.fileSays` is what is asked about it. */
async function withPicker(page) {
  await page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
    FileSystemFileHandle.prototype.queryPermission = async () => localStorage.getItem("permission") ?? "granted";
    FileSystemFileHandle.prototype.requestPermission = async () => {
      localStorage.setItem("permission", "granted");
      return "granted";
    };
  });
}

/** What stands in the file; nothing in the moment in which the browser puts the new text in place of the old one. */
const fileText = (page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle("bieumau-sao-luu.json");
    const file = await handle.getFile();
    return file.text().catch((error) => {
      if (error.name === "NotReadableError") return "";
      throw error;
    });
  });

const entries = async (page) => {
  const text = await fileText(page);
  return text ? (JSON.parse(text).reports[0]?.document.entries ?? {}) : {};
};

test("a chosen file is kept up to date, also after a reload that asks for permission again", async ({ page }) => {
  await withPicker(page);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  await home(page);
  await expect(file(page)).toHaveAttribute("data-kept-file", "none");
  await act(page, "file-choose").click();
  await expect(file(page)).toContainText("Tệp “bieumau-sao-luu.json” đã cập nhật lúc");
  expectValid(JSON.parse(await fileText(page)), "schemas/backup.schema.json");
  expect(await entries(page)).toEqual({ "pl1.b1.1": { number: "5" } });
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  await expect.poll(async () => (await entries(page))["pl1.b1.2.1"]).toEqual({ number: "41" });

  // After a reload the browser wants to be asked again; nothing is written meanwhile.
  await page.evaluate(() => localStorage.setItem("permission", "prompt"));
  await page.reload();
  await inReport(page);
  await expect(file(page)).toHaveAttribute("data-kept-file", "ask");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
  await act(page, "file-allow").click();
  await expect(file(page)).toHaveCount(0);
  await expect.poll(async () => (await entries(page))["pl1.b1.2.2"]).toEqual({ number: "21" });
  await home(page);
  await act(page, "file-forget").click();
  await expect(file(page)).toHaveAttribute("data-kept-file", "none");
  await page.reload();
  await ready(page);
  await expect(file(page)).toHaveAttribute("data-kept-file", "none");
});

test("a file that cannot be written is told, with what to do, and the figures are kept", async ({ page }) => {
  await withPicker(page);
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
  await home(page);
  await act(page, "file-choose").click();
  await expect(file(page)).toHaveAttribute("data-kept-file", "kept");
  await openReport(page);
  await page.evaluate(() => {
    const create = FileSystemFileHandle.prototype.createWritable;
    FileSystemFileHandle.prototype.createWritable = function () {
      if (window.isBack) return create.call(this);
      return Promise.reject(new DOMException("It is gone.", "NotFoundError"));
    };
  });
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  await expect(file(page)).toHaveAttribute("data-kept-file", "failed");
  await expect(file(page)).toContainText("USB đã rút");
  await page.evaluate(() => (window.isBack = true));
  await act(page, "file-again").click();
  await expect(file(page)).toHaveCount(0);
  await expect.poll(async () => (await entries(page))["pl1.b1.2.1"]).toEqual({ number: "41" });
});

test("a browser without files of its own says nothing of them", async ({ page }) => {
  await page.addInitScript(() => delete window.showSaveFilePicker);
  await home(page);
  await expect(file(page)).toHaveCount(0);
  await expect(page.locator(`a[href*="${WARD}"]`)).toHaveCount(0);
});
