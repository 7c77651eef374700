// What is brought ahead stays in memory only until the machine keeps it. The service worker is the browser's own here.

import { expect, ready, test } from "./support/fixtures.mjs";
import { reportAddress } from "./support/officer.mjs";
import { PIECES, askedFor, watchReady } from "./support/pieces.mjs";

test.use({ serviceWorkers: "allow" });

test("what the machine keeps is not brought ahead a second time, and opens without a network", async ({ page, context, noise }) => {
  noise.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|fetching the script|Failed to update a ServiceWorker/);
  const isKept = async () => {
    await ready(page);
    await expect(page.locator("html")).toHaveAttribute("data-offline", "ready");
  };
  const own = PIECES.consolidate.at(-1);
  const isAskedFor = async () => (await askedFor(page)).after.some((url) => url.endsWith(own));

  await watchReady(page);
  await page.goto(reportAddress());
  await isKept();
  expect(await isAskedFor()).toBe(true);
  await page.reload();
  await isKept();
  expect(await isAskedFor()).toBe(false);
  await context.setOffline(true);
  await page.goto("#/consolidate/cchc-2026/2026Q1");
  await expect(page.locator('[data-action="consolidate-add"]')).toBeAttached();
  await context.setOffline(false);
});
