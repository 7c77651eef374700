// Prints what a first visit loads, and fails when it is more than the budget: index.html and the files it names.
// Then the pieces of the program, which come when they are wanted, or when nobody waits (dist/pieces.json), the second
// program, and the page as one file.
//
//   node scripts/size.mjs [folder]

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const GOAL_BYTES = 120_000; // with brotli; not reached yet (docs/decisions/0003-size.md)
// Lower it whenever the page gets smaller; whoever raises it says why in that page. Some 400 more than the least that
// was seen: the same program compresses to a few hundred bytes more or less when it is built in another folder.
const MOST_BYTES = 264_200;
const MOST_REQUESTS = 6;
const MOST_VIEW = 145_000; // with brotli: the page that only shows a report, with its form (docs/decisions/0021-embedding.md)
const MOST_ONE_FILE = 2_090_000; // bieumau.html as it lies on a stick (docs/decisions/0012-one-file.md)

const folder = process.argv[2] ?? "dist";
const page = readFileSync(join(folder, "index.html"), "utf8");
const named = [...page.matchAll(/(?:href|src|data-app-wasm)=["']?\.?\/?([^"'\s>#?]+)/g)]
  .map(([, name]) => name)
  .filter((name) => !/^[a-z]+:/.test(name));
const files = [...new Set(["index.html", ...named])].map(measure);

const total = sumOf(files, `${files.length} requests`);
const { pieces } = JSON.parse(readFileSync(join(folder, "pieces.json"), "utf8"));
const later = [...new Set(Object.values(pieces).flat())].map(measure);
print({ name: "", raw: "raw", gzip: "gzip", brotli: "brotli" });
for (const file of [...files, total]) print(file);
print({ name: "later", raw: "", gzip: "", brotli: "" });
for (const file of [...later, sumOf([...files, ...later], "everything")]) print(file);
const office = readdirSync(folder).filter((name) => name.startsWith("office-")).map(measure);
print(sumOf(office, "the second program and its worker"));

const view = ["view.html", "forms/cchc-2026.json", ...readdirSync(folder).filter((name) => name.startsWith("view-"))].map(measure);
const shown = sumOf(view, `a report that is only shown, ${view.length} requests`);
print(shown);
print(measure("bieu-mau.js"));

const oneFile = statSync(join(folder, "bieumau.html")).size;
print({ name: "bieumau.html, all in one", raw: oneFile, gzip: "", brotli: "" });

const over = [
  total.brotli > MOST_BYTES && `${total.brotli} bytes with brotli are more than ${MOST_BYTES}`,
  shown.brotli > MOST_VIEW && `${shown.brotli} bytes of a report that is only shown are more than ${MOST_VIEW}`,
  oneFile > MOST_ONE_FILE && `${oneFile} bytes of bieumau.html are more than ${MOST_ONE_FILE}`,
  files.length > MOST_REQUESTS && `${files.length} requests are more than ${MOST_REQUESTS}`,
].filter(Boolean);
for (const problem of over) console.error(`error: ${problem}`);
if (over.length) process.exit(1);
console.log(`within ${MOST_BYTES} bytes and ${MOST_REQUESTS} requests`);
if (total.brotli > GOAL_BYTES) console.log(`the goal of ${GOAL_BYTES} bytes is not reached yet`);

function sumOf(files, name) {
  const sum = (of) => files.reduce((sum, file) => sum + file[of], 0);
  return { name, raw: sum("raw"), gzip: sum("gzip"), brotli: sum("brotli") };
}

function measure(name) {
  const bytes = readFileSync(join(folder, name));
  const brotli = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
  return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotli.length };
}

function print({ name, raw, gzip, brotli }) {
  console.log([name.padEnd(44), ...[raw, gzip, brotli].map((n) => String(n).padStart(9))].join(""));
}
