// Seals a build: writes into its service worker every file with its SHA-256, and the name of the build on <html>.
// The last step of scripts/finish-page.mjs; and whoever changes a file of a finished build (a portal that names a form
// set in index.html, say) runs it once more, or the page opens but does without a network no longer:
//
//   node scripts/seal.mjs dist

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join, sep } from "node:path";
import { pathToFileURL } from "node:url";

const WORKER = "service-worker.js";
/** What the page does without: the worker itself, and the page as one file. */
const ASIDE = [WORKER, "bieumau.html"];
/** What is kept once it has been asked for: the second program and its worker, and what only portals ask for. */
const LATER = /^(office-|view[-.]|bieu-mau\.|schemas\/)/;

/** Seals the build in a folder, and says how it is called: a name that changes with any byte of it. */
export function seal(folder) {
  const bare = (text) => text.replace(/ data-build="[^"]*"/, "").replace(/^const BUILD = .*$/m, "const BUILD = {};");
  const page = bare(readFileSync(join(folder, "index.html"), "utf8"));
  const worker = bare(readFileSync(join(folder, WORKER), "utf8"));
  const names = filesOf(folder);
  const contents = [...names.filter((name) => name !== "index.html").map((name) => readFileSync(join(folder, name))), page, worker];
  const build = digestOf(JSON.stringify([names, contents.map(digestOf)])).slice(0, 12);
  writeFileSync(join(folder, "index.html"), page.replace("<html", `<html data-build="${build}"`));
  const digests = names.map((name) => [encodeURI(name), digestOf(readFileSync(join(folder, name)))]);
  const files = Object.fromEntries(digests.filter(([name]) => !LATER.test(name)));
  const later = Object.fromEntries(digests.filter(([name]) => LATER.test(name)));
  const line = `const BUILD = ${JSON.stringify({ id: build, files, later })};`;
  writeFileSync(join(folder, WORKER), worker.replace("const BUILD = {};", () => line));
  return build;
}

/** Every file that the page may ask for. */
function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(join(folder, sep).length).replaceAll(sep, "/"))
    .filter((name) => !ASIDE.includes(name))
    .sort();
}

function digestOf(content) {
  return createHash("sha256").update(content).digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const folder = process.argv[2] ?? "dist";
  if (!existsSync(join(folder, WORKER))) {
    console.error(`error: there is no build in ${folder}`);
    process.exit(1);
  }
  console.log(seal(folder));
}
