// The report in words: the officer writes under the headings, and it is there again after a reload, in the exported
// report, and can be taken back.

import { downloaded } from "./support/downloads.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { inReport, openReport, openSheet, saved, typeFigure } from "./support/officer.mjs";

const PLAN = "pl1.b1.2.1";
const DONE = "pl1.b1.2.2";
const TEXT = "Văn phòng đã triển khai nghiêm túc.\nCó biểu chi tiết kèm theo.";

const field = (page, id) => page.locator(`[data-paragraph="${id}"]`);
const sentences = (page, id) => page.locator(".bm-wording__one", { has: field(page, id) }).locator("[data-said]");
const button = (page, action) => page.locator(`[data-action="${action}"]`);

/** Opens the section from the keyboard. */
async function openWording(page) {
  await button(page, "wording").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#wording-title")).toBeFocused();
}

/** Writes into a field, over what stands there. */
async function write(page, id, text) {
  await field(page, id).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
}

test("what is written under a heading is there after a reload, in the file, and can be taken back", async ({ page }) => {
  await openReport(page);
  await openWording(page);
  await write(page, "i.2", TEXT);
  await field(page, "letter.signer").evaluate((input) => input.closest("details").querySelector("summary").click());
  await write(page, "letter.signer", "Trần Bình Minh");
  await page.keyboard.press("Tab");
  // At once, before anything was committed.
  await page.reload();
  await inReport(page);
  await openWording(page);
  await expect(field(page, "i.2")).toHaveValue(TEXT);
  await expect(field(page, "letter.signer")).toHaveValue("Trần Bình Minh");
  await saved(page);
  const { text } = await downloaded(page, () => button(page, "export-json").click());
  expect(JSON.parse(text).paragraphs).toEqual({ "i.2": TEXT, "letter.signer": "Trần Bình Minh" });
  await expect(button(page, "undo")).toHaveAttribute("title", /^Hoàn tác: nhập Trần Bình Minh \(Họ tên người ký\)/);
  await button(page, "undo").click();
  await expect(field(page, "letter.signer")).toBeFocused();
  await expect(field(page, "letter.signer")).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(field(page, "i.2")).toBeFocused();
  await expect(field(page, "i.2")).toHaveValue("");
  await page.keyboard.press("ControlOrMeta+Y");
  await expect(field(page, "i.2")).toHaveValue(TEXT);
  await button(page, "wording-close").click();
  await expect(field(page, "i.2")).toHaveCount(0);
  await expect(button(page, "wording")).toBeFocused();
});

test("the sentences follow the figures and can be left out", async ({ page }) => {
  await openReport(page);
  await openWording(page);
  await expect(sentences(page, "i.2")).toHaveAttribute("data-said", "missing");
  await openSheet(page, "pl1.b1");
  await typeFigure(page, PLAN, "41");
  await typeFigure(page, DONE, "21");
  await expect(sentences(page, "i.2")).toHaveAttribute("data-said", "whole");
  await expect(sentences(page, "i.2")).toContainText("đã hoàn thành 21/41 nhiệm vụ, đạt 51,22%.");
  const alone = page.locator('[data-alone="i.2"]');
  await alone.focus();
  await page.keyboard.press("Space");
  await expect(alone).toBeChecked();
  await page.reload();
  await inReport(page);
  await openWording(page);
  await expect(page.locator('[data-alone="i.2"]')).toBeChecked();
  await button(page, "undo").click();
  await expect(page.locator('[data-alone="i.2"]')).not.toBeChecked();
});

test("the Word file is made and is one", async ({ page }) => {
  await openReport(page);
  await openWording(page);
  await write(page, "i.2", TEXT);
  const { name, bytes } = await downloaded(page, () => button(page, "export-docx").click());
  expect(name).toMatch(/\.docx$/);
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
});
