import type { FieldId } from "../schema/fieldIds";
import { dayReader, type RowRule, type RowRuleSetting } from "./rowRule";

/** Dates of what has happened already. */
const past: readonly FieldId[] = ["firstContact", "lastContact", "closedOn", "stageSince"];

/** A contact, a closing or a change of stage after the review day: it cannot have happened yet. */
export function futureRule(setting: RowRuleSetting): RowRule | null {
  const { today } = setting;
  const dates = past.flatMap((field) => {
    const day = dayReader(setting, field);
    return day === null ? [] : [{ field, day }];
  });
  if (dates.length === 0) return null;
  return (row, _, { isSound, add }) => {
    for (const { field, day } of dates) {
      const at = day(row);
      if (at !== null && at > today && isSound(field)) add(field, { rule: "future", today });
    }
  };
}
