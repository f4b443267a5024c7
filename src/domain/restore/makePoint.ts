import { followUpTable } from "../followUps/followUps";
import { piecesIn } from "../install/planValidation";
import { notedByHeader } from "../schema/headerNames";
import { isSettingsTable } from "../schema/settingsNames";
import type { Steps } from "../steps/steps";
import { isFormula, type CellInput } from "../values/value";
import type { Action } from "../workbook/action";
import { intersect } from "../workbook/area";
import { isOurs } from "../workbook/ourHighlights";
import type { Workbook } from "../workbook/project";
import type { InstalledSnapshot, SheetFacts } from "../workbook/snapshot";
import { standingPart, writesOver, type Before, type BeforeRequest } from "./before";
import { changedCells, changedFormats, type Written } from "./changedCells";
import type { ListChange } from "./listChange";
import type { Part, PartOf, PointContent } from "./point";
import { cellsOf, printOf, writtenCells } from "./print";
import { rowPrint } from "./rowPrint";
import { toRuns } from "./runs";

/** What a restore point is made from: the change, and what it meets. */
export interface PointInput {
  readonly actions: readonly Action[];
  readonly workbook: Workbook;
  readonly installed: InstalledSnapshot | null;
  readonly list: ListChange | null;
  readonly request: BeforeRequest;
  readonly before: Before;
  /** Keys of what is kept in the store only while the change stands. */
  readonly bound: readonly string[];
}

function formulaOf(actions: readonly Action[], sheet: string, column: number): string | null {
  const formulas = actions.flatMap((action) =>
    action.kind === "fillFormula" && action.sheet === sheet && action.area.column === column ? [action.formula] : [],
  );
  return formulas.at(-1) ?? null;
}

function roleOf(header: string, formula: string | null, { idHeader }: ListChange): PartOf<"column">["role"] {
  if (header === idHeader) return "id";
  if (formula !== null) return "calculated";
  return notedByHeader(header) === null ? "field" : "noted";
}

/** The columns that the list gets. */
function columnParts({ list, actions, request, before }: PointInput): readonly Part[] {
  if (!list) return [];
  return [...list.added].map((offset): PartOf<"column"> => {
    const column = list.area.column + offset;
    const header = list.headers[offset] ?? "";
    const formula = formulaOf(actions, list.sheet, column);
    const at = request.columns.findIndex((span) => span.column === column);
    const [look] = before.columns[at] ?? [];
    const formats = request.formats.findIndex(({ sheet, area }) => sheet === list.sheet && area.column === column);
    return {
      kind: "column",
      header,
      role: roleOf(header, formula, list),
      formula,
      width: look?.width ?? null,
      hidden: look?.hidden ?? false,
      formats: toRuns((before.formats[formats] ?? []).map(([format = "General"]) => format)),
    };
  });
}

function tableParts({ list, before }: PointInput): readonly Part[] {
  if (!list) return [];
  const { was, area, headers } = list;
  const columns = was?.area.columns ?? area.columns - list.added.size;
  const isFollowUps = was?.name.toLowerCase() === followUpTable.toLowerCase();
  if (isFollowUps && columns === headers.length) return [];
  return [{ kind: "table", was: was?.name ?? null, columns, filter: before.filters[0] ?? null }];
}

/** Tables of the Settings that come or grow. */
function sizedParts({ actions, workbook, list }: PointInput): readonly Part[] {
  const there = writesOver(workbook.book, actions);
  return there.flatMap((action): readonly PartOf<"sized">[] => {
    if (action.kind === "resizeTable" && isSettingsTable(action.name)) {
      const area = workbook.book.tables.find(({ name }) => name === action.name)?.area ?? null;
      return area ? [{ kind: "sized", table: action.name, sheet: action.sheet, before: area }] : [];
    }
    if (action.kind !== "createTable" || action.sheet === list?.sheet) return [];
    return [{ kind: "sized", table: action.name, sheet: action.sheet, before: null }];
  });
}

/** Sheets that the change makes, and the Settings where it writes on them: what we left on each. */
function sheetParts({ actions, workbook, installed }: PointInput): readonly Part[] {
  const made = actions.flatMap((action) => (action.kind === "addSheet" ? [action.sheet] : []));
  const names = actions.flatMap((action) => (action.kind === "setName" ? [action] : []));
  const fresh = made.map((name): SheetFacts => ({ id: name, name, visibility: "visible", protected: false }));
  const { book: found } = workbook;
  const book = { ...found, names: [...names, ...found.names], sheets: [...found.sheets, ...fresh] };
  const settings = workbook.settings?.sheet;
  const grid = installed?.sheets.find(({ sheet }) => sheet === settings);
  const parts = made.map((sheet): PartOf<"sheet"> => {
    return { kind: "sheet", sheet, print: printOf(book, sheet, writtenCells(sheet, actions)) };
  });
  const isWritten = actions.some((action) => action.kind === "writeCells" && action.sheet === settings);
  if (settings === undefined || !grid || !isWritten) return parts;
  const before = printOf(workbook.book, settings, cellsOf(grid));
  const after = printOf(book, settings, writtenCells(settings, actions, cellsOf(grid)));
  return [...parts, { kind: "sheet", sheet: settings, print: `${before}>${after}` }];
}

function nameParts({ actions, workbook }: PointInput): readonly Part[] {
  const before = new Map(workbook.book.names.map(({ name, formula }) => [name.toLowerCase(), formula]));
  return actions.flatMap((action): readonly PartOf<"name">[] => {
    if (action.kind !== "setName" && action.kind !== "deleteName") return [];
    const after = action.kind === "setName" ? action.formula : null;
    return [{ kind: "name", name: action.name, before: before.get(action.name.toLowerCase()) ?? null, after }];
  });
}

