// The pictures of docs/embedding.md, made from the real page: BIEUMAU_PICTURES=1 ./test browser -- embed-pictures --project=chromium

import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, figure, fill, inside, openHost, test } from "./support/host.mjs";

const DOCS = new URL("../../docs/", import.meta.url);
const PICTURES = [...readFileSync(new URL("embedding.md", DOCS), "utf8").matchAll(/!\[.*?\]\((.*?)\)/g)].map(([, path]) => fileURLToPath(new URL(path, DOCS)));
const REPORT = readFileSync(new URL("../fixtures/reports/good.json", import.meta.url), "utf8");

test("every picture of the docs is there, and small", () => {
  expect(PICTURES).toHaveLength(3);
  for (const path of PICTURES) expect(statSync(path).size, path).toBeLessThan(60_000);
});

test("the pictures are made anew where that is asked for", async ({ page, embed }) => {
  test.skip(!process.env.BIEUMAU_PICTURES, "BIEUMAU_PICTURES is not set");
  await page.setViewportSize({ width: 640, height: 400 });
  const take = (name, clip) => page.screenshot({ path: PICTURES.find((path) => path.endsWith(name)), ...(clip && { clip }) });
  const host = await embed();
  await openHost(page, host);
  await expect(inside(page).locator(".bm-embedded")).toBeVisible();
  await take("embed-store.png", { x: 0, y: 0, width: 640, height: 330 });
  await fill(page);
  await inside(page).locator(".bm-embedded > summary").click();
  await figure(page, "pl1.b1.2").scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollBy(0, 120));
  await take("embed-element.png");
  const view = await embed({ way: "view", pages: { "bao-cao-2026Q1.json": REPORT } });
  await page.goto(`${view.origin}/plain.html`);
  await expect(inside(page).locator("table").first()).toBeVisible({ timeout: 30_000 });
  await page.evaluate(() => scrollTo(0, 300));
  await take("embed-view.png");
});
