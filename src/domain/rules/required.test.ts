import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { RowState } from "../clocks/clocks";
import { defaultField } from "../schema/defaults";
import type { Condition, Field } from "../schema/field";
import { schemaStub, stage } from "../../../test/support/schemaStub";
import { demandOf, missingFields } from "./required";

const ids: readonly FieldId[] = ["customer", "stage", "customerType", "phone", "wechat", "mail", "amount"];
const columns = new Map(ids.map((id, column) => [id, column]));
const stages = [
  stage("线索", "open"),
  stage("Offer", "open"),
  stage("谈判", "open"),
  stage("成交", "won"),
  stage("流失", "lost"),
  stage("搁置", "parked"),
];
const schema = schemaStub({ stages });

const rowOf = (cells: Partial<Record<FieldId, CellValue>>) => ids.map((id) => cells[id] ?? "");
const asking = (...requiredWhen: readonly Condition[]): Field => ({ ...defaultField("amount", "金额"), requiredWhen });

type State = RowState["state"];
const from = (name: string): Condition => ({ kind: "fromStage", stage: name });
const type = (name: string): Condition => ({ kind: "customerType", type: name });
const both: Condition = {
  kind: "all",
  of: [
    { kind: "fromStage", stage: "Offer" },
    { kind: "customerType", type: "Key" },
  ],
};
const either: Condition = { kind: "oneOf", fields: ["phone", "wechat"] };

test.each<[string, Condition, Partial<Record<FieldId, CellValue>>, State, boolean]>([
  ["always: an open customer", { kind: "always" }, {}, "open", true],
  ["always: a lost one", { kind: "always" }, {}, "lost", true],
  ["always: a row that is no customer", { kind: "always" }, {}, "blank", false],
  ["open: an open customer", { kind: "open" }, {}, "open", true],
  ["open: a row that shows an error", { kind: "open" }, {}, "broken", true],
  ["open: a won customer", { kind: "open" }, {}, "won", false],
  ["open: a parked customer", { kind: "open" }, {}, "parked", false],
  ["outcome: the one that is asked for", { kind: "outcome", outcome: "lost" }, {}, "lost", true],
  ["outcome: another one", { kind: "outcome", outcome: "lost" }, {}, "parked", false],
  ["outcome: an open customer", { kind: "outcome", outcome: "won" }, {}, "open", false],
  ["from a stage: the one before it", from("Offer"), { stage: "线索" }, "open", false],
  ["from a stage: the stage itself", from("Offer"), { stage: "Offer" }, "open", true],
  ["from a stage: the stage itself in another case", from("offer"), { stage: "OFFER" }, "open", true],
  ["from a stage: the one behind it", from("Offer"), { stage: "谈判" }, "open", true],
  ["from a stage: won customers", from("Offer"), { stage: "成交" }, "won", true],
  ["from the first stage: a customer in it", from("线索"), { stage: "线索" }, "open", true],
  ["from the last stage: a customer before it", from("谈判"), { stage: "Offer" }, "open", false],
  ["from a stage: lost ones may have ended early", from("Offer"), { stage: "流失" }, "lost", false],
  ["from a stage: parked ones may have, too", from("Offer"), { stage: "搁置" }, "parked", false],
  ["from a stage: a row that shows an error", from("Offer"), { stage: "谈判" }, "broken", false],
  ["from a stage: a stage that nobody knows", from("Offer"), { stage: "观望" }, "open", false],
  ["from a stage that nobody knows", from("观望"), { stage: "谈判" }, "open", false],
  ["customer type: the one that is asked for", type("Key"), { customerType: "Key" }, "open", true],
  ["customer type: in another case", type("Key"), { customerType: "KEY" }, "won", true],
  ["customer type: another one", type("Key"), { customerType: "New" }, "open", false],
  ["customer type: none", type("Key"), {}, "open", false],
  ["both at once: both hold", both, { stage: "谈判", customerType: "key" }, "open", true],
  ["both at once: the stage alone", both, { stage: "谈判", customerType: "New" }, "open", false],
  ["both at once: the type alone", both, { stage: "线索", customerType: "Key" }, "open", false],
  ["both at once: a row that is no customer", both, { stage: "谈判", customerType: "Key" }, "blank", false],
  ["one of several: all blank", either, {}, "open", true],
  ["one of several: spaces are blank", either, { phone: " " }, "open", true],
  ["one of several: the first is there", either, { phone: "95588" }, "open", false],
  ["one of several: the last is there", either, { wechat: "wx" }, "open", false],
  ["one of several: both are there", either, { phone: "95588", wechat: "wx" }, "open", false],
  ["one of several: another field does not count", either, { mail: "a@b.cn" }, "open", true],
])("%s", (_, condition, cells, state, asked) => {
  const because = demandOf(asking(condition), columns, schema)(rowOf(cells), state);
  expect(because).toEqual(asked ? condition : null);
});

test.each<[string, Condition, boolean]>([
  ["a stage", from("线索"), false],
  ["a customer type", type("Key"), false],
  // Nothing else that would do can be filled in: then the field itself is asked for.
  ["one of several", either, true],
])("where the sheet has no column for it: %s", (_, condition, asked) => {
  const without = new Map([["customer", 0] as const]);
  const row = ["甲", "线索", "Key"];
  expect(demandOf(asking(condition), without, schema)(row, "open") !== null).toBe(asked);
});

test("of several conditions the first that asks is told; one of them is enough, and none asks of a row that is no customer", () => {
  const demand = demandOf(asking(from("谈判"), type("Key"), { kind: "outcome", outcome: "won" }), columns, schema);
  expect(demand(rowOf({ stage: "谈判", customerType: "Key" }), "open")).toEqual(from("谈判"));
  expect(demand(rowOf({ stage: "线索", customerType: "Key" }), "open")).toEqual(type("Key"));
  expect(demand(rowOf({ stage: "线索" }), "won")).toEqual({ kind: "outcome", outcome: "won" });
  expect(demand(rowOf({ stage: "线索" }), "open")).toBeNull();
  expect(demand(rowOf({ customerType: "Key" }), "blank")).toBeNull();
});

test("a field without a condition is never asked for", () => {
  expect(demandOf(asking(), columns, schema)(rowOf({}), "open")).toBeNull();
});

describe("what a row lacks", () => {
  const field = (id: FieldId, change: Partial<Field>): Field => ({ ...defaultField(id, `列-${id}`), ...change });
  const always: readonly Condition[] = [{ kind: "always" }];
  const lacking = (fields: readonly Field[], cells: Partial<Record<FieldId, CellValue>>, state: State = "open") =>
    missingFields(columns, schemaStub({ stages, fields }))(rowOf(cells), state).map(({ id }) => id);
  const fields = [
    field("phone", { requiredWhen: always, level: "warn" }),
    field("wechat", { requiredWhen: always, level: "observe" }),
    field("mail", { requiredWhen: [{ kind: "outcome", outcome: "won" }], level: "require" }),
    field("amount", { requiredWhen: [], level: "require" }),
    field("note", { requiredWhen: always, level: "require" }),
  ];

  test("is what levels warn and require ask for, in columns that the sheet has", () => {
    expect(lacking(fields, {})).toEqual(["phone"]);
    expect(lacking(fields, {}, "won")).toEqual(["phone", "mail"]);
  });

  test("is nothing where it is filled in, and nothing of a row that is no customer", () => {
    expect(lacking(fields, { phone: "95588" })).toEqual([]);
    expect(lacking(fields, { phone: " " })).toEqual(["phone"]);
    expect(lacking(fields, {}, "blank")).toEqual([]);
  });
});
