// Every address of the contract opens what it names, and nothing is asked of anyone else.

import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { figure, inReport, openAllSheets, openReport, openSheet, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { isOfPieces } from "./support/pieces.mjs";

for (const [address, title] of [
  ["", "Trang chính"],
  ["#/", "Trang chính"],
  ["#/report/cchc-2026/03646/2026Q1", "UBND phường Tô Hiệu – Quý I năm 2026"],
  ["#/report/cchc-2026/x-van-phong/2026", "x-van-phong – Năm 2026"],
  ["#/consolidate/cchc-2026/2026Q1", "Tổng hợp – Quý I năm 2026"],
  ["#/consolidate/khac/2026Q1", "Tổng hợp"],
  ["#/consolidate/cchc-2026/2026Q2", "Tổng hợp"],
  ["#/consolidate/cchc-2026", "Không có trang này"],
  ["#/tasks", "Nhiệm vụ"],
  ["#/tasks/tasks-226/03646", "Nhiệm vụ thực hiện Kết luận số 226-KL/TW"],
  ["#/tasks/own-2026/03646", "Kế hoạch của đơn vị năm 2026"],
  ["#/tasks/tasks-1999/03646", "Nhiệm vụ"],
  ["#/tasks/tasks-226", "Không có trang này"],
  ["#/tasks/%2e%2e/03646", "Không có trang này"],
  ["#/targets", "Chỉ tiêu"],
  ["#/forms", "Bộ biểu mẫu"],
  ["#/settings", "Cài đặt"],
  ["#/report/khac/03646/2026Q1", "Không mở được báo cáo"],
  ["#/report/cchc-2026/03646/2026Q2", "Không mở được báo cáo"],
  ["#/report/cchc-2026/03646/2026Q9", "Không mở được báo cáo"],
  ["#/report/cchc-2026/03646", "Không có trang này"],
  ["#/report/cchc-2026/%2e%2e/2026Q1", "Không có trang này"],
  ["#/khac", "Không có trang này"],
]) {
  test(`the address "${address}" opens “${title}”`, async ({ page }) => {
    await page.goto(address);
    await expect(heading(page)).toHaveText(title);
    // So that it is told from the others among the tabs and in the history of the browser.
    await expect(page).toHaveTitle(`${title} – Biểu Mẫu`);
  });
}

test("the address of a row opens its sheet and stands on its figure", async ({ page }) => {
  await openReport(page, { at: "pl1.b6.4.2.1" });
  await expect(page.locator('[id="pl1.b6"]')).toBeVisible();
  await expect(figure(page, "pl1.b6.4.2.1")).toBeFocused();
  // While the report is open, too.
  await page.goto(reportAddress({ at: "pl2.b2.3.1.1" }));
  await expect(figure(page, "pl2.b2.3.1.1")).toBeFocused();
  await page.goBack();
  await expect(figure(page, "pl1.b6.4.2.1")).toBeFocused();
});

test("the address of a sheet opens it, and of a row that is none the first sheet", async ({ page }) => {
  await openReport(page, { at: "pl1.b3" });
  await expect(page.locator('[id="pl1.b3"]')).toBeVisible();
  await page.goto("#/");
  await expect(heading(page)).toHaveText("Trang chính");
  await openReport(page, { at: "pl9.khac" });
  await expect(page.locator('[id="pl1.b1"]')).toBeVisible();
});

test("links of the page lead where they say, and Back leads back", async ({ page }) => {
  await page.goto("#/");
  await ready(page);
  await page.getByRole("link", { name: "Cài đặt" }).click();
  await expect(heading(page)).toHaveText("Cài đặt");
  await expect(heading(page)).toBeFocused();
  await expect(page.getByRole("link", { name: "Cài đặt" })).toHaveAttribute("aria-current", "page");
  await page.goBack();
  await expect(heading(page)).toHaveText("Trang chính");
});

test("the title of every page has the focus once it was gone to, however long it takes to come", async ({ page }) => {
  await openReport(page);
  // The first time the program of a page is still on its way; the second time it is there, and only the data come.
  for (const round of ["first", "second"]) {
    for (const name of ["Trang chính", "Nhiệm vụ", "Chỉ tiêu", "Tổng hợp", "Bộ biểu mẫu", "Cài đặt"]) {
      const link = page.getByRole("navigation").getByRole("link", { name, exact: true });
      await link.press("Enter");
      await expect(link, round).toHaveAttribute("aria-current", "page");
      await expect(heading(page), `${name}, for the ${round} time`).toBeFocused();
    }
  }
});

test("going from report to report keeps both", async ({ page }) => {
  for (const [agency, text] of [["03646", "46"], ["03667", "67"]]) {
    await openReport(page, { agency });
    await expect(heading(page)).toContainText(agency === "03646" ? "Tô Hiệu" : "Chiềng An");
    await typeFigure(page, "pl1.b1.1", text);
  }
  await page.goto(reportAddress({ agency: "03646" }));
  await expect(heading(page)).toContainText("Tô Hiệu");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("46");
  await page.goto(reportAddress({ agency: "03667" }));
  await expect(heading(page)).toContainText("Chiềng An");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("67");
  await saved(page);
});

const isOfPlans = (url) => /\/forms\/(plans|targets|tasks-[a-z0-9-]+)\.json$/.test(url);

test("a report opens with at most six requests, and filling it makes none", async ({ page }) => {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await openReport(page);
  const first = requests.filter((url) => !isOfPlans(url) && !isOfPieces(url));
  expect(first.length, requests.join("\n")).toBeLessThanOrEqual(6);
  // The targets, the work lists and the pieces of the program come once the report takes input.
  await openSheet(page, "pl2.b2");
  await expect(page.locator("[data-target]:visible").first()).toBeVisible();
  const before = requests.length;
  await openAllSheets(page);
  await typeFigure(page, "pl2.b2.1.1", "1");
  await saved(page);
  // The browser asks for the icon again whenever the address changes; what keeps the page for use without a network
  // comes last.
  const comesByItself = (url) => url.endsWith(".png") || url.endsWith(".webmanifest") || isOfPieces(url) || /\/offline-[0-9a-f]+\.js$/.test(url);
  expect(requests.slice(before).filter((url) => !comesByItself(url))).toEqual([]);
});

test("nothing in the document is an inline script or style", async ({ page }) => {
  await openReport(page);
  await openAllSheets(page);
  await expect(page.locator("[style], style, script:not([src])")).toHaveCount(0);
});

test("the skip link leads past the head", async ({ page }) => {
  await openReport(page);
  await page.locator(".bm-shell__skip").focus();
  await page.keyboard.press("Enter");
  await expect(heading(page)).toBeFocused();
  expect(page.url()).toContain(reportAddress());
  await inReport(page);
});
