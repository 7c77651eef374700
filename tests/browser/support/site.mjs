// The built page as a strict office would serve it: in a folder below the root, under a policy that
// allows nothing but what the page documents.

import { serve } from "../../../scripts/serve.mjs";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the build: dist/, or the one that BIEUMAU_DIST names. */
export const DIST = process.env.BIEUMAU_DIST || fileURLToPath(new URL("../../../dist/", import.meta.url));

/** Where the page lies on the server. */
export const BASE = "/cong/bieu-mau/";

/** The Content-Security-Policy under which every test runs: the one that docs/hosting.md tells servers to send. */
export const POLICY = readFileSync(new URL("../../../docs/hosting.md", import.meta.url), "utf8").match(/```\n(default-src .*)\n```/)[1];

/**
 * Serves the page at `url`, on an origin of its own, until `close()` is called.
 *
 * `folders` adds folders at other base paths, for pages that embed this one; `policy`, `types` and `port` are for
 * tests about servers that are set up otherwise, and for one that comes back.
 */
export async function startSite({ folders = {}, policy = POLICY, headers = {}, types = {}, port = 0 } = {}) {
  const site = await serve({
    folders: { [BASE]: DIST, ...folders },
    headers: { "Content-Security-Policy": policy, ...headers },
    ...{ types, port },
  });
  return { ...site, url: site.origin + BASE };
}
