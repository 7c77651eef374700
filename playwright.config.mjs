// How the browser tests run (./test browser): all of them in the machine's own Chromium, and what an officer does in
// the oldest Chromium that the page promises, and in Firefox. CHROME, CHROME_109 and FIREFOX name them (scripts/setup.sh).
// There is no web server here: each worker serves the page itself, see tests/browser/support/site.mjs.

import { readFileSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// One list of browser arguments for these tests and those of wasm-bindgen. Playwright adds headless itself.
const webdriver = JSON.parse(readFileSync(new URL("webdriver.json", import.meta.url), "utf8"));
const args = webdriver["goog:chromeOptions"].args.filter((arg) => !arg.startsWith("--headless"));

// What an officer does in the main job: filling, keeping, taking back, moving, handing out.
const JOURNEYS = "**/{smoke,journey,typing,input-methods,keeping,import,undo,findings,keyboard,embed,embed-storage,embed-protocol,embed-view}.spec.mjs";

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "**/*.spec.mjs",
  outputDir: "test-results",
  reporter: "list",
  workers: 2,
  fullyParallel: true,
  // A journey by keyboard over a whole form takes half a minute where two machines' work runs on one.
  timeout: 90_000,
  // Of six hundred tests one may lose a race against a machine that does other work besides. Where the whole suite
  // decides, such a test is run once more, and the run names it as flaky; at one's own desk it fails at once.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: Boolean(process.env.CI),
  use: {
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
    // Tests watch and change what the page asks for; support/own-site.mjs lets the service worker in.
    serviceWorkers: "block",
    trace: "retain-on-failure",
  },
  projects: [
    {
      name: "chromium",
      use: { browserName: "chromium", launchOptions: { executablePath: process.env.CHROME || "/usr/bin/chromium", args } },
    },
    {
      name: "chromium-109",
      testMatch: JOURNEYS,
      use: { browserName: "chromium", launchOptions: { executablePath: process.env.CHROME_109, args } },
    },
    {
      name: "firefox",
      testMatch: "**/{smoke,journey,typing,keeping,embed}.spec.mjs",
      // What asks the driver for more than it can do here: a composition, a crash, a page without scripts.
      grepInvert: /@chromium/,
      // The machine's own Firefox, by WebDriver BiDi; the other way wants one that Playwright has built.
      use: { browserName: "firefox", channel: "moz-firefox", launchOptions: { executablePath: process.env.FIREFOX } },
    },
  ],
});
