// What an officer does with the page, in the words of the page's contract: rows, actions, findings.

import { downloaded } from "./downloads.mjs";
import { expect, ready } from "./fixtures.mjs";

/** The sheets of the form set that comes with the page, in their order. */
export const SHEETS = ["pl1.b1", "pl1.b2", "pl1.b3", "pl1.b4", "pl1.b5", "pl1.b6", "pl2.b1", "pl2.b2"];

/** Phường Tô Hiệu, an agency of the official list. */
export const WARD = "03646";

/** The address of a report. */
export function reportAddress({ form = "cchc-2026", agency = WARD, period = "2026Q1", at } = {}) {
  return `#/report/${[form, agency, period, at].filter(Boolean).join("/")}`;
}

/** Opens a report, or begins it, and waits until it takes input. `query` is such as "?lang=en". */
export async function openReport(page, { query = "", ...report } = {}) {
  await page.goto(query + reportAddress(report));
  await inReport(page);
}

/** Waits until an open report takes input. */
export async function inReport(page) {
  await ready(page);
  await expect(page.locator(".bm-sheet:visible")).toHaveCount(1);
}

/** The figure of a row, typed, chosen or computed. */
export function figure(page, row) {
  return page.locator(`[data-row="${row}"]`);
}

/** The note of a row. */
export function note(page, row) {
  return page.locator(`[data-note="${row}"]`);
}

/** What the page says below a figure: how it was read, or what it may mean. */
export function said(page, row) {
  return page.locator(`[id="said-${row}"]`);
}

/** The findings in the list. */
export function listed(page, rule = "") {
  return page.locator(`aside [data-rule${rule && `="${rule}"`}]`);
}

/** Types into a row from the keyboard, over what stands there, and stays in it. */
export async function typeIn(page, row, text) {
  await figure(page, row).focus();
  await page.keyboard.press("ControlOrMeta+A");
  if (text === "") await page.keyboard.press("Delete");
  await page.keyboard.type(text);
}

/** Types into a row and leaves it. */
export async function typeFigure(page, row, text) {
  await typeIn(page, row, text);
  await page.keyboard.press("Tab");
}

/** Chooses the option with this code in the row that has the focus, with the arrow keys. */
export async function chooseByKeyboard(page, select, code) {
  await expect(select).toBeFocused();
  const codes = await select.locator("option").evaluateAll((options) => options.map(({ value }) => value));
  for (const passed of codes.slice(0, codes.indexOf(code))) {
    await expect(select).toHaveValue(passed);
    await page.keyboard.press("ArrowDown");
  }
  await expect(select).toHaveValue(code);
}

/** Goes through the page with Tab until the element has the focus. */
export async function tabTo(page, locator, most = 60) {
  await go(page, "Tab", locator, most);
}

/** Goes back through the page with Shift+Tab until the element has the focus. */
export async function backTo(page, locator, most = 60) {
  await go(page, "Shift+Tab", locator, most);
}

async function go(page, key, locator, most) {
  const isThere = () => locator.evaluate((element) => element === document.activeElement);
  for (let pressed = 0; pressed < most && !(await isThere()); pressed += 1) await page.keyboard.press(key);
  await expect(locator).toBeFocused();
}

/** The text of a computed row. */
export async function derivedText(page, row) {
  return (await figure(page, row).innerText()).trim();
}

/** Opens a sheet by its tab. */
export async function openSheet(page, sheet) {
  await page.locator(`[data-sheet="${sheet}"]`).click();
  await expect(page.locator(`[id="${sheet}"]`)).toBeVisible();
}

/** Opens all sheets, one after the other, so that every row is in the document. */
export async function openAllSheets(page, sheets = SHEETS) {
  for (const sheet of sheets) await openSheet(page, sheet);
}

/** Waits until everything typed is kept. */
export async function saved(page) {
  await expect(page.locator("#save-state")).toHaveAttribute("data-state", "saved");
}

/** All that the page shows of the open report: figures with their states, notes, findings. */
export async function shown(page, sheets = SHEETS) {
  await openAllSheets(page, sheets);
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    return {
      title: document.querySelector("h1").textContent,
      figures: all("[data-row]").map((cell) => [
        cell.dataset.row,
        cell.dataset.state,
        cell.tagName === "OUTPUT" ? cell.textContent : cell.value,
      ]),
      notes: all("[data-note]").map((note) => [note.dataset.note, note.value]),
      findings: all("aside [data-rule]").map((finding) => [
        finding.dataset.rule,
        finding.dataset.level,
        finding.dataset.rows,
        finding.textContent,
      ]),
      counts: all("[data-sheet]").map((tab) => tab.textContent),
    };
  });
}

/** The report of the Office, as a department: the level is chosen where the report is begun. */
export async function openOffice(page) {
  await page.goto("#/");
  await page.locator("#begin-agency").fill("Văn phòng UBND tỉnh");
  await page.locator("#begin-level").selectOption("department");
  await page.locator("#begin-period").selectOption("Q1");
  await page.locator("#begin-year").fill("2026");
  await page.locator("#begin-year").press("Enter");
  await inReport(page);
}

/** What does something, the fold around it opened where it is shut. */
export async function unfolded(page, action) {
  const control = page.locator(`[data-action="${action}"]`).first();
  await expect(control).toBeAttached();
  const fold = page.locator(`details:not([open]):has([data-action="${action}"]) > summary`).first();
  if (await fold.count()) await fold.press("Enter");
  await expect(control).toBeVisible();
  return control;
}

/** Exports the open report: the name of the file and its text. */
export async function exportJson(page) {
  return downloaded(page, () => page.locator('[data-action="export-json"]').click());
}

/** Chooses a file to import; what the page makes of it is then in `[data-import]`. */
export async function chooseFile(page, { name = "bao-cao.json", text }) {
  await page.locator('[data-action="import"]').setInputFiles({
    name,
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
}

/** Chooses a file, looks at the preview and imports it; the report is then open. */
export async function importFile(page, file) {
  await chooseFile(page, file);
  await page.locator('[data-import="preview"] [data-action="import-apply"]').click();
  await inReport(page);
}
