import type { FieldKind } from "../schema/field";
import type { Language } from "../values/language";
import { workbookText } from "../schema/workbookText";
import { isDateSerial, serialOf, type DateSystem } from "../values/date";
import { joinMulti, severalEntries, splitMulti } from "../values/multiList";
import { arePhones, phoneOfNumber, plainPhone, usualPhone } from "../values/phone";
import { readPlainNumber } from "../values/text";
import { readFullDate } from "../values/typedDate";
import { isUntidy, looksBlank, plainText, tidyText } from "../values/tidy";
import { isBlank, type CellValue } from "../values/value";

/** What a rule about kinds has to know of the workbook. */
export interface KindBook {
  readonly system: DateSystem;
  readonly language: Language;
}

/** Why a value is not one of its kind. */
export type KindProblem =
  /** Right, but for spaces or invisible marks at its ends, or full-width letters and digits. */
  | "untidy"
  /** A date, but stored as text or as a number such as 20260807: Excel cannot compare it. */
  | "textDate"
  /** Not a date that can be read without a guess. */
  | "notDate"
  /** A number, but stored as text: Excel does not add it up. */
  | "textNumber"
  /** Not a number that can be read without a guess. */
  | "notNumber"
  /** A number, but not a whole one. */
  | "notWhole"
  /** A telephone number stored as a number: leading zeros are lost, and long ones show as 1.38E+10. */
  | "numberPhone"
  | "notPhone"
  | "notMail"
  | "notLink"
  /** Means yes or no, in another word than the workbook's. */
  | "otherYesNo"
  | "notYesNo"
  /** Several entries that are not parted by the workbook's separator, an empty one, or one that stands there twice. */
  | "separators";

/** The rule of one kind. Excel errors and formulas are other rules' business. */
export interface KindRule {
  /** What is wrong with the value as it is stored, or null. A blank cell is right: whether it may be blank is another rule's business. */
  readonly problem: (value: CellValue) => KindProblem | null;
  /**
   * The value that the cell should hold instead; null where nothing is wrong, or where a repair would be a guess. A repaired
   * value is of its kind. One that held nothing but invisible characters becomes blank.
   */
  readonly repair: (value: CellValue) => CellValue | null;
}

/**
 * A rule from what tells its problem, and what the value should be. Both see filled cells only; `proposal` may propose what is
 * no better, or the same: only a change that leaves no problem is a repair.
 */
function ruleOf(
  problemOf: (value: CellValue) => KindProblem | null,
  proposal: (value: CellValue) => CellValue | null,
): KindRule {
  const problem = (value: CellValue) => {
    if (isBlank(value)) return null;
    return typeof value === "string" && looksBlank(value) ? "untidy" : problemOf(value);
  };
  return {
    problem,
    repair: (value) => {
      if (problem(value) === null) return null;
      const proposed = typeof value === "string" && looksBlank(value) ? "" : proposal(value);
      return proposed === null || problem(proposed) !== null ? null : proposed;
    },
  };
}

/** A rule for text that has one best form. `usual` is a quick look that says yes to most right values, and to no wrong one. */
function writtenRule(form: {
  readonly usual: RegExp;
  readonly isRight: (text: string) => boolean;
  readonly plain: (text: string) => string;
  readonly wrong: KindProblem;
}): KindRule {
  const { usual, isRight, plain, wrong } = form;
  return ruleOf(
    (value) => {
      if (typeof value !== "string" || value.length > longestAddress) return wrong;
      if (usual.test(value)) return null;
      const better = plain(value);
      if (!isRight(better)) return wrong;
      return better === value ? null : "untidy";
    },
    (value) => (typeof value === "string" && value.length <= longestAddress ? plain(value) : null),
  );
}

/** Longest text that is looked at as a telephone number, mail or web address: Excel's own limit for a link. */
const longestAddress = 2083;

