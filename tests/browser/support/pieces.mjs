// The pieces of the program that the build names in dist/pieces.json.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DIST = process.env.BIEUMAU_DIST || fileURLToPath(new URL("../../../dist/", import.meta.url));

/** The files of each piece, by its name. */
export const PIECES = JSON.parse(readFileSync(`${DIST}/pieces.json`, "utf8")).pieces;

/** Every file of a piece. */
export const PIECE_FILES = [...new Set(Object.values(PIECES).flat())];

/** Whether an address is that of a piece. */
export const isOfPieces = (url) => PIECE_FILES.some((file) => url.endsWith(`/${file}`));

/** Writes down when the page first takes input. Call before the page is opened. */
export async function watchReady(page) {
  await page.addInitScript(() => {
    const observer = new MutationObserver(() => {
      if (document.documentElement?.dataset.ready !== "true") return;
      window.readyAt = performance.now();
      observer.disconnect();
    });
    observer.observe(document, { attributeFilter: ["data-ready"], subtree: true });
  });
}

/** The addresses that were asked for before the page took input, and those after it. */
export async function askedFor(page) {
  return page.evaluate(() => {
    const asked = performance.getEntriesByType("resource");
    const names = (test) => asked.filter(test).map(({ name }) => name);
    return { before: names(({ startTime }) => startTime < window.readyAt), after: names(({ startTime }) => startTime >= window.readyAt) };
  });
}
