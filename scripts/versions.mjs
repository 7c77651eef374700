// Checks that the pinned versions agree. package.json is the one place for tools: what npm installs under
// `devDependencies`, what cargo installs under `tools`. The program wasm-bindgen and the crate of the same
// name must be the very same version, and the crate is pinned in Cargo.toml.

import { readFileSync } from "node:fs";

const ROOT = new URL("../", import.meta.url);
const { tools, devDependencies } = JSON.parse(read("package.json"));
const npmLock = read("package-lock.json");
const problems = [];

const wanted = tools["wasm-bindgen"];
const inManifest = read("Cargo.toml").match(/^wasm-bindgen = .*?"=([^"]+)"/m)?.[1];
const inLock = read("Cargo.lock").match(/name = "wasm-bindgen"\nversion = "([^"]+)"/)?.[1];
check("wasm-bindgen in Cargo.toml", inManifest, `pinned to "=${wanted}" as in package.json`, inManifest === wanted);
check("wasm-bindgen in Cargo.lock", inLock, `${wanted} as in package.json`, inLock === wanted);

const locked = JSON.parse(npmLock).packages;
for (const [name, version] of Object.entries(devDependencies)) {
  check(`${name} in package.json`, version, "an exact version", /^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  const resolved = locked[`node_modules/${name}`]?.version;
  check(`${name} in package-lock.json`, resolved, `${version} as in package.json`, resolved === version);
}
check("package-lock.json", "download addresses", "none, so that any registry serves", !npmLock.includes('"resolved"'));

for (const problem of problems) console.error(`error: ${problem}`);
if (problems.length) process.exit(1);
console.log(`versions agree: ${Object.entries({ ...tools, ...devDependencies }).map((pair) => pair.join(" ")).join(", ")}`);

function check(where, found, expected, holds) {
  if (!holds) problems.push(`${where}: found ${found ?? "nothing"}, expected ${expected}`);
}

function read(name) {
  return readFileSync(new URL(name, ROOT), "utf8");
}
