import type { FieldId } from "../../schema/fieldIds";
import { dayReader, type DayReader, type RowRule } from "../rowRule";

/** Two dates of one row that cannot both be right. */
export type DateOrder =
  /** The last contact lies before the first one. */
  | "lastBeforeFirst"
  /** The next date lies before the last contact. */
  | "nextBeforeLast"
  /** Closed before the first contact. */
  | "closedBeforeFirst";

export interface Order {
  readonly rule: "order";
  readonly order: DateOrder;
  /** Header of the earlier or later date that it is held against, and what stands there. */
  readonly other: string;
  readonly day: number;
}

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
export const order: RowRule<Order> = {
  id: "order",
  needs: [],
  toldWhileObserved: false,
  prepare: (setting) => {
    const headers = new Map(setting.schema.fields.map(({ id, header }) => [id, header ?? ""]));
    const held = pairs.flatMap((pair) => {
      const [earlier, later] = [dayReader(setting, pair.earlier), dayReader(setting, pair.later)];
      return earlier === null || later === null
        ? []
        : [{ ...pair, days: [earlier, later] as readonly [DayReader, DayReader] }];
    });
    if (held.length === 0) return null;
    return (row, state, { isSound, add }) => {
      for (const each of held) {
        if (each.openOnly && state !== "open") continue;
        const [from, to] = [each.days[0](row), each.days[1](row)];
        if (from === null || to === null || to >= from || !isSound(each.earlier) || !isSound(each.later)) continue;
        add(each.later, { rule: "order", order: each.order, other: headers.get(each.earlier) ?? "", day: from });
      }
    };
  },
};
