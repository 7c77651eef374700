// Beginning a report: the agency is the one that is meant, and what is typed next is a figure.

import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { press } from "./support/keys.mjs";
import { figure, inReport, openReport, saved, tabTo, typeFigure } from "./support/officer.mjs";

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

test("after Enter on the home page the next digit is the first figure", async ({ page }) => {
  await home(page);
  await agency(page).fill("03646");
  await press(page, "Enter");
  await expect(figure(page, "pl1.b1.1")).toBeFocused();
  await expect(page.locator("#aloud")).toContainText("UBND phường Tô Hiệu");
  await page.keyboard.type("5");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("5");
});

test("who comes back to a report stands on the first figure that is missing, else on the title", async ({ page }) => {
  await openReport(page);
  // Opened by its address the page leaves the focus alone.
  await expect(page.locator("body")).toBeFocused();
  await typeFigure(page, "pl1.b1.1", "5");
  await typeFigure(page, "pl1.b1.2.1", "41");
  await saved(page);
  await page.getByRole("link", { name: "Cài đặt" }).click();
  await expect(heading(page)).toHaveText("Cài đặt");
  await page.goBack();
  await expect(figure(page, "pl1.b1.2.2")).toBeFocused();
  // A sheet on which nothing is to be filled has no such figure.
  await page.getByRole("link", { name: "Cài đặt" }).click();
  await expect(heading(page)).toBeFocused();
  await openReport(page, { at: "pl2.b1" });
  await expect(heading(page)).toContainText("UBND phường Tô Hiệu");
  await expect(heading(page)).toBeFocused();
  // Nor does it move away from a row that the address names.
  await page.getByRole("link", { name: "Cài đặt" }).click();
  await expect(heading(page)).toBeFocused();
  await openReport(page, { at: "pl1.b6.4.2.1" });
  await expect(figure(page, "pl1.b6.4.2.1")).toBeFocused();
});

test("a report that cannot be opened has the focus on why", async ({ page }) => {
  await home(page);
  await page.goto("#/report/khac/03646/2026Q1");
  await expect(heading(page)).toHaveText("Không mở được báo cáo");
  await expect(heading(page)).toBeFocused();
});
