import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { defaultFields } from "../settings/proposeSchema";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Records } from "../followUps/records";
import { customersOf } from "./customers";

const today = 46_241;
const ids: readonly FieldId[] = [
  ...([
    "note",
    "customer",
    "id",
    "contact",
    "phone",
    "owner",
    "customerType",
    "stage",
    "nextDate",
    "lastContact",
  ] as const),
  ...(["nextStep", "feedback", "closedOn", "reason", "revisitOn"] as const),
];
const schema = schemaStub({
  fields: defaultFields((id) => (ids.includes(id) ? id : null)),
  stages: [stage("线索", "open"), stage("搁置", "parked")],
  types: [
    { name: "Key", staleDays: null, keyAccount: true },
    { name: "新客户", staleDays: null, keyAccount: false },
  ],
});

function listed(rows: readonly Partial<Record<FieldId, CellValue>>[], columns = ids) {
  const records: Records = {
    sheet: "客户",
    area: { row: 4, column: 2, rows: rows.length, columns: columns.length },
    values: rows.map((row) => columns.map((id) => row[id] ?? "")),
    columns: new Map(columns.map((id, column) => [id, column])),
  };
  return customersOf(records, reviewStub({ schema, today }));
}

test("a customer has what its row says, trimmed, days as whole days, and the cell to go to", () => {
  const row: Partial<Record<FieldId, CellValue>> = {
    ...{
      id: 1001,
      customer: " 远山能源 ",
      contact: "王总",
      phone: 13_800_138_000,
      owner: " 李敏",
      customerType: "key ",
    },
    ...{ stage: "搁置 ".trim(), nextDate: today + 0.5, lastContact: today - 3.5, nextStep: " 报价", reason: "价格" },
    ...{ closedOn: today - 9, revisitOn: today + 30, feedback: "贵", note: "x" },
  };
  expect(listed([row])).toEqual([
    {
      ...{
        id: "1001",
        name: "远山能源",
        contact: "王总",
        phone: 13_800_138_000,
        owner: "李敏",
        type: "key",
        keyAccount: true,
      },
      ...{ stage: "搁置", state: "parked", nextDate: today, lastContact: today - 4, nextStep: "报价", reason: "价格" },
      ...{ closedOn: today - 9, revisitOn: today + 30, words: " 报价", row: 5, cell: "D5" },
      values: ids.map((id) => row[id] ?? ""),
    },
  ]);
});

test("blank rows and rows that show an error in a key cell are left out, the others keep their places", () => {
  const rows = [{ customer: "甲" }, {}, { customer: "#N/A" }, { note: "合计" }, { customer: "乙", note: "#N/A" }];
  expect(listed(rows).map(({ name, row, cell }) => [name, row, cell])).toEqual([
    ["甲", 5, "D5"],
    ["乙", 9, "D9"],
  ]);
});

test.each<[string, Partial<Record<FieldId, CellValue>>, string]>([
  ["the next step", { nextStep: "报价", feedback: "贵", note: "x" }, "报价"],
  ["else the feedback", { nextStep: " ", feedback: "贵", note: "x" }, "贵"],
  ["else the note", { note: 7 }, "7"],
  ["else nothing", {}, ""],
])("the last words are %s", (_, cells, words) => {
  expect(listed([{ customer: "甲", ...cells }])[0]?.words).toBe(words);
});

test.each<[CellValue, boolean]>([
  ["KEY", true],
  ["新客户", false],
  ["", false],
])("of the type %j: a key account %s", (type, is) => {
  expect(listed([{ customer: "甲", customerType: type }])[0]?.keyAccount).toBe(is);
});

test("what the sheet has no column for, and a date that is text, is not known", () => {
  expect(listed([{ customer: "甲", nextDate: "下周" }], ["customer", "nextDate"])).toMatchObject([
    {
      id: "",
      owner: "",
      phone: "",
      nextDate: null,
      lastContact: null,
      closedOn: null,
      state: "open",
      words: "",
      cell: "C5",
    },
  ]);
  expect(listed([{ owner: "李敏" }], ["owner"])[0]).toMatchObject({ name: "", cell: "C5" });
});
