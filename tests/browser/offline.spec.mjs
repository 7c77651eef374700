// The page without a network: after one visit it opens with all that it does, and what stands in the way of that is said.

import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildIn, cachesOf, copyOfBuild, deploy, fileLike } from "./support/builds.mjs";
import { expect, heading, ready } from "./support/fixtures.mjs";
import { exportJson, figure, inReport, openReport, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { OTHER_BASE, apply, html, keptReady, newBuild, news, test, visit } from "./support/own-site.mjs";
import { paperOf, printed } from "./support/paper.mjs";
import { askedFor, isOfPieces, watchReady } from "./support/pieces.mjs";
import { BASE, startSite } from "./support/site.mjs";

/** So that the browser looks for none. */
const NO_ICON = '<link rel="icon" href="data:,">';

test("after one visit the page opens, computes, prints and exports without a network", async ({ page, context, host }) => {
  await visit(page);
  await page.close();
  await host.stop();
  const next = await context.newPage();
  const answer = await next.goto(reportAddress());
  expect(answer.fromServiceWorker()).toBe(true);
  // The policy of the server still holds.
  expect(answer.headers()["content-security-policy"]).toContain("default-src 'none'");
  await inReport(next);
  await typeFigure(next, "pl1.b1.2.1", "41");
  await typeFigure(next, "pl1.b1.2.2", "21");
  await expect(figure(next, "pl1.b1.2")).toHaveText("51,22");
  await saved(next);
  await expect(await paperOf(next)).not.toHaveCount(0);
  await printed(next);
  expect(JSON.parse((await exportJson(next)).text).derived["pl1.b1.2"].number).toBe("51.22");
  await next.goto("?lang=en#/targets");
  await expect(heading(next)).toHaveText("Targets");
  await expect(next.locator("[data-target]").first()).toBeVisible();
  await next.goto("index.html#/tasks/tasks-2025/x-ubnd-tinh-son-la");
  await expect(heading(next)).toHaveText(/2025/);
  await openReport(next, { form: "kl226-2026", period: "2026S1" });
  await openReport(next);
  await expect(figure(next, "pl1.b1.2")).toHaveText("51,22");
});

test("the first visit waits for nothing of it", async ({ page }) => {
  await watchReady(page);
  await visit(page, reportAddress());
  const { before, after } = await askedFor(page);
  const names = [...before, ...after].map((url) => url.split("/").at(-1));
  const first = names.findIndex((name) => /^offline-|^service-worker|^manifest/.test(name));
  const last = names.findLastIndex((name) => isOfPieces(`/${name}`));
  expect(first).toBeGreaterThan(last);
  expect(first).toBeGreaterThanOrEqual(before.length);
});

test("the settings say whether the page is ready, and which build it is", async ({ page, host }) => {
  await visit(page, "#/settings");
  await expect(page.getByText("lần sau mở được cả khi không có mạng")).toBeVisible();
  await expect(page.locator("code[data-build]")).toHaveText(buildIn(host.folder));
  await page.goto("?lang=en#/settings");
  await expect(page.getByText("from now on it opens without a network too")).toBeVisible();
});

test("a first visit to a half-uploaded deployment says that the page is not ready, and tries again", async ({ page, host }) => {
  const whole = copyOfBuild();
  truncateSync(join(host.folder, "forms/tasks-2022.json"), 1000);
  await page.goto("#/settings");
  await expect(html(page)).toHaveAttribute("data-offline", "failed");
  await expect(page.getByText("Chưa sẵn sàng: chưa lấy được đủ các tệp của trang")).toBeVisible();
  expect(await cachesOf(page)).toEqual([]);
  deploy(whole, host.folder);
  rmSync(whole, { recursive: true });
  await page.reload();
  await expect(page.getByText("lần sau mở được cả khi không có mạng")).toBeVisible();
});

test("what the browser lost of the page is fetched again", async ({ page, host }) => {
  await visit(page, reportAddress());
  await page.evaluate(async (piece) => {
    const [name] = await caches.keys();
    const cache = await caches.open(name);
    await cache.delete(new URL(piece, document.baseURI).href);
    await cache.put("forms/targets.json", new Response("rác"));
  }, fileLike(host.folder, "plan-"));
  await page.reload();
  await keptReady(page);
  await host.stop();
  await page.goto("#/targets");
  await expect(page.locator("[data-target]").first()).toBeVisible();
});

test("two copies of the page on one origin, and the caches of others, stay out of each other's way", async ({ page, context, host }) => {
  await visit(page);
  await page.evaluate(async () => {
    for (const name of ["cong-thong-tin v1", "bieumau", "bieumau /cong/ 0123456789ab"]) {
      await (await caches.open(name)).put("x", new Response("của người khác"));
    }
  });
  const other = await context.newPage();
  await other.goto(host.otherUrl);
  await keptReady(other);
  await newBuild(page, host);
  await apply(page).click();
  await expect(html(page)).toHaveAttribute("data-build", buildIn(host.folder));
  await keptReady(page);
  await expect(news(other)).toHaveCount(0);
  const all = [`bieumau ${BASE} ${buildIn(host.folder)}`, `bieumau ${OTHER_BASE} ${buildIn(host.other)}`];
  const foreign = ["bieumau", "bieumau /cong/ 0123456789ab", "cong-thong-tin v1"];
  await expect.poll(() => cachesOf(page)).toEqual([...all, ...foreign].sort());
  await host.stop();
  await other.goto(`${host.otherUrl}#/targets`);
  await expect(other.locator("[data-target]").first()).toBeVisible();
  await expect(html(other)).toHaveAttribute("data-build", buildIn(host.other));
});

test("what somebody puts beside the page is always asked for anew", async ({ page, host }) => {
  const beside = join(host.folder, "phieu.json");
  writeFileSync(beside, "1");
  await visit(page);
  const read = (name) => page.evaluate(async (name) => (await fetch(name)).text(), name);
  expect(await read("phieu.json")).toBe("1");
  writeFileSync(beside, "2");
  expect(await read("phieu.json")).toBe("2");
  writeFileSync(join(host.folder, "khac.html"), `<!doctype html><title>Trang khác</title>${NO_ICON}`);
  await page.goto("khac.html");
  await expect(page).toHaveTitle("Trang khác");
});

for (const [what, type] of [["text/plain", "text/plain"], ["application/octet-stream", "application/octet-stream"], ["nothing", null]]) {
  test(`a server that says ${what} of WebAssembly serves the page and its pieces`, async ({ page, context, host, noise }) => {
    const site = await startSite({ folders: { [BASE]: host.folder }, types: { ".wasm": type } });
    noise.allowOrigin(site.origin);
    const answer = page.waitForResponse((response) => response.url().endsWith(".wasm"));
    await page.goto(site.url + reportAddress());
    expect((await (await answer).allHeaders())["content-type"]).toBe(type ?? undefined);
    await inReport(page);
    await typeFigure(page, "pl1.b1.2.1", "41");
    await typeFigure(page, "pl1.b1.2.2", "21");
    await expect(figure(page, "pl1.b1.2")).toHaveText("51,22");
    await expect(await paperOf(page)).not.toHaveCount(0);
    await printed(page);
    await keptReady(page);
    // From here on the browser compiles it as it comes.
    const kept = context.waitForEvent("response", (response) => response.url().endsWith(".wasm") && response.fromServiceWorker());
    await page.reload();
    expect((await (await kept).allHeaders())["content-type"]).toBe("application/wasm");
    await inReport(page);
    await site.close();
  });
}

test("the page can be installed", async ({ page, context }) => {
  await visit(page);
  const devtools = await context.newCDPSession(page);
  const { url, data, errors } = await devtools.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  expect(url).toContain(`${BASE}manifest.webmanifest`);
  expect(JSON.parse(data).short_name).toBe("Biểu Mẫu");
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // The windows of these tests are private ones.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
  for (const { src, sizes, type } of JSON.parse(data).icons) {
    const found = await page.evaluate(async (src) => {
      const answer = await fetch(src);
      const { width, height } = await createImageBitmap(await answer.blob());
      return [`${width}x${height}`, answer.headers.get("content-type")];
    }, src);
    expect(found).toEqual([sizes, type]);
  }
});

test("who saves data is asked first", async ({ page, host }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.goto("#/settings");
  await expect(page.getByText("Trình duyệt đang tiết kiệm dữ liệu")).toBeVisible();
  expect(await cachesOf(page)).toEqual([]);
  await page.locator('[data-action="offline-prepare"]').click();
  await expect(page.getByText("lần sau mở được cả khi không có mạng")).toBeVisible();
  await host.stop();
  await page.reload();
  await ready(page);
});

for (const [what, said, take] of [
  ["has no service worker", "nên trang chỉ mở được khi có mạng", () => delete Navigator.prototype.serviceWorker],
  ["refuses it", "không cho giữ trang trên máy", () => {
    ServiceWorkerContainer.prototype.register = () => Promise.reject(new DOMException("No.", "SecurityError"));
  }],
  ["is not asked by https", "địa chỉ của trang không bắt đầu bằng https", () => Object.defineProperty(window, "isSecureContext", { value: false })],
]) {
  test(`where the browser ${what}, nothing breaks and the settings say so`, async ({ page }) => {
    await page.addInitScript(take);
    await openReport(page);
    await typeFigure(page, "pl1.b1.1", "7");
    await saved(page);
    await page.goto("#/settings");
    await expect(page.getByText(said)).toBeVisible();
    await expect(page.locator('[data-offline="ready"]')).toHaveCount(0);
  });
}

test("inside a page of another origin it is not kept, and the settings say so", async ({ page, host, noise }) => {
  const portal = join(host.other, "cong.html");
  writeFileSync(portal, `<!doctype html>${NO_ICON}<iframe src="${host.url}#/settings" width="900" height="900"></iframe>`);
  const outer = await startSite({ folders: { [BASE]: host.other }, policy: "default-src * data:" });
  const elsewhere = outer.url.replace("127.0.0.1", "localhost");
  noise.allowOrigin(new URL(elsewhere).origin);
  await page.goto(`${elsewhere}cong.html`);
  const said = page.frameLocator("iframe").getByText("Trang đang nằm trong một trang web khác");
  // Frames of other origins come last wherever the machine is busy.
  await expect(said).toBeVisible({ timeout: 40_000 });
  await outer.close();
});

test("where the browser cannot read what it has kept of the page, the network answers", async ({ page, host }) => {
  const worker = join(host.folder, "service-worker.js");
  const broken = `() => Promise.reject(new DOMException("Unexpected internal error.", "UnknownError"))`;
  const breaks = `self.addEventListener("message", ({ data }) => {
    if (data === "break") Object.assign(CacheStorage.prototype, { keys: ${broken}, match: ${broken} });
  });`;
  writeFileSync(worker, `${readFileSync(worker, "utf8")}\n${breaks}`);
  await visit(page, reportAddress());
  await inReport(page);
  await page.evaluate(() => navigator.serviceWorker.controller.postMessage("break"));
  await page.reload();
  await inReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
});
