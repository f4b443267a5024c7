import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import type { Book } from "../book/book";
import { worksheetNamed, worksheetOf } from "../book/grid";
import { allNames, fromGrid, removeName, scopeOf, setName, toGrid } from "../book/names";
import { localAddress, readAddress, sheetPrefix } from "../data/address";
import { invalidArgument, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { text } from "./arguments";
import { rangeOf } from "./rangeArgument";
import { targetOf } from "./registry";

interface NameTarget {
  readonly book: Book;
  /** Id in the grid. */
  readonly id: string;
}

/** What a name's formula is for the API: text with its `=`, or a range's absolute reference. */
export function formulaArgument(value: unknown): string {
  const range = targetOf("Range", value);
  if (range) {
    const sheet = worksheetOf(range.book, range.sheet).getSheetName();
    return `=${sheetPrefix(sheet)}${localAddress(range.area, true)}`;
  }
  if (typeof value === "number" || typeof value === "boolean") return `=${String(value).toUpperCase()}`;
  const given = text(value);
  if (given === "") throw invalidArgument();
  return given.startsWith("=") ? given : `="${given.replaceAll('"', '""')}"`;
}

function find({ book, id }: NameTarget): IDefinedNamesServiceParam {
  const item = allNames(book).find((name) => name.id === id);
  if (!item) throw itemNotFound();
  return item;
}

function rangeBehind(target: NameTarget): HostObject | null {
  const read = readAddress(find(target).formulaOrRefString.replace(/^=/, ""));
  const sheet = read?.sheet ? worksheetNamed(target.book, read.sheet) : null;
  return read && sheet ? rangeOf(target.book, sheet.getSheetId(), read.area) : null;
}

/** Kind and value of a name that is not a range. Only constants have a value of their own here. */
function constant(target: NameTarget): { readonly type: string; readonly value: string | number | boolean } {
  const content = find(target).formulaOrRefString.replace(/^=/, "");
  if (/^-?\d+$/.test(content)) return { type: "Integer", value: Number(content) };
  if (/^-?\d*\.\d+$/.test(content)) return { type: "Double", value: Number(content) };
  if (/^(true|false)$/i.test(content)) return { type: "Boolean", value: content.toLowerCase() === "true" };
  const quoted = /^"((?:[^"]|"")*)"$/.exec(content);
  if (quoted) return { type: "String", value: (quoted[1] ?? "").replaceAll('""', '"') };
  if (content.includes("#REF!")) return { type: "Error", value: "#REF!" };
  return { type: "String", value: content };
}

export const namedItemClass: HostClass<NameTarget> = hostClass<NameTarget>({
  name: "NamedItem",
  identity: (target) => ({ Name: find(target).name }),
  scalars: {
    Name: { since: "1.1", read: (target) => find(target).name },
    Formula: {
      since: "1.7",
      read: (target) => fromGrid(find(target).formulaOrRefString),
      write: (target, value) => {
        const item = { ...find(target), formulaOrRefString: toGrid(formulaArgument(value)) };
        target.book.engine.as("addin", () => setName(target.book, item));
      },
    },
    Type: { since: "1.1", read: (target) => (rangeBehind(target) ? "Range" : constant(target).type) },
    Value: {
      since: "1.1",
      read: (target) => {
        const range = targetOf("Range", rangeBehind(target));
        if (!range) return constant(target).value;
        return sheetPrefix(worksheetOf(range.book, range.sheet).getSheetName()) + localAddress(range.area, true);
      },
    },
    Visible: { since: "1.1", read: (target) => !find(target).hidden },
    Comment: { since: "1.4", read: (target) => find(target).comment ?? "" },
    Scope: { since: "1.4", read: (target) => (scopeOf(find(target)) === null ? "Workbook" : "Worksheet") },
  },
  methods: {
    Delete: {
      since: "1.4",
      call: (target) => {
        const item = find(target);
        target.book.engine.as("addin", () => removeName(target.book, item));
      },
    },
    GetRange: {
      since: "1.1",
      call: (target) => {
        const range = rangeBehind(target);
        if (!range) throw invalidArgument("The name does not refer to a range.");
        return range;
      },
    },
    GetRangeOrNullObject: { since: "1.4", call: rangeBehind },
  },
});
