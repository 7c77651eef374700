// Makes the page as one file, bieumau.html, from a finished build: a page to be opened by double click, from a stick or
// a folder, where nothing can be fetched and no module can be loaded (PLATFORM 2). Called by scripts/finish-page.mjs.
//
// Script and style stand in it as they are; programs and data are packed (assets/unpack.js) and written in base64. They
// come last: of a file that was not copied to its end the script is there, and says so.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";
import { fileURLToPath } from "node:url";

/** The form set on which the page opens; it comes with the program. */
const FIRST_FORM = "forms/cchc-2026.json";

if (!isMainThread) {
  // LZMA looks at everything behind every byte: some seconds for each pack.
  const { LZMA } = createRequire(import.meta.url)("lzma/src/lzma_worker.js");
  parentPort.postMessage(Buffer.from(LZMA.compress(workerData, 9)));
}

/**
 * Writes the page as one file into the folder of a build. `script` makes the small script of the app from what stands
 * before it; `programs` are the names of the programs of the pieces, `office` those of the second program and its worker.
 */
export async function oneFile(folder, { main, programs, office, script }) {
  const forms = readdirSync(join(folder, "forms")).map((name) => `forms/${name}`).sort();
  const contents = {
    first: [main, FIRST_FORM],
    pieces: programs,
    office,
    data: forms.filter((name) => name !== FIRST_FORM),
  };
  const packs = await Promise.all(
    Object.entries(contents).map(async ([name, files]) => {
      const bytes = files.map((file) => readFileSync(join(folder, file)));
      const packed = await pack(Buffer.concat(bytes));
      const sizes = files.map((file, at) => [file, bytes[at].length]);
      const text = packed.toString("base64");
      return { name, text, said: { digest: digestOf(packed, "hex"), length: text.length, files: sizes } };
    }),
  );
  const inside = Object.fromEntries(packs.map(({ name, said }) => [name, said]));
  const code = apart(await script(`const INSIDE = ${JSON.stringify(inside)};`));
  const blocks = packs.map(
    ({ name, text }) => `<script type="text/plain" id="inside-${name}">${text}</script>`,
  );
  const page = pageOf(readFileSync(join(folder, "index.html"), "utf8"), { folder, main, code, blocks });
  writeFileSync(join(folder, "bieumau.html"), page);
}

/** The page of the build, with everything in it that it names. */
function pageOf(html, { folder, main, code, blocks }) {
  const style = readFileSync(join(folder, nameIn(html, /href="?\.\/(app-\w+\.css)/)), "utf8");
  const icon = readFileSync(join(folder, nameIn(html, /href="?\.\/(icon-\w+\.png)/)));
  if (/<\/style/i.test(style)) throw new Error("the style sheet ends itself");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digestOf(code, "base64")}' 'wasm-unsafe-eval'`,
    `style-src 'sha256-${digestOf(style, "base64")}'`,
    "img-src data: blob:",
    // The worker of the second program.
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const changes = [
    [/<meta charset="?utf-8"?>/, (found) => `${found}<meta http-equiv="Content-Security-Policy" content="${policy}">`],
    [/<link [^>]*href="?\.\/app-\w+\.css"?[^>]*>/, () => `<style>${style}</style>`],
    [/<link [^>]*href="?\.\/icon-[^>]*>/, () => `<link rel="icon" href="data:image/png;base64,${icon.toString("base64")}">`],
    [/<link [^>]*href="?\.\/forms\/[^>]*>/, () => ""],
    [/<link [^>]*href="?\.\/bieumau-[^>]*>/, () => ""],
    [/<script [^>]*type="?module"?[^>]*><\/script>/, () => ""],
    [/(<p class="?boot__help"? id="?boot-help"?>)[^]*?<\/p>/, (_, tag) => `${tag}${HELP}</p>`],
    [/<\/body>/, () => `<script data-app-wasm="${main}">${code}</script>\n${blocks.join("\n")}</body>`],
  ];
  for (const [place, change] of changes) {
    if (!place.test(html)) throw new Error(`index.html is not as it was: ${place}`);
    html = html.replace(place, change);
  }
  return html;
}

const HELP =
  "Nếu trang không mở: hãy mở tệp này bằng Chrome, Edge hoặc Cốc Cốc từ bản 109 trở lên, hoặc Firefox từ bản 115 trở lên. " +
  '<span lang="en">If the page does not open: open this file with Chrome, Edge or Cốc Cốc 109 or newer, or Firefox 115 or newer.</span>';

/** A script that does not end the element in which it stands. What is changed for that means the same in a text. */
function apart(code) {
  const safe = code.replace(/<(\/script|!--)/gi, "<\\$1");
  if (/<\/script|<!--/i.test(safe)) throw new Error("the script ends itself");
  return safe;
}

function pack(bytes) {
  return new Promise((done, failed) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: bytes });
    worker.once("message", (packed) => done(Buffer.from(packed)));
    worker.once("error", failed);
  });
}

function nameIn(html, pattern) {
  const name = html.match(pattern)?.[1];
  if (!name) throw new Error(`index.html names no file like ${pattern}`);
  return name;
}

function digestOf(content, encoding) {
  return createHash("sha256").update(content).digest(encoding);
}
