// The page opens, wherever it lies, and says so when it cannot.

import { expectAccessible } from "./support/axe.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import { reportAddress } from "./support/officer.mjs";
import { askedFor, watchReady } from "./support/pieces.mjs";
import { POLICY, startSite } from "./support/site.mjs";

test("the page opens in a folder below the root and under a strict policy", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  await expect(page.locator("#boot")).toHaveCount(0);
  await expectAccessible(page);
});

test("a first visit takes at most six requests until a cell takes input", async ({ page }) => {
  await watchReady(page);
  await page.goto(reportAddress());
  await ready(page);
  const { before } = await askedFor(page);
  // The page itself is none of the files that it asks for.
  expect(before.length, before.join("\n")).toBeLessThanOrEqual(5);
});

test("a file that does not arrive is told in both languages, with what to do", async ({ page, noise }) => {
  noise.allow(/404|^console: Error$/);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 404 }));
  await page.goto("#/");
  await expect(page.getByText("Hãy kiểm tra kết nối mạng rồi tải lại trang")).toBeVisible();
  await expect(page.getByText("Check the network connection and reload the page")).toBeVisible();
  await expectAccessible(page);
});

test("under a policy that forbids WebAssembly the page says so", async ({ page, noise }) => {
  const strict = await startSite({ policy: POLICY.replace(" 'wasm-unsafe-eval'", "") });
  noise.allowOrigin(strict.origin);
  // Firefox has words of its own.
  noise.allow(/CompileError|policy violated: script-src by wasm-eval|blocked WebAssembly|^console: {}$/);
  await page.goto(strict.url);
  await expect(page.getByText("Trình duyệt này không chạy được trang")).toBeVisible();
  await expect(page.locator("#boot-help")).toContainText(/Content Security Policy|CSP/);
  await strict.close();
});

test("the page is seen as far as it has come where it does not come further", async ({ page }) => {
  await page.route("**/forms/cchc-2026.json", () => {});
  await page.goto(reportAddress());
  await expect(page.locator("#boot")).toHaveCount(0);
  await expect(page.locator("header")).toBeVisible();
  await expect(page.locator("#main")).toHaveText("Đang mở báo cáo…");
  await expectAccessible(page);
});

for (const [address, piece] of [["#/", "pages"], ["#/tasks", "plan"], ["#/consolidate", "consolidate"]]) {
  test(`the page ${address} has a title while its program is on the way`, async ({ page }) => {
    await page.route(`**/${piece}-*.wasm`, () => {});
    await page.goto(address);
    await expect(page.locator("#main h1")).toHaveText("Đang mở…");
    await expectAccessible(page);
  });
}

test("help appears by itself where the script never arrives", async ({ page, noise }) => {
  noise.allow(/ERR_FAILED/);
  await page.route("**/app-*.js", (route) => route.abort());
  await page.goto("#/");
  const help = page.locator("#boot-help");
  await expect(help).toBeHidden();
  // Instead of waiting for the seconds to pass.
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  await expect(help).toBeVisible();
  await expectAccessible(page);
});

test("without JavaScript the page says what to switch on", { tag: "@chromium" }, async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(site.url);
  await expect(page.locator("noscript p").first()).toBeVisible();
  await context.close();
});
