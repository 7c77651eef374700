// Every screen passes axe with no rule off, in both languages, light and dark, on the old office screen and on a narrow
// one. What axe cannot see follows: zoom, spacing of text, forced colours, what covers the focus, what moves.

import { OF_COLOUR, accessibilityFaults } from "./support/axe.mjs";
import { expect, heading, test } from "./support/fixtures.mjs";
import { figure, openReport, openSheet, typeFigure } from "./support/officer.mjs";
import { screens } from "./support/screens.mjs";

const WIDE = { width: 1366, height: 768 };
/** 400 % on a screen of 1280 by 1024 (WCAG 1.4.10). */
const NARROW = { width: 320, height: 512 };

const other = (colorScheme) => (colorScheme === "light" ? "dark" : "light");

/** What does not fit the width of the window. */
async function sideways(page) {
  const [width, fits] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  return width > fits ? [`scrolls sideways, ${width} pixels in ${fits}`] : [];
}

// Each screen is built once and looked at three times: wide, wide under the other scheme (the rules of colour), narrow.
for (const [lang, colorScheme, sheets] of [
  ["vi", "light", undefined],
  ["en", "dark", ["pl1.b1", "pl1.b6", "pl2.b2"]],
]) {
  test(`every screen is accessible, wide and narrow, light and dark: ${lang}`, async ({ page }) => {
    test.setTimeout(480_000);
    const faults = [];
    const look = async (name, colorScheme, viewport, rules) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const found = [...(await accessibilityFaults(page, rules)), ...(await sideways(page))];
      faults.push(...found.map((fault) => `${name}, ${colorScheme}, ${viewport.width} wide: ${fault}`));
    };
    await page.setViewportSize(WIDE);
    for await (const name of screens(page, { query: `?lang=${lang}`, sheets })) {
      await look(name, colorScheme, WIDE);
      await look(name, other(colorScheme), WIDE, OF_COLOUR);
      await look(name, other(colorScheme), NARROW);
      await page.setViewportSize(WIDE);
    }
    expect(faults).toEqual([]);
  });
}

