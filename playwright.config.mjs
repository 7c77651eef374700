// How the browser tests run (./test browser). The browser is the machine's own: CHROME names it.
// There is no web server here: each worker serves the page itself, see tests/browser/support/site.mjs.

import { readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// One list of browser arguments for these tests and those of wasm-bindgen. Playwright adds headless itself.
const webdriver = JSON.parse(readFileSync(new URL("webdriver.json", import.meta.url), "utf8"));
const args = webdriver["goog:chromeOptions"].args.filter((arg) => !arg.startsWith("--headless"));

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.mjs",
  outputDir: "test-results",
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  // A journey by keyboard over a whole form takes half a minute where two machines' work runs on one.
  timeout: 90_000,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    browserName: "chromium",
    launchOptions: { executablePath: process.env.CHROME || "/usr/bin/chromium", args },
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    // Tests watch and change what the page asks for; offline.spec.mjs lets the service worker in.
    serviceWorkers: "block",
    trace: "retain-on-failure",
  },
});
