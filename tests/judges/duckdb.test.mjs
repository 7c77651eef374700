// DuckDB reads the tidy data of 3,321 made-up reports as they are, and adds them up to the same digits as the library.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { DuckDBInstance } from "@duckdb/node-api";

// Every commune of the country, one form of 127 rows each.
const AGENCIES = 3321;
const ROWS = 127;

const printed = JSON.parse(readFileSync("forms/cchc-2026.json", "utf8")).sheets.filter((sheet) => !sheet.helper);
const kinds = printed.flatMap((sheet) => sheet.rows.map((row) => row.kind));
const withFigures = kinds.filter((kind) => ["count", "money", "decimal", "ratio"].includes(kind)).length;

let folder;
let duck;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "bieumau-tidy-"));
  const made = ["run", "--locked", "--quiet", "--example", "many-reports", "--", folder, String(AGENCIES)];
  execFileSync("cargo", made, { stdio: ["ignore", "inherit", "inherit"] });
  duck = await (await DuckDBInstance.create(":memory:")).connect();
});

after(() => folder && rmSync(folder, { recursive: true, force: true }));

const rows = async (sql) => (await duck.runAndReadAll(sql)).getRowsJson();

/** What the library says: row, count, sum. */
const sums = () =>
  readFileSync(join(folder, "sums.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => line.split("\t"));

/** A decimal without the zeros that a column of fixed width brings. */
const plain = (text) => (text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text);

for (const [name, from] of [
  ["CSV", (path) => `read_csv('${path}/*.csv', all_varchar = true)`],
  ["NDJSON", (path) => `read_json('${path}/*.ndjson')`],
]) {
  test(`${name}: every line is there, and every sum is the same`, async () => {
    // The lines of docs/tidy.md.
    await duck.run(`CREATE OR REPLACE TABLE figures AS SELECT * FROM ${from(folder)}`);
    const added = await rows(`
      SELECT "row", count(*)::VARCHAR, sum("value"::DECIMAL(38, 12))::VARCHAR FROM figures
      WHERE state IN ('number', 'derived') GROUP BY ALL ORDER BY "row"`);
    assert.deepEqual(
      added.map(([row, count, sum]) => [row, count, plain(sum)]),
      sums(),
    );
    assert.equal(added.length, withFigures, "each row that holds a figure has a sum");

    const [[lines, agencies, codes]] = await rows(
      `SELECT count(*)::INT, count(DISTINCT agency_code)::INT, count(DISTINCT "row")::INT FROM figures`,
    );
    assert.deepEqual([lines, agencies, codes], [AGENCIES * ROWS, AGENCIES, ROWS]);
    const [[wrong]] = await rows(`SELECT count(*)::INT FROM figures WHERE length(agency_code) <> 5 OR form_version::INT <> 1`);
    assert.equal(wrong, 0, "leading zeros stay");
    const broken = await rows(`SELECT DISTINCT note FROM figures WHERE note LIKE '%' || chr(10) || '%'`);
    assert.deepEqual(broken, [['"Số" gồm cả xã,\nhai dòng; xong']], "a note of two lines is one note");
  });
}

test("both writings say the same", async () => {
  const columns = `* REPLACE (regexp_replace(note, '^''([=+@-])', '\\1') AS note)`;
  const read = (from) => `SELECT ${columns} FROM (SELECT COLUMNS(*)::VARCHAR FROM ${from})`;
  const [csv, json] = [`read_csv('${folder}/*.csv', all_varchar = true)`, `read_json('${folder}/*.ndjson')`].map(read);
  const [[differing]] = await rows(`SELECT count(*)::INT FROM ((${csv} EXCEPT ALL ${json}) UNION ALL (${json} EXCEPT ALL ${csv}))`);
  assert.equal(differing, 0);
});

test("what would be a formula in a spreadsheet is none in the CSV, and is exact in the NDJSON", async () => {
  const notes = async (from) => (await rows(`SELECT DISTINCT note FROM ${from} WHERE note LIKE '%1+1' OR note LIKE '%-5 so%' ORDER BY note`)).flat();
  assert.deepEqual(await notes(`read_csv('${folder}/*.csv', all_varchar = true)`), ["'-5 so với kỳ trước", "'=1+1"]);
  assert.deepEqual(await notes(`read_json('${folder}/*.ndjson')`), ["-5 so với kỳ trước", "=1+1"]);
});
