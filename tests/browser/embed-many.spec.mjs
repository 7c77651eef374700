// Elements that come and go a thousand times: neither the portal nor the browser keeps anything of them.

import { PLANNED, element, expect, figure, openHost, test, told } from "./support/host.mjs";

// A recorded run holds elements that the page has let go.
test.use({ trace: "off" });

/** What the browser counts in the portal's process, once what nobody holds is gone. */
async function counter(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  return async () => {
    for (let times = 0; times < 3; times += 1) await session.send("HeapProfiler.collectGarbage");
    const { metrics } = await session.send("Performance.getMetrics");
    const of = (name) => metrics.find((metric) => metric.name === name).value;
    return { documents: of("Documents"), frames: of("Frames"), nodes: of("Nodes"), listeners: of("JSEventListeners"), heap: of("JSHeapUsedSize") };
  };
}

/** How much more of everything there is after what `act` does than before; what it does first is for the browser's own stores. */
async function growth(page, act, first = act) {
  const count = await counter(page);
  await first();
  const before = await count();
  await act();
  const after = await count();
  return Object.fromEntries(Object.entries(after).map(([name, number]) => [name, number - before[name]]));
}

/** Many elements, each put in and taken out; where they are in sight each has its frame and its page. */
const mounted = (page, inSight, most) =>
  page.evaluate(async ([inSight, most]) => {
    document.querySelectorAll("bieu-mau").forEach((element) => element.remove());
    const room = document.createElement("div");
    document.body.append(room);
    for (let times = 0; times < most; times += 1) {
      const one = document.createElement("bieu-mau");
      Object.assign(one, { form: "cchc-2026", agency: "03646", period: "2026Q1" });
      if (!inSight) one.className = "far";
      const ready = new Promise((done) => one.addEventListener("ready", done));
      room.append(one);
      if (inSight) await ready;
      else if (times % 50 === 0) await new Promise(requestAnimationFrame);
      one.remove();
    }
    room.remove();
    window.told.length = 0;
    await new Promise(requestAnimationFrame);
  }, [inSight, most]);

const FAR = { "plain.html": '<!DOCTYPE html><link rel=icon href=data:,><link rel=stylesheet href="far.css">{script}', "far.css": ".far { position: absolute; top: 9000px }" };

test("a thousand elements out of sight fetch nothing and leave nothing", async ({ page, embed }) => {
  const host = await embed({ pages: FAR });
  await page.goto(`${host.origin}/plain.html`);
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  const { heap, ...counts } = await growth(page, () => mounted(page, false, 1000));
  expect(counts).toEqual({ documents: 0, frames: 0, nodes: 0, listeners: 0 });
  // A hundredth of what a thousand forgotten elements would hold.
  expect(heap).toBeLessThan(100_000);
  expect(asked).toEqual([]);
});

test("a thousand elements in sight, each with its frame and its line, leave nothing", async ({ page, site, embed }) => {
  test.setTimeout(180_000);
  // A stand-in for the page greets and is answered: what is counted is the portal's side.
  const stub = '<!DOCTYPE html><title>stub</title><script>parent.postMessage({ bieumau: 1, type: "ready", id: "1", store: "own" }, "*")</script>';
  await page.route((url) => url.href.startsWith(`${site.url}?`), (route) => route.fulfill({ contentType: "text/html", body: stub }));
  const host = await embed({ pages: FAR });
  await page.goto(`${host.origin}/plain.html`);
  const { heap, ...counts } = await growth(page, () => mounted(page, true, 1000), () => mounted(page, true, 50));
  console.log(`a thousand frames: ${JSON.stringify({ heap, ...counts })}`);
  expect(counts.frames).toBeLessThanOrEqual(0);
  expect(counts.documents).toBeLessThanOrEqual(0);
  expect(counts.nodes).toBeLessThanOrEqual(0);
  expect(counts.listeners).toBeLessThanOrEqual(5);
  expect(heap).toBeLessThan(300_000);
});

/** How often the real page comes and goes: BIEUMAU_MOUNTS=1000 takes a quarter of an hour. */
const TIMES = Number(process.env.BIEUMAU_MOUNTS ?? 5);

test("the real page comes and goes, and the browser holds none of it", async ({ page, embed }) => {
  test.setTimeout(90_000 + TIMES * 5_000);
  await openHost(page, await embed());
  const again = async () => {
    for (let times = 0; times < TIMES; times += 1) {
      await element(page).evaluate((element) => {
        const other = element.cloneNode();
        element.replaceWith(other);
      });
      await expect(figure(page, PLANNED)).toBeVisible({ timeout: 30_000 });
    }
    await page.evaluate(() => (window.told.length = 0));
  };
  const { heap, ...counts } = await growth(page, again);
  console.log(`${TIMES} real pages: ${JSON.stringify({ heap, ...counts })}`);
  expect(counts.frames).toBeLessThanOrEqual(0);
  expect(counts.documents).toBeLessThanOrEqual(0);
  // Where both are of one site the page that stands there is counted too, and has thousands; one that was forgotten
  // would have as many again.
  expect(counts.listeners).toBeLessThan(500);
  expect(heap).toBeLessThan(1_000_000);
  expect(page.frames()).toHaveLength(2);
  expect(await told(page, "error")).toEqual([]);
});
