import { FileRefused } from "../refusal";
import { cellsOf, parseRow, splitSheet, stringItemText, type RowText } from "../sheetPart";
import {
  attribute,
  childNamed,
  childrenNamed,
  numberAttribute,
  prefixedAttribute,
  textOf,
  type XmlElement,
} from "../xml";
import { readPart, readRelations, readText, unpack, type Parts, type Relation } from "../zipPackage";
import type { TellFinding } from "./finding";

/** A cell as its part spells it. */
export interface CellText {
  readonly row: number;
  readonly column: number;
  /** The file's word for its kind: `n`, `s`, `str`, `inlineStr`, `b`, `e`, `d`. */
  readonly type: string;
  /** What is shown of a text, else what stands in `v`; null where there is nothing. */
  readonly value: string | null;
  /** Text of the formula; null where there is none, empty where it is another cell's. */
  readonly formula: string | null;
  readonly element: XmlElement;
}

export interface SheetFacts {
  readonly title: string;
  readonly path: string;
  /** The part without its cells. */
  readonly root: XmlElement;
  readonly rows: readonly {
    readonly text: RowText;
    readonly element: XmlElement;
    readonly cells: readonly CellText[];
  }[];
  readonly cellAt: (row: number, column: number) => CellText | undefined;
  readonly tables: readonly { readonly path: string; readonly root: XmlElement }[];
}

/** A saved workbook taken apart for looking at; nothing in it is changed. */
export interface PackageFacts {
  readonly parts: Parts;
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly workbookPath: string;
  readonly workbook: XmlElement;
  readonly sheets: readonly SheetFacts[];
  readonly stringsPath: string | null;
  readonly strings: readonly string[];
  readonly stylesPath: string | null;
  readonly styles: XmlElement | undefined;
  /** How many entries the lists have that other parts count in. */
  readonly formats: number;
  readonly highlights: number;
  /** How many other workbooks formulas may refer to. */
  readonly books: number;
}

function cellTexts(row: number, element: XmlElement, strings: readonly string[]): CellText[] {
  return cellsOf(element).map(({ column, cell }): CellText => {
    const type = attribute(cell, "t") ?? "n";
    const v = childNamed(cell, "v");
    const formula = childNamed(cell, "f");
    const value =
      type === "inlineStr"
        ? stringItemText(childNamed(cell, "is"))
        : v === undefined
          ? null
          : type === "s"
            ? (strings[Number(textOf(v))] ?? null)
            : textOf(v);
    return { row, column, type, value, formula: formula === undefined ? null : textOf(formula), element: cell };
  });
}

function readSheet(parts: Parts, title: string, path: string, strings: readonly string[]): SheetFacts | null {
  const text = readText(parts, path);
  if (text === null) return null;
  const part = splitSheet(text, path);
  const rows = part.rows.map((row) => {
    const element = parseRow(row, path);
    return { text: row, element, cells: cellTexts(row.row, element, strings) };
  });
  const byRow = new Map(rows.map((row) => [row.text.row, row.cells]));
  const tables = readRelations(parts, path).flatMap((relation) => {
    const root = relation.type === "table" ? readPart(parts, relation.target) : null;
    return root === null ? [] : [{ path: relation.target, root }];
  });
  return {
    title,
    path,
    root: part.root,
    rows,
    cellAt: (row, column) => byRow.get(row)?.find((cell) => cell.column === column),
    tables,
  };
}

/** Parts of each relation's source; the package itself is the source with the empty path. */
function readAllRelations(parts: Parts): Map<string, readonly Relation[]> {
  const relations = new Map<string, readonly Relation[]>();
  for (const path of parts.keys()) {
    const match = /^(.*?)_rels\/([^/]*)\.rels$/.exec(path);
    if (match !== null)
      relations.set(`${match[1] ?? ""}${match[2] ?? ""}`, readRelations(parts, `${match[1] ?? ""}${match[2] ?? ""}`));
  }
  return relations;
}

function countOf(root: XmlElement | undefined, list: string): number {
  return (childNamed(root, list)?.children ?? []).filter((child) => typeof child !== "string").length;
}

/**
 * Takes a saved workbook apart. What cannot be read at all is told, and null given.
 */
export function readFacts(bytes: Uint8Array, tell: TellFinding): PackageFacts | null {
  try {
    return factsOf(unpack(bytes), tell);
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    tell(error.part ?? "", `it cannot be read: ${error.code}`);
    return null;
  }
}

function factsOf(parts: Parts, tell: TellFinding): PackageFacts | null {
  const relations = readAllRelations(parts);
  const workbookPath = relations.get("")?.find(({ type }) => type === "officeDocument")?.target;
  const workbook = workbookPath === undefined ? null : readPart(parts, workbookPath);
  if (workbookPath === undefined || workbook === null) {
    tell("_rels/.rels", "no relation leads to the workbook");
    return null;
  }
  const related = relations.get(workbookPath) ?? [];
  const partOf = (type: string): string | null => related.find((relation) => relation.type === type)?.target ?? null;
  const stringsPath = partOf("sharedStrings");
  const stylesPath = partOf("styles");
  const strings = childrenNamed((stringsPath === null ? null : readPart(parts, stringsPath)) ?? undefined, "si").map(
    stringItemText,
  );
  const styles = (stylesPath === null ? null : readPart(parts, stylesPath)) ?? undefined;
  const sheets = childrenNamed(childNamed(workbook, "sheets"), "sheet").flatMap((sheet) => {
    const relation = related.find(({ id }) => id === prefixedAttribute(sheet, "id"));
    if (relation?.type !== "worksheet") return [];
    return readSheet(parts, attribute(sheet, "name") ?? "", relation.target, strings) ?? [];
  });
  return {
    parts,
    relations,
    workbookPath,
    workbook,
    sheets,
    stringsPath,
    strings,
    stylesPath,
    styles,
    formats: countOf(styles, "cellXfs"),
    highlights: countOf(styles, "dxfs"),
    books: countOf(workbook, "externalReferences"),
  };
}

/** Every element of a tree, from the top. */
export function* allElements(root: XmlElement): Generator<XmlElement> {
  yield root;
  for (const child of root.children) if (typeof child !== "string") yield* allElements(child);
}

/** True where an attribute is given and is not a whole number from 0 up to, but not including, the limit. */
export function isBeyond(element: XmlElement, name: string, limit: number): boolean {
  if (attribute(element, name) === undefined) return false;
  const number = numberAttribute(element, name);
  return number === undefined || !Number.isInteger(number) || number < 0 || number >= limit;
}
