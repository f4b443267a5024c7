import { workbookText, type WorkbookText } from "../schema/workbookText";
import type { Language } from "../values/language";
import { foldText } from "../values/text";
import { isBlank, type CellValue } from "../values/value";
import type { Cell, Choices, Reading } from "./column";

/** The languages in which words are read: a cell may keep the one that it was written in. */
export const languages: readonly Language[] = ["zh-CN", "en"];

function read<Value>(value: Value): Reading<Value> {
  return { value, problem: null };
}

/** Reads a word of a fixed set in either language, however it is spaced or cased; undefined for any other word. */
export function wordReader<T>(
  values: readonly T[],
  ...wordsOf: readonly ((value: T, words: WorkbookText) => string | undefined)[]
): (cell: CellValue) => T | undefined {
  const byWord = new Map(
    values.flatMap((value) =>
      languages.flatMap((language) =>
        wordsOf.flatMap((wordOf) => {
          const word = wordOf(value, workbookText[language]);
          return word === undefined ? [] : [[foldText(word), value] as const];
        }),
      ),
    ),
  );
  return (cell) => byWord.get(foldText(String(cell)));
}

/** Text, spaces around it trimmed. */
export const text: Cell<string> = {
  read: (cell) => read(isBlank(cell) ? "" : String(cell).trim()),
  write: (value) => value,
};

/** Text, or null for a blank cell. */
export const optionalText: Cell<string | null> = {
  read: (cell) => read(isBlank(cell) ? null : String(cell).trim()),
  write: (value) => value ?? "",
};

/** A header of the follow-up sheet, with every space that it has there; null for a blank cell. */
export const sheetHeader: Cell<string | null> = {
  read: (cell) => read(isBlank(cell) ? null : String(cell)),
  write: (value) => value ?? "",
};

/** A number that may be below 0; null for none. */
export const limit: Cell<number | null> = {
  read: (cell) => {
    if (typeof cell === "number") return read(cell);
    return { value: null, problem: isBlank(cell) ? null : { kind: "notANumber", value: cell } };
  },
  write: (value) => value ?? "",
};

/** A number of days; null for none. */
export const optionalDays: Cell<number | null> = {
  read: (cell) => {
    if (typeof cell === "number" && cell >= 0) return read(cell);
    return { value: null, problem: isBlank(cell) ? null : { kind: "notANumber", value: cell } };
  },
  write: (value) => value ?? "",
};

/** A number of days; 0 for none. */
export const days: Cell<number> = {
  read: (cell, _, look) => {
    const { value, problem } = optionalDays.read(cell, null, look);
    return { value: value ?? 0, problem };
  },
  write: (value) => value,
};

/** A share from 0 to 1; null for none. 60 is meant as 60 %, as Excel shows 0.6 in a cell with that format. */
export const share: Cell<number | null> = {
  read: (cell, _, look) => {
    const { value, problem } = optionalDays.read(cell, null, look);
    return { value: value === null ? null : Math.min(1, value > 1 ? value / 100 : value), problem };
  },
  write: (value) => value ?? "",
  format: "0%",
};

/**
 * One word of a fixed set. Blank, and anything else, is what is usual.
 * @param formerWordOf a word that is read and no longer written
 */
export function word<T>(
  values: readonly T[],
  wordOf: (value: T, words: WorkbookText) => string,
  formerWordOf: (value: T, words: WorkbookText) => string | undefined = () => undefined,
): Cell<T> {
  const find = wordReader(values, wordOf, formerWordOf);
  const choices = (language: Language): Choices => ({
    words: values.map((value) => wordOf(value, workbookText[language])),
    strict: true,
  });
  return {
    read: (cell, usual, { language }) => {
      if (isBlank(cell)) return read(usual);
      const value = find(cell);
      if (value !== undefined) return read(value);
      return { value: usual, problem: { kind: "unknownWord", value: cell, allowed: choices(language).words } };
    },
    write: (value, language) => wordOf(value, workbookText[language]),
    choices,
  };
}

/** One word of a fixed set, or null for a blank cell. */
export function optionalWord<T>(
  values: readonly T[],
  wordOf: (value: T, words: WorkbookText) => string,
): Cell<T | null> {
  const asked = word<T | null>(values, (value, words) => (value === null ? "" : wordOf(value, words)));
  return { ...asked, read: (cell, _, look) => asked.read(cell, null, look) };
}

const yesOrNo = word([true, false], (yes, words) => (yes ? words.yes : words.no));

/** Yes or no, by its word or as Excel's truth value; no for a blank cell, whatever is usual. */
export const yesNo: Cell<boolean> = {
  ...yesOrNo,
  read: (cell, _, look) => (typeof cell === "boolean" ? read(cell) : yesOrNo.read(cell, false, look)),
};
