import { IDefinedNamesService, RemoveDefinedNameMutation, SetDefinedNameMutation } from "@univerjs/engine-formula";
import type { IDefinedNamesServiceParam } from "@univerjs/engine-formula";
import type { NameData } from "../data/bookData";
import { invalidArgument, itemAlreadyExists, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { localAddress, readAddress, sheetPrefix } from "../data/address";
import { optionalText, text } from "./arguments";
import { tablesOf, worksheetNamed, worksheetOf } from "../book/book";
import type { Book } from "../book/book";
import { rangeOf } from "./rangeArgument";
import { targetOf } from "./registry";

interface NamesTarget {
  readonly book: Book;
  /** Sheet id for names local to a sheet, null for the workbook's. */
  readonly sheet: string | null;
}

interface NameTarget {
  readonly book: Book;
  /** Id in the grid. */
  readonly id: string;
}

const workbookScope = "AllDefaultWorkbook";

function allNames(book: Book): readonly IDefinedNamesServiceParam[] {
  const { engine } = book;
  return Object.values(engine.injector.get(IDefinedNamesService).getDefinedNameMap(engine.unitId) ?? {});
}

const scopeOf = (item: IDefinedNamesServiceParam): string | null =>
  item.localSheetId && item.localSheetId !== workbookScope ? item.localSheetId : null;

const namesIn = ({ book, sheet }: NamesTarget): readonly IDefinedNamesServiceParam[] =>
  allNames(book).filter((item) => scopeOf(item) === sheet);

/** The grid keeps references bare and formulas with their `=`. */
const toGrid = (formula: string): string => (readAddress(formula.slice(1)) ? formula.slice(1) : formula);
const fromGrid = (content: string): string => (content.startsWith("=") ? content : `=${content}`);

/** True for a name that Excel allows and that neither a name of the workbook nor a table has yet. */
export function isFreeName(book: Book, name: string): boolean {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255) return false;
  if (/^([A-Z]{1,3}\d+|R|C|R\d*C\d*)$/i.test(name)) return false;
  const wanted = name.toLowerCase();
  const taken = [
    ...namesIn({ book, sheet: null }).map((item) => item.name),
    ...tablesOf(book, null).map((table) => table.name),
  ];
  return !taken.some((other) => other.toLowerCase() === wanted);
}

function setName(book: Book, item: IDefinedNamesServiceParam): void {
  book.engine.run(SetDefinedNameMutation.id, { ...item, unitId: book.engine.unitId });
}

/** What a name's formula is for the API: text with its `=`, or a range's absolute reference. */
function formulaArgument(value: unknown): string {
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
        target.book.engine.as("addin", () =>
          target.book.engine.run(RemoveDefinedNameMutation.id, { ...item, unitId: target.book.engine.unitId }),
        );
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

function nameAt(target: NamesTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const item = namesIn(target).find((name) => name.name.toLowerCase() === wanted);
  return item ? namedItemClass.of({ book: target.book, id: item.id }) : null;
}

export const namesClass: HostClass<NamesTarget> = hostClass<NamesTarget>({
  name: "NamedItemCollection",
  items: (target) => namesIn(target).map(({ id }) => namedItemClass.of({ book: target.book, id })),
  item: nameAt,
  methods: {
    Add: {
      since: "1.4",
      call: (target, [given, reference, comment]) => {
        const name = text(given);
        if (nameAt(target, name)) throw itemAlreadyExists();
        if (!isFreeName(target.book, name)) throw invalidArgument("The name is not valid or is in use already.");
        const id = crypto.randomUUID();
        target.book.engine.as("addin", () =>
          setName(target.book, {
            id,
            name,
            formulaOrRefString: toGrid(formulaArgument(reference)),
            comment: optionalText(comment) ?? "",
            localSheetId: target.sheet ?? workbookScope,
          }),
        );
        return namedItemClass.of({ book: target.book, id });
      },
    },
    GetItem: {
      since: "1.1",
      call: (target, [key]) => {
        const item = nameAt(target, key);
        if (!item) throw itemNotFound();
        return item;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (target, [key]) => nameAt(target, key) },
    GetCount: { since: "1.4", call: (target) => namesIn(target).length },
  },
});

/** Puts the names of an opened file into the book. */
export function loadNames(book: Book, names: readonly NameData[]): void {
  for (const name of names) {
    const sheet = name.sheet === null ? null : worksheetNamed(book, name.sheet);
    setName(book, {
      id: crypto.randomUUID(),
      name: name.name,
      formulaOrRefString: toGrid(name.formula),
      comment: name.comment,
      hidden: !name.visible,
      localSheetId: sheet?.getSheetId() ?? workbookScope,
    });
  }
}

/** The names of the book for saving. */
export function saveNames(book: Book): readonly NameData[] {
  return allNames(book).map((item) => {
    const scope = scopeOf(item);
    return {
      name: item.name,
      formula: fromGrid(item.formulaOrRefString),
      sheet: scope === null ? null : (book.engine.workbook.getSheetBySheetId(scope)?.getSheetName() ?? null),
      visible: !item.hidden,
      comment: item.comment ?? "",
    };
  });
}
