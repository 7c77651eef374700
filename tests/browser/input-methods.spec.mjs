// Vietnamese is typed through Telex, VNI or Unikey into every text field of the page, whatever it does meanwhile.

import { fileURLToPath } from "node:url";
import { expect, test } from "./support/fixtures.mjs";
import { TELEX, UNIKEY, compose, unikey } from "./support/input-methods.mjs";
import { exportJson, figure, note, openReport, openSheet, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { openFields, openTasks, taskField } from "./support/plan.mjs";

const SMALL = fileURLToPath(new URL("../../schemas/examples/small-form.json", import.meta.url));
const TASK = "[data-task]";

async function openFirstTask(page) {
  await openTasks(page);
  const id = await page.locator(TASK).first().getAttribute("data-task");
  await openFields(page, id);
  return id;
}

/** Each field: how one comes to it; gives the field. */
const FIELDS = {
  "a note": async (page) => {
    await openReport(page);
    return note(page, "pl1.b1.1");
  },
  "a reason": async (page) => {
    await openReport(page);
    await typeFigure(page, "pl1.b1.3.1", "2");
    await typeFigure(page, "pl1.b1.3.2", "3");
    return page.locator("[data-reason]");
  },
  "a figure of which others are computed": async (page) => {
    await openReport(page);
    await typeFigure(page, "pl1.b1.2.1", "41");
    return figure(page, "pl1.b1.2.2");
  },
  "a row of words": async (page) => {
    await page.route("**/cong/bieu-mau/bo-khac.json", (route) => route.fulfill({ contentType: "application/json", path: SMALL }));
    await page.goto(`?form=bo-khac.json${reportAddress({ form: "small-form", agency: "x-thu" })}`);
    await expect(figure(page, "desk.1.1")).toBeVisible();
    await openSheet(page, "money");
    return figure(page, "money.4");
  },
  "the name of an agency": async (page) => {
    await page.goto("#/");
    return page.locator("#begin-agency");
  },
  "the find box": async (page) => {
    await openReport(page);
    await page.locator('[data-action="find"]').click();
    return page.locator("#find-text");
  },
  "the search of tasks": async (page) => {
    await openTasks(page);
    return page.locator("#filter-search");
  },
  "the search of targets": async (page) => {
    await page.goto("#/targets");
    return page.locator("#target-search");
  },
  "the product of a task": async (page) => taskField(page, await openFirstTask(page), "product"),
  "the note of a task": async (page) => taskField(page, await openFirstTask(page), "note"),
  "a task of one's own": async (page) => {
    await openTasks(page);
    await page.locator('[data-action="add-task"]').click();
    return page.locator('[data-field="task"]').last();
  },
  "the days of the window": async (page) => {
    await openReport(page);
    await page.locator('[data-action="window-edit"]').click();
    return page.locator("#window-from");
  },
};

for (const [where, come] of Object.entries(FIELDS)) {
  test(`a composition in ${where} arrives whole`, async ({ page }) => {
    const field = await come(page);
    await field.fill("");
    await field.focus();
    await compose(page, TELEX);
    await expect(field).toHaveValue("tiếng");
    await page.keyboard.type(" ");
    await compose(page, ["V", "Vi", "Vie", "Viê", "Viêt", "Việt"]);
    await expect(field).toHaveValue("tiếng Việt");
    await expect(field).toBeFocused();
  });

  test(`Unikey in ${where} takes letters back and puts others`, async ({ page }) => {
    const field = await come(page);
    await field.fill("");
    await field.focus();
    await unikey(page, UNIKEY);
    await page.keyboard.type(" ");
    await unikey(page, UNIKEY);
    await expect(field).toHaveValue("tiếng tiếng");
    await expect(field).toBeFocused();
  });
}

test("what was composed in a figure stays as typed over leaving, a reload and the exported file", async ({ page }) => {
  await openReport(page);
  const cell = figure(page, "pl1.b1.2.2");
  await cell.focus();
  await compose(page, ["k", "kh", "kho", "khoa", "khoan", "khoang", "khoảng"]);
  await page.keyboard.type(" 21 ");
  await page.keyboard.press("Tab");
  await expect(cell).toHaveValue("khoảng 21 ");
  await expect(cell).toHaveAttribute("data-state", "unreadable");
  await saved(page);
  await page.reload();
  await expect(cell).toHaveValue("khoảng 21 ");
  const { entries } = JSON.parse((await exportJson(page)).text);
  expect(entries["pl1.b1.2.2"]).toEqual({ unreadable: "khoảng 21 " });
});
