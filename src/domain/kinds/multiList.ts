import { entrySeparator, joinMulti, severalEntries, splitMulti } from "../values/multiList";
import { isUntidy, tidyText } from "../values/tidy";
import { ruleOf, type Kind, type Untidy } from "./kind";
import { text } from "./text";

/** Several entries that are not parted by the workbook's separator, an empty one, or one that stands there twice. */
type Separators = "separators";

/** Each entry of the cell is on the list, and the workbook's separator stands between them. */
function onList(cell: string, list: string, separator: string): string {
  const around = (words: string) => `UPPER("${separator}"&${words}&"${separator}")`;
  const { length } = separator;
  return `SUMPRODUCT(ISNUMBER(FIND(${around(list)},${around(cell)}))*(LEN(${list})+${length}))=LEN(${cell})+${length}`;
}

/** Several entries of a list. Whether each is on it is the list rule's business. */
export const multiList: Kind<Separators | Untidy> = {
  ...text,
  words: {
    "zh-CN": {
      name: "多选列表",
      hint: "填列表里的选项，多个之间用“、”隔开；列表在“跟进设置”表里修改。",
      alert: (header) =>
        `“${header}”里的每一项都要在列表里，多个之间用“、”隔开。需要新的选项时，请先加到“跟进设置”表里。`,
    },
    en: {
      name: "Multiple choice",
      hint: "Entries of the list, with a comma and a space between. The list is kept on the sheet “Follow-up Settings”.",
      alert: (header) =>
        `Each entry of “${header}” must be on the list, with a comma and a space between. To use a new one, add it on the sheet “Follow-up Settings” first.`,
    },
  },
  rule: ({ language }, { entries }) => {
    /** Few combinations stand in many cells: each is looked at once. */
    const seen = new Map<string, string>();
    const right = (cell: string): string => {
      const known = seen.get(cell);
      if (known !== undefined) return known;
      const joined = joinMulti(splitMulti(cell, entries), language);
      seen.set(cell, joined);
      return joined;
    };
    return ruleOf<Separators | Untidy>(
      (value) => {
        if (typeof value !== "string") return null;
        if (!isUntidy(value) && !severalEntries.test(value)) return null;
        if (value === right(value)) return null;
        return right(value) === tidyText(value) ? "untidy" : "separators";
      },
      (value) => (typeof value === "string" ? right(value) : null),
    );
  },
  cellTest: (cell, { language }, { entries }, listName) => {
    // An entry with a separator of its own cannot be told from two entries.
    const readable = listName !== null && !entries.some((entry) => severalEntries.test(entry));
    return {
      rule: null,
      conditions: readable ? [onList(cell, listName, entrySeparator[language])] : [],
      isLong: false,
    };
  },
  list: { of: "field", several: true },
};
