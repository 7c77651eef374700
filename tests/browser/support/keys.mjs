// The keys of the report page: pressing them, and where the officer then stands.

import { expect } from "./fixtures.mjs";
import { figure, note } from "./officer.mjs";

/** The button that says how a figure is computed. */
export const how = (page, row) => page.locator(`[data-explain="${row}"]`);

/** Presses one key after the other. */
export const press = (page, ...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());

export const onFigure = (page, row) => expect(figure(page, row)).toBeFocused();
export const onNote = (page, row) => expect(note(page, row)).toBeFocused();

/** The caret, or what is selected, in the field that has the focus. */
export const caret = (page) => page.evaluate(() => [document.activeElement.selectionStart, document.activeElement.selectionEnd]);
