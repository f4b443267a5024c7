import { isJsonObject } from "../values/jsonObject";
import { createAliases, type Aliases } from "./aliases";
import { formulaShape } from "./formulaShape";
import { roleOf, roleOfArgument, type Role } from "./members";
import { figureShape, formatShape, limitShape, numberShape, textShape, truthShape } from "./shapes";

/** Office's protocol as JSON: what was parsed, or is going to be written. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [member: string]: Json;
}

export function isObject(value: Json | undefined): value is JsonObject {
  return isJsonObject(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export const listOf = (value: Json | undefined): readonly Json[] => (isList(value) ? value : []);
export const objectOf = (value: Json | undefined): JsonObject => (isObject(value) ? value : {});
export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

/** Rows of a grid that stand in a record; of the others only the number. */
const mostRows = 5;
/** Member of the object that a grid stands as: `{ "~grid": [rows, columns], "rows": [the first of them] }`. */
export const gridMember = "~grid";

const idPattern = /^(?:\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?|\d{1,9})$/i;
const wordPattern = /^#?[A-Za-z][A-Za-z0-9.]{0,60}$/;
const stylePattern =
  /^(?:TableStyle(?:Light|Medium|Dark)\d{1,2}|None|Continuous|Dash|DashDot|DashDotDot|Dot|Double|SlantDashDot|Stop|Warning|Information|Normal)$/;
const areaPattern =
  /^(?:\$?[A-Z]{1,3}\$?\d{1,7}|\$?[A-Z]{1,3}(?=:)|(?<=:)\$?[A-Z]{1,3}|\$?\d{1,7}(?=:)|(?<=:)\$?\d{1,7}|:)+$/;