/** The rules of the list's own columns; those of columns that come go with them. */
function ruleParts({ actions, installed, list }: PointInput): readonly Part[] {
  if (!list) return [];
  const { body } = list;
  const columns = new Set(
    actions.flatMap((action) =>
      action.kind === "setValidation" && action.sheet === list.sheet && intersect(action.area, body)
        ? [action.area.column]
        : [],
    ),
  );
  const validations = [...columns].flatMap((column): readonly PartOf<"validations">[] => {
    const offset = column - body.column;
    const header = list.headers[offset];
    if (header === undefined || list.added.has(offset)) return [];
    const pieces = piecesIn({ ...body, column, columns: 1 }, installed?.validations ?? []);
    const told = pieces.map(({ area, validation }) => {
      return [area.rows, validation === "mixed" ? null : validation] as const;
    });
    return [{ kind: "validations", header, pieces: told.length > 0 ? told : [[body.rows, null]] }];
  });
  const highlights = actions.flatMap((action): readonly PartOf<"rules">[] => {
    if (action.kind !== "setHighlights" || action.sheet !== list.sheet) return [];
    const before = (installed?.highlights ?? []).filter((rule) => isOurs(rule, action.marker, action.highlights));
    return [{ kind: "rules", marker: action.marker, before }];
  });
  return [...validations, ...highlights];
}

/** Cells as they stand before, and as the change leaves them, area by area. */
function writtenOver({ actions, workbook, list, request, before }: PointInput): readonly Written<CellInput>[] {
  const writes = writesOver(workbook.book, actions).flatMap((action) => {
    if (action.kind !== "writeCells" && action.kind !== "fillFormula") return [];
    const area = standingPart(list, action.sheet, action.area);
    return area ? [{ action, area }] : [];
  });
  return writes.map(({ action, area }, index): Written<CellInput> => {
    const shift = area.column - action.area.column;
    const after = (row: number, column: number): CellInput =>
      action.kind === "fillFormula" ? { formula: action.formula } : (action.cells[row]?.[column + shift] ?? null);
    return { sheet: action.sheet, area: request.cells[index]?.area ?? area, before: before.cells[index] ?? [], after };
  });
}

function formatsOver({ actions, workbook, list, request, before }: PointInput): readonly Written<string>[] {
  const writes = writesOver(workbook.book, actions).flatMap((action) => {
    if (action.kind !== "setNumberFormat" && action.kind !== "setNumberFormats") return [];
    const area = standingPart(list, action.sheet, action.area);
    return area ? [{ action, area }] : [];
  });
  return writes.map(({ action, area }, index): Written<string> => {
    const shift = area.column - action.area.column;
    const after = (row: number, column: number): string | null =>
      action.kind === "setNumberFormat" ? action.format : (action.formats[row]?.[column + shift] ?? null);
    return {
      sheet: action.sheet,
      area: request.formats[index]?.area ?? area,
      before: before.formats[index] ?? [],
      after,
    };
  });
}

/** A column of the list that held one formula before and gets another one. */
function asFormula(part: PartOf<"cells">): Part {
  const [[, before] = [], other] = part.before;
  const [[, after] = [], another] = part.after;
  const isOne = other === undefined && another === undefined && typeof part.column === "string";
  if (!isOne || !isFormula(before) || !isFormula(after) || typeof part.column !== "string") return part;
  return { kind: "formula", header: part.column, before: before.formula, after: after.formula };
}

/** Rows that come below the list. */
function newRowParts({ list, actions }: PointInput): readonly Part[] {
  if (!list) return [];
  const rows = actions.flatMap((action) =>
    action.kind === "appendRows" && action.sheet === list.sheet
      ? action.rows.map((row) => [String(row[action.keyColumn] ?? "").trim(), rowPrint(list.headers, row)] as const)
      : [],
  );
  return rows.length > 0 ? [{ kind: "rows", rows }] : [];
}

/** Sheets that were there before, whose print the change sets up. */
function pageParts({ actions, workbook }: PointInput): readonly Part[] {
  return writesOver(workbook.book, actions).flatMap((action): readonly PartOf<"page">[] =>
    action.kind === "setPageLayout" ? [{ kind: "page", sheet: action.sheet }] : [],
  );
}

/** What one change finds before it, and how it leaves it, in steps. */
export function* makingPoint(input: PointInput): Steps<PointContent> {
  const { list, bound, workbook } = input;
  const made = [...sheetParts(input), ...tableParts(input), ...sizedParts(input)];
  yield;
  const columns = columnParts(input);
  yield;
  const cells = changedCells(writtenOver(input), list).map((part) => (part.kind === "cells" ? asFormula(part) : part));
  yield;
  const formats = changedFormats(formatsOver(input), list);
  yield;
  const rules = [...ruleParts(input), ...nameParts(input)];
  const kept: readonly Part[] = bound.length > 0 ? [{ kind: "bound", keys: bound }] : [];
  const parts: readonly Part[] = [
    ...made,
    ...columns,
    ...cells,
    ...formats,
    ...rules,
    ...newRowParts(input),
    ...pageParts(input),
    ...kept,
  ];
  const opened = workbook.sheet.sheet.name;
  return { opened, list: list && { sheet: list.sheet, area: list.area, idHeader: list.idHeader }, parts };
}
