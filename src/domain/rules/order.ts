import type { FieldId } from "../schema/fieldIds";
import type { DateOrder } from "./finding";
import { dayReader, type DayReader, type RowRule, type RowRuleSetting } from "./rowRule";

interface Pair {
  readonly order: DateOrder;
  readonly earlier: FieldId;
  readonly later: FieldId;
  /** Holds for open customers only: a next date that a closed one has kept is history. */
  readonly openOnly: boolean;
}

const pairs: readonly Pair[] = [
  { order: "lastBeforeFirst", earlier: "firstContact", later: "lastContact", openOnly: false },
  { order: "closedBeforeFirst", earlier: "firstContact", later: "closedOn", openOnly: false },
  { order: "nextBeforeLast", earlier: "lastContact", later: "nextDate", openOnly: true },
];

/** Dates of one row in the wrong order; the later one is reported, with the earlier one beside it. Equal days are right. */
export function orderRule(setting: RowRuleSetting): RowRule | null {
  const headers = new Map(setting.schema.fields.map(({ id, header }) => [id, header ?? ""]));
  const held = pairs.flatMap((pair) => {
    const [earlier, later] = [dayReader(setting, pair.earlier), dayReader(setting, pair.later)];
    return earlier === null || later === null
      ? []
      : [{ ...pair, days: [earlier, later] as readonly [DayReader, DayReader] }];
  });
  if (held.length === 0) return null;
  return (row, state, { isSound, add }) => {
    for (const { order, earlier, later, openOnly, days } of held) {
      if (openOnly && state !== "open") continue;
      const [from, to] = [days[0](row), days[1](row)];
      if (from === null || to === null || to >= from || !isSound(earlier) || !isSound(later)) continue;
      add(later, { rule: "order", order, other: headers.get(earlier) ?? "", day: from });
    }
  };
}