/** Texts of which a part is cut off, without a way to see it. */
const cutOff = (page) =>
  page.evaluate(() => {
    const cut = [];
    for (const element of document.querySelectorAll("body *")) {
      if (!element.checkVisibility() || element.closest(".bm-out-of-sight, thead, input, select")) continue;
      const { overflowX, overflowY } = getComputedStyle(element);
      const hides = (way) => way === "hidden" || way === "clip";
      const wide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = hides(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (wide || high)
        cut.push(`${element.outerHTML.slice(0, 100)} ${element.scrollWidth}×${element.scrollHeight} in ${element.clientWidth}×${element.clientHeight}`);
    }
    return cut;
  });

for (const [what, viewport, spaced] of [
  ["at 200 %", { width: 683, height: 384 }, false],
  ["at 400 %", NARROW, false],
  // WCAG 1.4.12: what a reader may set must not cut anything off.
  ["with wider spacing of text", WIDE, true],
  ["with wider spacing of text on a narrow screen", NARROW, true],
]) {
  test(`nothing is lost ${what}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize(viewport);
    const faults = [];
    for await (const name of screens(page, { sheets: ["pl1.b1", "pl1.b6"] })) {
      if (spaced)
        await page.evaluate(() => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }",
          );
          document.adoptedStyleSheets = [sheet];
        });
      faults.push(...[...(await sideways(page)), ...(await cutOff(page))].map((fault) => `${name}: ${fault}`));
    }
    expect(faults).toEqual([]);
  });
}

for (const viewport of [WIDE, NARROW]) {
  test(`what has the focus is marked and nothing covers it, ${viewport.width} wide`, async ({ page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await openReport(page);
    await typeFigure(page, "pl1.b1.2.1", "41");
    await typeFigure(page, "pl1.b1.2.2", "42");
    await heading(page).focus();
    const faults = [];
    for (const key of ["Tab", "Shift+Tab"])
      for (let pressed = 0; pressed < 70; pressed += 1) {
        await page.keyboard.press(key);
        const fault = await page.evaluate(() => {
          const field = document.activeElement;
          if (field === document.body) return "";
          const { left, top, width, height } = field.getBoundingClientRect();
          // Not every pixel, but not only its edge (WCAG 2.4.11): the middle and the corners of the half around it.
          const covered = [[0.5, 0.5], [0.25, 0.3], [0.75, 0.7]].filter(([x, y]) => {
            const seen = document.elementFromPoint(left + width * x, top + height * y);
            return !(field.contains(seen) || seen?.contains(field));
          });
          const mark = (element) => getComputedStyle(element).outlineStyle !== "none";
          const isMarked = mark(field) || (field.closest(".bm-file") && mark(field.previousElementSibling));
          const name = field.outerHTML.slice(0, 100);
          if (covered.length > 0) return `covered: ${name}`;
          return isMarked ? "" : `not marked: ${name}`;
        });
        if (fault) faults.push(fault);
      }
    expect([...new Set(faults)]).toEqual([]);
  });
}

test("forced colours show borders, focus and every state", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openReport(page);
  const style = (locator, name) => locator.evaluate((element, name) => getComputedStyle(element)[name], name);
  const none = page.locator('[data-action="not-applicable"][data-for="pl1.b1.1"]');
  const before = await style(none, "backgroundColor");
  await figure(page, "pl1.b1.1").focus();
  await page.keyboard.press("Alt+k");
  await expect(none).toHaveAttribute("aria-pressed", "true");
  expect(await style(none, "backgroundColor")).not.toBe(before);
  expect(await style(figure(page, "pl1.b1.1"), "outlineStyle")).toBe("solid");
  expect(await style(page.locator(".bm-derived").first(), "borderTopStyle")).toBe("solid");
  const tabs = page.locator(".bm-tabs__tab");
  expect(await style(tabs.first(), "backgroundColor")).not.toBe(await style(tabs.nth(1), "backgroundColor"));
  await typeFigure(page, "pl1.b1.3.1", "Dự kiến 02");
  expect(await style(figure(page, "pl1.b1.3.1"), "borderTopWidth")).toBe("2px");
  await page.keyboard.press("Control+f");
  await page.keyboard.type("4.2");
  const options = page.locator("#find [role=option]");
  expect(await style(options.first(), "backgroundColor")).not.toBe(await style(options.nth(1), "backgroundColor"));
});

test("nothing moves by itself, whether or not less motion is wished for", async ({ page }) => {
  for (const reducedMotion of ["no-preference", "reduce"]) {
    await page.emulateMedia({ reducedMotion });
    await openReport(page);
    await openSheet(page, "pl1.b6");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("hồ sơ");
    const moving = await page.evaluate(() => [
      ...document.getAnimations().map((animation) => animation.animationName),
      ...[...document.querySelectorAll("*")]
        .filter((element) => getComputedStyle(element).transitionDuration !== "0s" || getComputedStyle(element).scrollBehavior !== "auto")
        .map((element) => element.outerHTML.slice(0, 80)),
    ]);
    expect(moving).toEqual([]);
    await page.keyboard.press("Escape");
  }
});

test("keys that are one sign can be turned off", async ({ page }) => {
  await page.goto("#/settings");
  await page.locator("#settings-signs").focus();
  await page.keyboard.press("Space");
  await expect(page.locator("#settings-signs")).not.toBeChecked();
  await openReport(page);
  await heading(page).focus();
  await page.keyboard.press("?");
  await page.keyboard.press("/");
  await expect(page.locator("dialog[open]")).toHaveCount(0);
  await page.keyboard.press("Control+f");
  await expect(page.locator("#find")).toBeVisible();
  await page.goto("#/settings");
  await expect(page.locator("#settings-signs")).not.toBeChecked();
  await page.locator("#settings-signs").focus();
  await page.keyboard.press("Space");
  await openReport(page);
  await heading(page).focus();
  await page.keyboard.press("?");
  await expect(page.locator("#keys")).toBeVisible();
});

test("every field says sheet, code and row, and every table has heads", async ({ page }) => {
  await openReport(page);
  await openSheet(page, "pl1.b6");
  const rows = page.locator('[id="pl1.b6"] tbody tr');
  const named = await rows.evaluateAll((rows) =>
    rows.flatMap((row) => {
      const label = row.querySelector(".bm-line__label").textContent;
      const code = row.querySelector(".bm-line__code").textContent.replace(/\.$/, "");
      return [...row.querySelectorAll("[data-row], [data-note]")].map((field) => [field.getAttribute("aria-label"), label, /\d/.test(code) ? `dòng ${code}` : ""]);
    }),
  );
  expect(named.length).toBeGreaterThan(40);
  for (const [name, label, code] of named) {
    expect(name).toContain("Phụ lục I, Biểu mẫu 6");
    expect(name).toContain(code);
    expect(name).toContain(label);
  }
  const table = page.getByRole("table", { name: /Biểu mẫu 6/ });
  await expect(table.getByRole("columnheader")).toHaveText(["TT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số liệu", "Ghi chú"]);
  expect(await table.getByRole("rowheader").count()).toBe(await rows.count());
});

test("a click or a finger finds targets of 24 by 24 pixels", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
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
