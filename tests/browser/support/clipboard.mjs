// What the browser does with Ctrl+V, with something on the clipboard.

import { readFileSync } from "node:fs";

/** A sample of a clipboard. */
export const sample = (name) => readFileSync(new URL(`../../fixtures/clipboard/${name}`, import.meta.url), "utf8");

/** Pastes where the officer stands. Afterwards `<html data-taken>` says whether the page took it for itself. */
export async function paste(page, { text = "", html = "" }) {
  await page.evaluate(
    ([text, html]) => {
      const clipboardData = new DataTransfer();
      if (text) clipboardData.setData("text/plain", text);
      if (html) clipboardData.setData("text/html", html);
      const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
      document.activeElement.dispatchEvent(event);
      document.documentElement.dataset.taken = event.defaultPrevented;
    },
    [text, html],
  );
}
