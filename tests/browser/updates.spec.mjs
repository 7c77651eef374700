// How one build follows another: nothing is used but whole builds, and nobody loses anything over it.

import { copyFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expectAccessible } from "./support/axe.mjs";
import { askForUpdate, buildIn, cachesOf, copyOfBuild, deploy, fileLike, nextBuild } from "./support/builds.mjs";
import { expect } from "./support/fixtures.mjs";
import { figure, inReport, openReport, reportAddress, saved, typeFigure, typeIn } from "./support/officer.mjs";
import { apply, html, keptReady, newBuild, news, test, visit } from "./support/own-site.mjs";
import { BASE } from "./support/site.mjs";

const OTHER_WARD = "03667";

test("a new build waits, says so, and takes over without losing the last key", async ({ page, host }) => {
  await visit(page, reportAddress());
  await inReport(page);
  const old = buildIn(host.folder);
  await typeFigure(page, "pl1.b1.1", "7");
  await newBuild(page, host);
  await expect(news(page)).toContainText("Đã có phiên bản mới của trang");
  await expectAccessible(page);
  // Who only reloads stays where he is.
  await page.reload();
  await inReport(page);
  await expect(html(page)).toHaveAttribute("data-build", old);
  await expect(news(page)).toHaveAttribute("data-update", "waiting");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  // From the last key straight to the button: nothing of it has been committed.
  await typeIn(page, "pl1.b1.2.1", "41");
  await apply(page).dispatchEvent("click");
  await expect(html(page)).toHaveAttribute("data-build", buildIn(host.folder));
  await inReport(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(news(page)).toHaveCount(0);
  await keptReady(page);
  // The old build is gone, for nobody has it open.
  await expect.poll(() => cachesOf(page)).toEqual([`bieumau ${BASE} ${buildIn(host.folder)}`]);
  await host.stop();
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
});

test("a new build does not take over what could not be saved", async ({ page, host }) => {
  await visit(page, reportAddress());
  await inReport(page);
  const old = buildIn(host.folder);
  await newBuild(page, host);
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("There is no room.", "QuotaExceededError");
    };
  });
  await typeFigure(page, "pl1.b1.1", "7");
  await apply(page).click();
  await expect(page.getByRole("alert").filter({ hasText: "Chưa chuyển, vì những gì vừa nhập chưa lưu được" })).toBeVisible();
  await expect(html(page)).toHaveAttribute("data-build", old);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
});

test("another tab on the old build goes on, with pieces that it had not fetched yet, and is told", async ({ page, context, host }) => {
  await visit(page, reportAddress());
  await inReport(page);
  const old = buildIn(host.folder);
  const oldPiece = fileLike(host.folder, "plan-");
  const other = await context.newPage();
  // It fetches nothing ahead.
  await other.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await visit(other, reportAddress({ agency: OTHER_WARD }));
  await inReport(other);
  await newBuild(page, host);
  await apply(page).click();
  await expect(html(page)).toHaveAttribute("data-build", buildIn(host.folder));
  await keptReady(page);

  await expect(news(other)).toHaveAttribute("data-update", "taken");
  await expect(news(other)).toContainText("Thẻ này vẫn chạy phiên bản cũ và không mất gì");
  await typeFigure(other, "pl1.b1.2.1", "41");
  await saved(other);
  // The server has this piece no more; and the data are those of its build too.
  expect(fileLike(host.folder, "plan-")).not.toBe(oldPiece);
  await other.goto("#/targets");
  await expect(other.locator("[data-target]").first()).toBeVisible();
  expect(await other.evaluate(async () => (await (await fetch("forms/plans.json")).text()).endsWith("\n"))).toBe(false);
  expect(await page.evaluate(async () => (await (await fetch("forms/plans.json")).text()).endsWith("\n"))).toBe(true);
  await expect(html(other)).toHaveAttribute("data-build", old);
  expect(await cachesOf(page)).toHaveLength(2);

  await apply(other).click();
  await expect(html(other)).toHaveAttribute("data-build", buildIn(host.folder));
  await openReport(other, { agency: OTHER_WARD });
  await expect(figure(other, "pl1.b1.2.1")).toHaveValue("41");
  await keptReady(other);
  await expect.poll(() => cachesOf(page)).toHaveLength(1);
});

