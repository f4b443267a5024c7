import { isErrorText } from "../values/value";

/** Lengths up to which a text counts as one of them. */
const lengths = [1, 2, 4, 8, 16, 32, 64, 128, 255, 512, 1024, 8192, 32767] as const;

/** A text by its length alone: `~s16` for one of 9 to 16 characters. A blank one and an error of Excel's own stay what they are. */
export function textShape(text: string): string {
  if (text === "" || isErrorText(text)) return text;
  return `~s${lengths.find((length) => text.length <= length) ?? 32767}`;
}

/** A number of a cell. Dates are numbers too. */
export const numberShape = "~n";

export const truthShape = "~b";

/** Largest limit that every Excel takes in a rule for whole numbers. */
const unsigned16 = 65_535;

/** A limit of a rule by what Excel may make of it: a whole number that every build takes, `~N` another whole one, `~f` a fraction. */
export function limitShape(limit: number): string {
  if (!Number.isInteger(limit)) return "~f";
  return limit >= 0 && limit <= unsigned16 ? numberShape : "~N";
}

/** A value that has the shape; the text itself where it is no shape. */
export function valueOfShape(text: string): string | number | boolean {
  if (text === numberShape) return 1;
  if (text === truthShape) return true;
  if (text === "~N") return 100_000;
  if (text === "~f") return 0.5;
  const length = /^~s(\d+)$/.exec(text)?.[1];
  return length === undefined ? text : "x".repeat(Number(length));
}

export function isShape(text: string): boolean {
  return /^~(?:[nbNf]|s\d+)$/.test(text);
}

/** Digits by ones: `12/9/2025` and `1E+15` keep their form. Null for a text that holds anything but a number or a date. */
export function figureShape(text: string): string | null {
  const isFigure = /^[-+]?\d[\d.,]*(?:E[-+]?\d+)?%?$/i.test(text);
  const isDate = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?: ?[AP]M)?$/i.test(text);
  return isFigure || isDate ? text.replace(/\d/g, "1") : null;
}

const formatPart =
  /General|AM\/PM|A\/P|(["])(?:[^"]*)"?|\\.?|\[[^\]]*\]?|_.?|\*.?|y+|m+|d+|h+|s+|a+|E[-+]|[0#?.,%/\-:;@ ()+]|./gisu;

function formatPartShape(part: string): string {
  if (part.startsWith('"')) return `"${"x".repeat(Math.max(0, part.replaceAll('"', "").length))}"`;
  if (/^[\\_*]/.test(part)) return `${part[0]}${/^.[ ()\-0]$/.test(part) ? part.slice(1) : "x"}`;
  if (part.startsWith("[")) {
    const isPlain =
      /^\[(?:red|blue|green|black|white|cyan|magenta|yellow|color\d{1,2}|[<>=]{1,2}\d+|h+|m+|s+)\]$/i.test(part);
    return isPlain ? part.replace(/\d/g, "1") : "[$x]";
  }
  return /^(?:General|AM\/PM|A\/P|y+|m+|d+|h+|s+|a+|E[-+]|[0#?.,%/\-:;@ ()+])$/i.test(part) ? part : "x";
}

/** A number format as Excel reads it, without the words that somebody put into it. */
export function formatShape(format: string): string {
  return format.replace(formatPart, formatPartShape);
}
