// Accessibility by axe, with nothing switched off: every rule that it has, those of level AAA, best practices,
// experiments and withdrawn rules included.

import axe from "axe-core";
import { expect } from "@playwright/test";

/** Every rule of axe. */
const ALL = axe.getRules().map(({ ruleId }) => ruleId);

/** The rules that depend on the colours of the scheme. */
export const OF_COLOUR = axe.getRules(["cat.color"]).map(({ ruleId }) => ruleId);

/**
 * What axe cannot decide by itself, and why that is no fault here. Anything else that it cannot decide is one.
 */
const UNDECIDED = {
  "hidden-content": "each hidden part is a screen of its own in support/screens.mjs",
  "color-contrast": "what lies under a dialog or outside a part that scrolls is looked at where it is in sight",
  "color-contrast-enhanced": "as above",
  "th-has-data-cells": "a filtered list of tasks has groups without a row in sight",
};

/** One line for every element in which a rule is broken, and for every doubt that is not known. */
export async function accessibilityFaults(page, rules = ALL) {
  // Not by AxeBuilder, which opens another page for each run.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations, incomplete } = await page.evaluate(async (rules) => {
    let changes = 0;
    const observer = new MutationObserver((records) => (changes += records.length));
    observer.observe(document.body, { childList: true, subtree: true });
    let found;
    // axe finds its way back to an element by its place: where something comes while it looks, it looks again.
    do {
      changes = 0;
      found = await window.axe.run(document, {
        runOnly: { type: "rule", values: rules },
        resultTypes: ["violations", "incomplete"],
      });
    } while (changes > 0);
    observer.disconnect();
    return found;
  }, rules);
  const doubts = incomplete.filter(({ id }) => !(id in UNDECIDED));
  return [...violations, ...doubts].flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
  );
}

/** Fails when any rule is broken. */
export async function expectAccessible(page) {
  expect(await accessibilityFaults(page)).toEqual([]);
}