for (const [what, spoil] of [
  ["with one file cut", (folder) => truncateSync(join(folder, fileLike(folder, "plan-")), 1000)],
  ["with one file missing", (folder) => rmSync(join(folder, fileLike(folder, "plan-")))],
  ["with a list of forms from before", (folder, before) => copyFileSync(join(before, "forms/plans.json"), join(folder, "forms/plans.json"))],
  ["with a script from another build", (folder) => writeFileSync(join(folder, fileLike(folder, "app-", ".js")), "throw new Error();")],
]) {
  test(`a deployment ${what} is refused, and the old build goes on`, async ({ page, host }) => {
    await visit(page, reportAddress());
    await inReport(page);
    const old = buildIn(host.folder);
    const before = copyOfBuild();
    const next = nextBuild(host.folder);
    deploy(next, host.folder);
    spoil(host.folder, before);
    expect(await askForUpdate(page)).toBe(false);
    await expect(news(page)).toHaveCount(0);
    await expect.poll(() => cachesOf(page)).toEqual([`bieumau ${BASE} ${old}`]);
    await page.reload();
    await keptReady(page);
    await inReport(page);
    await expect(html(page)).toHaveAttribute("data-build", old);
    await typeFigure(page, "pl1.b1.2.1", "41");
    await saved(page);
    await page.goto("#/targets");
    await expect(page.locator("[data-target]").first()).toBeVisible();
    // The upload goes on and ends.
    deploy(next, host.folder);
    expect(await askForUpdate(page)).toBe(true);
    await apply(page).click();
    await expect(html(page)).toHaveAttribute("data-build", buildIn(next));
    for (const made of [before, next]) rmSync(made, { recursive: true });
  });
}

test("where only the page itself is new, the old build goes on as a whole", async ({ page, host }) => {
  await visit(page, reportAddress());
  const old = buildIn(host.folder);
  const next = nextBuild(host.folder);
  copyFileSync(join(next, "index.html"), join(host.folder, "index.html"));
  rmSync(next, { recursive: true });
  expect(await askForUpdate(page)).toBe(false);
  await page.reload();
  await inReport(page);
  await expect(html(page)).toHaveAttribute("data-build", old);
});

test("a build that comes while another takes over is there whole afterwards, without a network too", async ({ page, context, host }) => {
  await visit(page, reportAddress());
  await inReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await newBuild(page, host);
  const second = buildIn(host.folder);
  const third = nextBuild(host.folder);
  deploy(third, host.folder);
  const release = host.hold(/plan-/);
  await page.evaluate(async () => void (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForFunction(async () => Boolean((await navigator.serviceWorker.getRegistration()).installing));
  await apply(page).click();
  await expect(html(page)).toHaveAttribute("data-build", second);
  release();
  await expect(news(page)).toHaveAttribute("data-update", "waiting");
  expect(await cachesOf(page)).toContain(`bieumau ${BASE} ${buildIn(third)}`);
  // All tabs are closed, and the next one opens without a network.
  await page.close();
  await host.stop();
  const next = await context.newPage();
  // The browser lets the waiting build take over a moment after the last tab is gone, in its own time.
  await expect(async () => {
    await next.goto("about:blank");
    await next.goto(reportAddress());
    await inReport(next);
    expect(await html(next).getAttribute("data-build")).toBe(buildIn(third));
  }).toPass();
  await expect(figure(next, "pl1.b1.1")).toHaveValue("7");
  rmSync(third, { recursive: true });
});
