// Where figures are kept within a portal: in the page's own store, in one of the portal's own, or nowhere. The page says
// which, and an empty form never looks like lost work.

import { startMachine } from "./support/machine.mjs";
import { BASE, DIST, POLICY, startSite } from "./support/site.mjs";
import { DONE, PLANNED, RATIO, SNIPPETS, element, expect, figure, fill, inside, last, nameInBuild, openHost, test, told } from "./support/host.mjs";
import { ready } from "./support/fixtures.mjs";

const note = (page) => inside(page).locator(".bm-embedded");
const saved = (page) => expect.poll(async () => (await last(page, "state"))?.saved).toBe("saved");

test("an empty form says that nothing is lost, and where figures are kept", async ({ page, embed }) => {
  const host = await embed();
  await openHost(page, host);
  await expect(note(page)).toHaveAttribute("data-store", "own");
  await expect(note(page)).toHaveAttribute("open", "");
  await expect(note(page)).toContainText(host.origin);
  await expect(note(page)).toContainText("không phải số liệu đã mất");
  await fill(page);
  await saved(page);
  await page.reload();
  await expect(figure(page, RATIO)).toContainText("51,22", { timeout: 30_000 });
  // Once something is there it says so in one line.
  await expect(note(page)).not.toHaveAttribute("open");
});

/** Fills the report at the page's own address. */
async function fillByItself(page, site) {
  await page.goto(`${site.url}#/report/cchc-2026/03646/2026Q1`);
  await ready(page);
  await page.locator(`[data-row="${PLANNED}"]`).fill("41");
  await page.locator(`[data-row="${DONE}"]`).fill("21");
  await page.locator(`[data-row="${DONE}"]`).press("Tab");
  await expect(page.locator("#save-state")).toHaveAttribute("data-state", "saved");
}

// Portals of one site have one storage in every browser; in Chromium 109 all have.

test("a portal that has named itself gets nothing of what was entered elsewhere, and changes nothing of it", async ({ page, site, embed, noise }) => {
  // The browser says that the greeting of the other portal was not delivered.
  noise.allow(/postMessage/);
  await fillByItself(page, site);

  // Whoever frames the page and names himself finds an empty form …
  const portal = await embed();
  await openHost(page, portal);
  await expect(figure(page, PLANNED)).toHaveValue("");
  expect((await element(page).evaluate((element) => element.read())).entries).toEqual({});
  expect(await last(page, "state")).toMatchObject({ filled: 0 });
  await expect(note(page)).toContainText(`riêng cho ${portal.origin}.`);
  await expect(note(page)).toHaveAttribute("open", "");
  await expect(note(page)).toContainText("không phải số liệu đã mất");
  await figure(page, PLANNED).fill("7");
  await figure(page, PLANNED).press("Tab");
  await saved(page);

  // … and so does another one, even where it names both; what was entered within each is there again.
  const other = await embed({ pages: { "both.html": `<!DOCTYPE html><html lang=vi><title>x</title><link rel=icon href=data:,><iframe width=900 height=700 src="{app}?host=${portal.origin},{origin}#/report/cchc-2026/03646/2026Q1"></iframe>` } });
  await openHost(page, other);
  await expect(figure(page, PLANNED)).toHaveValue("");
  await openHost(page, other, "both.html");
  await expect(figure(page, PLANNED)).toHaveValue("");
  await expect(note(page)).toContainText(`riêng cho ${portal.origin}, ${other.origin}.`);
  await openHost(page, portal);
  await expect(figure(page, PLANNED)).toHaveValue("7");

  await page.goto(`${site.url}#/report/cchc-2026/03646/2026Q1`);
  await ready(page);
  await expect(page.locator(`[data-row="${PLANNED}"]`)).toHaveValue("41");
  await expect(page.locator(`[data-row="${RATIO}"]`)).toContainText("51,22");
  // Every name says whose it is.
  const names = await page.evaluate(async () => [...(await indexedDB.databases()).map(({ name }) => name), ...Object.keys(localStorage).map((key) => key.split("/")[0])]);
  expect([...new Set(names)].sort()).toEqual(["bieumau", ...[portal.origin, other.origin, `${portal.origin},${other.origin}`].map((hosts) => `bieumau@${encodeURIComponent(hosts)}`)].sort());
});

test("a report moves into a portal by file, or by message", async ({ page, site, embed }) => {
  await fillByItself(page, site);
  const download = page.waitForEvent("download");
  await page.locator('[data-action="export-json"]').first().click();
  const file = await (await download).path();
  await openHost(page, await embed());
  await expect(figure(page, PLANNED)).toHaveValue("");

  // By file: the button of the note opens the way.
  const chooser = page.waitForEvent("filechooser");
  await note(page).locator('[data-action="load-from-file"]').click();
  await (await chooser).setFiles(file);
  await inside(page).locator('[data-action="import-apply"]').click();
  await expect(figure(page, RATIO)).toContainText("51,22");
  await expect(inside(page).locator("#save-state")).toHaveAttribute("data-state", "saved");
  await page.reload();
  await expect(figure(page, RATIO)).toContainText("51,22", { timeout: 30_000 });

  // By message: what one element reads, another loads.
  const report = await element(page).evaluate((element) => element.read());
  report.entries[PLANNED].number = "42";
  await element(page).evaluate((element, report) => element.load(report), report);
  await expect(figure(page, RATIO)).toContainText("50");
});

