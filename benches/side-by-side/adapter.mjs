// Our page as a target of the form-engine benchmark: where it finds a field, a ratio and a message. The functions
// under `page`, and `reveal`, are run inside the page, so they know nothing but the document.
//
// They read only what the page promises to everyone: data-row, data-rule, data-state, data-ready, data-sheet.

import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
/** Where prepare.mjs put the pages. */
const PAGES = process.env.SIDE_BY_SIDE ? resolve(process.env.SIDE_BY_SIDE) : join(ROOT, "target/side-by-side");

export default {
  name: "bieumau",
  label: "Biểu Mẫu",
  packages: [],
  dir: (scale) => join(PAGES, `x${scale}`),

  // Only the open sheet is in the document, so a row of another sheet is opened as an officer would: by its tab.
  reveal: async (id) => {
    document.querySelector(`a[data-sheet="${id.slice(0, 4)}"]`)?.click();
    for (let frame = 0; frame < 600; frame += 1) {
      const row = document.querySelector(`[data-row="${id}"]`);
      if (row && row.getClientRects().length > 0) return;
      await new Promise(requestAnimationFrame);
    }
    throw new Error(`row ${id} did not come into the page`);
  },

  page: {
    ready: () => document.documentElement.dataset.ready === "true",
    input: (id) => document.querySelector(`input[data-row="${id}"]`),
    derived: (id) => document.querySelector(`output[data-row="${id}"]`),
    // The figure as written for people: a dot groups thousands, a comma marks decimals (the benchmark reads it).
    // Where there is no figure, the text says why; for the benchmark that is an empty cell.
    read: (cell) =>
      cell.dataset.state === "value" ? cell.textContent.trim().split(/\s/)[0].replaceAll(".", "") : "",
    message: (id) =>
      [...document.querySelectorAll(`[data-rule="${id}"]`)].some((finding) => finding.getClientRects().length > 0),
  },
};
