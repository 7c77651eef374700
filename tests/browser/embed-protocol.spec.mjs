// Who is answered within a portal, and what: every way of speaking without having been named, and every message that is
// not as the schema has it, on both ends of the line.

import { readFileSync } from "node:fs";
import { startSite } from "./support/site.mjs";
import { PLANNED, SNIPPETS, element, expect, figure, inside, last, nameInBuild, openHost, test, told } from "./support/host.mjs";
import { expectValid } from "./support/schema.mjs";

const SCHEMA = new URL("../../schemas/message.schema.json", import.meta.url);
const SAMPLES = JSON.parse(readFileSync(new URL("../fixtures/messages.json", import.meta.url), "utf8"));
const SHELL = "<!DOCTYPE html><html lang=vi><title>x</title><link rel=icon href=data:,>";
const frameAt = (address) => `${SHELL}<iframe width=900 height=700 src="{app}${address}#/report/cchc-2026/03646/2026Q1"></iframe>`;

/** Notes in the top window whatever anybody says to it. */
async function listen(page) {
  await page.addInitScript(() => {
    if (window !== window.top) return;
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data));
  });
}

/** Waits until everything that was said to the page was heard by it, and whatever it says to that has come back. */
async function settled(page) {
  const within = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
  await within.evaluate(() => {
    addEventListener("message", ({ data }) => data === "fence" && setTimeout(() => parent.postMessage("fence back", "*")), { once: false });
  });
  await page.evaluate(() => frames[0].postMessage("fence", "*"));
  await expect.poll(() => page.evaluate(() => window.heard.includes("fence back"))).toBe(true);
}

const ofOurs = (page) => page.evaluate(() => window.heard.filter((data) => data?.bieumau !== undefined));

/** Everything that a host may say, to a page that was not told of this host. */
const ALL = [
  { type: "ready", id: "" },
  { type: "ready", id: "a" },
  { type: "report", id: "b" },
  { type: "state", id: "c" },
  { type: "load", id: "d", report: { format: "bieumau.report/1" } },
  { type: "set", id: "e", language: "en" },
  { type: "dance", id: "f" },
  { id: "g" },
];

const STRANGERS = {
  "another origin was named": "?host=https%3A%2F%2Fcong.sonla.gov.vn",
  "nobody was named": "",
  "anybody was named, which is nobody": "?host=*",
  "what is no origin was named": "?host=null",
  "an origin was named with a path": "?host={origin}/",
  "an origin was named that begins like this one": "?host={origin}0",
};

for (const [what, address] of Object.entries(STRANGERS)) {
  test(`who was not named is not answered, whatever they say: ${what}`, async ({ page, embed, noise }) => {
    await listen(page);
    // The browser says that the greeting of another was not delivered.
    noise.allow(/postMessage/);
    const host = await embed({ pages: { "plain.html": frameAt(address) } });
    await openHost(page, host);
    await page.evaluate((all) => all.forEach((message) => frames[0].postMessage({ bieumau: 1, ...message }, "*")), ALL);
    await settled(page);
    expect(await ofOurs(page)).toEqual([]);
    await expect(inside(page).locator("html")).toHaveAttribute("lang", "vi");
  });
}

test("a portal without an origin is not answered", async ({ page, embed, noise }) => {
  await listen(page);
  noise.allow(/postMessage/);
  // A sandbox takes the portal's own origin away: it is "null" then, whatever its address says.
  const app = await startSite({ headers: { "Access-Control-Allow-Origin": "*" } });
  noise.allowOrigin(app.origin);
  const host = await embed({ app: app.url, policy: "sandbox allow-scripts", pages: { "plain.html": frameAt("?host=null,{origin}") } });
  await openHost(page, host);
  expect(await page.evaluate(() => origin)).toBe("null");
  await page.evaluate((all) => all.forEach((message) => frames[0].postMessage({ bieumau: 1, ...message }, "*")), ALL);
  await settled(page);
  expect(await ofOurs(page)).toEqual([]);
  await app.close();
});

