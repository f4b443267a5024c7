import {
  ArrayValueObject,
  type BaseAstNode,
  BaseReferenceObject,
  BaseValueObject,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  Interpreter,
  NullValueObject,
  StringValueObject,
} from "@univerjs/engine-formula";
import { ObjectMatrix } from "@univerjs/presets";
import type { IRange } from "@univerjs/presets";
import { fewRangesOf } from "./fewRanges";

/**
 * Work that Univer 0.25.1's formula engine does for nothing in each cell of each formula. As with the faults in univerPatches.ts,
 * these reach into private parts.
 */

/** The engine's numbers for kinds of nodes. */
const kinds = { operator: 3, function: 4, lambda: 5 } as const;

/** What stands in the one cell that is referred to; null where there are several. */
function cellOf(reference: BaseReferenceObject): BaseValueObject | null {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  if (startRow !== endRow || startColumn !== endColumn) return null;
  let cell: BaseValueObject = NullValueObject.create();
  reference.iterator((value) => {
    cell = value ?? cell;
    return false;
  });
  return cell;
}

/** The one value that a node gave; null where it gave several, or none. */
function singleValue(node: BaseAstNode | undefined): BaseValueObject | null {
  const given = node?.getValue() ?? null;
  if (given instanceof BaseReferenceObject) return cellOf(given);
  if (!(given instanceof ArrayValueObject)) return given instanceof BaseValueObject ? given : null;
  return given.getRowCount() === 1 && given.getColumnCount() === 1 ? (given.get(0, 0) ?? null) : null;
}

/** Which of its parts after the first a function needs, now that the first is worked out; null where it may need them all. */
function neededPart(name: string, first: BaseValueObject): number | null {
  if (name === "IFERROR") return first.isError() ? 1 : 0;
  if (first.isError()) return 0;
  return first.getValue() ? 1 : 2;
}

type Execute = (node: BaseAstNode, right: number, down: number) => void;

/** Works a node out, and below it only what the outcome depends on. */
function evaluate(node: BaseAstNode, right: number, down: number, byUniver: Execute): void {
  const children = node.getChildren();
  if (children.some(({ nodeType }) => nodeType === kinds.lambda)) {
    byUniver(node, right, down);
    return;
  }
  const name = node.nodeType === kinds.function ? node.getToken().toUpperCase() : "";
  const chooses = name === "IF" || name === "IFERROR";
  let needed: number | null = null;
  children.forEach((child, at) => {
    if (chooses && at === 1) {
      const first = singleValue(children[0]);
      needed = first && neededPart(name, first);
    }
    if (needed === null || at === needed) evaluate(child, right, down, byUniver);
    else child.setValue(NullValueObject.create());
    if (node.nodeType !== kinds.operator) return;
    const given = child.getValue();
    const cell = given instanceof BaseReferenceObject ? cellOf(given) : null;
    if (cell) child.setValue(cell);
  });
  if ("setRefOffset" in node && typeof node.setRefOffset === "function")
    Reflect.apply(node.setRefOffset, node, [right, down]);
  node.execute();
}

/**
 * Story: `IF` works out both of its answers and `IFERROR` what it would say of an error, in every row, where Excel works out one; and an
 * operator makes a table of one row and one column out of each cell that it is given, and another one of what comes out.
 */
export function evaluateWhatIsNeeded(): void {
  const original: unknown = Reflect.get(Interpreter.prototype, "_execute");
  if (typeof original !== "function")
    throw new Error("Univer's interpreter has changed: look at the patch of answers again.");
  Reflect.set(
    Interpreter.prototype,
    "_execute",
    function execute(this: Interpreter, node: BaseAstNode, right = 0, down = 0): number {
      evaluate(node, right, down, (part, x, y) => void Reflect.apply(original, this, [part, x, y]));
      return 0;
    },
  );
}

/**
 * Story: what Univer remembers by a text of more than 64 characters it keeps under a number worked out of the text, at each asking and
 * letter by letter. Two texts can have one number; a text has itself for a key, and no other has it.
 */
export function rememberByTextItself(): void {
  const prototype: unknown = Object.getPrototypeOf(FORMULA_REF_TO_ARRAY_CACHE);
  if (typeof prototype !== "object" || prototype === null || !("_hash" in prototype))
    throw new Error("Univer's formula cache has changed: look at the patch of its keys again.");
  Reflect.set(prototype, "_hash", (text: string): string => text);
}

/**
 * Story: each text that a formula meets is looked up among 100,000 texts and put there, and what is found there is taken for
 * pictures and links only.
 */
export function makeTextsAtOnce(): void {
  const create: unknown = Reflect.get(StringValueObject, "create");
  if (typeof create !== "function") throw new Error("Univer's texts have changed: look at the patch of texts again.");
  Reflect.set(StringValueObject, "create", (text: string, options?: object): unknown =>
    options === undefined ? new StringValueObject(text) : Reflect.apply(create, StringValueObject, [text, options]),
  );
}

/**
 * Story: each result is put into the index of its column's values, and before it is searched for among all values of the column. The
 * index is asked for only where it was built before, for a range that was compared.
 */
export function indexComparedColumnsOnly(): void {
  const index: object = CELL_INVERTED_INDEX_CACHE;
  const set: unknown = Reflect.get(index, "set");
  const built: unknown = Reflect.get(index, "_continueBuildingCache");
  if (typeof set !== "function" || !(built instanceof Map))
    throw new Error("Univer's index of values has changed: look at the patch of the index again.");
  const isBuilt = (...keys: readonly unknown[]): boolean => {
    let part: unknown = built;
    for (const key of keys) part = part instanceof Map ? part.get(key) : undefined;
    return part !== undefined;
  };
  Reflect.set(index, "set", (...args: readonly unknown[]): void => {
    const [unit, sheet, column, , , isResult] = args;
    if (isResult !== true || isBuilt(unit, sheet, column)) Reflect.apply(set, index, args);
  });
}

/**
 * Story: a fix that writes every third cell of a column leaves a range to be calculated for each of them, 13,000 in a sheet of 10,000
 * rows. To find them, each cell is held against every range so far; each range then against all others; and each formula of the
 * workbook against each range: minutes. A formula that is calculated though nothing changed gives what it gave; so few ranges that hold
 * more than was written are right, and quick to look through.
 */
export function calculateByFewRanges(): void {
  const { prototype } = ObjectMatrix;
  if (typeof Reflect.get(prototype, "getDiscreteRanges") !== "function")
    throw new Error("Univer's matrix has changed: look at the patch of changed ranges again.");
  // Univer asks for these ranges only to learn what to calculate.
  Reflect.set(prototype, "getDiscreteRanges", function ranges(this: ObjectMatrix<unknown>): IRange[] {
    return fewRangesOf(this.getMatrix());
  });
}
