// Takes over the second program (src/office) and its worker from what trunk has bound, and makes the program small. Called
// by scripts/finish-page.mjs, which names both by their contents.

import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { optimized, withoutNotes } from "./split.mjs";

const NAME = "office";

/** The script of the worker and the program, from the folder of a build; what trunk made is taken away. */
export async function office(folder) {
  const [bound, linked] = [join(folder, `${NAME}.js`), join(folder, `${NAME}_bg.wasm`)];
  const script = [readFileSync(bound, "utf8"), readFileSync("assets/office-worker.js", "utf8")].join("\n");
  // The linker leaves its notes for the cut of the other program.
  writeFileSync(linked, withoutNotes(readFileSync(linked)));
  const program = await optimized(linked);
  for (const file of [bound, linked]) rmSync(file);
  return { script, program };
}
