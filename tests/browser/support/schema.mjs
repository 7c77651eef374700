// JSON Schema, draft 2020-12, by a validator that is not ours.

import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { expect } from "@playwright/test";

/** Fails with everything in which `value` breaks the schema in this file. */
export function expectValid(value, schemaFile) {
  const ajv = addFormats(new Ajv2020.default({ allErrors: true, strict: true, allowUnionTypes: true }));
  const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, "utf8")));
  validate(value);
  const lines = (validate.errors ?? []).map(({ instancePath, message, params }) =>
    [instancePath || "/", message, JSON.stringify(params)].join(" "),
  );
  expect(lines).toEqual([]);
}
