import { listRecords } from "../../../test/support/listRecords";
import type { ValueAnswers } from "../listValues/answers";
import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import { proposeSchema } from "./proposeSchema";

const proposed = (
  columns: Partial<Record<FieldId, readonly CellValue[]>>,
  answers: ValueAnswers = new Map(),
  language: "zh-CN" | "en" = "zh-CN",
) => proposeSchema(listRecords(columns), () => null, language, answers);

const stagesOf = (...given: Parameters<typeof proposed>) =>
  proposed(...given).stages.map(({ name, kind }) => `${name}:${kind}`);

test("a deal can always be closed: each kind of stage is there, in the workbook's language", () => {
  expect(stagesOf({ stage: ["线索", "方案演示"] })).toEqual([
    ...["线索:open", "方案演示:open", "成交:won", "流失:lost", "搁置:parked"],
  ]);
  expect(stagesOf({ stage: ["Closed Won", "Closed Lost"] }, new Map(), "en")).toEqual([
    ...["First contact:open", "Closed Won:won", "Closed Lost:lost", "Parked:parked"],
  ]);
});

test("a name that stands for something else already is not given to another kind", () => {
  const answers: ValueAnswers = new Map([["stage", new Map([["成交", { kind: "own", stage: "open" }]])]]);
  expect(stagesOf({ stage: ["成交", "流失", "搁置"] }, answers)).toEqual([
    ...["成交:open", "已成交:won", "流失:lost", "搁置:parked"],
  ]);
});

test("lists hold one spelling of each value, and no placeholder", () => {
  const schema = proposed({
    stage: ["成交", "成交 ", "已签约"],
    owner: ["王磊 ", "王磊", "王磊"],
    coOwners: ["王磊、李静", "", ""],
    source: ["展会", "展会\u3000", "请选择"],
  });
  expect(schema.stages.filter(({ kind }) => kind === "won").map(({ name }) => name)).toEqual(["成交"]);
  expect(schema.owners.map(({ name }) => name)).toEqual(["王磊", "李静"]);
  expect(schema.lists.find(({ key }) => key === "source")?.entries).toEqual(["展会"]);
});

test("a reason belongs to the outcome for which alone it was given, whatever the spelling of its stage", () => {
  const schema = proposed({ stage: ["流失 ", "流失", "搁置", "成交"], reason: ["价格 ", "价格", "预算", "预算"] });
  expect(schema.reasons.map(({ name, outcome, revisitDays }) => [name, outcome, revisitDays])).toEqual([
    ["价格", "lost", 90],
    ["预算", null, null],
  ]);
});
