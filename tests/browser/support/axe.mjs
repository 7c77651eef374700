// Accessibility by axe, with nothing switched off: every rule of WCAG 2.2 A and AA and of the other norms,
// best practices and the experimental rules included. Only level AAA and withdrawn rules are not asked for.

import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";

const TAGS = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22a",
  "wcag22aa",
  "best-practice",
  "experimental",
  "section508",
  "TTv5",
  "EN-301-549",
  "RGAAv4",
];

/** One line for every element in which a rule is broken. */
export async function accessibilityFaults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}): ${target} ${failureSummary}`),
  );
}

/** Fails when any rule is broken. */
export async function expectAccessible(page) {
  expect(await accessibilityFaults(page)).toEqual([]);
}
