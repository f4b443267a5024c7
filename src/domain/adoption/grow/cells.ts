import { kindOf } from "../../kinds/allKinds";
import { plainField } from "../../kinds/kind";
import { normalisedName } from "../../matching/customerName";
import { isMobile, normalisedPhones } from "../../matching/phoneKeys";
import type { Field, StageKind } from "../../schema/field";
import { listKeyOf, listOf } from "../../schema/fieldLists";
import type { ReviewContext } from "../../schema/reviewContext";
import { remembered } from "../../values/remembered";
import { splitMulti } from "../../values/multiList";
import { foldText } from "../../values/text";
import { isUntidy, tidyText } from "../../values/tidy";
import { isBlank, type CellValue } from "../../values/value";
import { hashOf } from "./base";

/** What becomes of one cell of the sheet that the export has something for. */
export type CellOutcome =
  /** Both hold the same, or the export holds what it brought last: people's edit stays. */
  | "keep"
  /** Nobody has touched the cell since the last update, or it is blank and never was filled by one. */
  | "take"
  /** Both have changed, or nobody knows who is right. */
  | "differs"
  /** The sheet says that the customer is closed, the export that it is open. */
  | "reopens";

/** Compares the cells of one field as people would: as a day, a number, the digits of a telephone number, or words. */
export interface FieldCells {
  /** What two cells of one meaning have in common; blank for a blank cell. */
  readonly key: (value: CellValue) => string;
  /**
   * @param brought hash of what the export's cell has in common with others of its meaning
   * @param base hash of what the last update brought; null where there was none
   */
  readonly outcome: (mine: CellValue, theirs: CellValue, brought: string, base: string | null) => CellOutcome;
}

/** Decimals beyond these are noise of the calculation. */
const finest = 1e6;

function stageKinds({ schema }: Pick<ReviewContext, "schema">): ReadonlyMap<string, StageKind> {
  return new Map(schema.stages.map(({ name, kind }) => [foldText(name), kind]));
}

function keyReader(field: Field, { schema, system, language }: Pick<ReviewContext, "schema" | "system" | "language">) {
  const kind = kindOf(field.kind);
  const entries = listOf(field, schema) ?? [];
  const rule = kind.rule({ system, language }, plainField);
  const isDay = kind.limits?.of === "date";
  const isNumber = kind.limits !== null && !isDay;
  const isPhone = field.kind === "phone";
  const isList = kind.list !== null || listKeyOf(field) !== null;
  const ofList = remembered((text: string) =>
    kind.list?.several === true ? splitMulti(text, entries).map(foldText).sort().join(" ") : foldText(text),
  );
  const ofText = (text: string): string => {
    // With or without 有限公司 it is the same customer, and the sheet's own way to write it.
    if (field.id === "customer") return normalisedName(text) || tidyText(text);
    if (isList) return ofList(text);
    if (isPhone) {
      if (isMobile(text)) return text;
      const phones = normalisedPhones(text);
      if (phones.length > 0) return phones.join(" ");
    }
    const tidy = isUntidy(text) ? tidyText(text) : text;
    return tidy.includes("\r") ? tidy.replace(/\r\n?/g, "\n") : tidy;
  };
  return (value: CellValue): string => {
    if (isBlank(value)) return "";
    const read = typeof value === "string" && (isDay || isNumber) ? (rule.repair(value) ?? value) : value;
    if (typeof read !== "number") return ofText(String(read));
    if (isPhone) return ofText(String(read));
    return isDay ? String(Math.floor(read)) : String(Math.round(read * finest) / finest);
  };
}

/** How the cells of a field are compared and decided on. */
export function fieldCells(field: Field, review: Pick<ReviewContext, "schema" | "system" | "language">): FieldCells {
  const key = keyReader(field, review);
  const kinds = field.id === "stage" ? stageKinds(review) : null;
  const reopens = (mine: CellValue, theirs: CellValue): boolean => {
    const kind = kinds?.get(foldText(String(mine)));
    return kind !== undefined && kind !== "open" && kinds?.get(foldText(String(theirs))) === "open";
  };
  return {
    key,
    outcome: (mine, theirs, brought, base) => {
      if (mine === theirs || brought === base) return "keep";
      const held = key(mine);
      if (held === key(theirs)) return "keep";
      if (reopens(mine, theirs)) return "reopens";
      if (base === null) return held === "" ? "take" : "differs";
      return hashOf(held) === base ? "take" : "differs";
    },
  };
}
