// What DHIS2 gets is computed by DHIS2's own parser of expressions: its indicators give the figures of this library, and
// its validation rules fail where ours do.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { ExpressionDataJs, ExpressionJs, ExpressionMode } from "@dhis2/expression-parser";

const REPORTS = 40;
const FORMS = ["cchc-2026", "cchc-2021", "kl226-2026"];
const MISSING = { SKIP_IF_ANY_VALUE_MISSING: "some", SKIP_IF_ALL_VALUES_MISSING: "every" };

const ASKED = /is(Not)?Null\(#\{(\w+)\}\)/g;

let folder;

before(() => {
  folder = mkdtempSync(join(tmpdir(), "bieumau-dhis2-"));
  const made = ["run", "--locked", "--quiet", "--example", "dhis2-handover", "--", folder, String(REPORTS)];
  execFileSync("cargo", made, { stdio: ["ignore", "inherit", "inherit"] });
});

after(() => folder && rmSync(folder, { recursive: true, force: true }));

const read = (name) => readFileSync(join(folder, name), "utf8");

/** An expression that DHIS2 takes, with the data elements that count as missing where they are: not those that it asks about. */
function parsed(text, mode) {
  const expression = new ExpressionJs(text, mode);
  expression.validate(new Map());
  const uids = expression.collectDataItems().map((item) => item.uid0.value);
  const asked = new Set([...text.matchAll(ASKED)].map(([, , uid]) => uid));
  return { text, mode, counted: uids.filter((uid) => !asked.has(uid)) };
}

/**
 * Its value over the values of a report, by data element. What is missing is zero, as DHIS2's documentation says of what
 * is not skipped; its server puts the zeros in, so the parser gets them from us, and what is asked about is answered.
 */
function value({ text, mode }, values) {
  const answered = text.replace(ASKED, (_, not, uid) => (values.has(uid) === Boolean(not) ? "(1 == 1)" : "(1 == 0)"));
  const expression = new ExpressionJs(answered, mode);
  const held = new Map(expression.collectDataItems().map((item) => [item, values.get(item.uid0.value) ?? 0]));
  return expression.evaluate(
    (name) => assert.fail(`${name} is unknown to DHIS2`),
    new ExpressionDataJs(new Map(), new Map(), new Map(), held, new Map()),
  );
}

/** Whether a side of a rule is skipped, as the documentation says of each strategy. */
function isSkipped(side, values) {
  const every = MISSING[side.missingValueStrategy];
  return Boolean(every) && side.counted.length > 0 && side.counted[every]((uid) => !values.has(uid));
}

function holds(left, operator, right) {
  switch (operator) {
    case "equal_to":
      return left === right;
    case "less_than_or_equal_to":
      return left <= right;
    case "greater_than_or_equal_to":
      return left >= right;
    default:
      return assert.fail(`no report asks for ${operator}`);
  }
}

for (const form of FORMS) {
  test(`${form}: DHIS2 reads every expression, and computes what this library computes`, () => {
    const data = JSON.parse(read(`${form}.metadata.json`));
    const types = new Map(data.indicatorTypes.map((type) => [type.id, type.factor]));
    const numbers = new Set(data.dataElements.filter((it) => /INTEGER|NUMBER|PERCENTAGE/.test(it.valueType)).map((it) => it.id));
    const indicators = new Map(
      data.indicators.map((it) => {
        const side = (text) => parsed(text, ExpressionMode.INDICATOR_EXPRESSION);
        return [it.id, { above: side(it.numerator), below: side(it.denominator), factor: types.get(it.indicatorType.id) }];
      }),
    );
    const period = data.validationRules[0].periodType;
    const rules = data.validationRules
      .filter((rule) => rule.periodType === period)
      .map((rule) => {
        const side = (it) => ({ ...it, ...parsed(it.expression, ExpressionMode.VALIDATION_RULE_EXPRESSION) });
        return { id: rule.name.split(" ")[1], operator: rule.operator, left: side(rule.leftSide), right: side(rule.rightSide) };
      });
    const judged = new Set(rules.map((rule) => rule.id));
    let [computed, failed, different] = [0, 0, 0];
    for (let number = 0; number < REPORTS; number += 1) {
      const set = JSON.parse(read(`${form}.${number}.values.json`));
      const values = new Map(
        set.dataValues.map((it) => [it.dataElement, numbers.has(it.dataElement) ? Number(it.value) : it.value]),
      );
      const lines = read(`${form}.${number}.tsv`).trimEnd().split("\n");
      const [fails, alone] = [new Set(), new Set()];
      for (const [name, figure, decimals] of lines.map((line) => line.split("\t"))) {
        if (name === "fails") {
          if (judged.has(figure)) fails.add(figure);
          continue;
        }
        if (name === "goes without") {
          alone.add(figure);
          continue;
        }
        const { above, below, factor } = indicators.get(name);
        const theirs = (value(above, values) / value(below, values)) * factor;
        const most = 0.5 / 10 ** Number(decimals) + 1e-9 * Math.abs(theirs);
        assert.ok(Math.abs(theirs - Number(figure)) <= most, `${form} ${number} ${name}: ${theirs}, not ${figure}`);
        computed += 1;
      }
      const theirs = new Set();
      for (const { id, operator, left, right } of rules) {
        if (isSkipped(left, values) || isSkipped(right, values)) {
          // The one difference of rules (docs/dhis2.md): a sum that goes without a row of another level.
          if (alone.has(id) && fails.delete(id)) different += 1;
          continue;
        }
        if (!holds(value(left, values), operator, value(right, values))) theirs.add(id);
      }
      assert.deepEqual([...theirs].sort(), [...fails].sort(), `${form}, report ${number}`);
      failed += fails.size;
    }
    assert.ok(computed > REPORTS || indicators.size === 0, `${computed} figures`);
    assert.ok(failed > REPORTS, `${failed} failing rules`);
    if (form === "cchc-2026") assert.ok(different > 0, "no sum goes without a row");
  });
}
