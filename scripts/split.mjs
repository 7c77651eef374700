// Cuts the program into the part that the first load carries and the pieces that are fetched when they are needed
// (src/app/piece.rs), and binds the first to the page. Called by scripts/finish-page.mjs on what cargo has linked;
// trunk has bound the uncut program already, and that is thrown away.
//
//   linked program → wasm-split-cli → main program and pieces
//   main program   → wasm-bindgen   → script and main program
//   each program   → wasm-opt

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const WORK = ".build/split";
const NAME = "bieumau";

// What the compiler uses by default, all of it older than the oldest supported browsers. The pieces do not say it
// themselves; never `--all-features`, the result does not load.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
];

/**
 * The script of wasm-bindgen, the programs by their file names, and how they hang together:
 * `pieces` has the files of each piece, the piece itself last.
 */
export async function cut(profile) {
  const target = process.env.CARGO_TARGET_DIR ?? "target";
  const linked = join(target, "wasm32-unknown-unknown", profile, `${NAME}.wasm`);
  rmSync(WORK, { recursive: true, force: true });
  mkdirSync(WORK, { recursive: true });
  await run("wasm-split-cli", [linked, WORK, "--out-name", NAME]);
  const link = linkOf(readFileSync(join(WORK, "__wasm_split.js"), "utf8"));
  // The cut names things by what the linker exports.
  const bind = ["--keep-lld-exports", "--no-demangle", "--remove-name-section", "--remove-producers-section"];
  await run("wasm-bindgen", [
    ...[join(WORK, `${NAME}.wasm`), "--target", "web", "--no-typescript"],
    ...[...bind, "--out-dir", join(WORK, "bound"), "--out-name", NAME],
  ]);
  const main = join(WORK, "bound", `${NAME}_bg.wasm`);
  const files = [...new Set(Object.values(link.pieces).flat())];
  const made = await Promise.all([main, ...files.map((file) => join(WORK, file))].map(optimized));
  const [program, ...pieces] = made;
  return {
    script: readFileSync(join(WORK, "bound", `${NAME}.js`), "utf8"),
    program,
    programs: Object.fromEntries(files.map((file, at) => [file, pieces[at]])),
    ...link,
  };
}

async function optimized(path) {
  const out = join(WORK, `small-${basename(path)}`);
  // `-Os` gives more bytes than `-Oz`, but fewer once compressed (docs/decisions/0003-size.md).
  await run("wasm-opt", ["-Os", ...FEATURES.map((name) => `--enable-${name}`), path, "-o", out]);
  return readFileSync(out);
}

/**
 * Reads the script that comes with the pieces. The page has a loader of its own (assets/pieces.js), which needs no
 * particular MIME type and can be told where the bytes are; it only takes over which names are shared and which
 * files a piece needs.
 */
function linkOf(script) {
  const shared = script.match(/const \{ ([\w, ]*?),? *\} = initSync/)?.[1];
  const mark = script.match(/__wasm_split: \{ (.*?),? *\} \};/)?.[1];
  const fileIn = (text) => text.match(/new URL\("\.\/([\w.-]+)"/)?.[1];
  const chunks = {};
  for (const [, name, body] of script.matchAll(/const (__chunk_\d+) = makeLoad\(([\s\S]*?), \[\]\);/g)) {
    chunks[name] = fileIn(body);
  }
  const pieces = {};
  const loader = /export const __wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(([\s\S]*?), \[([^\]]*)\]\)\);/g;
  for (const [, name, body, needs] of script.matchAll(loader)) {
    const before = needs.split(", ").filter(Boolean);
    pieces[name] = [...before.map((chunk) => chunks[chunk]), fileIn(body)].filter(Boolean);
  }
  const known = Object.keys(pieces).length && Object.values(pieces).flat().length;
  if (shared === undefined || !known) throw new Error("wasm-split-cli has changed the script that it writes");
  return { shared: shared.split(", "), mark: mark ?? "", pieces };
}
