// Makes, for each size of the benchmark, a folder that opens straight on a report of that size: a copy of dist/, with
// the benchmark's form set in the place of the one that comes with the page, and an index.html that opens on a report.
//
//   node prepare.mjs <folder of the benchmark> [--dist <folder>] [--out <folder>]
//
// The page is the released one. Only one attribute of <html> is added, as a portal would add it: data-open, the address
// that the page opens on. A form set under another name would be one of a stranger: it is fetched once the program runs,
// checked by a piece that has to come first, and says nothing of what an officer waits for.

import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { FORM, REPORT, formFromSpec, readSpec } from "./form-from-spec.mjs";

const SCALES = [1, 2, 10, 20];
const PACKED = new Set([".css", ".html", ".js", ".json", ".svg", ".wasm"]);
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: "string", default: join(ROOT, "dist") },
    out: { type: "string", default: join(ROOT, "target/side-by-side") },
  },
});
const [benchmark] = positionals;
if (!benchmark) {
  console.error("usage: node prepare.mjs <folder of the benchmark> [--dist <folder>] [--out <folder>]");
  process.exit(2);
}

const dist = resolve(values.dist);
const out = resolve(values.out);

// The benchmark serves what lies packed beside a file; packing once and copying keeps the four sizes alike.
const common = join(out, "common");
for (const name of ["common", ...SCALES.map((scale) => `x${scale}`)]) {
  rmSync(join(out, name), { recursive: true, force: true });
}
mkdirSync(common, { recursive: true });
cpSync(dist, common, { recursive: true });
rmSync(join(common, "index.html"));
for (const name of readdirSync(common, { recursive: true })) pack(join(common, name));

for (const scale of SCALES) {
  const folder = join(out, `x${scale}`);
  cpSync(common, folder, { recursive: true });
  const form = JSON.stringify(formFromSpec(await readSpec(benchmark, scale)));
  const page = opening(readFileSync(join(dist, "index.html"), "utf8"), REPORT);
  for (const [name, text] of [[`forms/${FORM}.json`, form], ["index.html", page]]) {
    writeFileSync(join(folder, name), text);
    pack(join(folder, name));
  }
}
rmSync(common, { recursive: true });
console.log(`${out}: x${SCALES.join(", x")}`);

/** The page that opens on a report. */
function opening(page, address) {
  const named = page.replace("<html", `<html data-open="${address}"`);
  if (named === page) throw new Error("index.html has no <html> to name the report on");
  return named;
}

/** Writes the .gz and .br of a file beside it, packed as tightly as the other pages of the benchmark. */
function pack(file) {
  if (!PACKED.has(extname(file))) return;
  const bytes = readFileSync(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params }));
}
