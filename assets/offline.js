// Makes the page work without a network, where the browser lets it. Loaded once the page takes input and the pieces are
// fetched (assets/pieces.js): nothing of it stands in the way of the first figure.
//
// What it finds it says on <html>, and tells by the event `bieumau-offline`; src/app/offline/ puts it into words:
//   data-offline   preparing, ready, failed, spared, or why it cannot be: insecure, framed, none, refused
//   data-update    waiting: a new build is here; taken: another tab went over to it
// The page asks by `bieumau-take-over` for the new build, and by `bieumau-prepare` where data is to be spared.

const CHECK_AGAIN = 3_600_000;

const root = document.documentElement;
let registration;
let isLeaving = false;
let checked = Date.now();

addEventListener("bieumau-take-over", takeOver);
link();
const hindrance = whatHinders();
if (hindrance) {
  say("offline", hindrance);
} else if (navigator.connection?.saveData && !navigator.serviceWorker.controller) {
  say("offline", "spared");
  addEventListener("bieumau-prepare", begin, { once: true });
} else {
  begin();
}

function say(name, value) {
  if (root.dataset[name] === value) return;
  root.dataset[name] = value;
  dispatchEvent(new Event("bieumau-offline"));
}

/** The manifest makes the page installable; it is wanted by nobody before now. */
function link() {
  const manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "manifest.webmanifest";
  document.head.append(manifest);
}

function whatHinders() {
  if (!isSecureContext) return "insecure";
  try {
    // In a page of somebody else the browser keeps for us what only that page would see. This throws there.
    void top.location.href;
  } catch {
    return "framed";
  }
  try {
    return navigator.serviceWorker ? undefined : "none";
  } catch {
    return "refused";
  }
}

async function begin() {
  const container = navigator.serviceWorker;
  say("offline", "preparing");
  try {
    registration = await container.register("service-worker.js");
  } catch (error) {
    console.warn(error);
  }
  if (!registration) return say("offline", "refused");
  let isControlled = Boolean(container.controller);
  container.addEventListener("controllerchange", () => {
    // The first time it is the build of this page itself.
    if (isControlled && !isLeaving) say("update", "taken");
    isControlled = true;
  });
  registration.addEventListener("updatefound", () => watch(registration.installing));
  watch(registration.installing);
  look();
  if (registration.active) greet(registration.active);
  document.addEventListener("visibilitychange", checkAgain);
}

/** Follows a worker until it waits, runs, or is given up. */
function watch(worker) {
  worker?.addEventListener("statechange", () => {
    look();
    if (worker.state === "activated") greet(worker);
    if (worker.state !== "redundant" || registration.active) return;
    say("offline", "failed");
    addEventListener("online", begin, { once: true });
  });
}

/** A build that waits is told only where an older one runs. */
function look() {
  if (registration.waiting && registration.active) say("update", "waiting");
}

function greet(worker) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => say("offline", data.whole ? "ready" : "failed");
  worker.postMessage({ type: "hello", build: root.dataset.build }, [port2]);
}

/** A tab may stay open for weeks; whoever comes back to it is told of what is new. */
function checkAgain() {
  if (document.visibilityState !== "visible" || Date.now() - checked < CHECK_AGAIN) return;
  checked = Date.now();
  // Without a network there is nothing new.
  registration.update().catch(() => {});
}

/** Everything is saved: the new build runs from here on, in this tab at once. */
function takeOver() {
  isLeaving = true;
  const { waiting } = registration ?? {};
  if (!waiting) return location.reload();
  waiting.addEventListener("statechange", () => {
    if (waiting.state === "activated") location.reload();
  });
  waiting.postMessage({ type: "take-over" });
}
