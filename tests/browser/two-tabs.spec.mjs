// One report in two tabs: one writes, the other follows and can take over; nothing of either is lost.

import { expectAccessible } from "./support/axe.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { WARD, figure, inReport, note, openReport, openSheet, saved, typeFigure, typeIn } from "./support/officer.mjs";
import { readBody } from "./support/shelf.mjs";

const RECORD = `report/cchc-2026/${WARD}/2026Q1`;
const banner = (page) => page.locator('[data-sharing="follows"]');
const takeOver = (page) => page.locator('[data-action="take-over"]');

/** Opens the report in a tab that shall write it, and waits until others are told so. */
async function openFirst(page, report) {
  await openReport(page, report);
  await expect(page.locator('[data-action="complete"]')).toBeVisible();
}

/** Waits until the page follows another one. */
async function follows(page) {
  await expect(banner(page)).toBeVisible();
  await expect(figure(page, "pl1.b1.1")).toHaveAttribute("readonly", "");
}

/** Takes the report over by the keyboard, and waits until it may be written. */
async function writesHere(page) {
  await takeOver(page).focus();
  await page.keyboard.press("Enter");
  await expect(banner(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.1")).not.toHaveAttribute("readonly");
}

/** Browsers that settle by locks, and browsers that have none: plain http, old ones. */
const WITHOUT = {
  "with locks": [],
  "without locks": ["locks"],
};

/** Takes away what the browser has, before the page begins. */
async function lack(context, names) {
  await context.addInitScript((names) => {
    if (names.includes("locks")) delete Navigator.prototype.locks;
    if (names.includes("BroadcastChannel")) delete window.BroadcastChannel;
  }, names);
}

for (const [how, names] of Object.entries(WITHOUT)) {
  test.describe(how, () => {
    test.beforeEach(({ context }) => lack(context, names));

    test("a figure that was being typed follows what the other tab makes of it", async ({ page, context }) => {
      await openFirst(page);
      const other = await context.newPage();
      await openReport(other);
      await follows(other);
      await typeIn(page, "pl1.b1.1", "56");
      await expect(figure(other, "pl1.b1.1")).toHaveValue("56");
      await writesHere(other);
      await follows(page);
      await expect(figure(page, "pl1.b1.1")).toHaveValue("56");
      await figure(other, "pl1.b1.2.1").focus();
      await other.keyboard.press("ControlOrMeta+Z");
      await expect(figure(other, "pl1.b1.1")).toHaveValue("");
      await expect(figure(page, "pl1.b1.1")).toHaveValue("");
    });

    test("the second tab follows each key, reads only, and takes over by a button", async ({ page, context }) => {
      await openFirst(page);
      await typeFigure(page, "pl1.b1.2.1", "41");
      const other = await context.newPage();
      await openReport(other);
      await follows(other);
      await expect(banner(other)).toContainText("Báo cáo này đang được nhập ở một thẻ hoặc cửa sổ khác.");
      await expect(banner(page)).toHaveCount(0);

      // It follows before anything is committed: figures, computed values, findings, notes, the log.
      await typeIn(page, "pl1.b1.2.2", "21");
      await expect(figure(other, "pl1.b1.2.2")).toHaveValue("21");
      await expect(figure(other, "pl1.b1.2")).toHaveText("51,22");
      await note(page, "pl1.b1.1").focus();
      await page.keyboard.insertText("ghi chú");
      await expect(note(other, "pl1.b1.1")).toHaveValue("ghi chú");
      await figure(page, "pl1.b1.5").selectOption("1");
      await expect(figure(other, "pl1.b1.5")).toHaveValue("1");
      await expect(figure(other, "pl1.b1.5")).toBeDisabled();
      await openSheet(other, "pl1.b5");
      await expect(figure(other, "pl1.b5.1.1")).toHaveAttribute("readonly", "");
      await openSheet(other, "pl1.b1");

      // Keys change nothing here, and it is said why.
      await figure(other, "pl1.b1.1").focus();
      await other.keyboard.type("99");
      await other.keyboard.press("Alt+k");
      await expect(other.locator("#aloud")).toContainText("Chưa làm được ở đây");
      await expect(figure(other, "pl1.b1.1")).toHaveValue("");
      await expect(other.locator('[data-action="complete"]')).toBeHidden();

      await writesHere(other);
      await expect(figure(other, "pl1.b1.1")).toBeFocused();
      await follows(page);
      await expect(banner(page)).toContainText("vừa được chuyển sang nhập ở một thẻ hoặc cửa sổ khác");
      await typeFigure(other, "pl1.b1.1", "7");
      await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
      await saved(other);
      await saved(page);

      // What was done on the other page is taken back here: the trail lies in the report.
      await other.keyboard.press("Control+z");
      await expect(figure(page, "pl1.b1.1")).toHaveValue("");
      await other.keyboard.press("Control+z");
      await expect(figure(page, "pl1.b1.5")).toHaveValue("");
      await other.keyboard.press("Control+z");
      await expect(note(page, "pl1.b1.1")).toHaveValue("");
      await saved(other);
    });

    test("a tab that is closed frees the report, and the other one says so", async ({ page, context }) => {
      const other = await context.newPage();
      await openFirst(other);
      await openReport(page);
      await follows(page);
      await typeIn(other, "pl1.b1.1", "56");
      await expect(figure(page, "pl1.b1.1")).toHaveValue("56");
      await other.close();
      await expect(page.locator('[data-sharing="freed"]')).toContainText("được nhập ở đây từ bây giờ");
      await typeIn(page, "pl1.b1.1", "567");
      await saved(page);
      await page.reload();
      await inReport(page);
      await expect(figure(page, "pl1.b1.1")).toHaveValue("567");
    });

    test("a tab that dies frees the report, and nothing of its last keys is missing", async ({ page, context }) => {
      const other = await context.newPage();
      await openFirst(other);
      await openReport(page);
      await follows(page);
      await typeIn(other, "pl1.b1.1", "56");
      const devtools = await context.newCDPSession(other);
      const crashed = other.waitForEvent("crash");
      // It is never answered: who would, is no more.
      devtools.send("Page.crash").catch(() => {});
      await crashed;
      await expect(page.locator('[data-sharing="freed"]')).toBeVisible();
      await expect(figure(page, "pl1.b1.1")).toHaveValue("56");
      await typeFigure(page, "pl1.b1.2.1", "41");
      await saved(page);
      const { entries } = JSON.parse(await readBody(page, RECORD));
      expect(entries["pl1.b1.1"]).toEqual({ number: "56" });
      expect(entries["pl1.b1.2.1"]).toEqual({ number: "41" });
    });

    test("two tabs on different reports work freely", async ({ page, context }) => {
      const other = await context.newPage();
      await openReport(page);
      await openReport(other, { period: "2026S1" });
      await typeFigure(page, "pl1.b1.1", "5");
      await typeFigure(other, "pl1.b1.1", "6");
      await Promise.all([saved(page), saved(other)]);
      for (const one of [page, other]) await expect(one.locator("[data-sharing]")).toHaveCount(0);
      await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
    });

    test("a thousand edits of two tabs that take over from each other lose nothing", async ({ page, context }) => {
      test.setTimeout(240_000);
      const tabs = [page, await context.newPage()];
      await openFirst(tabs[0]);
      await openReport(tabs[1]);
      await follows(tabs[1]);
      const rows = await countRows(page);
      const expected = {};
      let made = 0;
      for (let turn = 0; made < 1_000; turn += 1) {
        const tab = tabs[turn % 2];
        if (turn > 0) await writesHere(tab);
        const edits = editsFrom(made, 50, rows);
        made += edits.length;
        for (const [row, text] of edits) expected[row] = text;
        await typeAll(tab, edits);
      }
      for (const tab of tabs) {
        await saved(tab);
        await expect.poll(() => valuesOf(tab, rows)).toEqual(expected);
      }
      await expectKept(context, rows, expected);
    });
  });
}

for (const lang of ["vi", "en"]) {
  test(`a tab that follows, and one that was freed, are accessible: ${lang}`, async ({ page, context }) => {
    const other = await context.newPage();
    await openFirst(other);
    await openReport(page, { query: `?lang=${lang}` });
    await follows(page);
    await expectAccessible(page);
    await other.close();
    await expect(page.locator('[data-sharing="freed"]')).toBeVisible();
    await expectAccessible(page);
    await page.locator('[data-sharing="freed"] button').click();
    await expect(page.locator("[data-sharing]")).toHaveCount(0);
  });
}

test("a thousand edits of two tabs that both believe they write lose nothing", async ({ page, context }) => {
  test.setTimeout(240_000);
  await lack(context, ["locks", "BroadcastChannel"]);
  const tabs = [page, await context.newPage()];
  for (const tab of tabs) await openReport(tab);
  const rows = await countRows(page);
  // Each row has one owner, so that there is one truth about what must stand there.
  const own = [rows.filter((_, place) => place % 2 === 0), rows.filter((_, place) => place % 2 === 1)];
  const expected = {};
  for (let made = 0; made < 1_000; made += 50) {
    await Promise.all(
      tabs.map(async (tab, place) => {
        const edits = editsFrom(made, 25, own[place]);
        for (const [row, text] of edits) expected[row] = text;
        await typeAll(tab, edits);
      }),
    );
  }
  for (const tab of tabs) await saved(tab);
  await expectKept(context, rows, expected);
  // Both show everything in the end.
  for (const tab of tabs) await expect.poll(() => valuesOf(tab, rows)).toEqual(expected);
});

/** The rows of the first sheet in which a count is typed. */
function countRows(page) {
  return page
    .locator('.bm-sheet:visible input[data-row][inputmode="decimal"]')
    .evaluateAll((fields) => fields.map((field) => field.dataset.row));
}

/** Edits that tell their own number. */
function editsFrom(first, count, rows) {
  return Array.from({ length: count }, (_, place) => [rows[(first + place) % rows.length], String(1 + first + place)]);
}

/** Types edit after edit as the keys of a fast typist arrive: each an event, the browser breathing in between. */
function typeAll(page, edits) {
  return page.evaluate(async (edits) => {
    for (const [row, text] of edits) {
      const field = document.querySelector(`[data-row="${row}"]`);
      field.focus();
      field.select();
      document.execCommand("insertText", false, text);
      await new Promise((done) => setTimeout(done));
    }
    document.activeElement.blur();
  }, edits);
}

function valuesOf(page, rows) {
  return page.evaluate(
    (rows) =>
      Object.fromEntries(
        rows
          .map((row) => [row, document.querySelector(`[data-row="${row}"]`).value.replaceAll(".", "")])
          .filter(([, value]) => value !== ""),
      ),
    rows,
  );
}

/** What a page that is opened afterwards finds. */
async function expectKept(context, rows, expected) {
  const kept = await readBody(context.pages()[0], RECORD);
  const { entries } = JSON.parse(kept);
  const numbers = rows.filter((row) => entries[row]).map((row) => [row, entries[row].number]);
  expect(Object.fromEntries(numbers)).toEqual(expected);
}

test("a window set on the settings page of another tab meets the figures, and those meet it", async ({ page, context }) => {
  await page.clock.setFixedTime(new Date("2026-03-10T02:00:00Z"));
  await openFirst(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  const other = await context.newPage();
  await other.clock.setFixedTime(new Date("2026-03-10T02:00:00Z"));
  await other.goto("#/settings");
  const row = other.locator('tr[data-period="2026Q1"]');
  await expect(row.locator("[data-due]")).toHaveText("còn 1 ngày");
  // Typed, and not yet committed when the other tab writes.
  await typeIn(page, "pl1.b1.2.2", "21");
  await row.locator('[data-action="window-edit"]').press("Enter");
  await expect(other.locator("#window-from")).toBeFocused();
  await other.locator("#window-send").focus();
  await other.keyboard.press("ControlOrMeta+A");
  await other.keyboard.type("16/3/2026");
  await other.keyboard.press("Enter");
  await expect(row.locator("[data-due]")).toHaveText("còn 5 ngày");
  await expect(page.locator(".bm-window [data-due]")).toHaveText("còn 5 ngày");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await typeFigure(page, "pl1.b1.1", "2");
  await saved(page);
  await openReport(other);
  await expect(other.locator(".bm-window [data-due]")).toHaveText("còn 5 ngày");
  await expect(figure(other, "pl1.b1.1")).toHaveValue("2");
  await expect(figure(other, "pl1.b1.2")).toHaveText("51,22");
});
