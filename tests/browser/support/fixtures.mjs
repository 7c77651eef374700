// `test` and `expect` for every browser test: `page.goto("#/")` opens the page, and a test fails by itself
// when the page complains, breaks its policy or talks to anyone else.

import { test as base, expect } from "@playwright/test";
import { startSite } from "./site.mjs";

export { expect };

export const test = base.extend({
  /** The served page; one for each worker. */
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: "worker" },
  ],

  baseURL: async ({ site }, use) => use(site.url),

  /**
   * What the page must not do. A test that provokes something says so beforehand:
   * `noise.allow(/404/)`, or `noise.allowOrigin(other.origin)`.
   */
  noise: [
    async ({ context, site }, use) => {
      const heard = [];
      const allowed = [];
      const origins = new Set([site.origin]);

      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "assert") heard.push(`console: ${message.text()}`);
      });
      context.on("weberror", (error) => heard.push(`uncaught: ${error.error()}`));
      context.on("request", (request) => {
        const { protocol, origin } = new URL(request.url());
        const leaves = !["data:", "blob:"].includes(protocol) && !origins.has(origin);
        if (leaves) heard.push(`request to another origin: ${request.url()}`);
      });
      // The browser's own message goes to the console too, but not in every case.
      await context.addInitScript(() =>
        addEventListener("securitypolicyviolation", (event) =>
          console.error(`policy violated: ${event.effectiveDirective} by ${event.blockedURI || "inline"}`),
        ),
      );

      await use({
        allow: (pattern) => allowed.push(pattern),
        allowOrigin: (origin) => origins.add(origin),
      });
      expect(heard.filter((line) => !allowed.some((pattern) => pattern.test(line)))).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the page takes input. */
export async function ready(page) {
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
}

/**
 * The title of what is shown. A report that is drawn while its record is read is hidden till then, with its title, and
 * is not meant.
 */
export function heading(page) {
  return page.getByRole("heading", { level: 1 });
}
