import { fieldName } from "../../schema/fieldName";
import { conditionText, fieldByText, readConditions } from "../../schema/conditionText";
import { defaultField } from "../../schema/defaults";
import { fieldKinds, kindOf } from "../../kinds/allKinds";
import { levels, outcomes, type Condition, type Field } from "../../schema/field";
import { isKnownField, type FieldId } from "../../schema/fieldIds";
import { workbookText } from "../../schema/workbookText";
import { isBlank, type CellValue } from "../../values/value";
import { limit, optionalText, sheetHeader, word, yesNo } from "../cells";
import type { Cell, EntryTable, Reading } from "../column";
import { listHeader, readListKey } from "./lists";

/** A field by its name: a known one in either language, else one of the team's own. */
const fieldId: Cell<FieldId> = {
  read: (cell) => ({ value: fieldByText(String(cell).trim()), problem: null }),
  write: fieldName,
};

/** When a value must be there, in words. A blank cell asks for nothing. */
const conditions: Cell<readonly Condition[]> = {
  read: (cell, usual, { types }) => {
    const said = isBlank(cell) ? [] : readConditions(String(cell), types);
    if (said !== null) return { value: said, problem: null };
    return { value: usual, problem: { kind: "unreadableCondition", value: String(cell) } };
  },
  write: conditionText,
  // Conditions can name stages and types and can be joined: the list only offers the usual ones.
  choices: (language) => {
    const { condition, stageKind } = workbookText[language];
    const colon = language === "zh-CN" ? "：" : ": ";
    const closed = outcomes.map((outcome) => `${condition.outcome}${colon}${stageKind[outcome]}`);
    return { words: [condition.never, condition.always, condition.open, ...closed], strict: false };
  },
};

/** A list by its header in the table of lists. */
const list: Cell<string | null> = {
  read: (cell, usual, { lists }) => {
    if (isBlank(cell)) return { value: usual, problem: null };
    const header = String(cell).trim();
    const key = readListKey(header) ?? lists?.find((each) => each.key.toLowerCase() === header.toLowerCase())?.key;
    if (key !== undefined) return { value: key, problem: null };
    return { value: usual, problem: lists === null ? null : { kind: "unknownName", value: header } };
  },
  write: (key, language) => (key === null ? "" : listHeader({ key, entries: [] }, language)),
};

/** A limit as the field's kind has it; any number for kinds without limits, which is kept for when the kind changes. */
function limitOf({ kind }: Field, cell: CellValue): Reading<number | null> | null {
  const value = kindOf(kind).limits?.ofCell(cell) ?? null;
  return value === null ? null : { value, problem: null };
}

/** One row per field: its rule. */
export const fieldsTable: EntryTable<Field> = {
  table: "fields",
  name: "id",
  keyOf: fieldByText,
  start: (name) => defaultField(fieldByText(name), null),
  entries: ({ fields }) => fields,
  columns: {
    id: { header: { "zh-CN": "字段", en: "Field" }, width: 17, ...fieldId },
    header: { header: { "zh-CN": "表头", en: "Header" }, width: 22, ...sheetHeader },
    kind: {
      header: { "zh-CN": "类型", en: "Kind" },
      width: 14,
      ...word(
        fieldKinds,
        (kind, { language }) => kindOf(kind).words[language].name,
        (kind, { language }) => kindOf(kind).words[language].formerName,
      ),
      // What a known field is does not change: the measures rely on it.
      isFixed: ({ id }) => isKnownField(id),
    },
    requiredWhen: { header: { "zh-CN": "何时必填", en: "Required when" }, width: 28, ...conditions },
    level: {
      header: { "zh-CN": "严格程度", en: "Level" },
      width: 13,
      ...word(levels, (level, words) => words.level[level]),
    },
    columnRequired: { header: { "zh-CN": "必须有这一列", en: "Column required" }, width: 19, ...yesNo },
    list: { header: { "zh-CN": "列表", en: "List" }, width: 13, ...list },
    unique: { header: { "zh-CN": "不能重复", en: "Unique" }, width: 13, ...yesNo },
    min: { header: { "zh-CN": "最小", en: "Smallest" }, width: 11, ...limit, readBy: limitOf },
    max: { header: { "zh-CN": "最大", en: "Largest" }, width: 11, ...limit, readBy: limitOf },
    pattern: { header: { "zh-CN": "格式", en: "Pattern" }, width: 15, ...optionalText },
    hint: { header: { "zh-CN": "填写提示", en: "Hint" }, width: 30, ...optionalText },
  },
};
