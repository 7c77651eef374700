// The page within portals of many kinds: as the element <bieu-mau>, and in a frame that the portal has put up itself.
// Every portal is served under the policy that docs/embedding.md asks for, with what it tells an editor to paste.

import { DONE, PLANNED, RATIO, SNIPPETS, element, expect, figure, fill, inside, last, move, openHost, test, told } from "./support/host.mjs";
import { heading } from "./support/fixtures.mjs";
import { expectAccessible } from "./support/axe.mjs";
import { startSite } from "./support/site.mjs";
import { expectValid } from "./support/schema.mjs";

const REPORT = new URL("../../schemas/report.schema.json", import.meta.url);
const SAMPLES = ["plain", "hostile", "bootstrap", "jquery", "react", "narrow"];

for (const sample of SAMPLES) {
  for (const way of ["element", "frame"]) {
    test(`the main job runs to the report in the portal's hands: ${sample}, ${way}`, async ({ page, embed, noise }) => {
      // jQuery 1 itself tries, as it begins, which events a browser knows, by attributes that the policy forbids.
      if (sample === "jquery") noise.allow(/inline event handler|script-src-attr/);
      const host = await embed({ way });
      await openHost(page, host, `${sample}.html`);
      await expect.poll(() => told(page, "ready")).toEqual([{ store: "own" }]);
      await fill(page);
      await expect.poll(() => told(page, "change")).toContainEqual({ row: DONE, entry: { number: "21" } });
      await expect.poll(async () => (await last(page, "state"))?.saved).toBe("saved");
      expect(await last(page, "state")).toMatchObject({ form: "cchc-2026", agency: "03646", period: "2026Q1", state: "draft", filled: 2 });

      await inside(page).locator('[data-action="hand-over"]').click();
      await expect.poll(() => told(page, "report")).toHaveLength(1);
      const report = await last(page, "report");
      expectValid(report, REPORT);
      expect(report.entries[DONE]).toEqual({ number: "21" });
      expect(report.derived[RATIO].number).toBe("51.22");

      // The portal's styles do not reach in, and the frame has no scrollbar.
      expect(await inside(page).locator("html").evaluate((root) => getComputedStyle(root).fontSize)).toBe("16px");
      await expect.poll(() => inside(page).locator("html").evaluate((root) => root.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
      expect(await told(page, "error")).toEqual([]);
    });
  }
}

test("the script is a module as well", async ({ page, embed, noise }) => {
  // Modules are asked for as by a stranger where they lie on another origin.
  const app = await startSite({ headers: { "Access-Control-Allow-Origin": "*" } });
  noise.allowOrigin(app.origin);
  await openHost(page, await embed({ app: app.url, isModule: true }));
  await fill(page);
  await expect.poll(() => told(page, "change")).toContainEqual({ row: DONE, entry: { number: "21" } });
  await app.close();
});

test("a program reads, loads and completes a report", async ({ page, embed }) => {
  await openHost(page, await embed());
  await fill(page);
  const report = await element(page).evaluate((element) => element.read());
  expectValid(report, REPORT);

  report.entries[PLANNED].number = "42";
  const opened = await element(page).evaluate((element, report) => element.load(report), report);
  expect(opened.entries[PLANNED].number).toBe("42");
  await expect(figure(page, RATIO)).toContainText("50");
  // As a step that the officer can take back.
  await inside(page).locator('[data-action="undo"]').first().click();
  await expect(figure(page, RATIO)).toContainText("51,22");

  const trouble = (act) => element(page).evaluate((element, act) => element[act.name](act.with).catch(({ name, code, message }) => ({ name, code, message })), act);
  const refused = await trouble({ name: "complete" });
  expect(refused).toMatchObject({ name: "BieuMauError", code: "not_complete" });
  expect(refused.message).toContain("việc phải làm");
  await expect(inside(page).locator("#missing-title")).toBeVisible();
  expect(await trouble({ name: "load", with: { format: "bieumau.report/9" } })).toMatchObject({ code: "refused" });
  await expect(figure(page, PLANNED)).toHaveValue("41");
  expect(await told(page, "error")).toEqual([]);
});

test("a program completes a report once nothing stands against it, and the portal is handed it", async ({ page, embed }) => {
  await openHost(page, await embed());
  await fill(page);
  const complete = () => element(page).evaluate((element) => element.complete().then(() => "complete", ({ code }) => code));
  expect(await complete()).toBe("not_complete");
  // What is missing is left blank on purpose, by the officer and not by the program.
  const blanks = inside(page).locator('[data-complete="missing"] [data-action="confirm-blanks"]');
  for (let left = await blanks.count(); left > 0; left -= 1) {
    await blanks.first().click();
    await expect(blanks).toHaveCount(left - 1);
  }
  expect(await complete()).toBe("complete");
  await expect.poll(async () => (await last(page, "state"))?.state).toBe("complete");
  await expect.poll(async () => (await last(page, "report"))?.state).toBe("complete");
  const report = await last(page, "report");
  expectValid(report, REPORT);
  expect(report.log.map(({ what }) => what)).toEqual(["complete"]);
});

test("a frame is asked by an event, and answers by one", async ({ page, embed }) => {
  await openHost(page, await embed({ way: "frame" }));
  await fill(page);
  const ask = (message) => page.locator("iframe").evaluate((frame, detail) => frame.dispatchEvent(new CustomEvent("bieumau-ask", { detail })), message);
  await ask({ type: "report" });
  await expect.poll(async () => (await last(page, "report"))?.derived[RATIO].number).toBe("51.22");
  await ask({ type: "set", complete: true });
  await expect.poll(async () => (await last(page, "error"))?.code).toBe("not_complete");
});

test("a frame alone works without the script, under its own line of the policy", async ({ page, site, embed }) => {
  const { DIRECTIVES, policyOf } = await import("./support/host.mjs");
  const policy = policyOf([DIRECTIVES.frame], site.url);
  expect(policy).toContain("script-src 'self';");
  const snippet = SNIPPETS.frame;
  await openHost(page, await embed({ way: "frame", snippet, policy, pages: { "plain.html": "<!DOCTYPE html><title>x</title><link rel=icon href=data:,>{markup}" } }));
  await fill(page);
  await expect(page.locator("iframe")).toHaveJSProperty("offsetHeight", 900);
});

test("attributes and properties are the same, also when they were set before the script came", async ({ page, embed }) => {
  const host = await embed({ snippet: '<script src="{app}bieu-mau.js" defer></script><bieu-mau></bieu-mau>' });
  await page.addInitScript(() =>
    document.addEventListener("readystatechange", () => {
      const [early] = document.getElementsByTagName("bieu-mau");
      if (early && document.readyState === "interactive") Object.assign(early, { form: "cchc-2026", agency: "03646", period: "2026Q1" });
    }),
  );
  await openHost(page, host);
  const names = ["form", "agency", "period", "mode", "report", "src"];
  const found = await element(page).evaluate((element, names) => {
    const seen = { early: element.getAttribute("agency") };
    const other = document.createElement("bieu-mau");
    for (const name of names) {
      other[name] = `p-${name}`;
      seen[name] = [other.getAttribute(name)];
      other.setAttribute(name, `a-${name}`);
      seen[name].push(other[name]);
      other[name] = null;
      seen[name].push(other.hasAttribute(name), other[name]);
    }
    return seen;
  }, names);
  expect(found).toEqual({ early: "03646", ...Object.fromEntries(names.map((name) => [name, [`p-${name}`, `a-${name}`, false, ""]])) });
});

test("without a report of the portal's the officer chooses one, and finds back home", async ({ page, embed }) => {
  const snippet = SNIPPETS.element.replace(/(<bieu-mau)[^>]*/, "$1");
  const host = await embed({ snippet });
  await page.goto(`${host.origin}/plain.html`);
  const form = inside(page);
  await form.locator("#begin-agency").fill("03646", { timeout: 30_000 });
  await form.locator('[data-action="begin"]').click();
  await figure(page, PLANNED).fill("41");
  await figure(page, PLANNED).press("Tab");
  await expect.poll(() => last(page, "state")).toMatchObject({ agency: "03646", filled: 1, saved: "saved" });
  await form.locator('a[href="#/"]').first().click();
  await expect(form.locator("#begin-agency")).toBeVisible();

  // Once the portal names a report, that is what it shows.
  await element(page).evaluate((element) => Object.assign(element, { form: "cchc-2026", agency: "03646", period: "2026Q1" }));
  await expect(figure(page, PLANNED)).toBeVisible();
  await expect(form.locator('a[href="#/"]').first()).toBeHidden();
});

test("the frame is as high as its page", async ({ page, embed }) => {
  await openHost(page, await embed());
  const heights = () =>
    element(page).evaluate((element) => {
      const frame = element.shadowRoot.querySelector("iframe");
      return { frame: frame.offsetHeight, element: element.offsetHeight };
    });
  const content = () => inside(page).locator("#main").evaluate((main) => Math.ceil(main.getBoundingClientRect().bottom + scrollY));
  await expect.poll(async () => (await heights()).frame - (await content())).toBe(0);
  const before = (await heights()).frame;
  await inside(page).locator('[data-action="complete"]').click();
  await expect.poll(async () => (await heights()).frame).toBeGreaterThan(before);
  await inside(page).locator(".bm-embedded > summary").click();
  await expect.poll(async () => (await heights()).frame - (await content())).toBe(0);
  expect((await heights()).element).toBe((await heights()).frame);

  // The head moves the main part when it takes a line more, and back.
  for (const more of ["40px", "0"]) {
    await inside(page).locator("header").evaluate((head, more) => (head.style.paddingBottom = more), more);
    await expect.poll(async () => (await heights()).frame - (await content())).toBe(0);
  }
});

test("nothing is left behind in the portal but the name of the element", async ({ page, embed }) => {
  const host = await embed();
  const around = () => {
    const written = (property) => Object.values(property).map((value) => (typeof value === "function" ? `${value}` : typeof value)).join();
    const prototypes = [Object, Array, String, Function, RegExp, Map, Promise, Event, EventTarget, Node, Element, HTMLElement, Document, History, Storage].map(({ prototype }) => Reflect.ownKeys(prototype).map((name) => `${String(name)} ${written(Object.getOwnPropertyDescriptor(prototype, name))}`).sort());
    const styles = [...document.styleSheets, ...document.adoptedStyleSheets].map(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText));
    return {
      // The browser itself counts frames as names.
      globals: Reflect.ownKeys(window).map(String).filter((name) => name !== "told" && !/^\d+$/.test(name)).sort(),
      document: Reflect.ownKeys(document).map(String).sort(),
      prototypes,
      styles,
      head: document.head.innerHTML,
      attributes: [document.documentElement, document.body].map(({ attributes }) => [...attributes].map(({ name, value }) => `${name}=${value}`)),
      kept: { ...localStorage, ...sessionStorage },
      cookie: document.cookie,
    };
  };
  await page.route(/bieu-mau\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  await page.goto(`${host.origin}/plain.html`);
  const before = await page.evaluate(around);
  await page.unroute(/bieu-mau\.js$/);
  await openHost(page, host);
  await fill(page);
  expect(await page.evaluate(around)).toEqual(before);
  await element(page).evaluate((element) => element.remove());
  expect(await page.evaluate(around)).toEqual(before);
});

test("several elements live beside each other, come and go in any order", async ({ page, embed }) => {
  await openHost(page, await embed());
  await page.evaluate(() => {
    for (const agency of ["03667", "03670"]) {
      const other = document.createElement("bieu-mau");
      Object.assign(other, { form: "cchc-2026", agency, period: "2026Q1" });
      document.body.prepend(other);
    }
  });
  const of = (agency) => page.locator(`bieu-mau[agency="${agency}"]`);
  const within = (agency) => of(agency).locator("iframe").contentFrame();
  await of("03667").scrollIntoViewIfNeeded();
  await expect(heading(within("03667"))).toContainText("Chiềng An", { timeout: 30_000 });
  await of("03646").evaluate((element) => element.remove());
  await within("03667").locator(`[data-row="${PLANNED}"]`).fill("7");
  await expect.poll(async () => (await last(page, "change"))?.entry).toEqual({ number: "7" });
  await of("03670").evaluate((element) => element.remove());
  await of("03667").evaluate((element) => element.setAttribute("agency", "03676"));
  await expect(heading(page.locator("bieu-mau iframe").contentFrame())).not.toContainText("Chiềng An", { timeout: 30_000 });
  // What was typed in the one that has gone to another report is kept.
  await of("03676").evaluate((element) => element.setAttribute("agency", "03667"));
  await expect(within("03667").locator(`[data-row="${PLANNED}"]`)).toHaveValue("7", { timeout: 30_000 });
  expect(page.frames()).toHaveLength(2);
  expect(await told(page, "error")).toEqual([]);
});

test("an element that is moved shows what it says now, and not what it said at first", async ({ page, embed }) => {
  await openHost(page, await embed());
  const within = page.locator("bieu-mau iframe").contentFrame();
  await fill(page);
  await element(page).evaluate((element) => Object.assign(element, { agency: "03667", lang: "en" }));
  await expect(heading(within)).toContainText("Chiềng An", { timeout: 30_000 });
  await within.locator(`[data-row="${PLANNED}"]`).fill("7");
  await expect.poll(async () => (await last(page, "state"))?.saved).toBe("saved");
  await move(page, "ready");
  await expect(heading(within)).toContainText("Chiềng An", { timeout: 30_000 });
  await expect(within.locator("html")).toHaveAttribute("lang", "en");
  await expect(within.locator(`[data-row="${PLANNED}"]`)).toHaveValue("7");
  // Shown only, it stays so where it goes.
  await element(page).evaluate((element) => (element.mode = "view"));
  await expect(within.locator(`[data-row="${PLANNED}"]`)).not.toBeEditable();
  await move(page, "ready");
  await expect(heading(within)).toContainText("Chiềng An", { timeout: 30_000 });
  await expect(within.locator(`[data-row="${PLANNED}"]`)).not.toBeEditable();
  // And it follows its attributes as before.
  await element(page).evaluate((element) => Object.assign(element, { agency: "03646" }));
  await expect(heading(within)).toContainText("Tô Hiệu", { timeout: 30_000 });
  expect(await told(page, "error")).toEqual([]);
});

test("in React the form comes and goes, and its figures with it", async ({ page, embed }) => {
  await openHost(page, await embed(), "react.html");
  await fill(page);
  await expect.poll(async () => (await last(page, "state"))?.saved).toBe("saved");
  const button = page.getByRole("button", { name: "Ẩn hiện" });
  await button.click();
  await expect(element(page)).toHaveCount(0);
  expect(page.frames()).toHaveLength(1);
  await button.click();
  await expect(figure(page, RATIO)).toContainText("51,22", { timeout: 30_000 });
});

test("the page is fetched when the element comes into view, and not before", async ({ page, site, embed }) => {
  const host = await embed({ pages: { "plain.html": '<!DOCTYPE html><link rel=icon href=data:,><link rel=stylesheet href="far.css">{script}<p class=far>…</p>{markup}', "far.css": ".far { height: 5000px }" } });
  const asked = [];
  page.on("request", (request) => request.url().startsWith(site.url) && asked.push(request.url().slice(site.url.length)));
  await page.goto(`${host.origin}/plain.html`);
  await expect(element(page)).toBeAttached();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(asked).toEqual(["bieu-mau.js"]);
  await element(page).scrollIntoViewIfNeeded();
  await expect(figure(page, PLANNED)).toBeVisible({ timeout: 30_000 });
  expect(asked.some((name) => name.endsWith(".wasm"))).toBe(true);
});

test("a report is locked and opened again where it is", async ({ page, embed }) => {
  await openHost(page, await embed());
  await fill(page);
  await element(page).evaluate((element) => (element.mode = "view"));
  await expect(figure(page, PLANNED)).not.toBeEditable();
  await expect(figure(page, PLANNED)).toHaveValue("41");
  await element(page).evaluate((element) => (element.mode = "edit"));
  await expect(figure(page, PLANNED)).toBeEditable();
});

test("the portal's language is followed", async ({ page, embed }) => {
  await openHost(page, await embed());
  const lang = (language) => expect(inside(page).locator("html")).toHaveAttribute("lang", language);
  await lang("vi");
  await page.evaluate(() => (document.documentElement.lang = "en-GB"));
  await lang("en");
  await expect(inside(page).locator(".bm-embedded")).toContainText("is kept in this browser");
  // An element may speak another language than its page.
  await element(page).evaluate((element) => (element.lang = "vi"));
  await lang("vi");
});

for (const way of ["element", "frame"]) {
  test(`the portal gives a colour, a font and a density; what is hard to read is refused: ${way}`, async ({ page, embed }) => {
    const pages = { "plain.html": '<!DOCTYPE html><html lang=vi><title>x</title><link rel=icon href=data:,><link rel=stylesheet href="look.css">{script}{markup}', "look.css": ":root { --bieu-mau-accent: #4a148c; --bieu-mau-density: compact; --bieu-mau-font: Georgia, serif }" };
    await openHost(page, await embed({ way, pages }));
    const style = (name) => inside(page).locator("html").evaluate((root, name) => getComputedStyle(root).getPropertyValue(name), name);
    await expect.poll(() => style("--bm-accent")).toBe("#4a148c");
    await expect(inside(page).locator("html")).toHaveAttribute("data-density", "compact");
    await expect.poll(() => style("--bm-font")).toBe("Georgia, serif");
    expect(await told(page, "error")).toEqual([]);
    if (way === "frame") return;

    const put = (colour) => element(page).evaluate((element, colour) => element.style.setProperty("--bieu-mau-accent", colour), colour);
    for (const colour of ["#ffff00", "red; } * { display: none", "url(//khac.example)"]) {
      const before = (await told(page, "error")).length;
      await put(colour);
      if (colour.startsWith("red")) continue;
      await expect.poll(async () => (await told(page, "error")).length).toBe(before + 1);
      expect((await last(page, "error")).code).toBe("refused");
      expect(await style("--bm-accent")).toBe("#4a148c");
    }
    // A colour that can be read is made one that is read well: 7 : 1, in light and in dark.
    await put("#16659f");
    await expect.poll(() => style("--bm-accent")).not.toBe("#4a148c");
    const frame = page.frames()[1];
    await expectAccessible(frame);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(frame);
  });
}
