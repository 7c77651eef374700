// The page speaks one language at a time, wholly. Left aside are names (the app, agencies), what was typed, ids in
// <code>, and what the page quotes from the Vietnamese paper in “…”.

import { readFileSync } from "node:fs";
import { FORM } from "./support/documents.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { figure, inReport, note, openReport, openSheet, saved, typeFigure } from "./support/officer.mjs";
import { screens } from "./support/screens.mjs";

const html = (page) => page.locator("html");
const { agencies } = JSON.parse(readFileSync(new URL("../../forms/agencies-son-la.json", import.meta.url), "utf8"));
const NAMES = ["Biểu Mẫu", "UBND tỉnh Sơn La", "Ban quản lý", "Cốc Cốc", ...agencies.map(({ name }) => name)];
/** What support/documents.mjs types. */
const TYPED = ["Dự kiến 02", "Ghi chú của văn phòng", "Cấp xã không có sở, ngành", "Một cuộc kiểm tra đột xuất", "Bản nháp"];
/** Every letter of Vietnamese that English does not have; × and ÷ are none. */
const VIETNAMESE = /[\u00c0-\u00d6\u00d9-\u00f6\u00f9-\u01b0\u1ea0-\u1ef9]/;

/** The English words that differ from the Vietnamese ones: of the page, and of the form set. */
const ENGLISH = (() => {
  const table = readFileSync(new URL("../../src/app/words.rs", import.meta.url), "utf8");
  const pairs = [...table.matchAll(/^\s*\w+: "((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)";/gm)].map(([, vi, en]) => ({ vi, en }));
  expect(pairs.length).toBeGreaterThan(100);
  const phrases = (value) =>
    value === null || typeof value !== "object" ? [] : value.vi && value.en ? [value] : Object.values(value).flatMap(phrases);
  return new Set([...pairs, ...phrases(FORM)].filter(({ vi, en }) => vi !== en).map(({ en }) => en));
})();

/** Every text that the page shows or says to a screen reader. */
function texts(page) {
  return page.evaluate(() => {
    const found = [document.title];
    const aside = "code, datalist, [lang]:not(html), script, noscript";
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest(aside)) continue;
      if (node === element)
        for (const name of ["aria-label", "title", "placeholder", "alt"]) found.push(element.getAttribute(name) ?? "");
      else found.push(node.data);
    }
    return [...new Set(found.map((text) => text.trim()))].filter(Boolean);
  });
}

test("in English nothing but names, quotations and typed data is Vietnamese", async ({ page }) => {
  test.slow();
  const left = [];
  for await (const name of screens(page, { query: "?lang=en" })) {
    await expect(html(page)).toHaveAttribute("lang", "en");
    for (const text of await texts(page)) {
      const rest = [...NAMES, ...TYPED].reduce((rest, known) => rest.replaceAll(known, ""), text);
      if (VIETNAMESE.test(rest.replace(/“[^”]*”/g, ""))) left.push(`${name}: ${text}`);
    }
  }
  expect([...new Set(left)]).toEqual([]);
});

test("in Vietnamese no word of the English table is shown", async ({ page }) => {
  test.slow();
  const left = [];
  for await (const name of screens(page, { query: "?lang=vi" })) {
    await expect(html(page)).toHaveAttribute("lang", "vi");
    left.push(...(await texts(page)).filter((text) => ENGLISH.has(text.replace(/:$/, ""))).map((text) => `${name}: ${text}`));
  }
  expect([...new Set(left)]).toEqual([]);
});

test("the switch keeps what was typed and where one is", async ({ page }) => {
  await openReport(page);
  await expect(html(page)).toHaveAttribute("lang", "vi");
  await openSheet(page, "pl1.b6");
  await typeFigure(page, "pl1.b6.3", "5.057");
  await typeFigure(page, "pl1.b6.3.2", "Dự kiến");
  await note(page, "pl1.b6.3").fill("Ghi chú");
  await page.getByRole("button", { name: "EN – English" }).press("Enter");
  await expect(html(page)).toHaveAttribute("lang", "en");
  await inReport(page);
  await expect(page.locator('[id="pl1.b6"]')).toBeVisible();
  await expect(figure(page, "pl1.b6.3")).toHaveValue("5.057");
  await expect(figure(page, "pl1.b6.3.2")).toHaveValue("Dự kiến");
  await expect(note(page, "pl1.b6.3")).toHaveValue("Ghi chú");
  await expect(heading(page)).toHaveText("UBND phường Tô Hiệu – Quarter 1 of 2026");
  await saved(page);
  // The keyboard stays on the switch.
  await expect(page.getByRole("button", { name: "EN – English" })).toBeFocused();
});

test("the language is remembered, and ?lang= goes before it", async ({ page }) => {
  await page.goto("#/settings");
  await ready(page);
  await page.locator("main").getByRole("button", { name: "EN – English" }).click();
  await expect(heading(page)).toHaveText("Settings");
  await page.reload();
  await expect(heading(page)).toHaveText("Settings");
  await page.goto("?lang=vi#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  await expect(html(page)).toHaveAttribute("lang", "vi");
  await page.goto("?lang=fr#/settings");
  await expect(heading(page)).toHaveText("Settings");
});