/** Text of one line: a name, an ID, an entry of a list. Numbers are allowed: an ID of digits is often stored as one. */
const textRule = ruleOf(
  (value) => (typeof value === "string" && isUntidy(value) ? "untidy" : null),
  (value) => (typeof value === "string" ? tidyText(value) : null),
);

/** Notes may hold anything, and how they are laid out is the writer's. */
const longTextRule: KindRule = { problem: () => null, repair: () => null };

/** Years that a number of eight digits is believed to stand for. */
const firstBelievedYear = 1990;
const lastBelievedYear = 2099;

function dateOfDigits(value: number, system: DateSystem): number | null {
  if (!Number.isInteger(value)) return null;
  const year = Math.floor(value / 10_000);
  if (year < firstBelievedYear || year > lastBelievedYear) return null;
  return serialOf({ year, month: Math.floor(value / 100) % 100, day: value % 100 }, system);
}

/** Share of a day of the time that stands behind a date, 0 where none does. */
function timeBehind(text: string): number {
  const match = /(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?$/.exec(text);
  return match ? (Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0)) / 86_400 : 0;
}

function dateRule(system: DateSystem): KindRule {
  const read = (value: CellValue): number | null => {
    if (typeof value === "number") return dateOfDigits(value, system);
    if (typeof value !== "string") return null;
    const day = readFullDate(value, system);
    return day === null ? null : day + timeBehind(plainText(value));
  };
  return ruleOf((value) => {
    if (typeof value === "number" && isDateSerial(value, system)) return null;
    return read(value) === null ? "notDate" : "textDate";
  }, read);
}

/** Signs of money that is not the workbook's: taking them off would change what the number says. */
const foreignMoney: Readonly<Record<Language, RegExp>> = { "zh-CN": /[$€£]/, en: /[¥元]/ };

/** A number typed as text, where only one reading is possible: gaps and commas only between groups of three digits. */
function readCertainNumber(text: string, language: Language): number | null {
  const plain = plainText(text);
  // ⑤ and 5² would come out as 5 and 52.
  if (/\p{No}/u.test(text)) return null;
  if (foreignMoney[language].test(plain)) return null;
  if (/\d\s+\d/.test(plain) && !/^\D*\d{1,3}(?:\s\d{3})+(?:\D.*)?$/.test(plain)) return null;
  return readPlainNumber(plain);
}

function numberRule(language: Language, whole: boolean): KindRule {
  const read = (value: CellValue) => (typeof value === "string" ? readCertainNumber(value, language) : null);
  return ruleOf((value) => {
    if (typeof value === "number") return !whole || Number.isInteger(value) ? null : "notWhole";
    const number = read(value);
    if (number === null) return "notNumber";
    return !whole || Number.isInteger(number) ? "textNumber" : "notWhole";
  }, read);
}

function phoneRule(language: Language): KindRule {
  const written = writtenRule({
    usual: usualPhone[language],
    isRight: (text) => arePhones(text, language),
    plain: (text) => plainPhone(text, language),
    wrong: "notPhone",
  });
  return ruleOf(
    (value) => {
      if (typeof value !== "number") return written.problem(value);
      return phoneOfNumber(value, language) === null ? "notPhone" : "numberPhone";
    },
    (value) => (typeof value === "number" ? phoneOfNumber(value, language) : written.repair(value)),
  );
}

