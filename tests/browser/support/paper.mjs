// What is printed, seen before the printer takes it.

import { expect } from "./fixtures.mjs";

/** The page as it is when the browser begins to print: its sheets of paper. */
export async function paperOf(page) {
  await canPrint(page);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const sheets = page.locator(".bm-paper__page");
  await expect(sheets.first()).toBeVisible();
  return sheets;
}

/** The browser does not wait when it prints, so the paper is fetched soon after a report takes input. */
export async function canPrint(page) {
  await expect(page.locator("html")).toHaveAttribute("data-paper", "false");
}

/** Printing has ended. */
export async function printed(page) {
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await page.emulateMedia({ media: null });
}

/** How many sheets of A4 a PDF has; fails for any other size. */
export function sheetsOf(pdf) {
  const text = pdf.toString("latin1");
  const boxes = [...text.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  for (const [, wide, high] of boxes) {
    // 210 × 297 mm in points, to a hundredth of an inch.
    expect(Math.abs(Number(wide) - 595.28)).toBeLessThan(0.72);
    expect(Math.abs(Number(high) - 841.89)).toBeLessThan(0.72);
  }
  return boxes.length;
}