test("another window of the right origin is not answered", async ({ page, embed }) => {
  await listen(page);
  const host = await embed({ pages: { "plain.html": '<!DOCTYPE html><title>x</title><link rel=icon href=data:,>{markup}<iframe id=other src="other.html"></iframe>{script}', "other.html": "<title>x</title>" }, way: "frame", policy: "frame-src *" });
  await page.goto(`${host.origin}/plain.html`);
  const form = page.locator("iframe").first().contentFrame();
  await expect(form.locator(`[data-row="${PLANNED}"]`)).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => told(page, "ready")).toHaveLength(1);
  const other = page.frames().find((frame) => frame.url().endsWith("other.html"));
  const answered = await other.evaluate((all) => {
    window.heard = [];
    addEventListener("message", ({ data }) => window.heard.push(data));
    for (const message of all) parent.frames[0].postMessage({ bieumau: 1, ...message }, "*");
    return new Promise((done) => setTimeout(() => done(window.heard)));
  }, ALL);
  await settled(page);
  expect(answered).toEqual([]);
  expect(await other.evaluate(() => window.heard)).toEqual([]);
  const ids = ALL.map(({ id }) => id).filter(Boolean);
  expect((await ofOurs(page)).filter(({ id }) => ids.includes(id))).toEqual([]);
  await expect(form.locator("html")).toHaveAttribute("lang", "vi");
});

test("whom the build names alone counts, whatever the address says", async ({ page, site, embed, noise }) => {
  await listen(page);
  noise.allow(/postMessage/);
  const host = await embed({ pages: { "plain.html": frameAt("?host={origin}") } });
  await nameInBuild(page, site.url, "https://cong.sonla.gov.vn");
  await openHost(page, host);
  await settled(page);
  expect(await ofOurs(page)).toEqual([]);
});

test("whom the build names alone counts for a published report too", async ({ page, site, embed, noise }) => {
  await listen(page);
  noise.allow(/postMessage|Failed to load resource/);
  const host = await embed({ pages: { "plain.html": `${SHELL}<iframe width=900 height=700 src="{app}view.html?host={origin}&report=khong-co.json"></iframe>` } });
  const view = `${site.url}view.html`;
  for (const [named, greetings] of [["https://cong.sonla.gov.vn", 0], [host.origin, 1]]) {
    await page.unrouteAll();
    await nameInBuild(page, view, named);
    await page.goto(`${host.origin}/plain.html`);
    await expect(inside(page).locator("#main")).toContainText("khong-co.json", { timeout: 30_000 });
    await settled(page);
    expect(await ofOurs(page)).toHaveLength(greetings);
  }
});

