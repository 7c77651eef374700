// Vietnamese input methods, as their keys arrive in the page.

/** What Telex or VNI does through the input method of the system: a composition that grows and changes. */
export async function compose(page, steps) {
  const devtools = await page.context().newCDPSession(page);
  for (const text of steps)
    await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await devtools.send("Input.insertText", { text: steps.at(-1) });
  await devtools.detach();
}

/** What Unikey does: the key has typed its letter; it takes letters back and puts others. */
export async function unikey(page, steps) {
  for (const [back, text] of steps) {
    for (let pressed = 0; pressed < back; pressed += 1) await page.keyboard.press("Backspace");
    await page.keyboard.insertText(text);
  }
}

/** "tiếng", letter by letter. */
export const TELEX = ["t", "ti", "tie", "tiê", "tiên", "tiêng", "tiếng"];
export const UNIKEY = [[0, "t"], [0, "i"], [0, "e"], [1, "ê"], [0, "n"], [0, "g"], [3, "ếng"]];
