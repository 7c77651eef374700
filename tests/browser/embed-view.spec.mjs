// A report that is only shown (mode="view"): small, without a store, and never other figures than those that are computed.

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";
import { element, expect, inside, last, move, test, told } from "./support/host.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { DIST } from "./support/site.mjs";

const TEXT = readFileSync(new URL("../fixtures/reports/good.json", import.meta.url), "utf8");
const NAME = "bao-cao-2026Q1.json";

async function openView(page, host) {
  await page.goto(`${host.origin}/plain.html`);
  await expect(inside(page).locator("table").first()).toBeVisible({ timeout: 30_000 });
}

test("a published report is shown, read-only, with little to load", async ({ page, site, embed }) => {
  const host = await embed({ way: "view", pages: { [NAME]: TEXT } });
  const asked = new Set();
  page.on("request", (request) => request.url().startsWith(site.url) && asked.add(new URL(request.url()).pathname.slice(new URL(site.url).pathname.length)));
  await openView(page, host);
  await expect(inside(page).locator("h1")).toContainText("cải cách hành chính");
  const report = JSON.parse(TEXT);
  const [, ratio] = Object.entries(report.derived).find(([, { number }]) => number?.includes("."));
  await expect(inside(page).locator("body")).toContainText(ratio.number.replace(".", ","));
  await expect(inside(page).locator("body")).toContainText(report.agency.name.toUpperCase());
  await expect(inside(page).locator("input, select, textarea, button")).toHaveCount(0);
  expect(await last(page, "state")).toMatchObject({ form: report.form.id, agency: report.agency.code, period: report.period.id, saved: "saved" });
  expect(await told(page, "ready")).toEqual([{ store: "memory" }]);
  expect(await told(page, "error")).toEqual([]);

  // What editing needs is not asked for, and nothing is kept.
  asked.delete("bieu-mau.js");
  const names = [...asked].map((name) => name.replace(/-[0-9a-f]{16}/, "")).sort();
  expect(names).toEqual(["forms/cchc-2026.json", "view.css", "view.html", "view.js", "view.wasm"]);
  const bytes = [...asked].reduce((sum, name) => sum + brotliCompressSync(readFileSync(DIST + "/" + name)).length, 0);
  console.log(`a report that is only shown: ${asked.size} requests, ${bytes} bytes with brotli`);
  expect(bytes).toBeLessThan(200_000);
  const frame = page.frames()[1];
  expect(await frame.evaluate(async () => [(await indexedDB.databases()).length, localStorage.length])).toEqual([0, 0]);

  await expectAccessible(frame);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(frame);
  // The frame is as high as its page.
  await expect.poll(() => frame.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
  await page.evaluate(() => (document.documentElement.lang = "en"));
  await expect(inside(page).locator("h1")).toContainText("administrative reform");
});

test("on a phone the figures stand beside their names, and the page does not scroll sideways", async ({ page, embed }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openView(page, await embed({ way: "view", pages: { [NAME]: TEXT } }));
  expect(await page.frames()[1].evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const figure = inside(page).locator("td", { hasText: /^51,22$/ }).first();
  expect(await figure.evaluate((cell) => innerWidth - cell.getBoundingClientRect().right)).toBeGreaterThanOrEqual(0);
  await expectAccessible(page.frames()[1]);
});

test("a program hands the report over, reads it back, and goes on to edit", async ({ page, embed }) => {
  const host = await embed({ snippet: '<script src="{app}bieu-mau.js" defer></script><bieu-mau mode="view" report=""></bieu-mau>' });
  await page.goto(`${host.origin}/plain.html`);
  await expect(inside(page).locator("h1")).toHaveText("Báo cáo", { timeout: 30_000 });
  await expect(inside(page).locator("body")).toContainText("số liệu đã nhập vẫn nằm ở nơi đã nhập");
  const report = JSON.parse(TEXT);
  const call = (name, argument) => element(page).evaluate((element, [name, argument]) => element[name](argument).catch(({ code }) => code), [name, argument]);
  expect(await call("read")).toBe("no_report");
  expect(await call("load", report)).toEqual(report);
  expect(await call("read")).toEqual(report);
  await expect(inside(page).locator("table").first()).toBeVisible();
  expect(await call("complete")).toBe("refused");
  expect(await call("load", { format: "bieumau.report/9" })).toBe("refused");
  await expect(inside(page).locator("table").first()).toBeVisible();

  await element(page).evaluate((element) => {
    const { form, agency, period } = { form: "cchc-2026", agency: "03646", period: "2026Q1" };
    Object.assign(element, { form, agency, period, mode: "edit", report: null });
  });
  await expect(inside(page).locator("input").first()).toBeVisible({ timeout: 30_000 });
});

test("a shown report goes along where its element is moved, and what comes back may be filled", async ({ page, embed }) => {
  const host = await embed({ way: "view", pages: { [NAME]: TEXT } });
  await openView(page, host);
  const table = inside(page).locator("table").first();
  await move(page, "state");
  await expect(table).toBeVisible();
  // One that a program has handed over goes along too.
  const other = { ...JSON.parse(TEXT), agency: { code: "03667", name: "UBND phường Chiềng An", level: "commune" } };
  await element(page).evaluate((element, report) => element.load(report), other);
  await move(page, "state");
  await expect(inside(page).locator("body")).toContainText("CHIỀNG AN");
  // Taken out and put in again, it is what its attributes say by then.
  await element(page).evaluate(async (element) => {
    element.remove();
    await new Promise(requestAnimationFrame);
    Object.assign(element, { mode: "edit", form: "cchc-2026", agency: "03646", period: "2026Q1" });
    document.body.append(element);
  });
  await expect(inside(page).locator('[data-row="pl1.b1.1"]')).toBeEditable({ timeout: 30_000 });
});

test("a file that was changed by hand is told, and the computed figures are shown", async ({ page, embed }) => {
  const report = JSON.parse(TEXT);
  const row = Object.entries(report.derived).find(([, { number }]) => number)[0];
  report.derived[row].number = "99.99";
  await openView(page, await embed({ way: "view", pages: { [NAME]: JSON.stringify(report) } }));
  const warning = inside(page).locator(".bm-note--warning");
  await expect(warning).toContainText("không khớp với số liệu tính lại");
  await expect(warning).toContainText("99,99");
  await expect(inside(page).locator("td", { hasText: "99,99" })).toHaveCount(0);
  await expectAccessible(page.frames()[1]);
});

for (const [what, text] of Object.entries({ "is not there": undefined, "is no report": "[]", "is of a form that nobody knows": TEXT.replace("cchc-2026", "cchc-1999") })) {
  test(`a report that ${what} is told, and nothing else is shown`, async ({ page, embed, noise }) => {
    noise.allow(/404/);
    const host = await embed({ way: "view", pages: text === undefined ? {} : { [NAME]: text } });
    await page.goto(`${host.origin}/plain.html`);
    await expect.poll(async () => (await last(page, "error"))?.code, { timeout: 30_000 }).toMatch(/^(no_document|refused)$/);
    await expect(inside(page).locator("table")).toHaveCount(0);
  });
}

test("without any script of the portal a frame shows a report beside the page, and none of another origin", async ({ page, site, embed }) => {
  const frame = (address) => `<!DOCTYPE html><html lang=vi><title>x</title><link rel=icon href=data:,><iframe width=900 height=700 src="{app}view.html?report=${address}"></iframe>`;
  await page.route(`${site.url}${NAME}`, (route) => route.fulfill({ contentType: "application/json", body: TEXT }));
  const host = await embed({ pages: { "plain.html": frame(NAME), "other.html": frame("http://khac.example/a.json") } });
  await openView(page, host);
  await page.goto(`${host.origin}/other.html`);
  await expect(inside(page).locator("h1")).toHaveText("Không hiện được báo cáo");
  await expect(inside(page).locator("body")).toContainText("phải nằm cùng địa chỉ");
});
