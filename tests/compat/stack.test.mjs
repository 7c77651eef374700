// Where the stack of each program lies, and how large it is (build.rs): it grows downwards, and below it there
// is nothing. What needs more of it stops there, and writes over nothing.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";

const DIST = process.env.BIEUMAU_DIST || "dist";
const STACKS = { bieumau: 192 * 1024, office: 1024 * 1024, view: 192 * 1024 };
/** Data may begin a little above it: the linker keeps places for what is zero at first. */
const NEAR = 16 * 1024;

/** The memory of a program before it has done anything. */
async function memoryOf(program) {
  const { instance } = await WebAssembly.instantiate(program, importsOf(new WebAssembly.Module(program)));
  return new Uint8Array(instance.exports.memory.buffer);
}

function importsOf(module) {
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) (imports[from] ??= {})[name] = () => {};
  return imports;
}

for (const [name, stack] of Object.entries(STACKS)) {
  test(`nothing lies below the stack of ${name}, and its data begin right above it`, async () => {
    const file = readdirSync(DIST).find((file) => file.startsWith(`${name}-`) && file.endsWith(".wasm"));
    const first = (await memoryOf(readFileSync(`${DIST}/${file}`))).findIndex((byte) => byte !== 0);
    assert.ok(first >= stack && first < stack + NEAR, `data begin at ${first}`);
  });
}
