// Cuts the program into the part that the first load carries and the pieces that are fetched when they are needed
// (src/app/piece.rs), and binds the first to the page. Called by scripts/finish-page.mjs on what cargo has linked;
// trunk has bound the uncut program already, and that is thrown away.
//
//   linked program → wasm-split-cli → main program and pieces
//   main program   → wasm-bindgen   → script and main program
//   each program   → wasm-opt

import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
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
  const small = await allOptimized([main, ...files.map((file) => join(WORK, file))]);
  const program = small.get(main);
  const programs = Object.fromEntries(files.map((file) => [file, small.get(join(WORK, file))]));
  return {
    ...shortened(readFileSync(join(WORK, "bound", `${NAME}.js`), "utf8"), program),
    ...link,
    ...joined(link.pieces, programs),
  };
}

/**
 * What several pieces share comes in many small programs, one for each set of pieces that shares something. They
 * become one file, a program with nothing but them in it, as sections that `WebAssembly.Module.customSections` finds.
 */
function joined(pieces, programs) {
  const own = new Map(Object.entries(pieces).map(([piece, files]) => [files.at(-1), piece]));
  const common = Object.keys(programs).filter((file) => !own.has(file));
  const needsCommon = (files) => files.length > 1;
  return {
    programs: {
      ...Object.fromEntries([...own].map(([file, piece]) => [piece, programs[file]])),
      ...(common.length && { common: containerOf(common.map((file) => programs[file])) }),
    },
    pieces: Object.fromEntries(
      Object.entries(pieces).map(([piece, files]) => [piece, [...(needsCommon(files) ? ["common"] : []), piece]]),
    ),
  };
}

function containerOf(programs) {
  const name = Buffer.from("\u0005piece");
  const sections = programs.map((program) =>
    Buffer.concat([Buffer.from([0]), length(name.length + program.length), name, program]),
  );
  return Buffer.concat([Buffer.from("\0asm\u0001\0\0\0", "latin1"), ...sections]);
}

/** A number as WebAssembly writes lengths: seven bits a byte, the lowest first. */
function length(number) {
  const bytes = [];
  for (let left = number; left > 0 || bytes.length === 0; left >>>= 7) bytes.push((left & 127) | (left > 127 ? 128 : 0));
  return Buffer.from(bytes);
}

/**
 * Gives what the program imports from its script short names, in both. wasm-bindgen names each by a digest, which no
 * compression makes smaller: 5 KB over the wire.
 */
function shortened(script, program) {
  const IMPORTS = 2;
  let at = 8;
  while (program[at] !== IMPORTS) at = section(program, at).end;
  const { begin, end } = section(program, at);
  const copied = [];
  let [count, place] = numberAt(program, begin);
  copied.push(program.subarray(begin, place));
  for (let number = 0; number < count; number += 1) {
    const from = nameAt(program, place);
    const name = nameAt(program, from.end);
    const short = `_${number.toString(36)}`;
    const owned = from.text === `./${NAME}_bg.js` && script.split(`        ${name.text}: `).length === 2;
    if (owned) script = script.replace(`        ${name.text}: `, () => `        ${short}: `);
    const said = Buffer.from(owned ? short : name.text);
    place = importEnd(program, name.end);
    copied.push(program.subarray(from.begin, from.end), length(said.length), said, program.subarray(name.end, place));
  }
  if (place !== end) throw new Error("the imports of the program are not as they were");
  const body = Buffer.concat(copied);
  const head = Buffer.concat([Buffer.from([IMPORTS]), length(body.length)]);
  return { script, program: Buffer.concat([program.subarray(0, at), head, body, program.subarray(end)]) };
}

/** A program without the sections that only linkers and people read. */
export function withoutNotes(program) {
  const [TARGET, CUSTOM] = ["target_features", 0];
  const kept = [program.subarray(0, 8)];
  for (let at = 8; at < program.length; ) {
    const { begin, end } = section(program, at);
    if (program[at] !== CUSTOM || nameAt(program, begin).text === TARGET) kept.push(program.subarray(at, end));
    at = end;
  }
  return Buffer.concat(kept);
}

/** Where a section begins behind its head, and where it ends. */
function section(program, at) {
  const [size, begin] = numberAt(program, at + 1);
  return { begin, end: begin + size };
}

function numberAt(program, at) {
  let number = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = program[at];
    at += 1;
    number += (byte & 127) * 2 ** shift;
    if (byte < 128) return [number, at];
  }
}

function nameAt(program, begin) {
  const [size, from] = numberAt(program, begin);
  return { begin, end: from + size, text: program.toString("utf8", from, from + size) };
}

/** The end of an import whose kind stands at a place; the program imports functions only. */
function importEnd(program, at) {
  if (program[at] !== 0) throw new Error("the program imports something that is no function");
  return numberAt(program, at + 1)[1];
}

/** Each program in small, by its path. As many at a time as there are processors: there are some sixty programs. */
async function allOptimized(paths) {
  const small = new Map();
  const left = paths.map((path) => [path, statSync(path).size]).sort(([, one], [, other]) => other - one);
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) small.set(next[0], await optimized(next[0]));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return small;
}

/** A program in small. */
export async function optimized(path) {
  const out = join(WORK, `small-${basename(path)}`);
  // `-Os` gives more bytes than `-Oz`, but fewer once compressed (docs/decisions/0003-size.md).
  // The first KB of memory is the last of the stack, so nothing has an address there: that saves additions.
  await run("wasm-opt", ["-Os", "--low-memory-unused", ...FEATURES.map((name) => `--enable-${name}`), path, "-o", out]);
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
