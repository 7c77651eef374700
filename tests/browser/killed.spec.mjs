// The browser is killed in the middle of typing (SIGKILL, all of its processes): at most what was typed in the last half
// second is missing, and never anything that the page had said to be saved.

import { expect, test } from "./support/fixtures.mjs";
import { figure, note, reportAddress } from "./support/officer.mjs";
import { startMachine } from "./support/machine.mjs";

const ROW = "pl1.b1.1";

/** Opens the report and waits until it takes input. */
async function open(page, site) {
  await page.goto(site.url + reportAddress());
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
  await expect(page.locator(".bm-sheet:visible")).toHaveCount(1);
}

/**
 * Types numbers into a note for as long as the page lives, a key each 20 ms. Tells how many were typed half a second ago,
 * and how many the page has said to be saved. A machine that is late with its own clock is given what it is late.
 */
function typeOn(page, row, first) {
  return page.evaluate(
    ({ row, first }) => {
      const field = document.querySelector(`[data-note="${row}"]`);
      const line = document.getElementById("save-state");
      const typed = [];
      let last = performance.now();
      let late = 0;
      let next = first;
      field.focus();
      field.setSelectionRange(field.value.length, field.value.length);
      new MutationObserver(() => {
        if (line.dataset.state === "saved") window.acknowledged = next - 1;
      }).observe(line, { attributes: true });
      setInterval(() => {
        const now = performance.now();
        // What the machine was late within the last half second.
        late = Math.max(now - last - 20, late * 0.9);
        last = now;
        document.execCommand("insertText", false, `${next} `);
        typed.push([next, now]);
        next += 1;
        const old = typed.filter(([, at]) => at <= now - 500 - 4 * late);
        window.must = Math.max(window.acknowledged ?? 0, old.at(-1)?.[0] ?? 0);
        window.tell(`${window.must} ${next - 1}`);
      }, 20);
    },
    { row, first },
  );
}

test("a browser that is killed while one types loses at most the last half second", async ({ site }) => {
  test.setTimeout(240_000);
  const machine = await startMachine();
  try {
    let page = await machine.start();
    await open(page, site);
    let first = 1;
    // Each time after more was typed, so at other moments between two commits.
    for (const enough of [20, 37, 55, 68, 91]) {
      let must = 0;
      let reached = 0;
      const heard = new Promise((done) => {
        page.exposeFunction("tell", (said) => {
          const [least, last] = said.split(" ").map(Number);
          must = Math.max(must, least);
          reached = last;
          if (last >= first - 1 + enough) done();
        }).then(() => typeOn(page, ROW, first));
      });
      await heard;
      await machine.kill();
      page = await machine.start();
      await open(page, site);
      const text = await note(page, ROW).inputValue();
      const numbers = text.trim().split(" ").map(Number);
      // All that is there is what was typed, from the first number on, without a gap.
      expect(numbers).toEqual(numbers.map((_, place) => place + 1));
      expect(numbers.length).toBeGreaterThanOrEqual(must);
      expect(numbers.length).toBeLessThanOrEqual(reached + enough);
      await expect(page.getByRole("alert")).toHaveCount(0);
      first = numbers.length + 1;
    }
    // What was saved once is never lost, whatever was typed since.
    await figure(page, "pl1.b1.2.1").fill("41");
    await expect(page.locator("#save-state")).toHaveAttribute("data-state", "saved");
    await machine.kill();
    page = await machine.start();
    await open(page, site);
    await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  } finally {
    await machine.clean();
  }
});