test("a portal on the page's own origin shares its store, and the page says so", async ({ page, embed }) => {
  const policy = `${POLICY}; frame-src 'self'`;
  const host = await embed({ app: BASE, folders: { [BASE]: DIST }, policy });
  await fillByItself(page, { url: host.origin + BASE });
  await openHost(page, host);
  await expect(figure(page, RATIO)).toContainText("51,22");
  await expect(note(page)).toContainText("cùng chỗ với khi mở riêng trang này");
});

/** A browser of its own, with the store of each site apart as officers have it: the driver's own pages switch that off. */
const own = test.extend({
  machine: async ({}, use) => {
    const machine = await startMachine();
    await use(machine);
    await machine.clean();
  },
});

own("a portal that the build names has the page's own store, as far as the browser gives it", async ({ machine, site, embed }) => {
  const page = await machine.start();
  const near = await embed();
  const far = await embed({ name: "localhost" });
  // The service worker would answer with the page as it was built.
  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined }));
  await nameInBuild(page, site.url, `${near.origin},${far.origin}`);
  await fillByItself(page, site);

  // It is there within a portal of the same site …
  await openHost(page, near);
  await expect(figure(page, RATIO)).toContainText("51,22");
  await expect(note(page)).toContainText(`nhiều trình duyệt lưu riêng cho ${near.origin}`);
  // … and not within a portal of another, whose frames have a store of their own.
  await openHost(page, far);
  await expect(figure(page, PLANNED)).toHaveValue("");
  await expect(note(page)).toHaveAttribute("data-store", "own");
  await expect(note(page)).toHaveAttribute("open", "");
});

test("the buttons of the note press those of the page", async ({ page, embed }) => {
  await openHost(page, await embed());
  const chooser = page.waitForEvent("filechooser");
  await note(page).locator('[data-action="load-from-file"]').click();
  await chooser;
  const download = page.waitForEvent("download");
  await note(page).locator('[data-action="save-to-file"]').click();
  expect((await download).suggestedFilename()).toMatch(/\.json$/);
});

/** A portal that holds the report itself, as docs/embedding.md shows it; its memory is this window's session. */
const HOLDS = `
  const frame = document.querySelector("[data-bieu-mau]");
  const ask = (detail) => frame.dispatchEvent(new CustomEvent("bieumau-ask", { detail }));
  frame.addEventListener("bieumau-ready", () => {
    const kept = sessionStorage.getItem("report");
    if (kept) ask({ type: "load", report: JSON.parse(kept) });
  });
  frame.addEventListener("bieumau-change", () => ask({ type: "report" }));
  frame.addEventListener("bieumau-report", ({ detail }) => sessionStorage.setItem("report", JSON.stringify(detail)));`;

test("where the browser keeps nothing the page says so, and the portal holds the report", async ({ page, embed, noise }) => {
  // A sandbox without an origin has no storage at all; its files are asked for as by a stranger.
  const app = await startSite({ headers: { "Access-Control-Allow-Origin": "*" } });
  noise.allowOrigin(app.origin);
  const snippet = SNIPPETS.frame.replace("<iframe ", '<iframe sandbox="allow-scripts allow-downloads allow-forms allow-modals" ');
  const pages = { "plain.html": '<!DOCTYPE html><html lang=vi><title>x</title><link rel=icon href=data:,>{markup}{script}<script src="holds.js" defer></script>', "holds.js": HOLDS };
  const host = await embed({ app: app.url, way: "frame", snippet, pages });
  await openHost(page, host);
  await expect.poll(() => told(page, "ready")).toEqual([{ store: "memory" }]);
  await expect(note(page)).toHaveAttribute("data-store", "memory");
  await expect(note(page)).toContainText("Trình duyệt không cho lưu số liệu ở đây");
  await fill(page);
  await expect.poll(() => page.evaluate(() => JSON.parse(sessionStorage.getItem("report"))?.derived["pl1.b1.2"]?.number)).toBe("51.22");

  await page.reload();
  await expect(figure(page, RATIO)).toContainText("51,22", { timeout: 30_000 });
  await expect(figure(page, PLANNED)).toHaveValue("41");
  expect(await told(page, "error")).toEqual([]);
  await app.close();
});

test("a store that throws is as none", async ({ page, embed, site }) => {
  await page.addInitScript(() => {
    if (window === window.top) return;
    const refuse = () => { throw new DOMException("blocked", "SecurityError"); };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, { get: refuse });
  });
  await openHost(page, await embed());
  await expect.poll(() => told(page, "ready")).toEqual([{ store: "memory" }]);
  await fill(page);
  await expect(note(page)).toHaveAttribute("data-store", "memory");
  const report = await element(page).evaluate((element) => element.read());
  await page.reload();
  await expect(figure(page, PLANNED)).toHaveValue("", { timeout: 30_000 });
  await element(page).evaluate((element, report) => element.load(report), report);
  await expect(figure(page, RATIO)).toContainText("51,22");
});

test("a frame whose host was not named says too where figures are kept", async ({ page, site, embed }) => {
  const host = await embed({ pages: { "plain.html": '<!DOCTYPE html><title>x</title><link rel=icon href=data:,><iframe width=900 height=700 src="{app}#/report/cchc-2026/03646/2026Q1"></iframe>' } });
  await openHost(page, host);
  await expect(note(page)).toContainText("nhiều trình duyệt lưu riêng cho cổng này");
  await expect(note(page).locator('[data-action="hand-over"]')).toHaveCount(0);
  // By itself the page has no such note.
  await page.goto(`${site.url}#/report/cchc-2026/03646/2026Q1`);
  await ready(page);
  await expect(page.locator(".bm-embedded")).toHaveCount(0);
});
