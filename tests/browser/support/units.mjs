// Report files of units, made without the page, and how they come into a consolidation.

import { expect, heading, ready } from "./fixtures.mjs";
import { reportDocument, sealed } from "./documents.mjs";

/** Communes and wards of the official list. */
export const UNITS = {
  "03646": "UBND phường Tô Hiệu",
  "03667": "UBND phường Chiềng An",
  "03670": "UBND phường Chiềng Cơi",
  "03679": "UBND phường Chiềng Sinh",
  "03980": "UBND phường Mộc Châu",
};

/** Rows that are used here: one that is added up, and a share with its parts. */
export const SUM = "pl1.b1.1";
export const SHARE = { of: "pl2.b2.3.2", whole: "pl2.b2.3.2.1", part: "pl2.b2.3.2.2" };

/** A unit's report; `issued` documents, and `[whole, part]` dossiers. */
export function unitDocument(code, { issued, dossiers, share, name = UNITS[code] ?? code, level = "commune", ...members } = {}) {
  const entries = {};
  if (issued !== undefined) entries[SUM] = typeof issued === "number" ? { number: String(issued) } : issued;
  if (dossiers) {
    entries[SHARE.whole] = { number: String(dossiers[0]) };
    entries[SHARE.part] = { number: String(dossiers[1]) };
  }
  const document = reportDocument(entries, {
    state: "complete",
    log: [{ at: "2026-03-10T03:40:00Z", what: "complete" }],
    ...members,
    agency: { code, name, level },
  });
  if (dossiers)
    document.derived[SHARE.of] = share
      ? { number: share, numerator: String(dossiers[1]), denominator: String(dossiers[0]) }
      : { reason: "zero_denominator", numerator: "0", denominator: "0" };
  return document;
}

/** A file as the browser hands it over. */
export const fileOf = (name, text) => ({ name, mimeType: "application/json", buffer: Buffer.from(text) });

/** Five good files of four units, and four that are not what they should be. */
export function files() {
  const later = { modified: "2026-03-11T03:40:00Z" };
  const altered = sealed(unitDocument("03679", { issued: 4 })).replace('"number":"4"', '"number":"5"');
  return [
    fileOf("to-hieu-2.json", sealed(unitDocument("03646", { issued: 2, dossiers: [100, 90], share: "90", ...later }))),
    fileOf("to-hieu-1.json", sealed(unitDocument("03646", { issued: 1 }))),
    fileOf("chieng-an.json", sealed(unitDocument("03667", { issued: 3, dossiers: [50, 50], share: "100" }))),
    fileOf("chieng-coi.json", sealed(unitDocument("03670", { issued: { not_applicable: true, note: "Không ban hành" } }))),
    fileOf("chieng-sinh.json", altered),
    fileOf("moc-chau.json", sealed(unitDocument("03980", { issued: 9, period: { id: "2026S1" } }))),
    fileOf("ban-quan-ly.json", sealed(unitDocument("x-ban-quan-ly", { issued: 7, name: "Ban quản lý", level: "department" }))),
    fileOf("hong.json", "{ không phải JSON"),
    fileOf("ghi-chu.txt", "Kính gửi Sở Nội vụ"),
  ];
}

/** Opens the page of consolidation. */
export async function openGathering(page, { query = "", form = "cchc-2026", period = "2026Q1" } = {}) {
  await page.goto(`${query}#/consolidate/${form}/${period}`);
  await ready(page);
  await expect(heading(page)).toBeVisible();
}

/** Hands files over, and waits until they are read. */
export async function gather(page, list) {
  await page.locator('[data-action="consolidate-add"]').setInputFiles(list);
  await read(page);
}

/** Waits until every file is read. */
export async function read(page) {
  await expect(page.locator("#aloud")).toContainText(/Đã nhận|taken in/);
  await expect(page.locator("#gather-progress")).toHaveCount(0);
}

/** A unit's line in the list of who has sent. */
export const unit = (page, code) => page.locator(`[data-unit="${code}"]`);

/** How many there are of something: sent, missing, counted. */
export const count = (page, what) => page.locator(`[data-count="${what}"]`);
