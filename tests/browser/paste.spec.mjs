// A block of cells comes from Excel, LibreOffice, Word or a web page, is looked at, and lands in one step; and what is
// copied goes out as text and as a table with borders.

import { paste, sample } from "./support/clipboard.mjs";
import { expect, test } from "./support/fixtures.mjs";
import { figure, listed, note, openReport, openSheet, saved, tabTo, typeFigure } from "./support/officer.mjs";

const WORD = sample("word-form-1.html");

const taken = (page) => page.evaluate(() => document.documentElement.dataset.taken === "true");
const dialog = (page) => page.locator("dialog#paste");
const title = (page) => dialog(page).locator("h2");
const rows = (page) => dialog(page).locator("tr[data-paste]");
const apply = (page) => dialog(page).locator('[data-action="paste-apply"]');
const aloud = (page) => page.locator("#aloud");

/** Pastes what is shown. */
async function accept(page) {
  await expect(apply(page)).toBeFocused();
  await page.keyboard.press("Enter");
}

async function stand(page, row) {
  await figure(page, row).focus();
}

test("a column is shown before it counts, lands in one step, and the focus comes back", async ({ page }) => {
  await openReport(page);
  await stand(page, "pl1.b1.2.1");
  await paste(page, { text: "41\r\n21\r\nDự kiến 02\r\n" });
  await expect(title(page)).toHaveText("Dán 3 ô: 2 thay đổi, 1 không đọc được");
  await expect(rows(page)).toHaveCount(3);
  await expect(rows(page).nth(2)).toContainText("Không đọc được");
  // Nothing counts yet.
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("");
  await accept(page);
  await expect(dialog(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2")).toContainText("51,22");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await expect(figure(page, "pl1.b1.3.1")).toHaveAttribute("data-state", "unreadable");
  await expect(listed(page, "unreadable")).toHaveCount(1);
  await expect(aloud(page)).toContainText("Đã dán 3 ô. Nhấn Ctrl+Z để hoàn tác.");
  await page.keyboard.press("Control+Z");
  for (const row of ["pl1.b1.2.1", "pl1.b1.2.2", "pl1.b1.3.1"]) await expect(figure(page, row)).toHaveValue("");
  await page.keyboard.press("Control+Y");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await saved(page);
  await page.reload();
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("21");
});

test("the table of Word lands by its codes, and the wrong ratio in it is told", async ({ page }) => {
  await openReport(page);
  await openSheet(page, "pl2.b2");
  await stand(page, "pl2.b2.1.1");
  await paste(page, { html: WORD, text: "TT\tChỉ tiêu thống kê" });
  await expect(dialog(page).locator(".bm-paste__differs")).toContainText("bản dán 75,5 – tính được 51,22");
  await expect(dialog(page).locator('[data-way="0"]')).toBeChecked();
  await expect(dialog(page).locator(".bm-paste__come")).toContainText("5.2");
  await accept(page);
  await openSheet(page, "pl1.b1");
  await expect(figure(page, "pl1.b1.2")).toContainText("51,22");
  await expect(figure(page, "pl1.b1.4.1")).toHaveValue("20");
  await expect(figure(page, "pl1.b1.6")).toHaveValue("0");
});

test("Esc changes nothing and goes back to the cell", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.2.1", "38");
  await stand(page, "pl1.b1.2.1");
  await paste(page, { text: "41\n21" });
  await expect(rows(page).first()).toContainText("38");
  await expect(apply(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("38");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("");
});

test("a row that is not ticked stays, by keyboard alone", async ({ page }) => {
  await openReport(page);
  await stand(page, "pl1.b1.2.1");
  await paste(page, { text: "41\n50" });
  await expect(dialog(page).locator(".bm-paste__come")).toContainText("Lỗi");
  await tabTo(page, rows(page).nth(1).locator("input"));
  await page.keyboard.press("Space");
  await expect(title(page)).toHaveText("Dán 2 ô: 1 thay đổi, 1 bỏ qua");
  await expect(dialog(page).locator(".bm-paste__come")).toHaveCount(0);
  await tabTo(page, apply(page));
  await expect(apply(page)).toHaveText("Dán 1 ô");
  await page.keyboard.press("Enter");
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("");
});

test("whether the column has cells for computed rows can be chosen", async ({ page }) => {
  await openReport(page);
  await stand(page, "pl1.b1.1");
  await paste(page, { text: "2\n\n41\n21" });
  const ways = dialog(page).locator("[data-way]");
  await expect(ways).toHaveCount(2);
  await expect(title(page)).toHaveText("Dán 3 ô: 3 thay đổi");
  await tabTo(page, ways.first());
  await page.keyboard.press("ArrowDown");
  await expect(ways.nth(1)).toBeChecked();
  await expect(rows(page).nth(1)).toContainText("2.2");
  await tabTo(page, apply(page));
  await page.keyboard.press("Enter");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("41");
});

test("one value is typed text, and a text of several lines belongs to a note", async ({ page }) => {
  await openReport(page);
  await stand(page, "pl1.b1.1");
  await paste(page, { text: "71,3\r\n", html: "<table><tr><td>71,3</td></tr></table>" });
  expect(await taken(page)).toBe(false);
  await note(page, "pl1.b1.1").focus();
  await paste(page, { text: "Dòng một\nDòng hai" });
  expect(await taken(page)).toBe(false);
  await paste(page, { text: "Số 15\nSố 16", html: "<table><tr><td>Số 15</td></tr><tr><td>Số 16</td></tr></table>" });
  expect(await taken(page)).toBe(true);
  await accept(page);
  await expect(note(page, "pl1.b1.1")).toHaveValue("Số 15");
  await expect(note(page, "pl1.b1.2")).toHaveValue("Số 16");
  await expect(note(page, "pl1.b1.1")).toBeFocused();
});

test("the button asks for a table and takes it by key or as typed", async ({ page }) => {
  await openReport(page);
  await stand(page, "pl1.b1.4.1");
  await page.locator('[data-action="paste"]:visible').click();
  const area = dialog(page).locator("[data-paste-area]");
  await expect(area).toBeFocused();
  await page.keyboard.type("20\n12");
  await tabTo(page, dialog(page).locator('[data-action="paste-look"]'));
  await page.keyboard.press("Enter");
  await expect(title(page)).toHaveText("Dán 2 ô: 2 thay đổi");
  await tabTo(page, apply(page));
  await page.keyboard.press("Enter");
  await expect(figure(page, "pl1.b1.4.2")).toHaveValue("12");
  await page.locator('[data-action="paste"]:visible').click();
  await expect(area).toBeFocused();
  await paste(page, { html: sample("libreoffice-codes.html") });
  await expect(title(page)).toContainText("Dán 4 ô");
  await expect(apply(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
});

test("what is pasted is never run and never put into the page", async ({ page }) => {
  await openReport(page);
  await stand(page, "pl1.b1.4.1");
  const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script><b id=evil>20</b>';
  await paste(page, { html: `<table><tr><td>${hostile}</td></tr><tr><td>&lt;b id=evil&gt;</td></tr></table>` });
  await expect(rows(page).nth(1)).toContainText("<b id=evil>");
  await accept(page);
  await expect(figure(page, "pl1.b1.4.2")).toHaveValue("<b id=evil>");
  await expect(page.locator("#evil")).toHaveCount(0);
  expect(await page.title()).toContain("Tô Hiệu");
});

test.describe("a range of figures", () => {
  const ranged = (page) => page.locator("[data-range]");

  async function filledSheet(page) {
    await openReport(page);
    await stand(page, "pl1.b1.2.1");
    await paste(page, { text: "41\n21\n2\n0" });
    await accept(page);
    await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
    await expect(figure(page, "pl1.b1.3.1")).toHaveValue("2");
  }

  test("Shift and the arrows choose it, and any other key ends it", async ({ page }) => {
    await filledSheet(page);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(ranged(page)).toHaveCount(3);
    await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
    await expect(aloud(page)).toContainText("Đã chọn 3 ô, từ dòng 2.1 đến dòng 3.1.");
    await page.keyboard.press("Shift+ArrowUp");
    await expect(ranged(page)).toHaveCount(2);
    await page.keyboard.press("ArrowDown");
    await expect(ranged(page)).toHaveCount(0);
    await expect(figure(page, "pl1.b1.2.2")).toBeFocused();
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.type("7");
    await expect(ranged(page)).toHaveCount(0);
    await expect(figure(page, "pl1.b1.2.2")).toHaveValue("7");
  });

  test("Ctrl+A chooses the text first, then the column", async ({ page }) => {
    await filledSheet(page);
    await page.keyboard.press("Control+A");
    await expect(ranged(page)).toHaveCount(0);
    await page.keyboard.press("Control+A");
    // All 19 rows but two headings.
    await expect(ranged(page)).toHaveCount(17);
  });

  test("Delete empties it", async ({ page }) => {
    await filledSheet(page);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Delete");
    await expect(figure(page, "pl1.b1.2.1")).toHaveValue("");
    await expect(figure(page, "pl1.b1.2.2")).toHaveValue("");
    await expect(figure(page, "pl1.b1.3.1")).toHaveValue("2");
    await expect(aloud(page)).toContainText("Đã xóa 2 ô. Nhấn Ctrl+Z để hoàn tác.");
    await expect(figure(page, "pl1.b1.2.1")).toBeFocused();
  });

  test("it is copied and pasted with the keys of the machine, from its top", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await filledSheet(page);
    for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+C");
    const copied = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type) => (await item.getType(type)).text();
      return { text: await read("text/plain"), html: await read("text/html") };
    });
    expect(copied.text.replaceAll("\r", "")).toBe("41\n21\n\n2\n0\n");
    expect(copied.html).toContain("border");
    await openSheet(page, "pl1.b4");
    await stand(page, "pl1.b4.4.3");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Shift+ArrowUp");
    await page.keyboard.press("Control+V");
    await expect(title(page)).toContainText("Dán");
    await expect(rows(page).first()).toContainText("4.1");
    await accept(page);
    await expect(figure(page, "pl1.b4.4.1")).toHaveValue("41");
  });

  test("an empty cell is where it may begin", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await filledSheet(page);
    await stand(page, "pl1.b1.1");
    for (let pressed = 0; pressed < 3; pressed += 1) await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+C");
    await expect(aloud(page)).toContainText("Đã sao chép 4 ô.");
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text.replaceAll("\r", "")).toBe("\n51,22\n41\n21\n");
  });
});

