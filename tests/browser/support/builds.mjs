// Builds of the page in folders of their own, and deployments of them as a careful or a careless person makes them.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seal } from "../../../scripts/seal.mjs";
import { DIST } from "./site.mjs";

/** The build under test, in a folder that the test may change. */
export function copyOfBuild() {
  const folder = mkdtempSync(join(tmpdir(), "bieumau-build-"));
  cpSync(DIST, folder, { recursive: true });
  return folder;
}

/** The next build, whole: another program of one piece, and so another script, another page and another worker. */
export function nextBuild(from = DIST, piece = "plan") {
  const folder = mkdtempSync(join(tmpdir(), "bieumau-next-"));
  cpSync(from, folder, { recursive: true });
  const old = fileLike(folder, `${piece}-`);
  // A section that nobody reads, at the end.
  const program = Buffer.concat([readFileSync(join(folder, old)), Buffer.from([0, 5, 4]), Buffer.from("next")]);
  const renamed = named(`${piece}-`, program, ".wasm");
  rmSync(join(folder, old));
  writeFileSync(join(folder, renamed), program);
  const script = fileLike(folder, "app-", ".js");
  const changed = readFileSync(join(folder, script), "utf8").replaceAll(old, renamed);
  const renamedScript = named("app-", changed, ".js");
  rmSync(join(folder, script));
  writeFileSync(join(folder, renamedScript), changed);
  for (const file of ["index.html", "pieces.json"]) {
    const text = readFileSync(join(folder, file), "utf8");
    writeFileSync(join(folder, file), text.replaceAll(old, renamed).replaceAll(script, renamedScript));
  }
  // An unhashed file differs too.
  const plans = join(folder, "forms/plans.json");
  writeFileSync(plans, `${readFileSync(plans, "utf8")}\n`);
  seal(folder);
  return folder;
}

/** Puts one build in the place of another, as a whole. */
export function deploy(build, folder) {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  cpSync(build, folder, { recursive: true });
}

/** The file of a folder whose name begins so. */
export function fileLike(folder, beginning, end = "") {
  return readdirSync(folder).find((name) => name.startsWith(beginning) && name.endsWith(end));
}

/** The name of the build in a folder. */
export function buildIn(folder) {
  return readFileSync(join(folder, "index.html"), "utf8").match(/data-build="?(\w+)/)[1];
}

function named(beginning, content, end) {
  return beginning + createHash("sha256").update(content).digest("hex").slice(0, 16) + end;
}

/** The names of all caches of the origin. */
export const cachesOf = (page) => page.evaluate(async () => (await caches.keys()).sort());

/** Asks the server for a new build, as the browser does by itself now and then; says whether one waits afterwards. */
export function askForUpdate(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    // The browser may have found it by itself a moment ago.
    const worker = registration.installing;
    if (worker) {
      await new Promise((done) => {
        const look = () => worker.state !== "installing" && done();
        worker.addEventListener("statechange", look);
        look();
      });
    }
    return Boolean(registration.waiting);
  });
}
