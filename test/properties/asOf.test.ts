/** As of a day means as of that day: what the whole history says of it, and what the history cut at it says, are the same. */
import fc from "fast-check";
import type { Touch } from "../../src/domain/log/touch";
import { allMeasures } from "../../src/domain/measures/allMeasures";
import { cohorts } from "../../src/domain/measures/conversion";
import { measure } from "../../src/domain/measures/measure";
import type { Records } from "../../src/domain/followUps/records";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import type { Schema } from "../../src/domain/schema/field";
import type { CellValue } from "../../src/domain/values/value";
import { touch } from "../support/customers";
import { owners, reviewStub, schemaStub, stage } from "../support/schemaStub";
import { defaultFields } from "../../src/domain/settings/proposeSchema";

const start = 46_000;
/** Days that a history covers. */
const span = 120;
const open = ["线索", "方案", "谈判"] as const;
const ends = ["成交", "流失", "搁置"] as const;
const fields = [
  ...(["id", "customer", "owner", "stage", "firstContact", "lastContact", "stageSince", "closedOn"] as const),
  ...(["nextDate", "reason", "amount"] as const),
] satisfies readonly FieldId[];

const schema: Schema = schemaStub({
  fields: defaultFields((field) => (fields.some((each) => each === field) ? field : null)),
  stages: [
    ...open.map((name, at) => ({ ...stage(name, "open", 3 + at), stuckDays: 9 })),
    stage("成交", "won"),
    stage("流失", "lost"),
    stage("搁置", "parked"),
  ],
  owners: owners("张敏", "Lily"),
  reasons: [{ name: "价格", outcome: null, revisitDays: null }],
});

interface Event {
  readonly day: number;
  /** Stage that it leads to; null for a touch that leaves the customer where it is. */
  readonly to: string | null;
  readonly promises: number | null;
  readonly words: string;
}

interface History {
  readonly owner: string;
  readonly created: number;
  readonly amount: number | "";
  readonly events: readonly Event[];
}

const event = fc.record({
  day: fc.integer({ min: 0, max: span }),
  to: fc.oneof(
    { weight: 3, arbitrary: fc.constant(null) },
    { weight: 4, arbitrary: fc.constantFrom(...open, ...ends) },
  ),
  promises: fc.option(fc.integer({ min: 0, max: 12 })),
  words: fc.constantFrom("谈了报价和交期", "好"),
});

/** One after the other, a day each, and nothing after an end: nobody takes a customer up again. */
function inTurn(created: number, events: readonly Event[]): readonly Event[] {
  const days = new Set<number>();
  const later = [...events]
    .sort((a, b) => a.day - b.day)
    .filter(({ day }) => day >= created && !days.has(day) && days.add(day));
  const end = later.findIndex(({ to }) => ends.some((each) => each === to));
  return end < 0 ? later : later.slice(0, end + 1);
}

const history: fc.Arbitrary<History> = fc
  .record({
    owner: fc.constantFrom("张敏", "Lily", "王芳"),
    created: fc.integer({ min: 0, max: span }),
    amount: fc.oneof(fc.integer({ min: 1, max: 900 }), fc.constant("" as const)),
    events: fc.array(event, { maxLength: 8 }),
  })
  .map((each) => ({ ...each, events: inTurn(each.created, each.events) }));

/** The sheet and the log as they stood at the end of a day. */
function atTheEndOf(day: number, histories: readonly History[]): { records: Records; touches: readonly Touch[] } {
  const touches: Touch[] = [];
  const values = histories.map(({ owner, created, amount, events }, index): readonly CellValue[] => {
    if (created > day) return fields.map(() => "");
    let [now, since, contact, next]: [string, number, CellValue, CellValue] = [open[0], created, "", ""];
    let [closed, reason]: [CellValue, CellValue] = ["", ""];
    for (const each of events.filter((one) => one.day <= day)) {
      const to = each.to ?? now;
      contact = start + each.day;
      next = each.promises === null ? next : start + each.day + each.promises;
      touches.push(
        touch({
          ...{ customerId: `C${index}`, date: start + each.day, row: 1000 * (index + 1) + each.day, who: owner },
          ...{ fromStage: now, toStage: to, content: each.words },
          promised: each.promises === null ? null : start + each.day + each.promises,
        }),
      );
      if (to === now) continue;
      [now, since] = [to, each.day];
      if (ends.some((end) => end === to)) [closed, reason, next] = [start + each.day, to === "成交" ? "" : "价格", ""];
    }
    return [
      ...[`C${index}`, `客户${index}`, owner, now, start + created, contact, start + since],
      ...[closed, next, reason, amount],
    ];
  });
  const area = { row: 1, column: 0, rows: values.length, columns: fields.length };
  const columns = new Map(fields.map((field, column) => [field, column] as const));
  return { records: { sheet: "客户", area, values, columns }, touches };
}

/** Everything that does not rest on what the sheet keeps only as it is now: next dates, and the last contact. */
function knownOf(of: ReturnType<typeof atTheEndOf>, today: number, now: number) {
  const review = reviewStub({ schema, today, now });
  const { rows, key, byReason, withoutAmount, unreadable } = measure(of.records, review).figures;
  const { open: stillOpen, won, lost, parked, winRate, pipelineAmount, wonAmount } = key;
  const all = allMeasures(of.records, of.touches, review);
  const { winRates, forecast, byClosing, logged, customers, journeys, seen: _seen, ...others } = all;
  const { strict: _strict, ...rates } = winRates;
  const { neglected: _neglected, ...expected } = forecast;
  const plain = (each: (typeof customers)[number]) => {
    const {
      overdue: _overdue,
      daysLate: _late,
      daysSilent: _silent,
      stale: _stale,
      stuck: _stuck,
      reason: _reason,
      ...kept
    } = each;
    return kept;
  };
  const shown = {
    ...{ rows, stillOpen, won, lost, parked, winRate, pipelineAmount, wonAmount, byReason, withoutAmount, unreadable },
    ...{ rates, expected, byClosing, logged, customers, others },
    steps: journeys.map(({ visits, hasHistory }) => ({ visits, hasHistory })),
    months: cohorts(customers, [30, 60, 90], review),
  };
  const isCustomer = (value: object): value is (typeof customers)[number] => "customerType" in value;
  return JSON.parse(
    JSON.stringify(shown, (_, value: unknown) =>
      typeof value === "object" && value !== null && isCustomer(value) ? plain(value) : value,
    ),
  ) as unknown;
}

test("the figures as of a day are those of the history cut at that day", () => {
  fc.assert(
    fc.property(fc.array(history, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: span }), (all, day) => {
      const today = start + day;
      const end = start + span;
      expect(knownOf(atTheEndOf(span, all), today, end)).toEqual(knownOf(atTheEndOf(day, all), today, today));
    }),
  );
});
