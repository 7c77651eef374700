// What the oldest browsers that the page promises lack, by MDN's browser-compat-data: in a style sheet, in a script.

import { parse } from "acorn";
import { full } from "acorn-walk";
import { parse as parseCss, walk } from "css-tree";
import bcd from "@mdn/browser-compat-data" with { type: "json" };

/** The last browsers for Windows 7. */
export const OLDEST = { chrome: 109, firefox: 115 };

/** The oldest browsers that lack a feature, as "firefox 115"; empty where all have it. */
function lackers(compat) {
  return Object.entries(OLDEST)
    .filter(([browser, version]) => ![compat.support[browser]].flat().some((statement) => has(statement, version)))
    .map(([browser, version]) => `${browser} ${version}`);
}

function has(statement, version) {
  if (!statement?.version_added || statement.flags || statement.prefix || statement.alternative_name) return false;
  const number = (text) => (text === true ? 0 : Number.parseFloat(String(text).replace("≤", "")));
  const isGone = statement.version_removed && number(statement.version_removed) <= version;
  return number(statement.version_added) <= version && !isGone;
}

/** What a style sheet uses and one of the oldest browsers lacks, each once, as "name (browser)". */
export function lackingInStyle(css) {
  const found = new Set();
  const ask = (name, ...features) => {
    const known = features.filter((feature) => feature?.__compat).map(({ __compat }) => lackers(__compat));
    // Of several things with one name it is enough that one is there.
    if (known.length && known.every((lack) => lack.length)) found.add(`${name} (${known[0].join(", ")})`);
    return known.length > 0;
  };
  const { properties, selectors, types, "at-rules": atRules } = bcd.css;
  let depth = 0;
  walk(parseCss(css, { parseCustomProperty: true }), {
    enter(node) {
      // `this` says in which rule of which at-rule a node stands.
      if (node.type === "Rule") {
        depth += 1;
        if (depth > 1) ask("nesting", selectors.nesting);
      }
      if (node.type === "Atrule") ask(`@${node.name}`, atRules[node.name]);
      if (node.type === "Feature") ask(`(${node.name})`, atRules.media[node.name.replace(/^(min|max)-/, "")]);
      if (node.type === "FeatureRange") ask("ranges in @media", atRules.media.range_syntax);
      if (node.type.startsWith("Pseudo") && !node.name.startsWith("-")) ask(`:${node.name}`, selectors[node.name]);
      if (node.type === "Declaration" && !node.property.startsWith("-")) {
        const property = atRules[this.atrule?.name]?.[node.property] ?? properties[node.property];
        if (!ask(node.property, property)) found.add(`${node.property} (not known)`);
        walk(node.value, (part) => {
          if (part.type === "Identifier") ask(`${node.property}: ${part.name}`, property?.[part.name]);
        });
      }
      if (node.type === "Function") ask(`${node.name}()`, ...named(types, node.name));
      if (node.type === "Dimension") ask(`1${node.unit}`, ...named(types, node.unit));
    },
    leave(node) {
      if (node.type === "Rule") depth -= 1;
    },
  });
  return [...found];
}

/** Every feature with a name, however deep. */
function named(tree, name) {
  return Object.entries(tree).flatMap(([key, value]) => {
    if (key === "__compat") return [];
    return [...(key === name ? [value] : []), ...named(value, name)];
  });
}

/** Names of globals and of their members, each with all that bear it. */
const NAMES = new Map();
for (const [name, feature] of [...Object.entries(bcd.api), ...Object.entries(bcd.javascript.builtins)]) {
  note(name, feature);
  for (const [member, { __compat }] of Object.entries(feature)) if (__compat) note(member.replace(/_static$/, ""), { __compat });
}

// Shorter names are those of the minifier.
const MIN = 3;

function note(name, { __compat }) {
  if (__compat) NAMES.set(name, [...(NAMES.get(name) ?? []), lackers(__compat)]);
}

/**
 * What a script uses and one of the oldest browsers lacks, by name: a name counts where everything that bears it is
 * lacking, and where the script has not given it to anything of its own. Fails for syntax newer than theirs.
 */
export function lackingInScript(script, { sourceType = "module" } = {}) {
  const [found, asked, own] = [new Set(), new Set(), new Set()];
  const check = (name) => {
    const known = own.has(name) || name.length < MIN ? undefined : NAMES.get(name);
    if (known?.every((lack) => lack.length)) found.add(`${name} (${known[0].join(", ")})`);
  };
  // Both have all of ECMAScript 2022.
  full(parse(script, { ecmaVersion: 2022, sourceType, allowReturnOutsideFunction: true }), (node, _, type) => {
    if (node.type === "MemberExpression" && !node.computed) asked.add(node.property.name);
    if (node.type === "MemberExpression" && node.property.type === "Literal") asked.add(String(node.property.value));
    if (type === "VariablePattern") own.add(node.name);
    else if (node.type === "Identifier") asked.add(node.name);
    if (node.type === "FunctionDeclaration") own.add(node.id.name);
    if (node.type === "ObjectExpression") for (const { key } of node.properties) if (key) own.add(key.name ?? key.value);
    if (node.type === "MethodDefinition") own.add(node.key.name);
  });
  asked.forEach(check);
  return [...found];
}
