// A report that was filled under the wrong period or agency goes to the right one.

import { readFileSync } from "node:fs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { chooseByKeyboard, figure, inReport, note, openReport, saved, tabTo, typeFigure, unfolded } from "./support/officer.mjs";
import { readBody, recordKeys, writeRecord } from "./support/shelf.mjs";

const WARD = "03646";
const OTHER_WARD = "03679";
const record = (ward, period) => `report/cchc-2026/${ward}/${period}`;
const address = (ward, period) => `#/earlier/cchc-2026/${ward}/${period}`;
const act = (page, action) => page.locator(`[data-action="${action}"]`);
const alerted = (page) => page.locator("main").getByRole("alert").filter({ hasText: /./ });

/** A report of the first quarter with two figures and a note; the list of its earlier states. */
async function filled(page) {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await note(page, "pl1.b1.2.2").fill("Theo Báo cáo số 12");
  await typeFigure(page, "pl1.b1.3.1", "Dự kiến 02");
  await saved(page);
}

async function hasAll(page) {
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
  await expect(note(page, "pl1.b1.2.2")).toHaveValue("Theo Báo cáo số 12");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
}

test("what was filled for the wrong quarter is moved by keyboard, and the old one can be brought back", async ({ page }) => {
  await filled(page);
  await (await unfolded(page, "earlier")).press("Enter");
  await ready(page);
  await expect(heading(page)).toBeFocused();
  const period = page.locator("#move-period");
  await expect(period).toHaveValue("Q1");
  await expect(page.locator("#move-agency")).toHaveValue("UBND phường Tô Hiệu");
  await expect(page.locator("#move-level")).toBeHidden();
  await tabTo(page, period);
  await chooseByKeyboard(page, period, "S1");
  await expect(page.locator("#move-window")).toContainText("15/12/2025 – ");
  await tabTo(page, act(page, "move"));
  await page.keyboard.press("Enter");
  await inReport(page);
  await expect(heading(page)).toContainText("6 tháng đầu năm 2026");
  expect(page.url()).toContain(`/${WARD}/2026S1`);
  await hasAll(page);
  await expect(page.locator("[data-window]").first()).toContainText("15/12/2025 – ");
  const moved = JSON.parse(await readBody(page, record(WARD, "2026S1")));
  expect(moved.period).toMatchObject({ id: "2026S1", from: "2025-12-15" });
  expect((await recordKeys(page)).filter((key) => key.endsWith("2026Q1"))).toEqual([]);
  await page.goto("#/");
  await ready(page);
  await expect(page.locator('[data-earlier="gone"] a')).toHaveText("UBND phường Tô Hiệu, Quý I năm 2026, cchc-2026");
  await page.locator('[data-earlier="gone"] a').click();
  // What is gone cannot be moved or discarded, only brought back.
  await expect(act(page, "earlier-look")).toBeVisible();
  await expect(act(page, "move")).toHaveCount(0);
  await act(page, "earlier-look").click();
  await act(page, "earlier-apply").click();
  await inReport(page);
  await expect(heading(page)).toContainText("Quý I năm 2026");
  await hasAll(page);
});

test("what was filled for the wrong ward goes to the right one, whose name is typed without marks", async ({ page }) => {
  await filled(page);
  await page.goto(address(WARD, "2026Q1"));
  await page.locator("#move-agency").fill("chieng sinh");
  await page.locator("#move-agency").press("Enter");
  await inReport(page);
  expect(page.url()).toContain(`/${OTHER_WARD}/2026Q1`);
  await expect(heading(page)).toContainText("UBND phường Chiềng Sinh");
  await hasAll(page);
  // The next report begins with this ward.
  await page.goto("#/");
  await ready(page);
  await expect(page.locator("#begin-agency")).toHaveValue("UBND phường Chiềng Sinh");
});

test("nothing is moved over a report that is there, nor to where it stands", async ({ page }) => {
  await openReport(page, { period: "2026S1" });
  await typeFigure(page, "pl1.b1.2.1", "7");
  await saved(page);
  await filled(page);
  await page.goto(address(WARD, "2026Q1"));
  await act(page, "move").click();
  await expect(alerted(page)).toContainText("đang ở đúng cơ quan và kỳ này");
  await page.locator("#move-period").selectOption("S1");
  await act(page, "move").click();
  await expect(alerted(page)).toContainText("đã có báo cáo của cơ quan ấy cho kỳ ấy");
  await page.locator("#move-year").fill("năm nay");
  await act(page, "move").click();
  await expect(alerted(page)).toContainText("bốn chữ số");
  await expect(page.locator("#move-year")).toBeFocused();
  await page.locator("#move-year").fill("2026");
  await act(page, "move").click();
  await alerted(page).getByRole("link", { name: "Mở báo cáo kia" }).click();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("7");
  await openReport(page);
  await hasAll(page);
});

test("where nothing can be written the report stays, and that is said", async ({ page }) => {
  await filled(page);
  await page.goto(address(WARD, "2026Q1"));
  await page.locator("#move-period").selectOption("S1");
  await page.evaluate(() => (IDBObjectStore.prototype.put = () => { throw new DOMException("đầy", "QuotaExceededError"); }));
  await act(page, "move").click();
  await expect(alerted(page)).toContainText("Chưa chuyển được");
  await page.reload();
  expect((await recordKeys(page)).filter((key) => key.endsWith("2026S1"))).toEqual([]);
  await openReport(page);
  await hasAll(page);
});

test("where the old one cannot be taken off the list both are there, and that is said", async ({ page }) => {
  await filled(page);
  await page.goto(address(WARD, "2026Q1"));
  await page.locator("#move-period").selectOption("S1");
  await page.evaluate(() => (IDBObjectStore.prototype.delete = () => { throw new DOMException("đầy", "QuotaExceededError"); }));
  await act(page, "move").click();
  await expect(alerted(page)).toContainText("chưa bỏ được báo cáo này");
  await alerted(page).getByRole("link", { name: "Mở báo cáo đã chuyển" }).click();
  await inReport(page);
  await expect(heading(page)).toContainText("6 tháng đầu năm 2026");
  await hasAll(page);
  await openReport(page);
  await hasAll(page);
});

test("what only the journal has goes along", async ({ page }) => {
  const sample = (name) => readFileSync(new URL(`../fixtures/kept/03-trail/${name}.json`, import.meta.url), "utf8");
  await page.goto("#/settings");
  await ready(page);
  await page.goto("#/");
  await ready(page);
  await writeRecord(page, record(WARD, "2026Q1"), sample("record"));
  const journal = `bieumau/journal/${record(WARD, "2026Q1")}`;
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [journal, sample("journal")]);
  await page.goto(address(WARD, "2026Q1"));
  await page.locator("#move-period").selectOption("Q3");
  await act(page, "move").click();
  await inReport(page);
  await expect(heading(page)).toContainText("Quý III năm 2026");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("22");
  await expect(note(page, "pl1.b1.3")).toHaveValue("Ghi chú “mục 3”");
});

test("an agency with a name of its own keeps the code that it has", async ({ page }) => {
  await openReport(page, { agency: "h52-15" });
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  await page.goto(address("h52-15", "2026Q1"));
  await page.locator("#move-period").selectOption("Q3");
  await act(page, "move").click();
  await inReport(page);
  expect(page.url()).toContain("/h52-15/2026Q3");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
});
