// Report files made without the page, by the letter of its contract: canonical JSON (RFC 8785) and its SHA-256.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { WARD } from "./officer.mjs";

const here = (path) => new URL(path, import.meta.url);

/** The form set that comes with the page. */
export const FORM = JSON.parse(readFileSync(here("../../../forms/cchc-2026.json"), "utf8"));

/** What is printed in the appendices of the first quarter of 2026, by row. */
export const PRINTED = new Map(
  readFileSync(here("../../fixtures/seed-000-appendices.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .map(([row, , , , value]) => [row, value]),
);

/** The text of a document with its digest. */
export function sealed(document) {
  const { digest, ...members } = document;
  const hex = createHash("sha256").update(canonical(members)).digest("hex");
  return JSON.stringify({ ...members, digest: `sha256:${hex}` });
}

/** The printed rows that the page computes; without figures each of them lacks its operands. */
const COMPUTED = FORM.sheets
  .filter(({ helper }) => !helper)
  .flatMap(({ rows }) => rows)
  .filter(({ formula }) => formula)
  .map(({ id }) => id);

/** A report document with these entries; it claims no finding, and no value for any computed row. */
export function reportDocument(entries, members = {}) {
  return {
    format: "bieumau.report/1",
    form: { id: "cchc-2026", version: 1 },
    agency: { code: WARD, name: "UBND phường Tô Hiệu", level: "commune" },
    period: { id: "2026Q1", from: "2025-12-15", to: "2026-03-09" },
    state: "draft",
    created: "2026-03-10T02:11:09Z",
    modified: "2026-03-10T03:40:00Z",
    entries,
    derived: Object.fromEntries(COMPUTED.map((id) => [id, { reason: "missing" }])),
    findings: [],
    ...members,
  };
}

/** The printed figures as entries. */
export function printedEntries() {
  const rows = FORM.sheets.flatMap(({ rows }) => rows).filter(({ kind, formula }) => kind !== "heading" && !formula);
  const filled = rows.map(({ id, kind }) => [id, kind, PRINTED.get(id)]).filter(([, , text]) => text);
  return Object.fromEntries(filled.map(([id, kind, text]) => [id, entry(kind, text)]));
}

/** A report in which every state of a cell occurs. */
export function busyDocument() {
  const entries = printedEntries();
  entries["pl1.b1.1"].note = "Ghi chú của văn phòng";
  entries["pl1.b1.2.2"] = { number: "1042" };
  entries["pl1.b1.6"] = { not_applicable: true };
  entries["pl1.b1.3.2"] = { unreadable: "-" };
  entries["pl1.b3.1.1"] = { not_applicable: true, note: "Cấp xã không có sở, ngành" };
  entries["pl1.b6.3.2.1"] = { unreadable: "71.297" };
  return reportDocument(entries);
}

/** A report that was complete and was amended, with a warning that has its reason. */
export function amendedDocument() {
  const rows = ["pl1.b1.3.2", "pl1.b1.3.1"];
  const rule = "r-le-pl1.b1.3.2-pl1.b1.3.1";
  const reason = "Một cuộc kiểm tra đột xuất";
  return reportDocument(
    { "pl1.b1.3.1": { number: "2" }, "pl1.b1.3.2": { number: "3" }, "pl1.b1.4.1": { number: "7", carried: "2025" } },
    {
      state: "amended",
      findings: [{ rule, level: "warning", rows, message: "Nhiều hơn kế hoạch", reason }],
      log: [
        { at: "2026-03-10T03:00:00Z", what: "complete" },
        { at: "2026-03-10T03:20:00Z", what: "entry", row: "pl1.b1.3.2", from: "2", to: "3" },
        { at: "2026-03-10T03:40:00Z", what: "reason", rule, rows, from: "", to: reason },
        { at: "2026-03-10T03:40:00Z", what: "note", row: "pl1.b1.1", from: "Bản nháp", to: "" },
      ],
    },
  );
}

function entry(kind, text) {
  if (kind === "choice") return { choice: text };
  const digits = text.replace(/%$/, "").replaceAll(".", "");
  return /^\d+$/.test(digits) ? { number: String(Number(digits)) } : { unreadable: text };
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}
