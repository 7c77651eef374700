// A form set is a file: named by the address or opened by hand, it works as those that come with the page.

import { fileURLToPath } from "node:url";
import { expectAccessible } from "./support/axe.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import { derivedText, figure, inReport, listed, openReport, openSheet, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { BROKEN_FORM } from "./support/screens.mjs";
import { recordKeys } from "./support/shelf.mjs";

const SMALL = fileURLToPath(new URL("../../schemas/examples/small-form.json", import.meta.url));
const REPORT = reportAddress({ form: "small-form", agency: "x-thu", period: "2026Q1" });
const refused = (page) => page.locator('[data-form-set="refused"]');

/** Puts a file beside the page. */
function serveFile(page, name, answer) {
  return page.route(`**/cong/bieu-mau/${name}`, (route) => route.fulfill({ contentType: "application/json", ...answer }));
}

test("?form= opens a report on a form set that lies beside the page", async ({ page }) => {
  await serveFile(page, "bo-khac.json", { path: SMALL });
  await page.goto(`?form=bo-khac.json${REPORT}`);
  await expect(figure(page, "desk.1.1")).toBeVisible();
  await expect(page.locator("[data-sheet]")).toHaveCount(2);
  await typeFigure(page, "desk.1.1", "300");
  await typeFigure(page, "desk.1.2", "301");
  await expect(listed(page, "on-time-within-resolved")).toContainText("chênh lệch 1");
  await typeFigure(page, "desk.1.2", "299");
  expect(await derivedText(page, "desk.1.3")).toBe("99,67");
  await typeFigure(page, "desk.2", "12,5");
  await openSheet(page, "money");
  await typeFigure(page, "money.4", "Thiếu máy quét");
  await saved(page);

  await page.goto(REPORT);
  await page.reload();
  expect(page.url()).not.toContain("?form");
  await inReport(page);
  await expect(figure(page, "desk.1.1")).toHaveValue("300");
  expect(await derivedText(page, "desk.1.3")).toBe("99,67");
  await openSheet(page, "money");
  await expect(figure(page, "money.4")).toHaveValue("Thiếu máy quét");
});

test("the page is not ready before the form set of its address is there", async ({ page }) => {
  await page.addInitScript(() => {
    window.readyWithout = 0;
    new MutationObserver(() => {
      const isReady = document.documentElement.dataset.ready === "true";
      if (isReady && !document.querySelector("[data-row]")) window.readyWithout += 1;
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
  });
  await serveFile(page, "bo-khac.json", { path: SMALL });
  await page.goto(`?form=bo-khac.json${REPORT}`);
  await expect(figure(page, "desk.1.1")).toBeVisible();
  expect(await page.evaluate(() => window.readyWithout)).toBe(0);
});

test("a broken form set is refused with every place and reason, and nothing else changes", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "7");
  await saved(page);
  const before = await recordKeys(page);
  await serveFile(page, "hong.json", { body: BROKEN_FORM });
  await page.goto(`?form=hong.json${reportAddress()}`);
  await inReport(page);
  await expect(refused(page)).toContainText("Không dùng được bộ biểu mẫu này. Không có gì bị thay đổi");
  await expect(refused(page).locator("li")).not.toHaveCount(1);
  for (const place of ["periods[1]", "rows[0] (s.1).kind", "rows[1] (s.2).formula", "rules[0] (r)"]) await expect(refused(page)).toContainText(place);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
  await typeFigure(page, "pl1.b1.1", "8");
  await saved(page);
  expect(await recordKeys(page)).toEqual(before);
  await refused(page).getByRole("button").click();
  await expect(refused(page)).toHaveCount(0);
});

test("a form set of another origin is refused without asking there", async ({ page }) => {
  // That no request leaves is watched over in every test.
  await page.goto("?form=https://example.org/form.json#/");
  await ready(page);
  await expect(refused(page)).toContainText("phải nằm cùng máy chủ với trang");
});

