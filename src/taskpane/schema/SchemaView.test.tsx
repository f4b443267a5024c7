import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, renderPane } from "../../../test/support/sessionStub";
import { reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import type { Subject } from "../../app/subject";
import { defaultField } from "../../domain/schema/defaults";
import { ownField, type FieldId } from "../../domain/schema/fieldIds";

beforeAll(() => Promise.all([import("./SchemaView"), import("../setup/SetupView")]));

const ids: readonly FieldId[] = ["customer", "stage", "customerType", "amount"];
const headers = ["客户名称", "阶段", "客户类型", "金额"];
const schema = schemaStub({
  fields: ids.map((id, at) => defaultField(id, headers[at]!)),
  stages: [stage("线索", "open"), stage("方案演示", "open"), stage("成交", "won")],
  types: [
    { name: "重点客户", staleDays: null, keyAccount: true },
    { name: "普通客户", staleDays: null, keyAccount: false },
  ],
});
const values = [
  ["甲", "线索", "重点客户", 1],
  ["乙", "方案演示", "重点客户", ""],
  ["丙", "方案演示", "普通客户", ""],
];
const subject = {
  ...reviewStub({ schema }),
  reading: { inForce: null },
  located: {
    headers,
    records: {
      sheet: "客户",
      area: { row: 1, column: 0, rows: values.length, columns: headers.length },
      values,
      columns: new Map(ids.map((id, column) => [id, column])),
    },
  },
} as unknown as Subject;

async function open(testId: string) {
  const pane = renderPane({ installed: true, check: checkResult() }, { tab: "setup", subject });
  await userEvent.click(await screen.findByTestId("schema-open"));
  await userEvent.click(await screen.findByTestId(testId));
  return pane;
}

test("a combination is put together from what has to hold at once, and the rows that would fail are counted before anything is applied", async () => {
  await open("field-amount");
  await userEvent.click(screen.getByRole("button", { name: /加一个组合/ }));
  await userEvent.selectOptions(screen.getByTestId("all-stage"), "方案演示");
  await userEvent.selectOptions(screen.getByTestId("all-type"), "重点客户");
  expect(screen.getByRole("group", { name: /组合 1.*同时成立/ })).toBeVisible();
  expect(screen.getByTestId("outlook")).toHaveTextContent("1 行会不合格");
  expect(screen.getByTestId("look-ahead")).toHaveTextContent("「金额」：1 行会不合格");
  await userEvent.click(screen.getByTestId("schema-back"));
  expect(await screen.findByTestId("field-amount")).toHaveTextContent("从阶段：方案演示 且 类型：重点客户");
});

test("fields of links and files have their own icon in the list, beside the kind's name", async () => {
  const id = ownField("合同文件");
  const fields = [...schema.fields, { ...defaultField(id, "合同文件"), kind: "link" as const }];
  renderPane(
    { installed: true, check: checkResult() },
    { tab: "setup", subject: { ...subject, schema: { ...schema, fields } } },
  );
  await userEvent.click(await screen.findByTestId("schema-open"));
  const row = await screen.findByTestId(`field-${id}`);
  expect(row).toHaveAccessibleName(/^合同文件 看 链接或文件/);
  expect(within(row).getByTestId("link-mark")).toBeVisible();
  expect(screen.getAllByTestId("link-mark")).toHaveLength(1);
});

test("the levels are one stop for Tab", async () => {
  await open("field-amount");
  const stops = screen.getAllByRole("radio").filter(({ tabIndex }) => tabIndex === 0);
  expect(stops).toHaveLength(1);
  expect(stops[0]).toBeChecked();
});

test("a stage that customers are in is removed only once somebody says where they go", async () => {
  const { asked } = await open("part-stages");
  const entry = screen.getByRole("group", { name: "方案演示" });
  await userEvent.click(within(entry).getByTestId("entry-remove"));
  const move = screen.getByLabelText("2 个客户用着「方案演示」，移到");
  expect(move).toHaveValue("");
  await userEvent.click(screen.getByTestId("schema-plan"));
  expect(asked).not.toContainEqual(["previewSchema"]);
  await userEvent.selectOptions(move, "留着不动（会报为未知）");
  await userEvent.click(screen.getByTestId("schema-plan"));
  expect(asked).toContainEqual(["previewSchema"]);
});

test("a new field that is picked from a list gets its own, and its options are typed beside it", async () => {
  await open("field-add");
  await userEvent.selectOptions(screen.getByTestId("field-kind"), "list");
  expect(screen.getByTestId("field-list")).toHaveDisplayValue("新项 1");
  await userEvent.type(screen.getByTestId("field-entries"), "A\nB");
  await userEvent.tab();
  expect(screen.getByTestId("field-entries")).toHaveValue("A\nB");
  expect(screen.queryByTestId("draft-problem")).toBeNull();
});
