import { isAlias } from "../../domain/record/aliases";
import {
  gridMember,
  isList,
  isObject,
  listOf,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from "../../domain/record/anonymise";
import { roleOf, type Role } from "../../domain/record/members";
import { isOwnName } from "../../domain/record/ownNames";
import { resultsOf } from "../../domain/record/record";
import { figureShape, formatShape, isShape } from "../../domain/record/shapes";
import { isErrorText } from "../../domain/values/value";
import type { Bindings } from "./bindings";
import { actionText, failedAction, memberText } from "./memberPath";

/** The first member that the workbench answers otherwise. */
export interface Difference {
  /** As a script would write it. */
  readonly member: string;
  /** What Excel answered, and what the workbench does. */
  readonly excel: string;
  readonly workbench: string;
}

export interface Comparing {
  readonly bindings: Bindings;
  /** True where the workbench's cells hold the very values of the record's workbook: then their kinds count, too. */
  readonly sameCells: boolean;
}

const missing = "–";
const longest = 120;

const isText = (value: Json): value is string => typeof value === "string";

function shown(value: Json | undefined): string {
  const text = value === undefined ? missing : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const differ = (member: string, recorded: Json | undefined, actual: Json | undefined): Difference => ({
  member,
  excel: shown(recorded),
  workbench: shown(actual),
});

/** How an id looks, which is what may be expected of the workbench. */
function idForm(id: string): string {
  if (/^\d+$/.test(id)) return "number";
  if (/^\{.*\}$/.test(id)) return "guid in braces";
  return /^[0-9a-f]{8}-/i.test(id) ? "guid" : "other";
}

/** How a limit or a formula is told: the form of a number or a date, or that it is a formula. */
function ruleForm(text: string): string {
  const isFormula = text.startsWith("=");
  const figure = figureShape(isFormula ? text.slice(1) : text);
  const form = figure === null ? "" : figure.replace(/1+/g, "1").replace(/^-/, "");
  return isFormula ? `=${form}` : form;
}

function sameAddress(recorded: string, actual: string, { bindings }: Comparing): boolean {
  const parts = (address: string): readonly [string, string] => {
    const cut = address.lastIndexOf("!");
    return [
      address
        .slice(0, Math.max(0, cut))
        .replace(/^'([^]*)'$/, "$1")
        .replaceAll("''", "'"),
      address.slice(cut + 1),
    ];
  };
  const [all, others] = [recorded.split(","), actual.split(/,(?=(?:[^']*'[^']*')*[^']*$)/)];
  return (
    all.length === others.length &&
    all.every((each, index) => {
      const [sheet, area] = parts(each);
      const [otherSheet, otherArea] = parts(others[index] ?? "");
      const sameSheet = sheet === "" || isOwnName(sheet) ? sheet === otherSheet : bindings.bind(sheet, otherSheet);
      return sameSheet && area === otherArea;
    })
  );
}

function sameText(recorded: string, actual: string, role: Role, comparing: Comparing): boolean {
  const { bindings } = comparing;
  switch (role) {
    case "address":
      return sameAddress(recorded, actual, comparing);
    case "formula":
      return ruleForm(recorded) === ruleForm(actual);
    case "id":
      return (isAlias(recorded) || idForm(recorded) === idForm(actual)) && bindings.bind(recorded, actual);
    case "numberFormat":
      return recorded === formatShape(actual);
    case "cells":
      return isErrorText(recorded) ? recorded === actual : actual !== "";
    default:
      return isAlias(recorded) ? bindings.bind(recorded, actual) : recorded === actual;
  }
}

function sameShape(recorded: string, actual: Json): boolean {
  if (recorded === "~b") return typeof actual === "boolean";
  if (recorded.startsWith("~s")) return typeof actual === "string" && actual !== "";
  return typeof actual === "number";
}

function sameScalar(recorded: Json, actual: Json, role: Role, comparing: Comparing): boolean {
  if (recorded === null || actual === null) return recorded === actual;
  if (typeof recorded === "string") {
    if (isShape(recorded)) return sameShape(recorded, actual);
    if (typeof actual !== "string") return false;
    return recorded === "" ? actual === "" : sameText(recorded, actual, role, comparing);
  }
  if (typeof recorded !== typeof actual) return false;
  if (typeof recorded === "number") return role !== "count" || recorded === actual;
  return recorded === actual || !comparing.sameCells;
}

/** Cells as far as the record has them. In another workbook than the record's only the size of the grid says anything. */
function compareGrid(
  size: readonly Json[],
  rows: readonly Json[],
  actual: Json,
  role: Role,
  member: string,
  comparing: Comparing,
): Difference | null {
  const grid = listOf(actual);
  const isGrid = isList(actual) && grid.every(isList);
  const actualSize = isGrid ? [grid.length, listOf(grid[0]).length] : null;
  const text = (given: readonly Json[] | null): Json => (given ? `${String(given[0])} × ${String(given[1])}` : actual);
  if (text(size) !== text(actualSize)) return differ(member, text(size), text(actualSize));
  if (!comparing.sameCells) return null;
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of listOf(cells).entries()) {
      const other = listOf(grid[row])[column] ?? null;
      // A first row may hold headers, by which later requests ask.
      if (row === 0 && isText(cell) && isAlias(cell) && isText(other)) comparing.bindings.bind(cell, other);
      if (!sameScalar(cell, other, role, comparing)) return differ(`${member}[${row}][${column}]`, cell, other);
    }
  }
  return null;
}

function compareMembers(recorded: JsonObject, actual: Json, member: string, comparing: Comparing): Difference | null {
  if (!isObject(actual)) return differ(member, recorded, actual);
  const names = new Set([...Object.keys(recorded), ...Object.keys(actual)]);
  for (const name of names) {
    const place = name === "_Items" ? `${member}.items` : `${member}.${memberText(name)}`;
    const [one, other] = [recorded[name], actual[name]];
    if (one === undefined || other === undefined) return differ(place, one, other);
    const found = compareValue(one, other, roleOf(name), place, comparing);
    if (found) return found;
  }
  return null;
}

function compareValue(
  recorded: Json,
  actual: Json,
  role: Role,
  member: string,
  comparing: Comparing,
): Difference | null {
  if (isObject(recorded)) {
    if (gridMember in recorded) {
      const rows = listOf(recorded["rows"]);
      return compareGrid(listOf(recorded[gridMember]), rows, actual, role, member, comparing);
    }
    return compareMembers(recorded, actual, member, comparing);
  }
  if (isList(recorded)) {
    if (!isList(actual)) return differ(member, recorded, actual);
    if (recorded.length !== actual.length) return differ(`${member}.length`, recorded.length, actual.length);
    for (const [index, each] of recorded.entries()) {
      const found = compareValue(each, actual[index] ?? null, role, `${member}[${index}]`, comparing);
      if (found) return found;
    }
    return null;
  }
  // What a name stood for until now is asked first: comparing takes over what it stands for.
  const before = typeof recorded === "string" ? comparing.bindings.find(recorded) : null;
  if (sameScalar(recorded, actual, role, comparing)) return null;
  const found = differ(member, recorded, actual);
  return before === null || before === recorded ? found : { ...found, excel: `${found.excel} = ${shown(before)}` };
}

function compareErrors(asked: JsonObject, recorded: JsonObject, actual: JsonObject): Difference | null {
  const [one, other] = [objectOf(recorded["Error"]), objectOf(actual["Error"])];
  if (one["Code"] === other["Code"]) return null;
  const index = one["ActionIndex"] ?? other["ActionIndex"];
  return differ(`${failedAction(asked, index)}: error`, one["Code"], textOf(other["Code"]) ? other["Code"] : undefined);
}

/**
 * Holds the workbench's answer against Excel's: members, kinds of values, ids, errors. What stands in cells, and names, cannot be
 * held against each other; that the same name stays the same can.
 */
export function compareAnswer(
  asked: JsonObject,
  recorded: JsonObject,
  actual: JsonObject,
  comparing: Comparing,
): Difference | null {
  const answers = resultsOf(actual);
  for (const [id, value] of resultsOf(recorded)) {
    // Where the workbench stopped in an error, that says more.
    if (!answers.has(id)) break;
    const found = compareValue(value, answers.get(id) ?? null, "other", actionText(asked, id), comparing);
    if (found) return found;
  }
  return compareErrors(asked, recorded, actual);
}
