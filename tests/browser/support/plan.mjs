// The tasks and targets of the plans, in the words of the page's contract.

import { expect, ready } from "./fixtures.mjs";

/** The Office of the Provincial People's Committee, for which a work list of 2026 is printed. */
export const OFFICE = { code: "x-van-phong-ubnd-tinh", name: "Văn phòng UBND tỉnh", level: "department" };

/** The work list of the Office. */
export const OFFICE_LIST = "tasks-office-2026";

/** The address of an agency's work list. */
export function tasksAddress({ list = OFFICE_LIST, agency = OFFICE.code } = {}) {
  return `#/tasks/${list}/${agency}`;
}

/** Opens a work list and waits until it takes input. */
export async function openTasks(page, { query = "", ...list } = {}) {
  await page.goto(query + tasksAddress(list));
  await ready(page);
  await expect(page.locator(".bm-tasks")).toBeVisible();
}

/** One task of the open list. */
export function task(page, id) {
  return page.locator(`[data-task="${id}"]`);
}

/** A field of a task: state, product, number, date, deadline, note. */
export function taskField(page, id, name) {
  return task(page, id).locator(`[data-field="${name}"]`);
}

/** Opens the fields behind a task, from the keyboard. */
export async function openFields(page, id) {
  await task(page, id).locator('[data-action="task-details"]').focus();
  await page.keyboard.press("Enter");
  await expect(taskField(page, id, "product")).toBeVisible();
}

/** The numbers above the list: planned, completed, late, overdue, soon. */
export async function counts(page) {
  const found = page.locator("[data-count]");
  await expect(found).toHaveCount(5);
  return found.evaluateAll((all) =>
    Object.fromEntries(all.map((one) => [one.dataset.count, Number(one.querySelector("dd").textContent)])),
  );
}

/** The ids of the tasks that are shown. */
export function shownTasks(page) {
  return page.locator("[data-task]:visible").evaluateAll((all) => all.map(({ dataset }) => dataset.task));
}

/** The offer beside a row of the open report. */
export function offer(page, row) {
  return page.locator("tr", { has: page.locator(`[data-row="${row}"]`) }).locator("[data-offer]");
}

/** The mark beside a row of the open report. */
export function mark(page, row) {
  return page.locator("tr", { has: page.locator(`[data-row="${row}"]`) }).locator("[data-target]");
}
