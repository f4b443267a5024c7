import type { FieldId } from "../schema/fieldIds";
import { valueKey } from "../values/valueKey";

/** What programs and people put into a cell that they leave blank. */
const alwaysBlank: ReadonlySet<string> = new Set([
  ...["", "/", "\\", "n/a", "na", "null", "nil", "undefined", "select", "please select", "select one", "choose"],
  ...[
    "请选择",
    "請選擇",
    "未填",
    "未填写",
    "待填",
    "待填写",
    "待补充",
    "未選擇",
    "未选择",
    "空",
    "空白",
    "(空)",
    "(空白)",
    "(blank)",
  ],
]);

/** The same, where it may also be what somebody means to say. */
const mostlyBlank: ReadonlySet<string> = new Set(["无", "無", "暂无", "暫無", "待定", "未定", "none", "tbd", "tba"]);

/** An owner that is nobody. */
const nobody: ReadonlySet<string> = new Set(["未分配", "待分配", "unassigned"]);

/** Fields of which "none" or "to be decided" can be the answer itself. */
const mayMeanIt: readonly FieldId[] = ["stage", "reason"];

/** No placeholder is longer, frame and all. */
const longest = 40;

export type Placeholder =
  | "blank"
  /** Blank most likely; a person should say. */
  | "likely"
  /** It may be a value as well as a blank. */
  | "unclear";

/** Whether a value of a list stands for nothing; null where it stands for something. */
export function placeholderOf(field: FieldId, value: string): Placeholder | null {
  if (value.length > longest) return null;
  const key = valueKey(value);
  // "-- Select --", "--None--", "请选择…": what stands between the lines. Without anything there it is a line alone.
  const framed = key.replace(/^[-‐-―_.·]+|[-‐-―_.·]+$/g, "");
  if (alwaysBlank.has(framed) || (framed !== key && framed === "none")) return "blank";
  if (field === "owner" && nobody.has(framed)) return "likely";
  if (!mostlyBlank.has(framed)) return null;
  if (field === "reason") return "unclear";
  return mayMeanIt.includes(field) ? "likely" : "blank";
}
