// The last step of a release or debug build, called by trunk (Trunk.toml) on the folder that becomes dist/:
// the starter becomes part of the script that it starts, so that the page asks for one file less and one journey
// earlier, and the data files lose their white space.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.env.TRUNK_STAGING_DIR;
const html = readFileSync(join(folder, "index.html"), "utf8");

const [tag, script] = html.match(/src="?\.\/([^"\s>]+\.js)/) ?? [];
if (!tag) throw new Error("index.html names no module script");
const joined = [readFileSync(join(folder, script), "utf8"), readFileSync("assets/boot.js", "utf8")].join("\n");
// Trunk's hash is that of the first half only.
const digest = createHash("sha256").update(joined).digest("hex").slice(0, 16);
const name = `app-${digest}.js`;
writeFileSync(join(folder, name), joined);
rmSync(join(folder, script));
writeFileSync(join(folder, "index.html"), html.replaceAll(script, name));

for (const file of readdirSync(join(folder, "forms"))) {
  const path = join(folder, "forms", file);
  writeFileSync(path, JSON.stringify(JSON.parse(readFileSync(path, "utf8"))));
}
