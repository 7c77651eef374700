// The main job in WebKit, driven by its own WebDriver: Playwright drives only a WebKit of its own making.
// WEBKIT_DRIVER and WEBKIT_BROWSER name the programs; a display is expected (scripts/stages.sh).

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, test } from "node:test";
import { Builder, By, until } from "selenium-webdriver";
import { reportAddress } from "../browser/support/officer.mjs";
import { startHost } from "../browser/support/host.mjs";
import { startSite } from "../browser/support/site.mjs";

const LONG = 30_000;
let site, program, driver;

before(async () => {
  site = await startSite();
  const port = await freePort();
  program = spawn(process.env.WEBKIT_DRIVER, [`--port=${port}`], { stdio: "ignore" });
  await listening(port);
  driver = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({
      browserName: "MiniBrowser",
      "webkitgtk:browserOptions": { binary: process.env.WEBKIT_BROWSER, args: ["--automation"] },
    })
    .build();
});

after(async () => {
  await driver?.quit();
  program?.kill();
  await site?.close();
});

test("a report is filled, computed, checked, kept over a reload and handed out", async () => {
  await open();
  await type("pl1.b1.2.1", "41");
  await type("pl1.b1.2.2", "42");
  await says('output[data-row="pl1.b1.2"]', /^102,44/);
  await driver.wait(until.elementLocated(By.css("aside [data-rule][data-level=error]")), LONG);
  await type("pl1.b1.2.2", "21");
  await says('output[data-row="pl1.b1.2"]', /^51,22/);
  await type("pl1.b1.3.1", "Dự kiến 02");
  await driver.wait(until.elementLocated(By.css('#save-state[data-state="saved"]')), LONG);

  await driver.navigate().refresh();
  await ready();
  assert.equal(await value("pl1.b1.2.2"), "21");
  assert.equal(await value("pl1.b1.3.1"), "Dự kiến 02");
  await says('output[data-row="pl1.b1.2"]', /^51,22/);

  // Undo reaches back over the reload.
  await click('[data-action="undo"]');
  await driver.wait(async () => (await value("pl1.b1.3.1")) === "", LONG);

  const report = JSON.parse(await handedOut('[data-action="export-json"]'));
  assert.deepEqual(report.derived["pl1.b1.2"], { number: "51.22", numerator: "21", denominator: "41" });
  assert.equal(report.entries["pl1.b1.3.1"], undefined);
});

test("within a portal a report is filled, and handed to the portal by a method", async (t) => {
  const host = await startHost(site.url);
  t.after(() => host.close());
  await driver.get(`${host.origin}/plain.html`);
  const shadow = await (await driver.findElement(By.css("bieu-mau"))).getShadowRoot();
  const frame = await driver.wait(async () => (await shadow.findElements(By.css("iframe")))[0], LONG);
  await driver.switchTo().frame(frame);
  await ready();
  await type("pl1.b1.2.1", "41");
  await type("pl1.b1.2.2", "21");
  await says('output[data-row="pl1.b1.2"]', /^51,22/);
  await says(".bm-embedded", new RegExp(`riêng cho ${host.origin}`));
  await driver.switchTo().defaultContent();
  const report = await driver.executeAsyncScript("const done = arguments[0]; document.querySelector('bieu-mau').read().then(done, (error) => done(String(error)))");
  assert.deepEqual(report.derived?.["pl1.b1.2"], { number: "51.22", numerator: "21", denominator: "41" }, JSON.stringify(report));
});

async function open() {
  await driver.get(site.url + reportAddress());
  await ready();
}

async function ready() {
  await driver.wait(until.elementLocated(By.css('html[data-ready="true"]')), LONG);
  await driver.wait(until.elementLocated(By.css('[data-action="export-json"]')), LONG);
}

async function field(row) {
  return driver.findElement(By.css(`[data-row="${row}"]`));
}

async function value(row) {
  return (await field(row)).getProperty("value");
}

/**
 * Types over what stands in a row, and leaves it. Under a display without a window manager no window has the focus, and
 * WebKit drops the keys that its driver sends; so the engine is told to insert the text where the caret is.
 */
async function type(row, text) {
  await driver.executeScript(
    (element, text) => {
      element.focus();
      element.select();
      // Within a frame it inserts nothing.
      if (!document.execCommand("insertText", false, text) || element.value !== text) {
        element.value = text;
        element.dispatchEvent(new InputEvent("input", { bubbles: true }));
      }
      element.blur();
    },
    await field(row),
    text,
  );
}

async function says(selector, pattern) {
  const found = await driver.findElement(By.css(selector));
  await driver.wait(until.elementTextMatches(found, pattern), LONG);
}

async function click(selector) {
  await driver.findElement(By.css(selector)).click();
}

/** The text of the file that a button hands out, taken where the page hands it to the browser. */
async function handedOut(button) {
  await driver.executeScript(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (file) => {
      file.text().then((text) => (window.handedOut = text));
      return make.call(URL, file);
    };
  });
  await click(button);
  return driver.wait(() => driver.executeScript(() => window.handedOut), LONG);
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** Waits until the driver answers. */
async function listening(port) {
  const end = Date.now() + LONG;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    if (Date.now() > end) throw new Error("the driver of WebKit does not answer");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
