import { matchHeaders } from "../headers";
import type { Area } from "../../workbook/area";
import { isToldByCell } from "../../workbook/merges";
import type { FieldId } from "../../schema/fieldIds";
import { countSeen, isLabel, isSeen, seenColumns, type Cells, type Span } from "./cells";
import type { HeaderPlace } from "./headerRow";

/** The header rows of a list, read together. */
export interface Head {
  readonly first: number;
  /** The last header row. */
  readonly last: number;
  /** The row of full names, which a pasted header repeats. */
  readonly main: number;
  /** Rows of field names over or under it, which are no part of a table. */
  readonly keyRows: readonly number[];
  /** By the span's columns; "" where nothing stands. */
  readonly texts: readonly string[];
}

/** What a sheet's head is read from. */
export interface HeadInput {
  readonly cells: Cells;
  readonly place: HeaderPlace;
  readonly merges: readonly Area[];
  /** A header cell as text, as it is shown where that is known. */
  readonly textAt: (row: number, column: number) => string;
  /** Rows that are customers by a person's word. */
  readonly takenIn: ReadonlySet<number>;
  /** True where a person named the header row: then nothing above it counts. */
  readonly isNamed: boolean;
}

const longestGroup = 24;

function fieldOf(text: string): FieldId | null {
  return matchHeaders([text])[0]?.field ?? null;
}

/** CustomerName, commercial_stage: a name that a program gave. */
function isKeyName(text: string): boolean {
  return /^[A-Za-z]\w*$/.test(text.trim()) && /[a-z\d][A-Z]|_/.test(text.trim());
}

/** A row's texts with those of merged cells in each column that they stand over; without merges a text goes on to the next one. */
function spreadTexts({ cells, merges, textAt }: HeadInput, row: number, { first, end }: Span): readonly string[] {
  const wide = merges.filter((merge) => merge.row <= row && row < merge.row + merge.rows);
  const told = wide.filter((merge) => !isToldByCell(merge));
  const goesOn = told.length === 0;
  const texts: string[] = [];
  for (let column = first; column < end; column += 1) {
    if (isSeen(cells[row]?.[column])) {
      texts.push(textAt(row, column));
      continue;
    }
    const over = told.find(
      (merge) => merge.row === row && merge.column <= column && column < merge.column + merge.columns,
    );
    texts.push(over ? textAt(row, over.column) : goesOn ? (texts.at(-1) ?? "") : "");
  }
  return texts;
}

/** True for two rows that name the same fields in other words, column by column: 客户名称 over Customer. */
function nameAlike(cells: Cells, row: number, main: number, columns: readonly number[]): boolean {
  const same = columns.filter((column) => {
    const [own, header] = [String(cells[row]?.[column]), String(cells[main]?.[column])];
    const field = fieldOf(own);
    return field !== null && own !== header && field === fieldOf(header);
  });
  return same.length > 1 && same.length * 2 >= columns.length;
}

/** True for a row of field names beside a header: as full, and named by a program where the header is not, or alike in other words. */
function isKeyRow({ cells, place: { row: main, span } }: HeadInput, row: number): boolean {
  const columns = seenColumns(cells[row], span);
  const names = columns.map((column) => cells[row]?.[column]);
  if (columns.length < 2 || columns.length * 10 < countSeen(cells[main], span) * 6) return false;
  if (!names.every(isLabel) || new Set(names).size < names.length) return false;
  const [own, header] = [row, main].map((each) => {
    const keys = columns.filter((column) => isKeyName(String(cells[each]?.[column] ?? ""))).length;
    return keys > 1 && keys * 10 >= columns.length * 4;
  });
  // Under names that a program gave stand the first row's values, unless they are names again.
  if (row < main ? own !== header : own && !header) return true;
  return nameAlike(cells, row, main, columns);
}

