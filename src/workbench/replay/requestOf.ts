import { aliasPattern } from "../../domain/record/aliases";
import { gridMember, isList, isObject, listOf, type Json, type JsonObject } from "../../domain/record/anonymise";
import { valueOfShape } from "../../domain/record/shapes";
import { escapeColumn } from "../data/columnNames";
import { quoteSheet } from "../../domain/workbook/area";
import type { Bindings } from "./bindings";

/** A formula or an address with the workbench's names in place of the record's. */
function named(text: string, bindings: Bindings): string {
  return text.replace(/'?\bu_\d+\b'?/g, (found, at: number) => {
    const alias = found.replaceAll("'", "");
    const name = bindings.find(alias);
    if (name === null || name === alias) return found;
    if (text[at + found.length] === "!") return quoteSheet(name);
    return /\[@?$/.test(text.slice(0, at)) ? escapeColumn(name) : name;
  });
}

function textOf(text: string, bindings: Bindings): Json {
  const bound = bindings.find(text);
  if (bound !== null) return bound;
  const value = valueOfShape(text);
  if (value !== text) return value;
  // The items of a list, each by its length.
  if (/^~s\d+(?:,~s\d+)+$/.test(text))
    return text
      .split(",")
      .map((item) => String(valueOfShape(item)))
      .join(",");
  return text.search(aliasPattern) < 0 ? text : named(text, bindings);
}

/** Rows as many as there were: those that the record left out are like the last one that it has. */
function gridOf(size: readonly Json[], rows: readonly Json[], bindings: Bindings): Json {
  const kept = rows.map((row) => valueOf(row, bindings));
  const count = typeof size[0] === "number" ? size[0] : 0;
  return Array.from({ length: count }, (_, row) => kept[Math.min(row, kept.length - 1)] ?? []);
}

function valueOf(value: Json, bindings: Bindings): Json {
  if (typeof value === "string") return textOf(value, bindings);
  if (isList(value)) return value.map((each) => valueOf(each, bindings));
  if (!isObject(value)) return value;
  if (gridMember in value) return gridOf(listOf(value[gridMember]), listOf(value["rows"]), bindings);
  return Object.fromEntries(Object.entries(value).map(([member, part]) => [member, valueOf(part, bindings)]));
}

/** A request as it can be sent: values that have the shapes of the record, and the workbench's own names and ids. */
export function requestOf(asked: JsonObject, bindings: Bindings): Json {
  return valueOf(asked, bindings);
}
