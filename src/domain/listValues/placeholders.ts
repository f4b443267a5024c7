import type { FieldId } from "../schema/fieldIds";

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

/** No placeholder is longer, frame and all. */
const longest = 40;

type Placeholder =
  | "blank"
  /** Blank most likely; a person should say. */
  | "likely"
  /** It may be a value as well as a blank. */
  | "unclear";

/**
 * Whether a value of a list stands for nothing; null where it stands for something.
 * @param key the value's `valueKey`
 */
export function placeholderOf(field: FieldId, key: string): Placeholder | null {
  if (key.length > longest) return null;
  // "-- Select --", "--None--", "请选择…": what stands between the lines. Without anything there it is a line alone.
  const framed = key.replace(/^[-‐-―_.·]+|[-‐-―_.·]+$/g, "");
  if (alwaysBlank.has(framed) || (framed !== key && framed === "none")) return "blank";
  if (field === "owner" && nobody.has(framed)) return "likely";
  if (!mostlyBlank.has(framed)) return null;
  // "None" can be the reason itself, and "to be decided" a stage.
  if (field === "reason") return "unclear";
  return field === "stage" ? "likely" : "blank";
}
