import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { defaultField } from "../schema/defaults";
import { addEntry, beginDraft, changeEntry, removeEntry } from "../schema/draft";
import type { FieldId } from "../schema/fieldIds";
import { draftOutlook } from "./draftOutlook";

const ids: readonly FieldId[] = ["customer", "stage", "source", "lastContact"];
const today = reviewStub({}).today;
const values = [
  ["甲", "线索", "展会", today - 3],
  ["乙", "线索", "官网", today - 5],
  ["丙", "方案", "", today - 20],
  ["丁", "成交", "展会", today - 90],
];
const records: Records = {
  sheet: "客户",
  area: { row: 1, column: 0, rows: values.length, columns: ids.length },
  values,
  columns: new Map(ids.map((id, column) => [id, column])),
};
const schema = schemaStub({
  fields: ids.map((id) => defaultField(id, id)),
  stages: [stage("线索", "open"), stage("方案", "open"), stage("成交", "won")].map((each) => ({
    ...each,
    staleDays: 10,
  })),
  lists: [{ key: "source", entries: ["展会", "官网"] }],
});
const review = reviewStub({ schema });
const draft = beginDraft(schema);

test("a draft that changes nothing of the rows says nothing", () => {
  expect(draftOutlook(draft, records, review)).toEqual({ fields: [], stale: null, stuck: null });
});

test("a new column in which every customer must have a value fails in all of them", () => {
  const field = { ...defaultField("own:合同号", "合同号"), requiredWhen: [{ kind: "always" }] as const };
  const { fields } = draftOutlook(addEntry(draft, "fields", field), records, review);
  expect(fields).toMatchObject([{ field: { id: "own:合同号" }, before: 0, after: 4 }]);
});

test("an entry that a list loses fails where it stands", () => {
  const at = draft.lists.findIndex(({ now }) => now.key === "source");
  const less = changeEntry(draft, "lists", at, { key: "source", entries: ["展会"] });
  expect(draftOutlook(less, records, review).fields).toMatchObject([{ field: { id: "source" }, before: 0, after: 1 }]);
});

test("a stage that is removed leaves its customers in a stage that nobody knows", () => {
  const { fields } = draftOutlook(removeEntry(draft, "stages", 1), records, review);
  expect(fields).toMatchObject([{ field: { id: "stage" }, before: 0, after: 1 }]);
});

test("a smaller limit says how many more customers are stale", () => {
  const tight = changeEntry(draft, "stages", 0, { ...schema.stages[0]!, staleDays: 4 });
  expect(draftOutlook(tight, records, review)).toMatchObject({ stale: { before: 1, after: 2 }, stuck: null });
});
