// A site of a test's own, whose builds may change and whose network may go. The service worker is the browser's own here.

import { rmSync } from "node:fs";
import { askForUpdate, copyOfBuild, deploy, nextBuild } from "./builds.mjs";
import { expect, ready, test as base } from "./fixtures.mjs";
import { BASE, startSite } from "./site.mjs";

/** Where another copy of the page lies on the same origin. */
export const OTHER_BASE = "/cong/khac/";

/**
 * A server of the test's own: `host.folder` is what lies on it, `host.stop()` takes the network away, `host.hold(/…/)`
 * keeps back whatever has such an address, until what it gives is called.
 */
export const test = base.extend({
  serviceWorkers: "allow",
  host: async ({}, use) => {
    const folder = copyOfBuild();
    const other = copyOfBuild();
    let site = await startSite({ folders: { [BASE]: folder, [OTHER_BASE]: other } });
    const { origin, url } = site;
    const host = {
      ...{ folder, other, origin, url },
      otherUrl: origin + OTHER_BASE,
      stop: () => site.close(),
      hold: (pattern) => hold(site.server, pattern),
      start: async () => {
        site = await startSite({ folders: { [BASE]: folder, [OTHER_BASE]: other }, port: Number(new URL(origin).port) });
      },
    };
    await use(host);
    await site.close().catch(() => {});
    for (const made of [folder, other]) rmSync(made, { recursive: true });
  },
  baseURL: async ({ host }, use) => use(host.url),
  /** What the browser says of a network that is not there. */
  silence: [
    async ({ host, noise }, use) => {
      noise.allowOrigin(host.origin);
      noise.allow(/ERR_CONNECTION_REFUSED|Failed to fetch|fetching the script|Failed to update a ServiceWorker/);
      await use();
    },
    { auto: true },
  ],
});
export const html = (page) => page.locator("html");
export const news = (page) => page.locator("[data-update]:not(html)");
export const apply = (page) => page.locator('[data-action="update-apply"]');

function hold(server, pattern) {
  const [answer] = server.listeners("request");
  let release;
  const gate = new Promise((open) => (release = open));
  server.removeAllListeners("request");
  server.on("request", async (request, response) => {
    if (pattern.test(request.url)) await gate;
    answer(request, response);
  });
  return release;
}

/** Opens an address and waits until the page can do without a network. */
export async function visit(page, address = "#/") {
  await page.goto(address);
  await keptReady(page);
}

export async function keptReady(page) {
  await ready(page);
  await expect(html(page)).toHaveAttribute("data-offline", "ready");
}

/** Puts up the next build, and waits until the page says that it is there. */
export async function newBuild(page, host) {
  const next = nextBuild(host.folder);
  deploy(next, host.folder);
  rmSync(next, { recursive: true });
  expect(await askForUpdate(page)).toBe(true);
  await expect(news(page)).toHaveAttribute("data-update", "waiting");
}
