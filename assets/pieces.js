// Fetches the pieces of the program (src/app/piece.rs). It stands between the script of wasm-bindgen and
// assets/boot.js (scripts/finish-page.mjs), which also fills in `PIECES`, the files of each piece in the order in
// which they must be there, `SHARED`, what the main program shares with them, and `goOffline`, which loads
// assets/offline.js. In the page as one file it is the same; only `fetch` is another (assets/one-file.js).

const fetched = new Map();
const placed = new Map();

/** The bytes of a file of the program. This is the one place that knows where they are. */
function bytesOf(file) {
  return once(fetched, file, async () => {
    const response = await fetch(new URL(file, document.baseURI).href);
    if (!response.ok) throw new TypeError(`${response.url}: ${response.status}`);
    return response.arrayBuffer();
  });
}

/** Puts a file of a piece beside the main program, in the same memory. */
function place(file) {
  return once(placed, file, async () => {
    const program = await WebAssembly.compile(await bytesOf(file));
    // A file is a program, or has several in it (scripts/split.mjs).
    const parts = WebAssembly.Module.customSections(program, "piece");
    const programs = parts.length ? await Promise.all(parts.map((part) => WebAssembly.compile(part))) : [program];
    for (const one of programs) await WebAssembly.instantiate(one, { __wasm_split: SHARED(initSync()) });
    // What is placed needs its bytes no more.
    fetched.delete(file);
  });
}

/** What the main program calls to have a piece; it is told at `callback` whether the piece has come. */
function loaderOf(files) {
  return async (callback, data) => {
    let isHere = true;
    try {
      const wanted = files.filter((file) => !placed.has(file));
      for (const file of wanted) bytesOf(file).catch(() => {});
      for (const file of files) await place(file);
    } catch (error) {
      // The line is down, or the page is being left: no fault of the program, which says on the page what does not come.
      console.warn(error);
      isHere = false;
    }
    SHARED(initSync()).__indirect_function_table.get(callback)(data, isHere);
  };
}

/** Does something once for a name. What failed is tried anew when it is asked for again. */
function once(results, name, make) {
  if (!results.has(name)) {
    const result = make();
    result.catch(() => results.delete(name));
    results.set(name, result);
  }
  return results.get(name);
}

/** Fetches what is not here yet, one file after the other, while nobody waits: it is there when it is wanted. */
async function fetchAhead() {
  if (navigator.connection?.saveData) return;
  for (const file of new Set(Object.values(PIECES).flat())) {
    await idle();
    // Looked at only now: who wanted it meanwhile has it.
    if (placed.has(file)) continue;
    try {
      await bytesOf(file);
    } catch {
      // The line is down. It is tried again when the piece is wanted, or when the line is back.
      addEventListener("online", fetchAhead, { once: true });
      return;
    }
  }
}

/** Waits until nobody waits for anything. In a frame that is hardly drawn that moment does not come by itself. */
function idle() {
  const most = { timeout: 2000 };
  return new Promise((resolve) => (self.requestIdleCallback ? requestIdleCallback(resolve, most) : setTimeout(resolve, 200)));
}

/** Whether every piece is on this machine: within the page as one file, or kept by a worker that answers for this page. */
function isAllHere() {
  try {
    // The page as one file has said so from the beginning (assets/one-file.js), the other says it at its end.
    return "offline" in document.documentElement.dataset || Boolean(navigator.serviceWorker?.controller);
  } catch {
    // Some frames may not even ask.
    return false;
  }
}

/** Lets go of what was fetched ahead once the machine keeps it: three quarters of a megabyte. */
function letGo() {
  if (document.documentElement.dataset.offline === "ready" && isAllHere()) fetched.clear();
}

/** Asks for the pieces that the page of an address needs at once; a report needs none until it takes input. */
function fetchFor(address) {
  if (address.startsWith("#/report/")) return;
  const files = /^#\/(tasks|targets)/.test(address) ? PIECES.plan : PIECES.pages;
  for (const file of files) bytesOf(file).catch(() => {});
}

/** Last of all the page is made to work without a network; where the line is down, once it is back. */
async function fetchTheRest() {
  if (!isAllHere()) await fetchAhead();
  await idle();
  addEventListener("bieumau-offline", letGo);
  await goOffline().catch(() => addEventListener("online", () => goOffline().catch(() => {}), { once: true }));
}

/** Waits until the page takes input: what comes ahead must not stand in its way. */
function whenReady(then) {
  const root = document.documentElement;
  const observer = new MutationObserver(() => {
    if (root.dataset.ready !== "true") return;
    observer.disconnect();
    then();
  });
  observer.observe(root, { attributeFilter: ["data-ready"] });
}

fetchFor(location.hash || document.documentElement.dataset.open || "");
whenReady(fetchTheRest);