/** True for a row of groups over a header: 客户信息 over three columns, 跟进信息 over the next ones. A title stands over them all. */
function isGroupRow({ cells, merges, place: { span, row: main } }: HeadInput, row: number): boolean {
  const columns = seenColumns(cells[row], span);
  const texts = columns.map((column) => cells[row]?.[column]);
  if (!texts.every((text) => isLabel(text) && text.length <= longestGroup && !/[:：\d]/.test(text))) return false;
  const own = merges.filter(
    (merge) => merge.row === row && (merge.columns > 1 || merge.rows > 1 || isToldByCell(merge)),
  );
  const isTitle = own.some((merge) => merge.columns * 10 >= (span.end - span.first) * 9);
  if (isTitle || columns.length === 0) return false;
  const inGroups = own.some((merge) => merge.columns > 1 && columns.includes(merge.column));
  return inGroups || (columns.length > 1 && columns[0] === span.first && columns.length < countSeen(cells[main], span));
}

/** True for a row of names under some of a header's columns only: 电话 and 微信 under 联系方式, nothing under the others. */
function isSubRow({ cells, merges, place: { span, row: main } }: HeadInput, row: number): boolean {
  const columns = seenColumns(cells[row], span);
  const names = columns.map((column) => cells[row]?.[column]);
  if (columns.length < 2 || !names.every(isLabel)) return false;
  const groups = merges.filter((merge) => merge.row === main && merge.columns > 1 && merge.rows === 1);
  const isUnder = (column: number) =>
    groups.length > 0
      ? groups.some((merge) => merge.column <= column && column < merge.column + merge.columns)
      : !isSeen(cells[main]?.[column]) || !isSeen(cells[main]?.[column + 1]);
  const others = seenColumns(cells[main], span).filter((column) => !columns.includes(column));
  const next = cells[row + 1] ?? [];
  return columns.every(isUnder) && others.some((column) => isSeen(next[column]));
}

/**
 * What a column is called by a group and a name under it: the name alone where it says as much, or with the group where that makes it
 * another field (联系人 over 姓名), or tells it from others.
 */
function readTogether(group: string, name: string, isOnlyOne: boolean): string {
  if (group === "" || group === name) return name;
  if (name === "") return group;
  const both = `${group.trim()} ${name.trim()}`;
  const [alone, together] = [fieldOf(name), fieldOf(both)];
  return isOnlyOne && alone !== null && (together === null || together === alone) ? name : both;
}

/** What a column is called by its name and a field name beside it. */
function readWithKey(name: string, key: string): string {
  if (name === "" || key === "") return name + key;
  return fieldOf(name) === null && fieldOf(key) !== null ? `${name.trim()} ${key.trim()}` : name;
}

/** Reads the header rows of a list together: groups above it, names under some of its columns, a second row of field names. */
export function readHead(input: HeadInput): Head {
  const { cells, place, takenIn, textAt, isNamed } = input;
  const { row: main, span } = place;
  const columns = Array.from({ length: span.end - span.first }, (_, at) => span.first + at);
  const above = !isNamed && countSeen(cells[main - 1], span) > 0 ? main - 1 : null;
  const below = takenIn.has(main + 1) ? null : main + 1;
  const keyAbove = above !== null && isKeyRow(input, above) ? above : null;
  const group = above !== null && keyAbove === null && isGroupRow(input, above) ? above : null;
  const sub = below !== null && isSubRow(input, below) ? below : null;
  const keyBelow = below !== null && sub === null && isKeyRow(input, below) ? below : null;

  const groups = group === null ? null : spreadTexts(input, group, span);
  const own = columns.map((column) => (isSeen(cells[main]?.[column]) ? textAt(main, column) : ""));
  const upper = sub === null ? groups : spreadTexts(input, main, span);
  const lower = sub === null ? own : columns.map((column) => (isSeen(cells[sub]?.[column]) ? textAt(sub, column) : ""));
  const named = columns.map((_, at) => {
    const name = lower[at] ?? "";
    const isOnlyOne = lower.indexOf(name) === lower.lastIndexOf(name);
    // Under a name that stands for one column alone nothing is gathered.
    const over = sub !== null && name === "" ? (own[at] ?? "") : (upper?.[at] ?? "");
    return readTogether(over, name, isOnlyOne);
  });
  const keys = keyAbove ?? keyBelow;
  const texts = columns.map((column, at) => {
    const key = keys !== null && isSeen(cells[keys]?.[column]) ? textAt(keys, column) : "";
    return readWithKey(named[at] ?? "", key);
  });
  return {
    first: group ?? keyAbove ?? main,
    last: sub ?? keyBelow ?? main,
    main,
    keyRows: keys === null ? [] : [keys],
    texts,
  };
}
