// The whole main job by keyboard alone, as somebody does it who cannot use a mouse: from the first page to the file
// that is sent. No element is given the focus by the test; every pointer fails it.

import { downloaded } from "./support/downloads.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { onFigure, onNote, press } from "./support/keys.mjs";
import { backTo, figure, inReport, listed, note, saved, tabTo } from "./support/officer.mjs";
import { expectValid } from "./support/schema.mjs";

const SCHEMA = new URL("../../schemas/report.schema.json", import.meta.url);

const state = (page) => page.locator("#report-state");
const summary = (page) => page.locator('[data-complete="missing"]');
const action = (page, name) => page.locator(`[data-action="${name}"]`);

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    for (const pointer of ["pointerdown", "mousedown", "touchstart"])
      addEventListener(pointer, () => console.error("a pointer was used"), true);
  });
});

/** Begins the report of the ward for the first quarter of 2026. */
async function begin(page, query = "") {
  await page.goto(`${query}#/`);
  await ready(page);
  await tabTo(page, page.locator("#begin-agency"));
  await page.keyboard.type("UBND phường Tô Hiệu");
  await press(page, "Escape");
  await tabTo(page, page.locator("#begin-period"));
  await press(page, "Home");
  await expect(page.locator("#begin-period")).toHaveValue("Q1");
  await tabTo(page, page.locator("#begin-year"));
  await press(page, "Control+a");
  await page.keyboard.type("2026");
  await press(page, "Enter");
  await inReport(page);
}

/** Exports by keyboard, and reads the file. */
async function exported(page) {
  return (await downloaded(page, () => press(page, "Enter"))).text;
}

test("from the first page to the exported file, with a reason and completion", async ({ page }) => {
  test.slow();
  await begin(page);

  // Down the column: figures, one that does not apply, a slip taken back, a note.
  await tabTo(page, figure(page, "pl1.b1.1"));
  await page.keyboard.type("5");
  await press(page, "Enter");
  await onFigure(page, "pl1.b1.2.1");
  await page.keyboard.type("41");
  await press(page, "Enter");
  await page.keyboard.type("421");
  await expect(listed(page)).toHaveCount(1);
  await press(page, "Escape");
  await page.keyboard.type("21");
  await press(page, "ArrowRight");
  await onNote(page, "pl1.b1.2.2");
  await page.keyboard.type("Còn 20 nhiệm vụ chưa đến hạn");
  await press(page, "Shift+Tab", "ArrowDown");
  await expect(page.locator("#aloud")).toHaveText("Dòng 2: 51,22 %.");

  // More was checked than planned: the warning is explained where the officer stands.
  await onFigure(page, "pl1.b1.3.1");
  await page.keyboard.type("2");
  await press(page, "Enter");
  await page.keyboard.type("3");
  await expect(listed(page)).toHaveCount(1);
  await press(page, "Alt+g");
  await expect(page.locator("[data-reason]")).toBeFocused();
  await page.keyboard.type("Một cuộc kiểm tra đột xuất theo đơn thư");
  await press(page, "Escape");
  await onFigure(page, "pl1.b1.3.2");

  // To another sheet by its words, and to the next one.
  await press(page, "/");
  await page.keyboard.type("khao sat su hai long");
  await press(page, "Enter");
  await onFigure(page, "pl1.b1.5");
  await press(page, "0");
  await press(page, "Alt+PageDown");
  await expect(page.locator('[id="pl1.b2"]')).toBeVisible();
  await press(page, "Alt+k");
  await press(page, "Alt+PageUp");
  await onFigure(page, "pl1.b1.1");

  // Too early: what is missing is listed and stood on. Sheet by sheet the rest is left blank on purpose.
  await backTo(page, action(page, "complete"));
  await press(page, "Enter");
  await expect(page.locator("#missing-title")).toBeFocused();
  const rest = summary(page).locator('[data-action="confirm-blanks"]');
  for (let left = await rest.count(); left > 0; left -= 1) {
    await expect(rest).toHaveCount(left);
    await tabTo(page, rest.first());
    await press(page, "Enter");
    await expect(page.locator("#missing-title")).toBeFocused();
  }
  await expect(page.locator("#missing-title")).toContainText("Không còn việc gì phải làm");
  await backTo(page, action(page, "complete"));
  await press(page, "Enter");
  await expect(state(page)).toBeFocused();
  await expect(state(page)).toHaveAttribute("data-report-state", "complete");

  await backTo(page, action(page, "export-json"));
  const sent = JSON.parse(await exported(page));
  expectValid(sent, SCHEMA);
  expect(sent.state).toBe("complete");
  expect(sent.entries["pl1.b1.2.2"]).toEqual({ number: "21", note: "Còn 20 nhiệm vụ chưa đến hạn" });
  expect(sent.entries["pl1.b1.5"]).toEqual({ choice: "0" });
  expect(sent.derived["pl1.b1.2"].number).toBe("51.22");
  expect(sent.findings).toMatchObject([{ level: "warning", reason: "Một cuộc kiểm tra đột xuất theo đơn thư" }]);
});

