// Turns the common work of the form-engine benchmark into a form set of ours: the same 150 inputs, 40 ratios and
// 30 rules, with the same ids, so that the benchmark finds in our page what it finds in the other ten.
//
//   node form-from-spec.mjs <folder of the benchmark> [scale] > form.json
//
// The benchmark's gen-spec.mjs says what the work is; nothing of it is copied here.

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

/** The benchmark's own account of its work at a scale: 1, 2, 10 or 20 times 8 tables. */
export async function readSpec(benchmark, scale) {
  const { makeSpec } = await import(pathToFileURL(join(resolve(benchmark), "gen-spec.mjs")).href);
  return makeSpec(scale);
}

/** The form set in whose place this one lies: the one that comes with the page, and opens as every officer's does. */
export const FORM = "cchc-2026";

/** A report of that form set, as an address behind `#`. The agency stands for itself; its code is no official one. */
export const REPORT = `#/report/${FORM}/side-by-side/2026Q1`;

/** The form set `bieumau.form/1`: one sheet a table, one row a cell. */
export function formFromSpec(spec) {
  return {
    format: "bieumau.form/1",
    id: FORM,
    version: 1,
    title: both(spec.title),
    source: both("gen-spec.mjs"),
    periods: ["Q1", "S1", "Q3", "Y"],
    sheets: spec.tables.map((table) => sheetFrom(table, spec)),
    rules: spec.rules.map(ruleFrom),
  };
}

function sheetFrom(table, spec) {
  const [name, title] = table.title.split(". ");
  return {
    id: table.id,
    name: both(name),
    title: both(title),
    rows: table.rows.flatMap((row, number) => [
      ...row.cells.flatMap((id, column) =>
        // Some cells of the printed table are blocked out; they are no rows of ours.
        id === null ? [] : [countRow(id, `${number + 1}.${column + 1}`, `${row.label}: ${table.columns[column]}`)],
      ),
      ratioRow(row, `${number + 1}.5`, `${row.label}: ${table.ratio}`, spec),
    ]),
  };
}

const countRow = (id, code, label) => ({
  id,
  code,
  label: both(label),
  measure: { vi: "người", en: "persons" },
  kind: "count",
  accumulation: "window",
  consolidation: "sum",
});

function ratioRow(row, code, label, spec) {
  const { num, den } = spec.derived.find((derived) => derived.id === row.derived);
  return {
    id: row.derived,
    code,
    label: both(label),
    measure: both("%"),
    kind: "ratio",
    decimals: 2,
    formula: `percent([${num}], [${den}])`,
    accumulation: "window",
    consolidation: "ratio_of_sums",
  };
}

const ruleFrom = (rule) => ({
  id: rule.id,
  kind: "compare",
  left: `[${rule.part}]`,
  op: "<=",
  right: `[${rule.total}]`,
  level: "error",
  message: both(rule.message),
});

/** The benchmark's texts are English only, so both languages of ours say the same. */
const both = (text) => ({ vi: text, en: text });

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [benchmark, scale = "1"] = process.argv.slice(2);
  if (!benchmark) {
    console.error("usage: node form-from-spec.mjs <folder of the benchmark> [scale]");
    process.exit(2);
  }
  const spec = await readSpec(benchmark, Number(scale));
  process.stdout.write(`${JSON.stringify(formFromSpec(spec, Number(scale)))}\n`);
}
