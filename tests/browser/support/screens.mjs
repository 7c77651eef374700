// Every screen of the page, one after the other, for tests about all of them.

import { expect, heading } from "./fixtures.mjs";
import { paste, sample } from "./clipboard.mjs";
import { amendedDocument, busyDocument, reportDocument, sealed } from "./documents.mjs";
import { SHEETS, WARD, chooseFile, figure, importFile, openReport, openSheet, reportAddress, typeFigure, unfolded } from "./officer.mjs";
import { files, gather, openGathering } from "./units.mjs";

/** A form set with a fault in its head, in a row, in a formula and in a rule. */
export const BROKEN_FORM = JSON.stringify({
  format: "bieumau.form/1",
  id: "hong",
  version: 1,
  title: { vi: "Bộ biểu mẫu hỏng", en: "A broken form set" },
  periods: ["Q1", "Q9"],
  sheets: [
    {
      id: "s",
      title: { vi: "Biểu", en: "Form" },
      rows: [
        { id: "s.1", label: { vi: "Số hồ sơ", en: "Dossiers" }, kind: "số" },
        { id: "s.2", label: { vi: "Tỷ lệ", en: "Share" }, kind: "ratio", formula: "percent([s.9], [s.1])" },
      ],
    },
  ],
  rules: [
    { id: "r", kind: "compare", left: "[s.1]", op: "≤", right: "[s.2]", level: "error", message: { vi: "Sai", en: "Wrong" } },
  ],
});

/** Opens all explanations of the sheet that is shown. */
async function openDetails(page) {
  await page.evaluate(() => document.querySelectorAll("details:not([open]) summary").forEach((summary) => summary.click()));
}

async function goTo(page, address, title) {
  await page.goto(address);
  await expect(heading(page)).toHaveText(title);
}

/**
 * Shows one screen after the other and gives the name of each. `query` is such as "?lang=en"; `sheets` are those
 * of the report that are shown.
 */