test("a whole sheet goes to Word with its borders, and comes back the same", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openReport(page);
  await stand(page, "pl1.b1.1");
  await paste(page, { html: WORD });
  await accept(page);
  await note(page, "pl1.b1.2.1").fill("QĐ 15\nngày 09/3");
  await page.locator('[data-action="copy-sheet"]:visible').click();
  await expect(aloud(page)).toContainText("Đã sao chép cả biểu");
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item.getType("text/html")).text();
  });
  expect(html).toContain("Chỉ tiêu thống kê");
  expect(html).toMatch(/<td[^>]*border[^>]*>[^<]*51,22</);
  await openReport(page, { agency: "03667" });
  await stand(page, "pl1.b1.1");
  await page.keyboard.press("Control+V");
  await accept(page);
  await expect(figure(page, "pl1.b1.2")).toContainText("51,22");
  await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
  await expect(note(page, "pl1.b1.2.1")).toHaveValue("QĐ 15\nngày 09/3");
});

test("an input method is left alone beside all this", async ({ page }) => {
  await openReport(page);
  await note(page, "pl1.b1.1").focus();
  const devtools = await page.context().newCDPSession(page);
  for (const text of ["t", "ti", "tiê", "tiến"])
    await devtools.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await devtools.send("Input.insertText", { text: "tiến" });
  await expect(note(page, "pl1.b1.1")).toHaveValue("tiến");
});
