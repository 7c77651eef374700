// The last step of a release or debug build, called by trunk (Trunk.toml) on the folder that becomes dist/.
//
// The program is cut into a main part and pieces (scripts/split.mjs). The script of the main part, the loader of the
// pieces and the starter become one script, so that the page asks for fewer files and the program comes a journey
// earlier. Every file is named by its content. pieces.json says which programs there are, for whoever wants to fetch
// or embed them all; the page itself does not read it. The second program and its worker lie beside them
// (scripts/bound.mjs), and so does the page that only shows a report. The data files lose their white space. In the end the build is
// sealed, so that it can be kept on the machine as a whole (assets/service-worker.js); and a release is made into one
// file as well (scripts/one-file.mjs).

import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { bound } from "./bound.mjs";
import { oneFile } from "./one-file.mjs";
import { seal } from "./seal.mjs";
import { cut } from "./split.mjs";

const folder = process.env.TRUNK_STAGING_DIR;
const made = await cut(process.env.TRUNK_PROFILE);
const second = await bound(folder, "office", "assets/office-worker.js");
const third = await bound(folder, "view", "assets/view.js");

const main = write("bieumau", "wasm", made.program);
const names = Object.fromEntries(
  Object.entries(made.programs).map(([name, bytes]) => [name, write(name, "wasm", bytes)]),
);
const pieces = Object.fromEntries(
  Object.entries(made.pieces).map(([piece, files]) => [piece, files.map((file) => names[file])]),
);
made.office = {
  program: write("office", "wasm", second.program),
  script: write("office", "js", await small(second.script)),
};
const offline = write("offline", "js", await small(readFileSync("assets/offline.js", "utf8"), { module: true }));
const script = write("app", "js", await small(besideOthers(made, pieces, offline), { module: true }));
writeFileSync(join(folder, "pieces.json"), `${JSON.stringify({ main, pieces }, null, 1)}\n`);
putInPlace(script, main);

for (const file of readdirSync(join(folder, "forms"))) {
  const path = join(folder, "forms", file);
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
}
// The page that only shows a report.
const shows = {
  VIEW_PROGRAM: write("view", "wasm", third.program),
  VIEW_SCRIPT: write("view", "js", await small(third.script, { module: true })),
  VIEW_STYLE: write("view", "css", readFileSync(".build/view.css", "utf8").replace(/\/\*[\s\S]*?\*\/|^\s+|\n/gm, "")),
};
writeFileSync(join(folder, "view.html"), Object.entries(shows).reduce((html, [name, file]) => html.replaceAll(name, file), readFileSync("assets/view.html", "utf8")));
// Portals name it in their pages: it has one name in every build.
writeFileSync(join(folder, "bieu-mau.js"), await small(readFileSync("assets/bieu-mau.js", "utf8")));
copyFileSync("assets/bieu-mau.d.ts", join(folder, "bieu-mau.d.ts"));
seal(folder);
if (process.env.TRUNK_PROFILE === "release") {
  const alone = (inside) => small(byItself(made, pieces, inside));
  await oneFile(folder, { main, programs: Object.values(names), office: Object.values(made.office), script: alone });
}

/** The script of a page whose files lie beside it: a module that imports itself once it is there. */
function besideOthers(made, pieces, offline) {
  const own = [
    "const ownScript = () => import(import.meta.url);",
    `const goOffline = () => import("./${offline}");`,
    "const officeWorker = async () => new Worker(new URL(OFFICE.script, document.baseURI).href);",
  ];
  return scriptOf(made, pieces, own);
}

/** The script of the page that is one file, for an element of its own: no module, and nothing left behind in names. */
function byItself(made, pieces, inside) {
  const script = made.script
    .replace(/^export class /gm, "class ")
    .replace(/^export \{ initSync, __wbg_init as default \};$/m, "const ownScript = async () => ({ default: __wbg_init });")
    .replace("import.meta.url", "document.baseURI");
  if (!script.includes("const ownScript")) throw new Error("wasm-bindgen no longer exports how its program begins");
  const own = [
    ...[inside, readFileSync("assets/unpack.js", "utf8"), readFileSync("assets/one-file.js", "utf8")],
    "const goOffline = async () => {};",
  ];
  const code = `(() => { "use strict";\n${scriptOf({ ...made, script }, pieces, own)}\n})();`;
  if (/^export |import\.meta/m.test(code)) throw new Error("something in the script is for modules only");
  return code;
}

/** What wasm-bindgen wrote, the loader of the pieces, and the starter; `own` is what a kind of page has of its own. */
function scriptOf({ script, shared, mark, office }, pieces, own) {
  // wasm-bindgen imports it once for every piece.
  const imports = [...script.matchAll(/import \* as (\w+) from "\.\/__wasm_split\.js";?/g)];
  if (!imports.length) throw new Error("wasm-bindgen no longer imports the loader of the pieces by its name");
  if (script.includes('from "./snippets/')) throw new Error("a crate brings a script of its own, which nobody copies");
  const loaders = Object.keys(pieces).map((piece) => `__wasm_split_load_${piece}: loaderOf(PIECES.${piece})`);
  return [
    imports.reduce((script, [line]) => script.replace(line, ""), script),
    `const PIECES = ${JSON.stringify(pieces)};`,
    `const OFFICE = ${JSON.stringify(office)};`,
    ...own,
    readFileSync("assets/office.js", "utf8"),
    `const SHARED = ({ ${shared.join(", ")} }) => ({ ${[mark, ...shared].filter(Boolean).join(", ")} });`,
    readFileSync("assets/pieces.js", "utf8"),
    `const LOADERS = { ${loaders.join(", ")} };`,
    `const ${imports.map(([, name]) => `${name} = LOADERS`).join(", ")};`,
    readFileSync("assets/boot.js", "utf8"),
  ].join("\n");
}

async function small(script, options = {}) {
  // Chromium 109 and Firefox 115 know everything of 2022.
  const { code } = await minify(script, { ...options, ecma: 2020, compress: { passes: 2 } });
  return code;
}

/** Names our script and program where trunk has named its own, and takes away what trunk made. */
function putInPlace(script, main) {
  const html = readFileSync(join(folder, "index.html"), "utf8");
  const trunks = [/src="?\.\/([^"\s>]+\.js)/, /data-app-wasm="?\.\/([^"\s>]+\.wasm)/].map((name) => html.match(name)?.[1]);
  if (trunks.some((name) => !name)) throw new Error("index.html names no module script, or no program");
  for (const name of trunks) rmSync(join(folder, name));
  writeFileSync(
    join(folder, "index.html"),
    html.replaceAll(trunks[0], script).replaceAll(trunks[1], main),
  );
}

function write(name, ending, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 16);
  const file = `${name}-${digest}.${ending}`;
  writeFileSync(join(folder, file), content);
  return file;
}
