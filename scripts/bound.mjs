// Takes over a program of its own (src/bin) from what trunk has bound, and makes the program small: the second one, for
// a worker, and the third, which only shows a report. Called by scripts/finish-page.mjs, which names both files by their
// contents.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { optimized, withoutNotes } from "./split.mjs";

/** The script and the program of this name, from the folder of a build; what trunk made is taken away. */
export async function bound(folder, name, starter) {
  const [script, linked] = [join(folder, `${name}.js`), join(folder, `${name}_bg.wasm`)];
  const joined = [readFileSync(script, "utf8"), readFileSync(starter, "utf8")].join("\n");
  // The linker leaves its notes for the cut of the other program.
  writeFileSync(linked, withoutNotes(readFileSync(linked)));
  const program = await optimized(linked);
  for (const file of [script, linked]) rmSync(file);
  return { script: joined, program };
}