test("a form set that is not there is told", async ({ page, noise }) => {
  noise.allow(/404/);
  await page.goto("?form=khong-co.json#/");
  await ready(page);
  await expect(refused(page)).toContainText("Không tải được tệp bộ biểu mẫu nêu trong địa chỉ trang: khong-co.json");
});

test("?form= takes the id of a form set that comes with the page", async ({ page }) => {
  await page.goto("?form=cchc-2026#/");
  await ready(page);
  await expect(refused(page)).toHaveCount(0);
});

test("a form set opened from a file can be chosen and is still there after a reload", async ({ page }) => {
  await page.goto("#/forms");
  await ready(page);
  // Those that come with the page.
  await expect(page.locator("[data-form-set]")).toHaveCount(3);
  await page.locator('[data-action="open-form-set"]').setInputFiles(SMALL);
  await expect(page.locator('[data-form-set="small-form"]')).toContainText("Biểu mẫu nhỏ làm ví dụ");
  await page.reload();
  await ready(page);
  await expect(page.locator('[data-form-set="small-form"]')).toBeVisible();
  await page.goto("#/");
  await ready(page);
  await page.locator("#begin-form").selectOption("small-form");
  await page.locator("#begin-agency").fill("Thu");
  await page.locator("#begin-period").selectOption("Q1");
  await page.locator("#begin-year").fill("2026");
  // A commune might be meant (Thuận Châu), so the page asks once.
  await page.locator('[data-action="begin"]').click();
  await page.locator('[data-action="begin"]').click();
  await inReport(page);
  expect(page.url()).toContain(REPORT);
  await expect(figure(page, "desk.1.1")).toBeVisible();
});

test("a form set that could not be kept is in use, and the page says that it will not last", async ({ page }) => {
  await page.goto("#/forms");
  await ready(page);
  await page.evaluate(() => (IDBObjectStore.prototype.put = () => { throw new DOMException("đầy", "QuotaExceededError"); }));
  await page.locator('[data-action="open-form-set"]').setInputFiles(SMALL);
  await expect(page.locator('[data-form-set="small-form"]')).toContainText("Biểu mẫu nhỏ làm ví dụ");
  await expect(refused(page)).toContainText("không lưu được trên máy");
  await expect(refused(page)).not.toContainText("không dùng được");
  await expectAccessible(page);
  await page.reload();
  await ready(page);
  await expect(page.locator('[data-form-set="small-form"]')).toHaveCount(0);
});

test("a broken file opened by hand is refused and takes nothing's place", async ({ page }) => {
  await page.goto("#/forms");
  await ready(page);
  await page.locator('[data-action="open-form-set"]').setInputFiles({
    name: "hong.json",
    mimeType: "application/json",
    buffer: Buffer.from(BROKEN_FORM.replace('"hong"', '"cchc-2026"')),
  });
  await expect(refused(page).getByRole("heading")).toHaveText("hong.json");
  await expect(page.locator('[data-form-set="cchc-2026"]')).toContainText("Biểu mẫu thống kê");
});

test("a form set that does not arrive loses nothing, and is there after a reload", async ({ page, noise }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "67");
  await saved(page);

  noise.allow(/ERR_FAILED/);
  const forms = "**/forms/cchc-2026.json";
  await page.route(forms, (route) => route.abort());
  await page.reload();
  await expect(page.locator("main")).toContainText("Chưa tải được bộ biểu mẫu");
  await page.goto("#/");
  await expect(page.locator("[data-form-missing]")).toBeVisible();
  // The report, and the way to its earlier states.
  await expect(page.getByRole("link", { name: "UBND phường Tô Hiệu" })).toHaveCount(2);
  // Nobody has looked at its rows, so nothing is said of them.
  const row = page.locator("table tbody tr").filter({ hasText: "UBND phường Tô Hiệu" });
  await expect(row.getByRole("cell", { name: "—", exact: true })).toHaveCount(2);
  await expect(row).not.toContainText("Chưa thấy mâu thuẫn");

  await page.unroute(forms);
  await page.goto(reportAddress());
  await page.reload();
  await inReport(page);
  await expect(figure(page, "pl1.b1.1")).toHaveValue("67");
});
