// The earlier states of a report are looked at, brought back, and the bringing back is taken back.

import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { WARD, figure, inReport, openReport, saved, typeFigure, unfolded } from "./support/officer.mjs";
import { copiesOf, readRecord, recordKeys, removeRecord, writeRecord } from "./support/shelf.mjs";

const RECORD = `report/cchc-2026/${WARD}/2026Q1`;
const ADDRESS = `#/earlier/cchc-2026/${WARD}/2026Q1`;

const list = (page) => page.locator("tr[data-earlier]");
const states = (page) => page.locator('tr[data-earlier]:not([data-earlier="now"])');
const preview = (page) => page.locator("[data-earlier-preview]");
const act = (page, action) => page.locator(`[data-action="${action}"]`);

/** The keys of the earlier states, the oldest first. */
const pastOf = async (page) => (await recordKeys(page)).filter((key) => key.startsWith("past/"));

/** Sets the clock of the machine; timers go on. */
const at = (page, moment) => page.clock.setFixedTime(new Date(moment));

/** Two states: with 41 and 21, and a quarter of an hour later with 41, 30 and a plan row more. */
async function twoStates(page) {
  await at(page, "2026-03-20T02:41:00Z");
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
  await at(page, "2026-03-20T02:56:00Z");
  await typeFigure(page, "pl1.b1.2.2", "30");
  await typeFigure(page, "pl1.b1.1", "5");
  await saved(page);
}

test("an earlier state is looked at, brought back in one step, and taken back", async ({ page }) => {
  await twoStates(page);
  await (await unfolded(page, "earlier")).click();
  await expect(heading(page)).toHaveText("Các bản trước: UBND phường Tô Hiệu – Quý I năm 2026");
  await expect(heading(page)).toBeFocused();
  await expect(list(page)).toHaveCount(2);
  await expect(list(page).first()).toContainText("Bản hiện tại");
  await expect(list(page).first()).toContainText("3/");
  await expect(states(page)).toContainText("2/");
  await expect(states(page)).toContainText("2 dòng");
  await act(page, "earlier-look").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#earlier-title")).toBeFocused();
  const rows = preview(page).locator("tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1).locator("td").last()).toHaveText("21");
  await expect(rows.nth(1).locator("td").nth(1)).toHaveText("30");
  // Nothing has changed by looking.
  await act(page, "earlier-leave").click();
  await expect(preview(page)).toHaveCount(0);
  await act(page, "earlier-look").click();
  await act(page, "earlier-apply").click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("");
  await expect(figure(page, "pl1.b1.1")).toBeFocused();
  await expect(act(page, "undo")).toHaveAttribute("title", /^Hoàn tác: khôi phục từ bản lúc .*20\/3\/2026, 2 chỗ/);
  await (await unfolded(page, "changes")).click();
  await expect(page.locator("dialog#changes tbody tr").nth(1)).toContainText(/khôi phục từ bản lúc \d\d:\d\d 20\/3\/2026/);
  await page.keyboard.press("Escape");
  await page.reload();
  await inReport(page);
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("30");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
  await saved(page);
  // What stood there before it was brought back is an earlier state too.
  await page.goto(ADDRESS);
  await expect(states(page)).toHaveCount(2);
});

test("a state that cannot be read is said, and the others are still there", async ({ page }) => {
  await twoStates(page);
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  await writeRecord(page, `past/${RECORD}/${"1".padStart(20, "0")}`, "rác");
  await writeRecord(page, `past/${RECORD}/${"2".padStart(20, "0")}`, '{"record":"bieumau.record/2"}');
  await page.goto("#/");
  await ready(page);
  await (await unfolded(page, "earlier")).click();
  await expect(states(page)).toHaveCount(3);
  await expect(states(page).nth(1)).toContainText("do phiên bản Biểu Mẫu mới hơn lưu");
  await expect(states(page).nth(2)).toContainText("không đọc được");
  await expect(act(page, "earlier-look")).toHaveCount(1);
});

test("a report that is gone is brought back from what is left of it", async ({ page }) => {
  await twoStates(page);
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  for (const copy of copiesOf(RECORD)) await removeRecord(page, copy);
  await page.evaluate((key) => localStorage.removeItem(key), `bieumau/journal/${RECORD}`);
  await page.goto("#/");
  await ready(page);
  await page.locator('[data-earlier="gone"] a').click();
  await expect(page.getByText("Báo cáo này không còn trên máy")).toBeVisible();
  await act(page, "earlier-look").click();
  await act(page, "earlier-apply").click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await saved(page);
  expect(await recordKeys(page)).toContain(RECORD);
});

test("a report that was begun by mistake is discarded, and brought back as it was", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
  await page.goto("#/");
  await ready(page);
  await page.getByRole("link", { name: /^Xem, chuyển, bỏ báo cáo: .*Tô Hiệu/ }).press("Enter");
  await expect(heading(page)).toBeFocused();
  await act(page, "discard").focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Báo cáo này không còn trên máy")).toBeFocused();
  await expect(act(page, "discard")).toHaveCount(0);
  await expect(states(page)).toHaveCount(1);
  expect((await recordKeys(page)).filter((key) => key.endsWith(RECORD))).toEqual([]);
  await page.goto("#/");
  await ready(page);
  await expect(page.getByText("Chưa có báo cáo nào.")).toBeVisible();
  await expect(page.locator('[data-earlier="gone"] a')).toHaveText("UBND phường Tô Hiệu, Quý I năm 2026, cchc-2026");
  // It begins again from nothing, and its states go on above those of before.
  await openReport(page);
  await expect(page.locator(".bm-note--warning")).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("");
  await typeFigure(page, "pl1.b1.1", "3");
  await saved(page);
  const record = JSON.parse(await readRecord(page, RECORD));
  expect(record.revision).toBeGreaterThan(Number((await pastOf(page))[0].split("/").at(-1)));
  await page.goto(ADDRESS);
  await act(page, "earlier-look").click();
  await act(page, "earlier-apply").click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
});

test("a report that is discarded here and typed in elsewhere is there again, with everything", async ({ page, context }) => {
  const other = await context.newPage();
  await openReport(other);
  await typeFigure(other, "pl1.b1.2.1", "41");
  await saved(other);
  await page.goto(ADDRESS);
  await act(page, "discard").click();
  await expect(page.getByText("Báo cáo này không còn trên máy")).toBeVisible();
  await typeFigure(other, "pl1.b1.2.2", "21");
  await saved(other);
  await other.close();
  await openReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
});

test("where the browser cannot be written nothing is discarded, and that is said", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  await page.goto(ADDRESS);
  await page.evaluate(() => (IDBObjectStore.prototype.delete = () => { throw new DOMException("đầy", "QuotaExceededError"); }));
  await act(page, "discard").click();
  await expect(page.getByRole("alert").filter({ hasText: "Chưa bỏ được" })).toBeVisible();
  await page.reload();
  await page.getByRole("link", { name: "Về báo cáo" }).click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
});

test("what another page types meanwhile is not lost by bringing back", async ({ page, context }) => {
  await twoStates(page);
  await page.goto(ADDRESS);
  await act(page, "earlier-look").click();
  const other = await context.newPage();
  await at(other, "2026-03-20T03:20:00Z");
  await openReport(other);
  await typeFigure(other, "pl1.b1.3.1", "9");
  await saved(other);
  await other.close();
  await act(page, "earlier-apply").click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("");
  // It is what was brought back, and what the other page had typed is one step away.
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("9");
});