const oneMail =
  /^[^\s@,;:<>()[\]"\\]+@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]*[\p{L}\p{N}]{2}$/u;

function areMails(text: string): boolean {
  const parts = text.split(/[,;、，；]\s*|\n/);
  return parts.every((part) => oneMail.test(part));
}

/** Half width, no gaps around the signs, no `mailto:`. An ideographic full stop in a domain is a slip of the input method. */
function plainMail(text: string): string {
  return plainText(text)
    .replace(/^mailto:/i, "")
    .replace(/\s*([@.。])\s*/g, "$1")
    .replace(/。/g, ".");
}

const mailRule = writtenRule({
  usual: /^[\w.+-]+@(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}$/i,
  isRight: areMails,
  plain: plainMail,
  wrong: "notMail",
});

/** A web address, with or without its scheme; other schemes (`file:`, `javascript:`) are none. */
const link =
  /^(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** Only the part in front of the path is brought to half width: a path may hold any character. */
function plainLink(text: string): string {
  const tidy = tidyText(text).replace(/^https?[:：][/／]{2}/i, (scheme) => plainText(scheme));
  return tidy.replace(/^(?:https?:\/\/)?[^/?#]+/i, (front) => plainText(front).replace(/。/g, "."));
}

const linkRule = writtenRule({
  usual: /^https?:\/\/(?:[a-z\d]+(?:-[a-z\d]+)*\.)+[a-z]{2,}(?:\/[\w/.-]*)?$/i,
  isRight: (text) => link.test(text),
  plain: plainLink,
  wrong: "notLink",
});

/** What a yes/no cell holds: the words of the Settings tables. */
export const yesNoWords: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = workbookText;

const saysYes: ReadonlySet<string> = new Set(["是", "是的", "yes", "y", "true", "√", "✓", "✔", "☑", "✅"]);
const saysNo: ReadonlySet<string> = new Set(["否", "不", "不是", "no", "n", "false", "✗", "✘", "☒", "❌"]);
/** A cross refuses in Chinese; in English it ticks a box as often, so that it is a guess there. */
const crosses: ReadonlySet<string> = new Set(["x", "×", "╳"]);

/** Whether a value means yes or no; null where it means neither for certain. 1 and 0 are not read: they may be counts. */
function readYesNo(value: CellValue, language: Language): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return null;
  const word = plainText(value)
    .toLowerCase()
    .replace(/\uFE0F/g, "");
  if (saysYes.has(word)) return true;
  return saysNo.has(word) || (language === "zh-CN" && crosses.has(word)) ? false : null;
}

function yesNoRule(language: Language): KindRule {
  const words = yesNoWords[language];
  const read = (value: CellValue): string | null => {
    const answer = readYesNo(value, language);
    return answer === null ? null : answer ? words.yes : words.no;
  };
  return ruleOf((value) => {
    if (value === words.yes || value === words.no) return null;
    return read(value) === null ? "notYesNo" : "otherYesNo";
  }, read);
}

function multiListRule(language: Language, entries: readonly string[]): KindRule {
  /** Few combinations stand in many cells: each is looked at once. */
  const seen = new Map<string, string>();
  const right = (text: string): string => {
    const known = seen.get(text);
    if (known !== undefined) return known;
    const joined = joinMulti(splitMulti(text, entries), language);
    seen.set(text, joined);
    return joined;
  };
  return ruleOf(
    (value) => {
      if (typeof value !== "string") return null;
      if (!isUntidy(value) && !severalEntries.test(value)) return null;
      if (value === right(value)) return null;
      return right(value) === tidyText(value) ? "untidy" : "separators";
    },
    (value) => (typeof value === "string" ? right(value) : null),
  );
}

/**
 * The rule of a kind, for one column: build it once, ask it for every cell.
 * @param entries the list that a multi-list field draws from, where it has one; whether an entry is on it is the list rule's business
 */
export function kindRule(kind: FieldKind, book: KindBook, entries: readonly string[] = []): KindRule {
  switch (kind) {
    case "text":
    case "list":
    case "person":
      return textRule;
    case "longText":
      return longTextRule;
    case "date":
      return dateRule(book.system);
    case "wholeNumber":
      return numberRule(book.language, true);
    case "amount":
      return numberRule(book.language, false);
    case "phone":
      return phoneRule(book.language);
    case "mail":
      return mailRule;
    case "link":
      return linkRule;
    case "yesNo":
      return yesNoRule(book.language);
    case "multiList":
      return multiListRule(book.language, entries);
  }
}