test("in English: errors are walked to and mended, and the file comes back on another day", async ({ page }) => {
  test.slow();
  await begin(page, "?lang=en");
  await tabTo(page, figure(page, "pl1.b1.1"));
  await press(page, "ArrowDown");
  await page.keyboard.type("41");
  await press(page, "ArrowDown");
  await page.keyboard.type("42");
  await press(page, "ArrowDown");
  await page.keyboard.type("about 2");
  await press(page, "ArrowDown");
  await expect(listed(page)).toHaveCount(2);

  await press(page, "F8");
  await expect(page.locator("#aloud")).toContainText(/^Error 1\/2: /);
  await press(page, "F8");
  await expect(page.locator("#aloud")).toContainText(/^Error 2\/2: /);
  for (let left = 2; left > 0; left -= 1) {
    const at = await page.evaluate(() => document.activeElement.dataset.row);
    await page.keyboard.type(at === "pl1.b1.3.1" ? "2" : "40");
    await press(page, "F8");
    await expect(listed(page)).toHaveCount(left - 1);
  }
  await expect(page.locator("#aloud")).toContainText("No contradiction found");
  await expect(listed(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("40");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("2");

  await press(page, "Control+Home");
  await backTo(page, action(page, "export-json"));
  const text = await exported(page);
  await saved(page);

  // Meanwhile a figure is changed; the file is taken in again after a look at what it would change.
  await tabTo(page, figure(page, "pl1.b1.1"));
  await page.keyboard.type("7");
  await press(page, "Enter");
  await saved(page);
  await press(page, "Control+Home");
  await backTo(page, action(page, "import"), 80);
  const chooser = page.waitForEvent("filechooser");
  await press(page, "Enter");
  await (await chooser).setFiles({ name: "report.json", mimeType: "application/json", buffer: Buffer.from(text) });
  const preview = page.locator('[data-import="preview"]');
  await expect(preview).toBeVisible();
  await tabTo(page, preview.locator('[data-action="import-apply"]'));
  await press(page, "Enter");
  await inReport(page);
  await expect(preview).toBeHidden();
  await expect(figure(page, "pl1.b1.1")).toHaveValue("");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
});

test("the skip link passes the head of the page, and the help is there from the first cell", async ({ page }) => {
  await begin(page);
  await page.reload();
  await inReport(page);
  await press(page, "Tab");
  await expect(page.locator(".bm-shell__skip")).toBeFocused();
  await expect(page.locator(".bm-shell__skip")).toBeInViewport();
  await press(page, "Enter");
  await expect(heading(page)).toBeFocused();
  await press(page, "?");
  await expect(page.locator("#keys")).toBeVisible();
  await press(page, "Enter");
  await expect(page.locator("#keys")).toBeHidden();
  await tabTo(page, figure(page, "pl1.b1.1"));
  await expect(note(page, "pl1.b1.1")).toBeVisible();
});
