import { customer, today } from "../../../test/support/customers";
import { owners, schemaStub } from "../../../test/support/schemaStub";
import type { FieldId } from "../schema/fieldIds";
import { monthTargets } from "./targets";

/** 2026-08-07. */
const fields: readonly FieldId[] = ["customer", "owner", "stage", "closedOn", "amount"];
const known = { wonAmount: 1, pipelineAmount: 1 };

function targetsOf(
  targets: readonly (readonly [name: string, target: number | null])[],
  customers: Parameters<typeof monthTargets>[0],
  {
    key = known,
    has = fields,
    lost = [],
  }: Partial<{ key: Parameters<typeof monthTargets>[2]; has: typeof fields; lost: typeof fields }> = {},
) {
  const named = owners(...targets.map(([name]) => name));
  const schema = schemaStub({
    owners: named.map((owner, at) => ({ ...owner, monthTarget: targets[at]?.[1] ?? null })),
  });
  const columns = new Map(has.map((field, at) => [field, at]));
  return monthTargets(customers, { schema, today, system: 1900, records: { columns, lost } }, key);
}

const won = (owner: string, daysAgo: number, amount: number | null) =>
  customer({ owner, state: "won", closed: today - daysAgo, amount });

test("what was won from the first of the month on counts, by owner without regard to case", () => {
  const customers = [
    ...[won("Lily", 0, 100), won("lily", 6, 50), won("Lily", 7, 1000), won("张敏", 1, 30), won("Lily", 2, null)],
    customer({ owner: "Lily", amount: 300 }),
    customer({ owner: "Lily", state: "lost", closed: today, amount: 999 }),
  ];
  expect(
    targetsOf(
      [
        ["Lily", 300],
        ["张敏", null],
      ],
      customers,
    ),
  ).toEqual([{ owner: "Lily", target: 300, reached: { won: 150, withoutAmount: 1, gap: 150, needed: 0.5 } }]);
});

test("what is beyond the target is no gap; with nothing open nobody can say what share is needed", () => {
  const targets = [
    ["张敏", 20],
    ["王强", 50],
  ] as const;
  expect(targetsOf(targets, [won("张敏", 1, 30)]).map(({ reached }) => reached)).toEqual([
    { won: 30, withoutAmount: 0, gap: 0, needed: 0 },
    { won: 0, withoutAmount: 0, gap: 50, needed: null },
  ]);
});

test("a target stays where it cannot be known how far it is reached", () => {
  const unknown = { owner: "张敏", target: 20, reached: null };
  const key = { wonAmount: null, pipelineAmount: null };
  expect(targetsOf([["张敏", 20]], [won("张敏", 1, 30)], { key })).toEqual([unknown]);
  const has = fields.filter((field) => field !== "amount");
  expect(targetsOf([["张敏", 20]], [], { key, has, lost: ["amount"] })).toEqual([unknown]);
});

test("a list that never had closing dates has no targets, as the Summary has no table of them", () => {
  expect(targetsOf([["张敏", 20]], [], { has: fields.filter((field) => field !== "closedOn") })).toEqual([]);
});
