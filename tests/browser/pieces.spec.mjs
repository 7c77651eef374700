// What the first load does not need comes afterwards, and a page says so when it does not come.

import { expectAccessible } from "./support/axe.mjs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { figure, inReport, openReport, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { PIECES, PIECE_FILES, askedFor, isOfPieces, watchReady } from "./support/pieces.mjs";

test("no piece is asked for before a report takes input, and all of them after it", async ({ page }) => {
  await watchReady(page);
  await page.goto(reportAddress());
  await ready(page);
  await expect.poll(async () => (await askedFor(page)).after.filter(isOfPieces).length).toBe(PIECE_FILES.length);
  expect((await askedFor(page)).before.filter(isOfPieces)).toEqual([]);
});

test("home asks for its own piece at once, and for the others when it is there", async ({ page }) => {
  await watchReady(page);
  await page.goto("#/");
  await ready(page);
  const asked = async (when) => (await askedFor(page))[when].filter(isOfPieces).length;
  await expect.poll(() => asked("after")).toBe(PIECE_FILES.length - PIECES.pages.length);
  expect(await asked("before")).toBe(PIECES.pages.length);
});

test("once it has come, a piece opens without the line", async ({ page, context, noise }) => {
  noise.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  await watchReady(page);
  await openReport(page);
  await expect.poll(async () => (await askedFor(page)).after.filter(isOfPieces).length).toBe(PIECE_FILES.length);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  await page.goto("#/targets");
  await expect(heading(page)).not.toHaveText("Chưa mở được phần này");
  await context.setOffline(false);
});

test("who saves data has nothing fetched ahead", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await watchReady(page);
  await page.goto("#/");
  await ready(page);
  await page.waitForLoadState("networkidle");
  expect((await askedFor(page)).after.filter(isOfPieces)).toEqual([]);
  await page.goto("#/tasks");
  await ready(page);
  const asked = (await askedFor(page)).after.filter(isOfPieces);
  expect(PIECES.plan.filter((file) => !PIECES.pages.includes(file)).every((file) => asked.some((url) => url.endsWith(file)))).toBe(true);
  expect(asked.length).toBeLessThan(PIECE_FILES.length);
});

test("a report that is left before the pieces have come harms nothing", async ({ page }) => {
  const held = [];
  let isHeld = true;
  await page.route((url) => isOfPieces(url.pathname), (route) => (isHeld ? held.push(route) : route.continue()));
  await openReport(page);
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await openReport(page, { period: "2026S1" });
  isHeld = false;
  await Promise.all(held.splice(0).map((route) => route.continue()));
  // What stands beside the sheet has come to the report that is open.
  await expect(page.locator('[data-action="undo"]')).toBeAttached();
  await typeFigure(page, "pl1.b1.1", "2");
  await saved(page);
  await expect(page.locator("html")).not.toHaveAttribute("data-broken");
});

test("what is asked for by keyboard before its piece has come is done as soon as it has", async ({ page }) => {
  await page.addInitScript(() => (window.print = () => (window.printed = (window.printed ?? 0) + 1)));
  const held = [];
  let isHeld = true;
  await page.route((url) => isOfPieces(url.pathname), (route) => (isHeld ? held.push(route) : route.continue()));
  const release = async () => {
    isHeld = false;
    await Promise.all(held.splice(0).map((route) => route.continue()));
  };
  await openReport(page);
  await figure(page, "pl1.b1.1").focus();
  await page.keyboard.press("Control+F");
  await expect.poll(() => held.length).toBeGreaterThan(0);
  await expect(page.locator("#find")).toHaveCount(0);
  await release();
  await expect(page.locator("#find-text")).toBeFocused();

  isHeld = true;
  await page.reload();
  await inReport(page);
  await figure(page, "pl1.b1.1").focus();
  // The browser would print what is seen, at once.
  expect(await page.evaluate(() => {
    const event = new KeyboardEvent("keydown", { key: "p", code: "KeyP", keyCode: 80, ctrlKey: true, bubbles: true, cancelable: true });
    return document.activeElement.dispatchEvent(event);
  })).toBe(false);
  expect(await page.evaluate(() => window.printed)).toBeUndefined();
  await release();
  await expect.poll(() => page.evaluate(() => window.printed)).toBe(1);
  await expect(page.locator(".bm-paper__page").first()).toBeAttached();
});

test("a piece that does not come is told, and trying again opens it", async ({ page, noise }) => {
  noise.allow(/ERR_FAILED|Failed to fetch/);
  await page.route((url) => isOfPieces(url.pathname), (route) => route.abort());
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "46");
  await saved(page);
  // What stands beside the sheet has not come either, and that is told above it.
  await expect(page.locator("[data-action=try-again]")).toHaveCount(1);
  await page.goto("#/targets");
  await ready(page);
  await expect(heading(page)).toHaveText("Chưa mở được phần này");
  await expect(heading(page)).toBeFocused();
  await expect(page.getByText("Hãy kiểm tra kết nối mạng rồi thử lại")).toBeVisible();
  await expectAccessible(page);
  const again = page.locator("[data-action=try-again]").last();
  await again.click();
  await expect(heading(page)).toHaveText("Chưa mở được phần này");
  await page.unrouteAll();
  await again.click();
  await expect(heading(page)).toHaveText("Chỉ tiêu");
  // And nothing is lost by it.
  await page.goto(reportAddress());
  await inReport(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("46");
  await expect(page.locator("[data-action=complete]")).toBeVisible();
});
