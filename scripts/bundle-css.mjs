// Joins the style sheets into one file for each page, .build/app.css and .build/view.css, because every file costs a
// request at the first visit. Their order is that of the imports in style/index.css and style/view-index.css. Run by
// trunk before each build.
//
// It also refuses what the oldest supported browsers (Chromium 109, Firefox 115) do not understand, and
// anything that would be fetched from elsewhere.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";

const STYLE = new URL("../style/", import.meta.url);
const BUILD = new URL("../.build/", import.meta.url);

const REFUSED = [
  [/:has\(/, ":has()"],
  [/(^|[{};,\s])&/, "nesting"],
  [/color-mix\(|oklch\(|oklab\(|light-dark\(/, "newer colour functions"],
  [/:popover-open|\[popover/, "popover"],
  [/@scope|@starting-style|subgrid|field-sizing/, "newer layout features"],
  [/@import|url\(\s*["']?(https?:)?\/\//, "files from elsewhere"],
];

// The page, and the page that only shows a report.
const BUNDLES = { "index.css": "app.css", "view-index.css": "view.css" };

const orders = Object.keys(BUNDLES).map((index) => [...read(index).matchAll(/^@import "(.+)";$/gm)].map(([, name]) => name));
const listed = [...Object.keys(BUNDLES), ...orders.flat()];
const unlisted = readdirSync(STYLE).filter((name) => name.endsWith(".css") && !listed.includes(name));
if (unlisted.length) fail(`not imported in any of style/*index.css: ${unlisted.join(", ")}`);

mkdirSync(BUILD, { recursive: true });
Object.values(BUNDLES).forEach((bundle, place) => {
  const sheets = orders[place].map((name) => {
    const css = read(name);
    for (const [pattern, what] of REFUSED) {
      if (pattern.test(withoutComments(css))) fail(`style/${name} uses ${what}`);
    }
    return css;
  });
  writeFileSync(new URL(bundle, BUILD), sheets.join("\n"));
});

function read(name) {
  return readFileSync(new URL(name, STYLE), "utf8");
}

function withoutComments(css) {
  return css.replace(/\/\*[\s\S]*?\*\//g, "");
}

function fail(message) {
  console.error(`error: ${message}`);
  process.exit(1);
}
