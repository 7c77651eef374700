// Beginning a report: the agency is the one that is meant.

import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { press } from "./support/keys.mjs";
import { inReport, tabTo } from "./support/officer.mjs";

const agency = (page) => page.locator("#begin-agency");
const wrong = (page) => page.locator("#begin-agency-wrong");
const near = (page) => page.locator("[data-near]");

async function home(page) {
  await page.goto("#/");
  await ready(page);
  await agency(page).fill("");
}

for (const typed of ["to hieu", "Tô Hiệu", "PHUONG TO HIEU", "03646"]) {
  test(`“${typed}” begins the report of the ward`, async ({ page }) => {
    await home(page);
    await agency(page).fill(typed);
    // Its level is known.
    await expect(page.locator("#begin-level")).toBeHidden();
    await press(page, "Enter");
    await inReport(page);
    await expect(heading(page)).toContainText("UBND phường Tô Hiệu");
    expect(page.url()).toContain("/03646/");
  });
}

test("a name typed without marks is offered with them, and chosen by keyboard", async ({ page }) => {
  await home(page);
  await agency(page).click();
  await page.keyboard.type("muong la");
  await expect(near(page)).toHaveText(["UBND xã Mường La", "UBND xã Mường Lạn", "UBND xã Mường Lầm"]);
  await tabTo(page, near(page).nth(1));
  await press(page, "Enter");
  await expect(agency(page)).toBeFocused();
  await expect(agency(page)).toHaveValue("UBND xã Mường Lạn");
  await expect(near(page)).toHaveCount(0);
});

test("of many names some are offered, and it is said how many more there are", async ({ page }) => {
  await home(page);
  await agency(page).fill("muong");
  await expect(near(page)).toHaveCount(6);
  await expect(page.locator(".bm-near")).toContainText("… và 9 tên nữa, gõ thêm để thu hẹp");
});

test("what may be meant for a commune is asked about once before it is a name of its own", async ({ page }) => {
  await home(page);
  await agency(page).fill("Hiệu");
  await press(page, "Enter");
  await expect(wrong(page)).toContainText("Chưa rõ “Hiệu” là xã, phường nào.");
  await expect(agency(page)).toBeFocused();
  expect(page.url()).toMatch(/#\/$/);
  // Another text is another question, and takes the old one away.
  await agency(page).fill("Hieu");
  await expect(wrong(page)).toBeEmpty();
  await press(page, "Enter");
  await expect(wrong(page)).toContainText("“Hieu”");
  await press(page, "Enter");
  await inReport(page);
  await expect(heading(page)).toContainText("Hieu – ");
});

test("an agency that is like no commune is not asked about", async ({ page }) => {
  await home(page);
  await agency(page).fill("Sở Nội vụ");
  await expect(near(page)).toHaveCount(0);
  await press(page, "Enter");
  await inReport(page);
  await expect(heading(page)).toContainText("Sở Nội vụ");
});