function addressShape(address: string, aliases: Aliases): string {
  return address
    .split(/,(?=(?:[^']*'[^']*')*[^']*$)/)
    .map((each) => {
      const cut = each.lastIndexOf("!");
      const area = each.slice(cut + 1);
      // A name may stand where an address does.
      if (cut < 0) return areaPattern.test(area) || area === "" ? area : aliases.of(area);
      const title = each
        .slice(0, cut)
        .replace(/^'([^]*)'$/, "$1")
        .replaceAll("''", "'");
      return `${aliases.of(title)}!${areaPattern.test(area) ? area : aliases.of(area)}`;
    })
    .join(",");
}

/** Excel's own ids tell nothing of people: they stand as they are, where they are told and where they are asked for. */
function idShape(id: string, { aliases, written }: Walk): string {
  if (id === "") return "";
  if (written || aliases.known(id) !== null || !idPattern.test(id)) return aliases.of(id);
  aliases.keep(id);
  return id;
}

function ruleTextShape(text: string, { formula }: Walk): string {
  if (text.startsWith("=")) return formula(text);
  const figure = figureShape(text);
  if (figure !== null) return figure;
  // Items of a list, or a text: as many of them, each by its length.
  return text.split(",").map(textShape).join(",");
}

/** @param mayBeName true for what is written, and for a first row: it may be a header or become one, by which later requests ask */
function cellShape(text: string, aliases: Aliases, mayBeName: boolean): string {
  const shape = textShape(text);
  // A blank cell, and an error of Excel's own.
  if (shape === text) return text;
  return mayBeName ? aliases.of(text) : (aliases.known(text) ?? shape);
}

interface Walk {
  readonly aliases: Aliases;
  readonly formula: (text: string) => string;
  /** True for what is asked, false for what is answered. */
  readonly written: boolean;
}

/** Roles whose texts are told apart by how they look. */
const textShapes: Readonly<Record<Role, (text: string, walk: Walk) => string>> = {
  cells: (text, { aliases, written }) => cellShape(text, aliases, written),
  formula: ruleTextShape,
  address: (text, { aliases }) => addressShape(text, aliases),
  name: (text, { aliases }) => (text === "" ? "" : aliases.of(text)),
  id: idShape,
  numberFormat: (text) => formatShape(text),
  word: (text) => (text === "" || wordPattern.test(text) ? text : textShape(text)),
  color: (text) => (/^(?:|#[0-9a-f]{6})$/i.test(text) ? text : textShape(text)),
  style: (text) => (stylePattern.test(text) ? text : textShape(text)),
  count: textShape,
  size: textShape,
  other: textShape,
};

function numberOf(value: number, role: Role): Json {
  if (role === "count" || role === "size" || role === "id" || role === "word") return value;
  return role === "formula" ? limitShape(value) : numberShape;
}

function isGrid(value: Json): value is readonly (readonly Json[])[] {
  return isList(value) && value.length > 0 && value.every(isList);
}

function gridShape(grid: readonly (readonly Json[])[], role: Role, walk: Walk): Json {
  const cellOf = (cell: Json, row: number): Json => {
    if (role !== "cells") return valueShape(cell, role, walk);
    if (typeof cell === "boolean") return truthShape;
    if (typeof cell !== "string") return valueShape(cell, role, walk);
    return cell.startsWith("=") ? walk.formula(cell) : cellShape(cell, walk.aliases, walk.written || row === 0);
  };
  const rows = grid.slice(0, mostRows).map((row, index) => row.map((cell) => cellOf(cell, index)));
  return { [gridMember]: [grid.length, grid[0]?.length ?? 0], rows };
}

/**
 * Any value by the role of the member that it belongs to. Whether something is true or false is kept outside cells.
 * @param value an argument that was left out is undefined until the request is a text, where it is null
 */
function valueShape(value: Json | undefined, role: Role, walk: Walk): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return textShapes[role](value, walk);
  if (typeof value === "number") return numberOf(value, role);
  if (isGrid(value)) return gridShape(value, role, walk);
  if (isList(value)) return value.map((each) => valueShape(each, role, walk));
  return membersShape(objectOf(value), walk);
}

function membersShape(members: JsonObject, walk: Walk): JsonObject {
  const given: readonly (readonly [string, Json | undefined])[] = Object.entries(members);
  return Object.fromEntries(
    given.flatMap(([member, value]) =>
      // A member that was left out is in no text.
      value === undefined ? [] : [[memberShape(member), valueShape(value, roleOf(member), walk)]],
    ),
  );
}

/** Members are Excel's own words, or the add-in's; anything else is not written down. */
function memberShape(member: string): string {
  return /^[@_A-Za-z][@_.A-Za-z0-9]*$/.test(member) ? member : textShape(member);
}

function argumentsShape(info: Json | undefined, roleAt: (place: number) => Role, walk: Walk): JsonObject {
  const { Arguments, ReferencedObjectPathIds } = objectOf(info);
  const paths = listOf(ReferencedObjectPathIds);
  return {
    Arguments: listOf(Arguments).map((value, place) =>
      // The number of an object path, where one stands for the argument.
      typeof paths[place] === "number" && paths[place] !== 0 ? value : valueShape(value, roleAt(place), walk),
    ),
    ...(isList(ReferencedObjectPathIds) ? { ReferencedObjectPathIds } : {}),
  };
}

const setProperty = 4;
const referencePath = 6;

/** Names that lead to objects, by the numbers of their paths. */
function parentNames(paths: JsonObject): (path: Json | undefined) => string {
  return (path) => textOf(objectOf(paths[String(path)]).Name);
}

function pathShape(path: JsonObject, nameOf: (path: Json | undefined) => string, walk: Walk): JsonObject {
  const name = textOf(path.Name);
  const parent = nameOf(path.ParentObjectPathId);
  const isReference = path.ObjectPathType === referencePath;
  return {
    ...path,
    Name: isReference ? textShapes.id(name, walk) : name,
    ...("ArgumentInfo" in path
      ? { ArgumentInfo: argumentsShape(path.ArgumentInfo, (place) => roleOfArgument(parent, name, place), walk) }
      : {}),
  };
}

function actionShape(action: JsonObject, nameOf: (path: Json | undefined) => string, walk: Walk): JsonObject {
  const name = textOf(action.Name);
  const role = (place: number): Role =>
    action.ActionType === setProperty ? roleOf(name) : roleOfArgument(nameOf(action.ObjectPathId), name, place);
  return {
    ...action,
    ...("ArgumentInfo" in action ? { ArgumentInfo: argumentsShape(action.ArgumentInfo, role, walk) } : {}),
    ...("ObjectState" in action ? { ObjectState: membersShape(objectOf(action.ObjectState), walk) } : {}),
  };
}

function requestShape(body: Json, walk: Walk): JsonObject {
  const { AutoKeepReference, Actions, ObjectPaths } = objectOf(body);
  const paths = objectOf(ObjectPaths);
  const nameOf = parentNames(paths);
  return {
    ...(AutoKeepReference === undefined ? {} : { AutoKeepReference }),
    ObjectPaths: Object.fromEntries(
      Object.entries(paths).map(([id, path]) => [id, pathShape(objectOf(path), nameOf, walk)]),
    ),
    Actions: listOf(Actions).map((action) => actionShape(objectOf(action), nameOf, walk)),
  };
}

function answerShape(body: Json, walk: Walk): JsonObject {
  const { Results, TraceIds, Error } = objectOf(body);
  return {
    Results: listOf(Results).map((result) => {
      const { ActionId, Value } = objectOf(result);
      return { ActionId: ActionId ?? null, Value: valueShape(Value ?? null, "other", walk) };
    }),
    ...(isList(TraceIds) ? { TraceIds } : {}),
    ...(isObject(Error) ? { Error: membersShape(Error, walk) } : {}),
  };
}

export interface Anonymiser {
  /** A request without what people wrote: members, paths and options stay as the client sent them. */
  readonly request: (body: Json) => JsonObject;
  /** An answer without what people wrote: members, ids and error codes stay as Excel gave them. */
  readonly answer: (body: Json) => JsonObject;
}

/** Takes what people wrote out of the requests and answers of one record. The same name has the same alias throughout. */
export function createAnonymiser(): Anonymiser {
  const aliases = createAliases();
  const shaped = new Map<string, string>();
  const formula = (text: string): string => {
    const before = shaped.get(text);
    if (before !== undefined) return before;
    const shape = formulaShape(text, aliases);
    shaped.set(text, shape);
    return shape;
  };
  return {
    request: (body) => requestShape(body, { aliases, formula, written: true }),
    answer: (body) => answerShape(body, { aliases, formula, written: false }),
  };
}
