/** Lists from outside: what their stages and people are taken for. They stand outside the project; where they are missing these tests are skipped. */
import { readFileSync } from "node:fs";
import { valuesOf } from "../../src/domain/listValues/values";
import type { FieldId } from "../../src/domain/schema/fieldIds";
import { proposeSchema } from "../../src/domain/settings/proposeSchema";
import type { CellValue } from "../../src/domain/values/value";
import { openFile } from "../../src/workbench/files/openFile";
import { listRecords } from "../support/listRecords";
import { sharedDataOf, sharedFile, testWith } from "../support/needs";

/** The columns of these headers on the first sheet of a file, whose first row is the header row. */
function columnsOf(
  file: string,
  headers: Partial<Record<FieldId, string>>,
): Partial<Record<FieldId, readonly CellValue[]>> {
  const opened = openFile(new Uint8Array(readFileSync(sharedFile(file))), file, "zh-CN");
  if (!opened.ok) throw new Error(opened.message);
  const [head, ...body] = opened.book.sheets[0]!.rows.map(
    ({ cells }) =>
      new Map(
        cells.map(({ column, value }): [number, CellValue] => [
          column,
          typeof value === "object" ? (value?.error ?? "") : value,
        ]),
      ),
  );
  const columnOf = (header: string | undefined) => [...head!].find(([, value]) => value === header)?.[0] ?? -1;
  return Object.fromEntries(
    Object.entries(headers).map(([field, header]) => [field, body.map((row) => row.get(columnOf(header)) ?? "")]),
  );
}

const kindsIn = (file: string, header: string) =>
  proposeSchema(listRecords(columnsOf(file, { stage: header })), () => null, "zh-CN", new Map()).stages.map(
    ({ name, kind }) => `${name}:${kind}`,
  );

const valuesIn = (file: string, field: FieldId, header: string) =>
  valuesOf(listRecords(columnsOf(file, { [field]: header })), null, "zh-CN").flatMap(({ values }) => values);

testWith(sharedDataOf("field"))("stages with stray spaces are the stages they look like", () => {
  expect(kindsIn("field/31-xlsx-stage-spaces/in.xlsx", "阶段")).toEqual([
    ...["初步沟通:open", "需求确认:open", "方案演示:open", "合同谈判:open", "成交:won", "流失:lost", "搁置:parked"],
  ]);
});

testWith(sharedDataOf("field"))(
  "an owner with a stray space is that owner, and no other whose name looks the same",
  () => {
    const owners = valuesIn("field/31-xlsx-stage-spaces/in.xlsx", "owner", "负责人");
    expect(owners.map(({ value, cells, asked }) => [value, cells, asked])).toEqual([
      ["王磊", 3, false],
      ["王 磊", 1, true],
      ["AB", 1, false],
      ["李静", 2, false],
      ["赵强", 1, false],
    ]);
  },
);

testWith(sharedDataOf("field"))(
  "stages by their odds stand as the sheet shows them, by number; all and nothing are asked about",
  () => {
    const stages = valuesIn("field/16-csv-stage-percent/in.csv", "stage", "阶段");
    expect(stages.map(({ value }) => value)).toEqual(["10%", "30%", "50%", "80%", "100%", "0%"]);
    expect(stages.filter(({ asked }) => asked).map(({ value }) => value)).toEqual(["100%", "0%"]);
  },
);

testWith(sharedDataOf("field"))("names with signs of wildcards and comparisons stay each for itself", () => {
  const owners = valuesIn("field/18-csv-wildcards/in.csv", "owner", "负责人");
  expect(owners.map(({ value, cells }) => [value, cells])).toEqual(
    ["王磊", "王?", "~李", "<待定>", ">50", "王*"].map((name) => [name, 3]),
  );
  expect(valuesIn("field/18-csv-wildcards/in.csv", "stage", "阶段").map(({ value }) => value)).toEqual(
    expect.arrayContaining([">50%", "=谈判", "?", "初步*", "初步沟通", "成交"]),
  );
});

testWith(sharedDataOf("field"))("what the export calls done is won, and what it calls not done is asked about", () => {
  expect(kindsIn("field/12-csv-wukong-like/in.csv", "成交状态")).toEqual([
    "未成交:open",
    "已成交:won",
    "流失:lost",
    "搁置:parked",
  ]);
});

testWith(sharedDataOf("qm-demo"), sharedDataOf("maven-crm"))(
  "a team's own stages are kept in pipeline order, and nothing is asked",
  () => {
    expect(kindsIn("qm-demo/客户跟进表.csv", "销售阶段").slice(0, 4)).toEqual([
      "线索:open",
      "初步接触:open",
      "方案演示:open",
      "商务谈判:open",
    ]);
    const stages = valuesIn("maven-crm/sales_pipeline.csv", "stage", "deal_stage");
    expect(stages.map(({ value, because, asked }) => [value, because, asked])).toEqual(
      ["Prospecting", "Engaging", "Won", "Lost"].map((name) => [name, "same", false]),
    );
  },
);
