// What earlier states of this program have kept in a browser opens in the page of today.

import { readFileSync } from "node:fs";
import { expect, heading, ready, test } from "./support/fixtures.mjs";
import { WARD, chooseFile, exportJson, figure, note, openReport, reportAddress, saved, typeFigure } from "./support/officer.mjs";
import { copiesOf, readBody, readRecord, recordKeys, writeRecord } from "./support/shelf.mjs";

const RECORD = `report/cchc-2026/${WARD}/2026Q1`;
const JOURNAL = `bieumau/journal/${RECORD}`;
const sample = (stage, name) => readFileSync(new URL(`../fixtures/kept/${stage}/${name}.json`, import.meta.url), "utf8");

/** Opens the page once, so that there is a database, and puts there what was kept in those days. */
async function plant(page, record, journal) {
  await page.goto("#/settings");
  await ready(page);
  await page.goto("#/");
  await ready(page);
  await writeRecord(page, RECORD, record);
  if (journal) await page.evaluate(([key, text]) => localStorage.setItem(key, text), [JOURNAL, journal]);
}

for (const stage of ["01-first-page", "03-trail"]) {
  test(`a report as ${stage} kept it, with its journal, opens with all that was typed`, async ({ page }) => {
    const old = sample(stage, "record");
    await plant(page, old, sample(stage, "journal"));
    await openReport(page);
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
    // These two were in the journal only.
    await expect(figure(page, "pl1.b1.2.2")).toHaveValue("22");
    await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
    await expect(figure(page, "pl1.b1.3.1")).toHaveValue("Dự kiến 02");
    await expect(figure(page, "pl1.b1.5")).toHaveValue("1");
    await expect(figure(page, "pl1.b1.6")).toHaveAttribute("data-state", "not_applicable");
    await expect(note(page, "pl1.b1.3")).toHaveValue("Ghi chú “mục 3”");
    await typeFigure(page, "pl1.b1.2.1", "44");
    await saved(page);
    expect(JSON.parse(await readBody(page, RECORD)).entries["pl1.b1.2.1"]).toEqual({ number: "44" });
    // The old one still lies there as one of the copies, or as an earlier state.
    const kept = await recordKeys(page);
    const texts = [];
    for (const key of kept.filter((key) => key.includes(RECORD))) texts.push(JSON.parse(await readRecord(page, key)).body);
    expect(texts).toContain(JSON.parse(old).body);
    await page.reload();
    await openReport(page);
    await expect(figure(page, "pl1.b1.2.1")).toHaveValue("44");
    await expect(figure(page, "pl1.b1.2.2")).toHaveValue("22");
  });
}

test("a report that is discarded takes what stands in its journal only along into its last state", async ({ page }) => {
  await plant(page, sample("03-trail", "record"), sample("03-trail", "journal"));
  await page.goto(`#/earlier/cchc-2026/${WARD}/2026Q1`);
  await page.locator('[data-action="discard"]').click();
  await expect(page.getByText("Báo cáo này không còn trên máy")).toBeVisible();
  expect(await page.evaluate((key) => localStorage.getItem(key), JOURNAL)).toBeNull();
  await page.locator('[data-action="earlier-look"]').first().click();
  await page.locator('[data-action="earlier-apply"]').click();
  await expect(figure(page, "pl1.b1.2.1")).toHaveValue("41");
  await expect(figure(page, "pl1.b1.2.2")).toHaveValue("22");
  await expect(figure(page, "pl1.b1.1")).toHaveValue("7");
});

test("a report with members of a newer page is told and left untouched", async ({ page }) => {
  await openReport(page);
  await typeFigure(page, "pl1.b1.1", "32");
  await saved(page);
  const file = await exportJson(page);
  await page.goto("#/settings");
  await expect(heading(page)).toHaveText("Cài đặt");
  const texts = {};
  for (const copy of copiesOf(RECORD)) {
    const record = JSON.parse(await readRecord(page, copy));
    record.body = JSON.stringify({ ...JSON.parse(record.body), of_tomorrow: ["a"] });
    const digest = await page.evaluate(async (text) => {
      const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }, record.body);
    texts[copy] = JSON.stringify({ ...record, checksum: `sha256:${digest}` });
    await writeRecord(page, copy, texts[copy]);
  }
  await page.reload();
  await page.goto(reportAddress());
  await expect(page.getByText("do một phiên bản mới hơn của Biểu Mẫu lưu")).toBeVisible();
  await expect(page.locator("[data-row]")).toHaveCount(0);
  await page.goto("#/");
  await ready(page);
  for (const copy of copiesOf(RECORD)) expect(await readRecord(page, copy)).toBe(texts[copy]);
  // Nor does a file take its place.
  await chooseFile(page, file);
  await page.locator('[data-import="preview"] [data-action="import-apply"]').click();
  await expect(page.getByText("do một phiên bản mới hơn của Biểu Mẫu lưu")).toBeVisible();
  for (const copy of copiesOf(RECORD)) expect(await readRecord(page, copy)).toBe(texts[copy]);
  expect((await recordKeys(page)).filter((key) => key.startsWith("past/"))).toEqual([]);
});
