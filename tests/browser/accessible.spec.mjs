// Every screen passes axe with no rule off, in both languages, light and dark, on the old office screen and on a
// telephone. Four runs in which every pair of these settings occurs.

import { accessibilityFaults } from "./support/axe.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { SHEETS } from "./support/officer.mjs";
import { screens } from "./support/screens.mjs";

const WIDE = { width: 1366, height: 768 };
const NARROW = { width: 360, height: 740 };

for (const [lang, colorScheme, viewport, sheets] of [
  ["vi", "light", WIDE, SHEETS],
  ["en", "dark", WIDE, ["pl1.b1", "pl1.b6"]],
  ["vi", "dark", NARROW, ["pl1.b1", "pl1.b6"]],
  ["en", "light", NARROW, ["pl1.b1", "pl1.b6"]],
]) {
  test(`every screen is accessible: ${lang}, ${colorScheme}, ${viewport.width} wide`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    const faults = [];
    for await (const name of screens(page, { query: `?lang=${lang}`, sheets })) {
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) faults.push(`${name}: scrolls sideways, ${width} pixels wide`);
    }
    expect(faults).toEqual([]);
  });
}

test("a click or a finger finds targets of 24 by 24 pixels", async ({ page }) => {
  await page.setViewportSize(NARROW);
  const small = [];
  for await (const name of screens(page, { sheets: ["pl1.b1"] })) {
    const found = await page
      .locator("button:visible, input:visible, select:visible, summary:visible, nav a:visible")
      .evaluateAll((targets) =>
        targets
          .map((target) => [target.outerHTML.slice(0, 90), target.getBoundingClientRect()])
          .filter(([, { width, height }]) => width < 24 || height < 24)
          .map(([html, { width, height }]) => `${html} ${width} × ${height}`),
      );
    small.push(...found.map((target) => `${name}: ${target}`));
  }
  expect(small).toEqual([]);
});
