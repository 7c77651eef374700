// Firefox 115 cannot be had for the tests any more, so what it lacks is looked up: nothing of it stands in what is built.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { lackingInScript, lackingInStyle } from "./lacking.mjs";

const DIST = process.env.BIEUMAU_DIST || "dist";
const built = (ending) => readdirSync(DIST).filter((file) => file.endsWith(ending));
const read = (file) => readFileSync(`${DIST}/${file}`, "utf8");

// Asked for before it is used, with another way where it is missing; or another thing with the same name.
const ASKED_FOR = [
  "capture", // how a listener hears an event, as old as listeners; not the camera of a file field
  "dispose", // wasm-bindgen: `if (Symbol.dispose)`
  "detached", // wasm-bindgen: only `true` and `undefined` are looked for
  "memory", // what the program exports, not `performance.memory`
  "saveData", // `navigator.connection?.saveData`
];

test("what is looked for is found: in a style sheet", () => {
  const css = `a { & b { height: 1dvh } color: color-mix(in srgb, red, blue); text-wrap: balance; field-sizing: content }
    p:has(b) { margin-inline: 1rem } @starting-style { a { top: 0 } } @media (width > 3rem) { a { top: clamp(0px, 1rem, 1vw) } }`;
  const found = lackingInStyle(css).join("; ");
  for (const name of ["nesting", "color-mix()", "text-wrap", "field-sizing", ":has", "@starting-style"]) {
    assert.ok(found.includes(name), `${name} in: ${found}`);
  }
  for (const name of ["margin-inline", "clamp()", "ranges"]) assert.ok(!found.includes(name), `${name} in: ${found}`);
});

test("what is looked for is found: in a script", () => {
  const found = lackingInScript("Promise.withResolvers(); [1].toSorted(); showSaveFilePicker(); x.showPopover(); [].at(0)").join("; ");
  for (const name of ["withResolvers", "toSorted", "showSaveFilePicker", "showPopover"]) {
    assert.ok(found.includes(name), `${name} in: ${found}`);
  }
  assert.ok(!found.includes("at ("), found);
  assert.throws(() => lackingInScript("for (using x of y) {}"));
});

test("the style sheets use nothing that Chromium 109 or Firefox 115 lacks", () => {
  assert.ok(built(".css").length > 0);
  for (const file of built(".css")) assert.deepEqual(lackingInStyle(read(file)), [], file);
});

test("the scripts use nothing that Chromium 109 or Firefox 115 lacks", () => {
  assert.ok(built(".js").length > 0);
  for (const file of built(".js")) {
    const lacking = lackingInScript(read(file)).filter((name) => !ASKED_FOR.some((asked) => name.startsWith(`${asked} `)));
    assert.deepEqual(lacking, [], file);
  }
});
