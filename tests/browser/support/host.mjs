// A portal that embeds the page: an origin of its own, under the policy that docs/embedding.md asks of it, with what
// docs/embedding.md tells its editor to paste.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../../scripts/serve.mjs";
import { expect, test as base } from "./fixtures.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const SAMPLES = at("../hosts/");
const LIBRARIES = { bootstrap: "bootstrap/dist", jquery: "jquery/dist", react: "react/umd", "react-dom": "react-dom/umd" };
const DOCS = readFileSync(at("../../../docs/embedding.md"), "utf8");
const blocks = (kind) => [...DOCS.matchAll(new RegExp(`\`\`\`${kind}\n([^]*?)\n\`\`\``, "g"))].map(([, text]) => text);

/** What an editor pastes, by its name; the same in both languages of the docs. */
export const SNIPPETS = (() => {
  const all = blocks("html");
  expect(all.slice(0, 3)).toEqual(all.slice(3));
  return { element: all[0], frame: all[1], view: all[2] };
})();

/** What a portal must allow, by what it embeds: directives of the docs, each with the address of the docs. */
export const DIRECTIVES = (() => {
  const [element, frame, report] = blocks("csp");
  return { element, frame, report };
})();

/** The policy of a portal that allows itself scripts, styles and pictures, and besides just what the docs ask for. */
export function policyOf(directives, app) {
  const own = { "default-src": "'none'", "script-src": "'self'", "style-src": "'self'", "img-src": "'self' data:" };
  for (const directive of directives.join("; ").replaceAll("https://bieumau.sonla.gov.vn", new URL(app).origin).split("; ")) {
    const [name, ...sources] = directive.split(" ");
    own[name] = [own[name], ...sources].filter(Boolean).join(" ");
  }
  return Object.entries(own).map((directive) => directive.join(" ")).join("; ");
}

/** A snippet of the docs, with the addresses of a test: the tag of the script, and what shows something. */
function pasted(snippet, app, origin, { isModule }) {
  const text = snippet.replaceAll("https://bieumau.sonla.gov.vn/", app).replaceAll("https://cong.sonla.gov.vn", origin);
  const [script] = text.match(/<script.*<\/script>\n?/);
  return { script: isModule ? script.replace(" defer", ' type="module"') : script, markup: text.replace(script, "") };
}

/**
 * Serves the samples of tests/browser/hosts to embed the page at `app`, with what `way` of SNIPPETS says. `pages` adds
 * pages by their names, `folders` other folders to the portal's server. Ends with `close()`.
 */
export async function startHost(app, { way = "element", snippet = SNIPPETS[way], pages = {}, folders = {}, policy, isModule = false, name = "127.0.0.1" } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "host-"));
  const libraries = Object.entries(LIBRARIES).map(([library, path]) => [`/lib/${library}/`, at(`../../../node_modules/${path}`)]);
  const directives = way === "view" ? [DIRECTIVES.element, DIRECTIVES.report] : [DIRECTIVES.element];
  const server = await serve({
    folders: { "/": folder, ...Object.fromEntries(libraries), ...folders },
    headers: { "Content-Security-Policy": policy ?? policyOf(directives, app) },
  });
  const origin = server.origin.replace("127.0.0.1", name);
  const { script, markup } = pasted(snippet, app, origin, { isModule });
  const samples = readdirSync(SAMPLES).map((file) => [file, readFileSync(join(SAMPLES, file), "utf8")]);
  for (const [file, text] of Object.entries({ ...Object.fromEntries(samples), ...pages })) {
    const filled = text.replace("{script}", () => script).replace("{markup}", () => markup);
    writeFileSync(join(folder, file), filled.replaceAll("{app}", app).replaceAll("{origin}", origin));
  }
  return {
    ...server,
    origin,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `test` with `embed(options)`: a portal as by `startHost`, and what the element or the frame on it tells. */
export const test = base.extend({
  embed: async ({ page, site, noise }, use) => {
    const open = [];
    // The browser says so of a closed dialog with a field that takes the focus when it opens.
    noise.allow(/Blocked autofocusing/);
    await page.addInitScript(() => {
      if (window !== window.top) return;
      window.told = [];
      for (const type of ["ready", "change", "state", "report", "error"]) {
        // Errors do not bubble.
        addEventListener(type, ({ target, detail }) => target.localName === "bieu-mau" && window.told.push({ type, detail }), true);
        addEventListener(`bieumau-${type}`, ({ detail }) => window.told.push({ type, detail }), true);
      }
    });
    await use(async (options = {}) => {
      const host = await startHost(options.app ?? site.url, options);
      noise.allowOrigin(host.origin);
      open.push(host);
      return host;
    });
    for (const host of open) await host.close();
  },
});

export { expect };

/** The rows of the main job. */
export const PLANNED = "pl1.b1.2.1";
export const DONE = "pl1.b1.2.2";
export const RATIO = "pl1.b1.2";

export const element = (page) => page.locator("bieu-mau");
/** The page within the portal. */
export const inside = (page) => page.frameLocator("iframe");
export const figure = (page, row) => inside(page).locator(`[data-row="${row}"]`);
export const told = (page, type) => page.evaluate((type) => window.told.filter((one) => one.type === type).map(({ detail }) => detail), type);
export const last = async (page, type) => (await told(page, type)).at(-1);

/** Opens a page of a portal, and waits for the form. */
export async function openHost(page, host, name = "plain.html") {
  await page.goto(`${host.origin}/${name}`);
  await expect(figure(page, PLANNED)).toBeVisible({ timeout: 30_000 });
}

/** Serves a page of the site (index.html or view.html) as a build that names the portals itself. */
export async function nameInBuild(page, address, hosts) {
  await page.route((url) => url.origin + url.pathname === address, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const { "content-length": _, ...headers } = answer.headers();
    await route.fulfill({ status: 200, headers, body: text.replace("<html", `<html data-hosts="${hosts}"`) });
  });
}

/** Fills two figures, and looks at their ratio. */
export async function fill(page) {
  await figure(page, PLANNED).fill("41");
  await figure(page, DONE).fill("21");
  await figure(page, DONE).press("Tab");
  await expect(figure(page, RATIO)).toContainText("51,22");
}

/** Moves the element to another place of the portal's page, until it says that its page is there again. */
export const move = (page, event) =>
  element(page).evaluate(async (element, event) => {
    const told = new Promise((done) => element.addEventListener(event, done, { once: true }));
    const room = document.createElement("section");
    document.body.append(room);
    room.append(element);
    await told;
  }, event);