test("the page says what is wrong with a message, by its id", async ({ page, embed }) => {
  await listen(page);
  const host = await embed({ pages: { "plain.html": frameAt("?host={origin}") } });
  await openHost(page, host);
  await expect.poll(() => ofOurs(page)).toHaveLength(1);
  const [greeting] = await ofOurs(page);
  expect(greeting).toEqual({ bieumau: 1, type: "ready", id: expect.stringMatching(/^[0-9a-f]{64}$/), store: "own" });
  const say = (message) => page.evaluate((message) => frames[0].postMessage(message, "*"), message);
  const answerTo = async (id) => {
    await expect.poll(async () => (await ofOurs(page)).some((one) => one.id === id)).toBe(true);
    return (await ofOurs(page)).find((one) => one.id === id);
  };

  // Before the greeting is answered, nothing is done.
  await say({ bieumau: 1, type: "report", id: "early" });
  expect(await answerTo("early")).toMatchObject({ type: "error", code: "not_ready" });
  // A host that came late, and one that guesses, is greeted again.
  await say({ bieumau: 1, type: "ready", id: "7f3a" });
  await expect.poll(async () => (await ofOurs(page)).filter(({ type }) => type === "ready").length).toBe(2);
  await say({ bieumau: 1, type: "ready", id: greeting.id });
  await expect.poll(async () => (await ofOurs(page)).some(({ type }) => type === "height")).toBe(true);

  await say({ bieumau: 2, type: "report", id: "version" });
  expect(await answerTo("version")).toMatchObject({ type: "error", code: "version" });
  for (const [place, { from, valid, message, what }] of SAMPLES.entries()) {
    if (from !== "host" || valid) continue;
    const { id } = message;
    const isAnswered = typeof id === "string" && [...id].length <= 100;
    await say({ bieumau: 1, ...message, ...(isAnswered && { id: `bad-${place}` }) });
    if (isAnswered) expect(await answerTo(`bad-${place}`), what).toMatchObject({ type: "error", code: "malformed" });
  }
  await page.evaluate(() => frames[0].postMessage({ bieumau: 1, type: "load", id: "large", report: { text: "a".repeat(4 * 1024 * 1024) } }, "*"));
  expect(await answerTo("large")).toMatchObject({ type: "error", code: "too_large" });
  await say({ bieumau: 1, type: "load", id: "broken", report: { format: "bieumau.report/1" } });
  expect(await answerTo("broken")).toMatchObject({ type: "error", code: "refused" });
  await say({ bieumau: 1, type: "set", id: "elsewhere", form: "cchc-2026", agency: "03646", period: "2026S1" });
  expect(await answerTo("elsewhere")).toMatchObject({ type: "state", period: "2026S1" });
  // What cannot be opened is told at once, and not after the longest wait.
  await say({ bieumau: 1, type: "set", id: "no period", form: "cchc-2026", agency: "03646", period: "2026Q2" });
  expect(await answerTo("no period")).toMatchObject({ type: "error", code: "no_report" });
  // What others say in the same window is none of ours.
  for (const noise of [null, 7, "x", [], { type: "report" }, { source: "react-devtools" }]) await say(noise);
  await settled(page);
  for (const message of await ofOurs(page)) expectValid(message, SCHEMA);
});

