// Keeps the page on the machine, so that it opens without a network. A classic script: Firefox 115 takes no modules
// here. The page asks for it only once it takes input (assets/offline.js).
//
// It holds whole builds. scripts/seal.mjs writes into `BUILD` every file of the build with its SHA-256, so every build
// has a worker of its own. A build is taken only if every file of it has arrived as it should be: of a deployment that
// is half uploaded nothing is used, and the build before goes on. What makes and reads files of Excel and Word is large
// and not everybody's: it is taken, as carefully, when it is first asked for, and kept from then on.
//
// A new build waits until all tabs are closed or the user wants it. Tabs that stay open on an old build find its files
// until they are closed.

const BUILD = { id: "", files: {}, later: {} };

const HOME = new URL("./", self.location.href);
/** What the names of our caches begin with. Two copies of the page below one origin have each their own. */
const OURS = `bieumau ${HOME.pathname} `;
const NAME = OURS + BUILD.id;

/** The server may say anything; the browser compiles WebAssembly as it comes only with the right type. */
const TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  webmanifest: "application/manifest+json",
};

/** Entries of a cache that are no files: that all files are there, that its build ran, which tabs still need it. */
const mark = (name) => new URL(`?${name}`, HOME).href;
const WHOLE = mark("whole");
const RAN = mark("ran");
const TABS = mark("tabs");

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  const { type } = event.data ?? {};
  if (type === "take-over") self.skipWaiting();
  if (type === "hello") event.waitUntil(greet(event));
});

self.addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (path !== undefined) event.respondWith(answer(event, path));
});

/** The path below our folder of a request that is ours to answer. Everything else goes its way. */
function pathOf(request) {
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== HOME.origin || !pathname.startsWith(HOME.pathname)) return undefined;
  const path = pathname.slice(HOME.pathname.length);
  // `?form=` and `?lang=` are for the page. A folder below ours may be somebody else's.
  if (request.mode === "navigate") return path === "" || path === "index.html" ? "index.html" : undefined;
  if (search) return undefined;
  // An old tab may ask for what only its own build has.
  return path in BUILD.files || /^forms\/|^\w+-[0-9a-f]{16}\.\w+$/.test(path) ? path : undefined;
}

/** What we have; where we have nothing, or the browser cannot read what it keeps, the network answers as without us. */
async function answer(event, path) {
  const kept = await find(event, path).catch(() => undefined);
  return kept ?? fetch(event.request);
}

async function find({ request, clientId }, path) {
  const url = new URL(path, HOME).href;
  const isPage = request.mode === "navigate";
  const olds = await oldTabs();
  const of = (isPage ? undefined : olds.get(clientId)) ?? NAME;
  const kept = await caches.match(url, { cacheName: of });
  if (kept) return kept;
  // Names that carry a digest mean the same bytes in every build.
  for (const cacheName of isPage ? [] : new Set(olds.values())) {
    const older = /-[0-9a-f]{16}\./.test(path) && (await caches.match(url, { cacheName }));
    if (older) return older;
  }
  if (of === NAME && path in BUILD.later) {
    const cache = await caches.open(NAME);
    // Where it does not come, or is of another build, the page is told as without us.
    const isKept = await bring(cache, path, BUILD.later[path]).then(() => true, () => false);
    if (isKept) return cache.match(url);
  }
  return undefined;
}

async function install() {
  const cache = await caches.open(NAME);
  try {
    await fill(cache);
    await cache.put(WHOLE, new Response());
  } catch (error) {
    // Where this very build runs already, what it has stays.
    if (!(await cache.match(WHOLE))) await caches.delete(NAME);
    throw error;
  }
}

/** Brings what is missing of this build, or is not as it should be, a few files at a time. */
async function fill(cache) {
  const left = Object.entries(BUILD.files);
  const lane = async () => {
    for (let next = left.pop(); next; next = left.pop()) await bring(cache, ...next);
  };
  const ends = await Promise.allSettled([lane(), lane(), lane()].map((lane) => lane.catch(stop)));
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;

  function stop(error) {
    left.length = 0;
    throw error;
  }
}

async function bring(cache, path, digest) {
  const url = new URL(path, HOME).href;
  const kept = await cache.match(url);
  if (kept && (await digestOf(await kept.arrayBuffer())) === digest) return;
  // What the browser has of the first visit is asked about, not fetched again. It may be stale all the same where a
  // server in between keeps what it should not.
  for (const mode of ["no-cache", "reload"]) {
    const response = await fetch(url, { cache: mode, credentials: "same-origin" });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    if ((await digestOf(bytes)) !== digest) continue;
    await cache.put(url, new Response(bytes, { headers: headersOf(response, path) }));
    return;
  }
  throw new Error(`${path} is not of the build ${BUILD.id}`);
}

/** What the server says of a file, its Content-Security-Policy among it; but of what kind it is, we know better. */
function headersOf(response, path) {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  const type = TYPES[path.split(".").pop()];
  if (type) headers.set("content-type", type);
  return headers;
}

async function digestOf(bytes) {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** This build runs now. What ran before is kept for the tabs in which it is still open. */
async function activate() {
  const listed = new Set((await oldTabs()).keys());
  const open = (await tabs()).filter((id) => !listed.has(id));
  // A still newer build may be coming just now: what has not run yet is its.
  const isOneComing = self.registration.installing || self.registration.waiting;
  for (const name of await olds()) {
    const cache = await caches.open(name);
    const ran = (await cache.match(WHOLE)) && (await cache.match(RAN));
    if (ran && !(await cache.match(TABS))) await cache.put(TABS, new Response(JSON.stringify(open)));
    if (!ran && !isOneComing) await caches.delete(name);
  }
  const cache = await caches.open(NAME);
  await cache.put(RAN, new Response());
  // Somebody went back to a build that has run before.
  await cache.delete(TABS);
  await tidy();
}

/** Our other caches. */
async function olds() {
  return (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== NAME);
}

/** The tabs of the page, by their ids. */
async function tabs() {
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  return open.filter(({ url }) => url.startsWith(HOME.href)).map(({ id }) => id);
}

let known;

/** The cache of each tab that is open on an older build. */
function oldTabs() {
  known ??= readTabs().catch((error) => {
    known = undefined;
    throw error;
  });
  return known;
}

async function readTabs() {
  const found = new Map();
  for (const cacheName of await olds()) {
    const listed = await caches.match(TABS, { cacheName });
    for (const id of listed ? await listed.json() : []) found.set(id, cacheName);
  }
  return found;
}

/** Lets go of the builds that no tab needs any more. */
async function tidy() {
  known = undefined;
  const open = new Set(await tabs());
  const needed = new Set();
  for (const [id, name] of await oldTabs()) if (open.has(id)) needed.add(name);
  for (const name of await olds()) {
    // What has no list has not run yet: it waits.
    const isOver = await caches.match(TABS, { cacheName: name });
    if (isOver && !needed.has(name)) await caches.delete(name);
  }
  known = undefined;
}

/** A tab says which build it is and wants to know whether this one can do without a network. */
async function greet({ data, ports }) {
  // On the first visit the page came without us. Its files are ours only if it is of the same build.
  if (data.build === BUILD.id) await self.clients.claim();
  await tidy();
  let whole = true;
  try {
    // The browser may have lost some of it.
    await fill(await caches.open(NAME));
  } catch {
    whole = false;
  }
  ports[0].postMessage({ build: BUILD.id, whole });
}
