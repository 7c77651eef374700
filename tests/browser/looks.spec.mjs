// The main screens at the sizes of a commune's PC and of a telephone, light and dark: pictures to look at, in
// test-results/screens/, and what can be told without looking.

import { busyDocument, reportDocument, sealed } from "./support/documents.mjs";
import { expect, ready, test } from "./support/fixtures.mjs";
import { figure, importFile, inReport, openReport, openSheet, typeFigure } from "./support/officer.mjs";

const SIZES = [
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
];

/** What each screen is, and how one comes to it. */
const SCREENS = {
  home: async (page) => page.goto("#/"),
  report: async (page) => {
    await page.goto("#/");
    await importFile(page, { text: sealed(busyDocument()) });
    await inReport(page);
  },
  missing: async (page) => {
    await openReport(page);
    await page.locator('[data-action="complete"]').click();
    await expect(page.locator("#missing-title")).toBeFocused();
  },
  changes: async (page) => {
    await openReport(page);
    await figure(page, "pl1.b1.2.1").focus();
    await page.keyboard.type("41");
    await page.keyboard.press("Alt+L");
    await expect(page.locator("dialog#changes tbody tr")).toHaveCount(2);
  },
  targets: async (page) => page.goto("#/targets"),
  tasks: async (page) => page.goto("#/tasks"),
  forms: async (page) => page.goto("#/forms"),
  settings: async (page) => page.goto("#/settings"),
};

/** What sticks out of the page on either side; what scrolls in a region of its own, or is out of sight, does not. */
function stickingOut() {
  const width = document.documentElement.clientWidth;
  const isApart = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { overflowX, clip, clipPath } = getComputedStyle(at);
      if (["auto", "scroll", "hidden", "clip"].includes(overflowX) && at !== document.body && at !== document.documentElement) return true;
      if (clip !== "auto" || clipPath !== "none") return true;
    }
    return false;
  };
  return [...document.querySelectorAll("body *")]
    .filter((element) => {
      const { left, right, width: wide } = element.getBoundingClientRect();
      return wide > 0 && (right > width + 1 || (left < -1 && right > 0)) && !isApart(element);
    })
    .map((element) => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 40)}`);
}

/** Buttons and tags whose words do not fit into them. */
function cut() {
  return [...document.querySelectorAll("button, .bm-tag, h1, h2")]
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
    .filter((element) => getComputedStyle(element).display !== "inline")
    .map((element) => element.textContent);
}

/** Fields, buttons and computed figures that are higher or wider than their cell, or whose words are. */
function tooHigh() {
  return [...document.querySelectorAll(".bm-cell > *, .bm-derived")]
    .filter((element) => {
      const sticksOut = element.getBoundingClientRect().bottom > element.parentElement.getBoundingClientRect().bottom + 0.5;
      const isWide = element.matches(".bm-derived") && element.scrollWidth > element.clientWidth + 1;
      return sticksOut || isWide || element.scrollHeight > element.clientHeight + 1;
    })
    .map((element) => element.outerHTML);
}

for (const { width, height } of SIZES) {
  for (const colorScheme of ["light", "dark"]) {
    test.describe(`${width} × ${height}, ${colorScheme}`, () => {
      test.use({ viewport: { width, height }, colorScheme });

      for (const [name, come] of Object.entries(SCREENS)) {
        test(`${name} stays within the page`, async ({ page }) => {
          await come(page);
          await ready(page);
          await page.screenshot({ path: `test-results/screens/${name}-${width}-${colorScheme}.png` });
          expect(await page.evaluate(stickingOut)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(await page.evaluate(cut)).toEqual([]);
          expect(await page.evaluate(tooHigh)).toEqual([]);
        });
      }
    });
  }
}

test("a computed figure stands whole, however many digits it has", async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "1");
  for (const [done, share] of [["9999999999", "999.999.999.900"], ["99999999999", "9.999.999.999.900"], ["12345678901234567890", "1.234.567.890.123.456.789.000"]]) {
    await typeFigure(page, "pl1.b1.2.2", done);
    await expect(figure(page, "pl1.b1.2")).toContainText(share);
    expect(await page.evaluate(tooHigh)).toEqual([]);
  }
});

test("the head of the columns stays in sight, and nothing that is stood on hides under it", async ({ page }) => {
  await openReport(page);
  await openSheet(page, "pl1.b6");
  const head = page.locator('[id="pl1.b6"] thead th').first();
  await figure(page, "pl1.b6.4.5.2").focus();
  await expect(head).toBeInViewport({ ratio: 0.98 });
  for (let row = 0; row < 12; row += 1) {
    await page.keyboard.press("ArrowUp");
    const top = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
    const { y, height } = await head.boundingBox();
    expect(top).toBeGreaterThanOrEqual(y + height - 1);
    await expect(head).toBeInViewport({ ratio: 0.98 });
  }
});

test("where the columns need more room than the window has, code and head stay in sight", async ({ page }) => {
  await page.goto("#/");
  await importFile(page, { text: sealed(reportDocument({ "pl1.b1.1": { number: "2" } })) });
  await openReport(page, { period: "2026S1" });
  const isWide = () => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  await page.locator('[data-action="compare"]').click();
  await expect(page.locator("[data-past]").first()).toBeVisible();
  expect(await isWide()).toBe(false);
  await page.setViewportSize({ width: 760, height: 700 });
  expect(await isWide()).toBe(true);
  const [corner, code] = [page.locator('[id="pl1.b1"] thead th').first(), page.locator('[id="pl1.b1"] .bm-line__code').last()];
  await page.locator('[data-note="pl1.b1.6"]').focus();
  await page.evaluate(() => scrollTo(9999, scrollY));
  expect(await page.evaluate(() => scrollX)).toBeGreaterThan(0);
  await expect(corner).toBeInViewport({ ratio: 0.98 });
  await expect(code).toBeInViewport({ ratio: 0.98 });
  expect((await code.boundingBox()).x).toBe(0);
  // What is stood on comes out from under the code.
  await page.keyboard.press("Home");
  await expect(figure(page, "pl1.b1.6")).toBeFocused();
  const field = await figure(page, "pl1.b1.6").boundingBox();
  const { x, width } = await code.boundingBox();
  expect(field.x).toBeGreaterThanOrEqual(x + width);
});