test.describe("the script", () => {
  const STUB = "<!DOCTYPE html><title>stub</title>";

  /** A portal whose page is a stand-in that says what the test says. */
  async function stubbed(page, site, embed, options = {}) {
    await page.route((url) => url.href.startsWith(`${site.url}?`), (route) => route.fulfill({ contentType: "text/html", body: STUB }));
    const host = await embed(options);
    await page.goto(`${host.origin}/plain.html`);
    await expect(element(page).locator("iframe")).toBeAttached();
    await expect.poll(() => page.frames().length).toBe(2);
    const stub = page.frames()[1];
    await stub.waitForLoadState();
    await stub.evaluate(() => {
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(data));
    });
    const say = (message, target = "*") => stub.evaluate(([message, target]) => parent.postMessage(message, target), [message, target]);
    return { host, stub, say };
  }

  test("follows every message of the page that the schema has, and tells of every other", async ({ page, site, embed }) => {
    const { stub, say } = await stubbed(page, site, embed);
    for (const { from, valid, message, what } of SAMPLES) {
      if (from !== "page") continue;
      await page.evaluate(() => (window.told.length = 0));
      await say({ bieumau: 1, ...message });
      if (!valid) {
        await expect.poll(async () => (await last(page, "error"))?.code, { message: what }).toBe("malformed");
        expect(await page.evaluate(() => window.told.length), what).toBe(1);
      } else if (message.type === "height") {
        await expect.poll(() => element(page).evaluate((element) => element.shadowRoot.querySelector("iframe").style.height), { message: what }).toBe("1234px");
      } else {
        const { type, id, ...detail } = message;
        await expect.poll(() => told(page, type), { message: what }).toEqual([type === "report" ? detail.report : detail]);
      }
    }
    await say({ bieumau: 2, type: "height", height: 5 });
    await expect.poll(async () => (await last(page, "error"))?.code).toBe("version");
    // It has answered each greeting with its id, and asked for what it wants, all by the schema.
    const heard = await stub.evaluate(() => window.heard);
    expect(heard.filter(({ type }) => type === "ready").map(({ id }) => id)).toEqual(["7f3a", "7f3a"]);
    for (const message of heard) expectValid(message, SCHEMA);
  });

  test("hears nobody but its own frame, from where that was loaded", async ({ page, site, embed }) => {
    const { host, stub, say } = await stubbed(page, site, embed, { policy: "frame-src *", pages: { "other.html": "<!DOCTYPE html><title>x</title>" } });
    const message = { bieumau: 1, type: "change", row: "a.1", entry: {} };
    // Its own window, another frame, and noise.
    await page.evaluate((message) => postMessage(message, "*"), message);
    await page.evaluate(() => document.body.append(Object.assign(document.createElement("iframe"), { id: "other", src: "other.html" })));
    await expect.poll(() => page.frames().some((frame) => frame.url().endsWith("other.html"))).toBe(true);
    const other = page.frames().find((frame) => frame.url().endsWith("other.html"));
    await other.evaluate((message) => parent.postMessage(message, "*"), message);
    for (const noise of [null, 7, "x", [message], { type: "change" }]) await say(noise);
    await say({ ...message, row: "last" });
    await expect.poll(() => told(page, "change")).toEqual([{ row: "last", entry: {} }]);
    // What has come into its frame from another origin is not heard, and nothing is said to it.
    await stub.goto(`${host.origin}/other.html`);
    await stub.evaluate((message) => {
      window.heard = [];
      addEventListener("message", ({ data }) => window.heard.push(data));
      parent.postMessage({ ...message, row: "stranger" }, "*");
      parent.postMessage({ bieumau: 1, type: "ready", id: "1", store: "own" }, "*");
    }, message);
    await other.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(await told(page, "change")).toHaveLength(1);
    expect(await stub.evaluate(() => window.heard)).toEqual([]);
    expect(await told(page, "error")).toEqual([]);
  });

  test("asks again what a page that was loaded anew has not answered, and answers by id", async ({ page, site, embed }) => {
    const { stub, say } = await stubbed(page, site, embed);
    await say({ bieumau: 1, type: "ready", id: "one", store: "own" });
    const asked = element(page).evaluate((element) => Promise.all([element.read(), element.load({ a: 1 })]));
    const heard = () => stub.evaluate(() => window.heard.filter(({ type }) => ["report", "load"].includes(type)));
    await expect.poll(heard).toHaveLength(2);
    await say({ bieumau: 1, type: "ready", id: "two", store: "own" });
    await expect.poll(heard).toHaveLength(4);
    const [read, load] = await heard();
    await say({ bieumau: 1, type: "report", id: load.id, report: { second: true } });
    await say({ bieumau: 1, type: "report", id: read.id, report: { first: true } });
    expect(await asked).toEqual([{ first: true }, { second: true }]);
  });

  test("says so when no page answers, and when the element goes meanwhile", async ({ page, site, embed }) => {
    // The long clocks run when the test says so.
    await page.addInitScript(() => {
      const { setTimeout } = window;
      window.late = [];
      window.setTimeout = (act, delay, ...rest) => (delay >= 100_000 ? window.late.push(act) : setTimeout(act, delay, ...rest));
    });
    const { say } = await stubbed(page, site, embed);
    const asked = element(page).evaluate((element) => element.read().catch(({ code }) => code));
    await expect.poll(() => page.evaluate(() => window.late.length)).toBe(2);
    await page.evaluate(() => window.late.splice(0).forEach((act) => act()));
    expect(await asked).toBe("no_answer");
    await expect.poll(async () => (await last(page, "error"))?.code).toBe("no_answer");
    await say({ bieumau: 1, type: "ready", id: "one", store: "own" });
    const gone = await element(page).evaluate((element) => {
      const asked = element.read().catch(({ code }) => code);
      return Promise.resolve().then(() => (element.remove(), asked));
    });
    expect(gone).toBe("removed");
  });
});

test("the docs name no other origin for the frame than that of the portal", () => {
  expect(SNIPPETS.frame).toContain("?host=https://cong.sonla.gov.vn#");
});
