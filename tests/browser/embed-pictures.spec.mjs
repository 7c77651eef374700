// The pictures of docs/embedding.md, made from the real page: BIEUMAU_PICTURES=1 ./test browser -- embed-pictures --project=chromium

import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, fill, inside, openHost, test } from "./support/host.mjs";

const DOCS = new URL("../../docs/", import.meta.url);
const PICTURES = [...readFileSync(new URL("embedding.md", DOCS), "utf8").matchAll(/!\[.*?\]\((.*?)\)/g)].map(([, path]) => fileURLToPath(new URL(path, DOCS)));
const REPORT = readFileSync(new URL("../fixtures/reports/good.json", import.meta.url), "utf8");

test("every picture of the docs is there, and small", () => {
  expect(PICTURES).toHaveLength(3);
  for (const path of PICTURES) expect(statSync(path).size, path).toBeLessThan(200_000);
});

test("the pictures show what the page looks like in a portal", async ({ page, embed }, info) => {
  const take = (name, height) => {
    const path = process.env.BIEUMAU_PICTURES ? PICTURES.find((path) => path.endsWith(name)) : info.outputPath(name);
    return page.screenshot({ path, clip: { x: 0, y: 0, width: page.viewportSize().width, height } });
  };
  await page.setViewportSize({ width: 640, height: 400 });
  await openHost(page, await embed());
  await expect(inside(page).locator(".bm-embedded")).toBeVisible();
  await take("embed-store.png", 330);

  await page.setViewportSize({ width: 1200, height: 800 });
  await openHost(page, await embed(), "bootstrap.html");
  await fill(page);
  await page.evaluate(() => scrollTo(0, 0));
  await take("embed-element.png", 800);

  await page.setViewportSize({ width: 900, height: 620 });
  const view = await embed({ way: "view", pages: { "bao-cao-2026Q1.json": REPORT } });
  await page.goto(`${view.origin}/plain.html`);
  await expect(inside(page).locator("table").first()).toBeVisible({ timeout: 30_000 });
  await take("embed-view.png", 620);
});
