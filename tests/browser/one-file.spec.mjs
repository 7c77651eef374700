// The page as one file, opened by double click: from a folder with a name that people give, without a server.

import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expectAccessible } from "./support/axe.mjs";
import { paste, sample } from "./support/clipboard.mjs";
import { busyDocument, sealed } from "./support/documents.mjs";
import { downloaded } from "./support/downloads.mjs";
import { expect, heading, ready, test as base } from "./support/fixtures.mjs";
import { exportJson, figure, importFile, inReport, listed, openSheet, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { paperOf, printed } from "./support/paper.mjs";
import { DIST, startSite } from "./support/site.mjs";

const test = base.extend({
  /** Where the file lies. */
  file: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "bieumau-"));
    const file = join(folder, "Báo cáo quý 1 (USB)", "bieumau.html");
    mkdirSync(dirname(file));
    copyFileSync(join(DIST, "bieumau.html"), file);
    await use(file);
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ file }, use) => use(pathToFileURL(file).href),
  /** Everything that is asked for: nothing but the file itself, and what the page makes on the spot. */
  asked: [
    async ({ context, noise, file }, use) => {
      noise.allowOrigin("null");
      const asked = new Set();
      context.on("request", (request) => asked.add(request.url().replace(/[?#].*/s, "")));
      await use(asked);
      const own = pathToFileURL(file).href;
      expect([...asked].filter((url) => url !== own && !/^(data|blob):/.test(url))).toEqual([]);
    },
    { auto: true },
  ],
});

test("from a file a workbook is made and read again, by a worker that the file carries", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}${reportAddress()}`);
  await inReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await saved(page);
  const workbook = await downloaded(page, () => page.locator('[data-action="export-xlsx"]').press("Enter"));
  await page.locator('[data-action="import"]').setInputFiles({ name: "a.xlsx", mimeType: "", buffer: workbook.bytes });
  await expect(page.locator('[data-import="preview"]')).toContainText("UBND phường Tô Hiệu");
});

test("the one file is smaller than 2.1 MB, and holds no module and nothing that is asked for", async () => {
  const page = readFileSync(join(DIST, "bieumau.html"), "utf8");
  expect(Buffer.byteLength(page)).toBeLessThan(2_100_000);
  expect(page).not.toMatch(/<script[^>]*(src=|type="?module)/);
  expect(page).not.toMatch(/<link(?![^>]*href="data:)[^>]*>/);
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/unsafe-inline|'unsafe-eval'/);
});

test("from a file the page opens, computes, keeps, pastes, prints and exports", async ({ page, baseURL }) => {
  await page.goto(baseURL);
  await ready(page);
  await expect(page.locator('[data-kept="file"]')).toContainText("ở một chỗ chung cho mọi trang mở từ tệp trên máy");
  await expectAccessible(page);
  await page.goto(baseURL + reportAddress());
  await inReport(page);
  await typeFigure(page, "pl1.b1.2.1", "41");
  await typeFigure(page, "pl1.b1.2.2", "21");
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  await saved(page);
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
  // A rule, which is in a piece.
  await typeFigure(page, "pl1.b1.2.2", "45");
  await expect(listed(page).first()).toBeVisible();
  await typeFigure(page, "pl1.b1.2.2", "21");
  await figure(page, "pl1.b1.2.1").focus();
  await paste(page, { html: sample("word-form-1.html") });
  await expect(page.locator('[data-action="paste-apply"]')).toBeFocused();
  await page.keyboard.press("Enter");
  await saved(page);
  await expect(await paperOf(page)).not.toHaveCount(0);
  await printed(page);
  const { text } = await exportJson(page);
  expect(JSON.parse(text).format).toBe("bieumau.report/1");
});

test("from a file everything else is there too: other forms, targets, tasks, import, both languages", async ({ page, baseURL }) => {
  await page.goto(`${baseURL}#/targets`);
  await expect(page.locator("[data-target]").first()).toBeVisible();
  await page.goto(`${baseURL}#/tasks/tasks-2025/x-ubnd-tinh-son-la`);
  await expect(heading(page)).toHaveText(/2025/);
  await page.goto(`${baseURL}${reportAddress({ form: "kl226-2026", period: "2026S1" })}`);
  await inReport(page);
  await page.goto(`${baseURL}?lang=en#/`);
  await expect(heading(page)).toHaveText("Home");
  await importFile(page, { text: sealed(busyDocument()) });
  await openSheet(page, "pl2.b2");
  await page.goto(`${baseURL}?lang=en#/settings`);
  await expect(page.getByText("in one place for all pages that are opened from files")).toBeVisible();
  await expectAccessible(page);
});

test("two pages from the same file lose nothing of each other, and another copy finds the figures", async ({ page, context, file, baseURL, asked }) => {
  await page.goto(baseURL + reportAddress());
  await inReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  const copy = join(dirname(file), "ban-sao.html");
  copyFileSync(file, copy);
  const next = await context.newPage();
  await next.goto(pathToFileURL(copy).href + reportAddress());
  await inReport(next);
  await expect(figure(next, "pl1.b1.1")).toHaveValue("7");
  asked.delete(pathToFileURL(copy).href);
});

for (const [what, spoil] of [
  ["was not copied to its end", (text) => text.slice(0, text.length * 0.7)],
  ["was not copied beyond its script", (text) => text.slice(0, text.indexOf('id="inside-first"') - 20)],
  ["has a letter changed", (text) => text.replace(/(id="inside-first">.{5000})(.)/s, (_, before, letter) => before + (letter === "A" ? "B" : "A"))],
]) {
  test(`a file that ${what} says so`, async ({ page, file, baseURL, noise }) => {
    noise.allow(/bieumau\.html is damaged/);
    writeFileSync(file, spoil(readFileSync(file, "utf8")));
    await page.goto(baseURL + reportAddress());
    await expect(page.getByText("Tệp bieumau.html bị hỏng hoặc chưa được chép hết")).toBeVisible();
    await expect(page.getByText("is damaged or was not copied to its end")).toBeVisible();
  });
}

test("on a server the one file works too, and says that it needs a network there", async ({ page, noise, asked }) => {
  const site = await startSite({ policy: "default-src * data: blob: 'unsafe-inline' 'wasm-unsafe-eval'" });
  noise.allowOrigin(site.origin);
  await page.goto(`${site.url}bieumau.html#/settings`);
  await expect(page.getByText("Đây là bản một tệp của trang")).toBeVisible();
  await page.goto(`${site.url}bieumau.html${reportAddress()}`);
  await inReport(page);
  expect([...asked].filter((url) => url.startsWith(site.origin))).toEqual([`${site.url}bieumau.html`]);
  asked.clear();
  await site.close();
});