export async function* screens(page, { query = "", sheets = SHEETS } = {}) {
  const { agency } = busyDocument();
  await goTo(page, `${query}#/`, /^(Trang chính|Home)$/);
  yield "home without a report";
  await importFile(page, { text: sealed(busyDocument()) });
  for (const sheet of sheets) {
    await openSheet(page, sheet);
    await openDetails(page);
    yield `sheet ${sheet}`;
  }
  await (await unfolded(page, "keys")).click();
  await expect(page.locator("#keys")).toBeVisible();
  yield "all keys";
  await page.keyboard.press("Escape");
  await page.locator('[data-action="find"]').click();
  await page.keyboard.type("ho so");
  await expect(page.locator("#find [role=option]").first()).toBeVisible();
  yield "finding a row";
  await page.keyboard.press("Escape");
  await (await unfolded(page, "proofread")).click();
  await page.locator("#proofread-text").fill("Đã hoàn thành 21/41 nhiệm vụ, đạt 75,5%. Đạt 44,64% (388/869). Đạt 50% (1/2). 100% văn bản được ký số.");
  await page.locator('[data-action="proofread-run"]').click();
  await page.locator('[data-filter="all"]').click();
  await expect(page.locator("#proofread [data-verdict]")).toHaveCount(4);
  yield "running text proofread";
  await page.keyboard.press("Escape");
  await openSheet(page, "pl1.b1");
  await figure(page, "pl1.b1.2.1").focus();
  await page.keyboard.press("Shift+ArrowDown");
  yield "a range of figures";
  await paste(page, { html: sample("word-form-1.html") });
  await expect(page.locator('[data-action="paste-apply"]')).toBeFocused();
  yield "a pasted table";
  await page.keyboard.press("Escape");
  await expect(page.locator("#paste")).toHaveCount(0);
  await page.locator('[data-action="paste"]:visible').click();
  await expect(page.locator("[data-paste-area]")).toBeFocused();
  yield "a place to paste a table";
  await page.keyboard.press("Escape");
  await page.locator('[data-action="complete"]').click();
  await expect(page.locator("#missing-title")).toBeFocused();
  yield "what is missing for completion";
  await page.locator('[data-action="open-helper"]').click();
  await typeFigure(page, "ledger.2.3", "510");
  yield "the ledger of dossiers";
  await openSheet(page, "pl2.b2");
  await openDetails(page);
  yield "a row fed by the ledger";
  await page.locator('[data-action="wording"]').click();
  await expect(page.locator("#wording-title")).toBeFocused();
  await openDetails(page);
  yield "the report in words";
  await page.locator('[data-action="wording-close"]').click();
  await importFile(page, { text: sealed(amendedDocument()) });
  await expect(page.locator("#log-title")).toBeVisible();
  yield "an amended report with a reason";
  await (await unfolded(page, "changes")).click();
  await expect(page.locator('dialog#changes [data-changes="table"]')).toBeVisible();
  yield "the log of changes";
  await page.keyboard.press("Escape");
  await page.locator('[data-action="window-edit"]').click();
  await page.locator("#window-to").fill("31/6/2026");
  await page.locator('[data-action="window-save"]').click();
  await expect(page.locator("#window-to-wrong")).toBeVisible();
  yield "report, its window being changed";
  for (const [form, period, sheet] of [["cchc-2021", "2021S1", "pl1.m3"], ["kl226-2026", "2026S1", "kl226"]]) {
    await openReport(page, { query, form, period });
    await openSheet(page, sheet);
    await openDetails(page);
    yield `sheet ${sheet} of ${form}`;
  }
  await goTo(page, `${query}#/`, /^(Trang chính|Home)$/);
  await expect(page.locator(`a[href="${reportAddress({ agency: WARD })}"]`).first()).toBeVisible();
  yield "home with a report";
  await page.locator('a[data-action="earlier"]').first().click();
  await page.locator('[data-action="earlier-look"]').first().click();
  await expect(page.locator("[data-earlier-preview]")).toBeVisible();
  await openDetails(page);
  yield "an earlier state";
  await goTo(page, `${query}#/`, /^(Trang chính|Home)$/);
  await chooseFile(page, { text: sealed(reportDocument({ "pl1.b1.1": { number: "3" }, "khac.1": { number: "4" } }, { agency })) });
  await expect(page.locator('[data-import="preview"]')).toBeVisible();
  await openDetails(page);
  yield "import preview";
  await chooseFile(page, { name: "hong.json", text: '{"format": "bieumau.report/1", "entries": {"pl1.b1.1": {"number": "1,5"}}}' });
  await expect(page.locator('[data-import="refused"]')).toBeVisible();
  yield "import refused";
  await page.locator('[data-import="refused"] button').click();
  const [backup] = await Promise.all([page.waitForEvent("download"), page.locator('[data-action="backup"]').click()]);
  const chunks = [];
  for await (const chunk of await backup.createReadStream()) chunks.push(chunk);
  const document = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  document.reports[0].document.modified = "2031-01-01T00:00:00Z";
  document.reports[0].document.entries["pl1.b1.1"] = { number: "77" };
  await page.locator('[data-action="restore"]').setInputFiles({ name: "sao-luu.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(document)) });
  await page.locator("[data-restore-choice]").first().selectOption("merge");
  await openDetails(page);
  yield "restore preview";
  await page.locator('[data-action="restore-cancel"]').click();
  await goTo(page, `${query}#/forms`, /^(Bộ biểu mẫu|Form sets)$/);
  yield "form sets";
  await page.locator('[data-action="open-form-set"]').setInputFiles({
    name: "hong.json",
    mimeType: "application/json",
    buffer: Buffer.from(BROKEN_FORM),
  });
  await expect(page.locator('[data-form-set="refused"]')).toBeVisible();
  yield "form set refused";
  await page.locator('[data-form-set="refused"] button').click();
  await goTo(page, `${query}#/settings`, /^(Cài đặt|Settings)$/);
  await page.locator('[data-action="window-edit"]').first().click();
  await expect(page.locator("[data-window-form]")).toBeVisible();
  yield "settings";
  await goTo(page, `${query}#/tasks`, /^(Kế hoạch của đơn vị năm 2026|The agency's own plan, 2026)$/);
  await page.locator('[data-action="add-task"]').click();
  await openDetails(page);
  yield "tasks of its own";
  await goTo(page, `${query}#/tasks/tasks-2025/x-ubnd-tinh-son-la`, /2025/);
  await page.locator('[data-task="I.1"] summary').click();
  await page.locator('[data-task="I.1"] [data-field="date"]').fill("không rõ");
  await page.locator("details.bm-note summary").click();
  yield "tasks as printed";
  await goTo(page, `${query}#/targets`, /^(Chỉ tiêu|Targets)$/);
  await openDetails(page);
  yield "targets";
  await goTo(page, `${query}#/nowhere`, /^(Không có trang này|There is no such page)$/);
  yield "not found";
  await openGathering(page, { query });
  await gather(page, files());
  await openDetails(page);
  yield "many reports into one";
  await page.locator('[data-trace="pl1.b1.1"]').click();
  await expect(page.locator("#gather-shown")).toBeFocused();
  yield "what a total is made of";
  await page.locator('[data-unit-of="03646"]').click();
  await openDetails(page);
  yield "what a unit has in each total";
  await page.keyboard.press("Escape");
  await page.goto(`${query}${reportAddress({ period: "2026S1" })}`);
  await expect(page.locator('[data-action="carry"]')).toBeVisible();
  yield "half-year offered the last report";
  await page.locator('[data-action="carry"]').click();
  await page.locator('[data-action="compare"]').click();
  await expect(page.locator("[data-past]:visible").first()).toBeVisible();
  yield "half-year beside the last report";
  await page.locator('[data-action="compare"]').click();
  await goTo(page, `${query}${reportAddress({ form: "khac" })}`, /^(Không mở được báo cáo|The report cannot be opened)$/);
  yield "no such form set";
  await goTo(page, `${query}${reportAddress({ period: "2026Q2" })}`, /^(Không mở được báo cáo|The report cannot be opened)$/);
  yield "no such period";
}

