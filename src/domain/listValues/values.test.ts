import { listRecords } from "../../../test/support/listRecords";
import { owners, schemaStub, stage } from "../../../test/support/schemaStub";
import { defaultField } from "../schema/defaults";
import type { Schema } from "../schema/field";
import type { FieldId } from "../schema/fieldIds";
import type { CellValue } from "../values/value";
import type { ValueAnswers } from "./answers";
import type { ValueChoice } from "./proposals";
import { valuesOf } from "./values";

/** What a column's values are taken for, in few words: `成交 ×3 → 成交 (spelling)?` where a person should look. */
function told({ value, cells, proposal, because, asked }: ValueChoice): string {
  const what = {
    entry: () => (proposal.kind === "entry" ? proposal.entry : ""),
    own: () => (proposal.kind === "own" ? (proposal.stage ?? "own") : ""),
    blank: () => "blank",
    leave: () => "leave",
  }[proposal.kind]();
  return `${value} ×${cells} → ${what} (${because})${asked ? "?" : ""}`;
}

function valuesIn(
  field: FieldId,
  cells: readonly CellValue[],
  schema: Schema | null = null,
  answers: ValueAnswers = new Map(),
) {
  return valuesOf(listRecords({ [field]: cells }), schema, "zh-CN", answers)[0];
}

const tellOf = (...given: Parameters<typeof valuesIn>) => valuesIn(...given)?.values.map(told);

describe("before there are Settings", () => {
  test("spaces, width and case never make two values; the most frequent spelling is the value's", () => {
    const values = valuesIn("owner", ["王磊 ", "王磊", "王磊", "Ann", "ANN", "ann", "ann"]);
    expect(values?.values.map(told)).toEqual(["王磊 ×3 → own (spelling)", "ann ×4 → own (spelling)"]);
    expect(values?.values[0]?.spellings).toEqual(["王磊", "王磊 "]);
  });

  test("a stage with spaces round it is the stage it looks like", () => {
    expect(tellOf("stage", ["成交 ", "流失\u3000", "\u00a0搁置"])).toEqual([
      "成交 ×1 → won (spelling)",
      "流失 ×1 → lost (spelling)",
      "搁置 ×1 → parked (spelling)",
    ]);
  });

  test("an inner space is another writing of a stage, and perhaps another person", () => {
    expect(tellOf("stage", ["成交", "成交", "成 交"])).toEqual(["成交 ×2 → won (same)", "成 交 ×1 → 成交 (spelling)"]);
    const people = valuesIn("owner", ["王磊", "王磊", "王 磊", "王\u3000磊"])?.values;
    expect(people?.map(told)).toEqual(["王磊 ×2 → own (same)", "王 磊 ×2 → own (spelling)?"]);
    expect(people?.map(({ like }) => like)).toEqual([null, "王磊"]);
  });

  test("an inner space in the only writing of a name is nobody's business", () => {
    expect(tellOf("owner", ["王 磊", "Ann Lee"])).toEqual(["王 磊 ×1 → own (same)", "Ann Lee ×1 → own (same)"]);
  });

  test("signs that Excel takes for wildcards or comparisons are part of the name", () => {
    const names = ["王*", "王?", "~李", "<待定>", ">50", "=王"];
    expect(valuesIn("owner", names)?.values.map(({ value, proposal }) => [value, proposal.kind])).toEqual(
      names.map((name) => [name, "own"]),
    );
  });

  test("another name of a stage that is in use becomes that one, and a person should look", () => {
    expect(tellOf("stage", ["已签约", "成交", "洽谈中", "合同谈判", "Closed Won"])).toEqual([
      "洽谈中 ×1 → 合同谈判 (synonym)?",
      "合同谈判 ×1 → open (same)",
      "已签约 ×1 → 成交 (synonym)?",
      "成交 ×1 → won (same)",
      "Closed Won ×1 → 成交 (synonym)?",
    ]);
  });

  test("a team's own name that stands alone is kept, with the kind of what it means and our name to choose", () => {
    const values = valuesIn("stage", ["已签约", "洽谈中"]);
    expect(values?.values.map(told)).toEqual(["洽谈中 ×1 → open (same)", "已签约 ×1 → won (same)"]);
    expect(values?.entries).toEqual(expect.arrayContaining(["成交", "合同谈判", "流失", "搁置"]));
  });

  test("stages at one place of the pipeline that mean different things stay two", () => {
    expect(tellOf("stage", ["方案演示", "试用", "方案报价"])).toEqual([
      "方案演示 ×1 → open (same)",
      "试用 ×1 → open (same)",
      "方案报价 ×1 → open (same)",
    ]);
  });

  test("a stage that nobody knows is open, and asked about", () => {
    expect(tellOf("stage", ["观望", "成交"])).toEqual(["观望 ×1 → open (unknown)?", "成交 ×1 → won (same)"]);
  });

  test.each([
    "Select",
    "-- Select --",
    "--None--",
    "请选择",
    "请选择…",
    "-",
    "—",
    "/",
    "N/A",
    "n/a",
    "null",
    "未填",
    "无",
    "暂无",
    "待定",
  ])("%j as a source is blank", (placeholder) => {
    expect(tellOf("source", [placeholder, "展会"])).toEqual([
      expect.stringMatching(/ ×1 → blank \(placeholder\)$/),
      "展会 ×1 → own (same)",
    ]);
  });

  test("what may be meant is asked: 待定 as a stage, 无 as a reason", () => {
    expect(tellOf("stage", ["待定", "成交"])).toEqual(["成交 ×1 → won (same)", "待定 ×1 → blank (placeholder)?"]);
    expect(tellOf("reason", ["无", "-"])).toEqual(["无 ×1 → own (unknown)?", "- ×1 → blank (placeholder)"]);
  });

  test("shares are shown in percent, ordered by number, and 100 % and 0 % are asked", () => {
    expect(tellOf("stage", [0.3, 1, 0, 0.1, "30 %"])).toEqual([
      "10% ×1 → open (code)",
      "30% ×2 → open (code)",
      "100% ×1 → won (code)?",
      "0% ×1 → lost (code)?",
    ]);
  });

  test("numbers stand as the sheet shows them where the caller knows", () => {
    const shown = (value: number) => `第${value}步`;
    const [values] = valuesOf(listRecords({ stage: [2, 1] }), null, "zh-CN", new Map(), shown);
    expect(values?.values.map(({ value }) => value)).toEqual(["第1步", "第2步"]);
  });

  test.each([
    [
      ["10-谈判", "2-初步沟通", "1-线索"],
      ["1-线索 ×1 → open (code)", "2-初步沟通 ×1 → open (code)", "10-谈判 ×1 → open (code)"],
    ],
    [
      ["S2", "S1"],
      ["S1 ×1 → open (code)?", "S2 ×1 → open (code)?"],
    ],
    [
      [3, 1, 2],
      ["1 ×1 → open (code)?", "2 ×1 → open (code)?", "3 ×1 → open (code)?"],
    ],
    [
      ["5.成交", "1.线索"],
      ["1.线索 ×1 → open (code)", "5.成交 ×1 → won (code)"],
    ],
    [
      ["Proposal (60%)", "Lead (10%)"],
      ["Lead (10%) ×1 → open (code)", "Proposal (60%) ×1 → open (code)"],
    ],
  ])("stages with numbers follow them: %j", (cells, expected) => {
    expect(tellOf("stage", cells)).toEqual(expected);
  });

  test("blank cells and Excel errors are no values", () => {
    expect(tellOf("stage", ["", "  ", "\u00a0", "#N/A", "成交"])).toEqual(["成交 ×1 → won (same)"]);
  });

  test("more than sixty sources are free text; owners are a list however many", () => {
    const names = Array.from({ length: 61 }, (_, index) => `名${index}`);
    expect(valuesIn("source", names)).toBeUndefined();
    expect(valuesIn("source", names.slice(1))?.values).toHaveLength(60);
    expect(valuesIn("owner", names)?.values).toHaveLength(61);
  });

  test("people who work along are parted, and asked about where they own nothing", () => {
    const [, along] = valuesOf(
      listRecords({ owner: ["王磊", "李静"], coOwners: ["王磊 ，李静", "张三"] }),
      null,
      "zh-CN",
      new Map(),
    );
    expect(along?.values.map(told)).toEqual([
      "王磊 ×1 → own (same)",
      "李静 ×1 → own (same)",
      "张三 ×1 → own (unknown)?",
    ]);
  });

  test("an answer takes a stage out of use, and what was to become it stays", () => {
    const answers: ValueAnswers = new Map([["stage", new Map([["成交", { kind: "blank" }]])]]);
    expect(tellOf("stage", ["成交", "已签约"], null, answers)).toContain("已签约 ×1 → won (same)");
  });
});

describe("once there are Settings", () => {
  const schema = schemaStub({
    fields: (["stage", "owner", "source"] as const).map((id) => defaultField(id, id)),
    stages: [stage("需求确认", "open"), stage("合同谈判", "open"), stage("成交", "won"), stage("歇着", "parked")],
    owners: owners("王磊"),
    lists: [{ key: "source", entries: [] }],
  });

  test("entries of the list stay, with the kind that the Settings give them, as the list writes them", () => {
    expect(tellOf("stage", ["歇着", "成交 "], schema)).toEqual(["成交 ×1 → won (spelling)", "歇着 ×1 → parked (same)"]);
  });

  test("another name of a listed stage becomes it, also where it only stands at the same place", () => {
    expect(tellOf("stage", ["已签约", "Qualification"], schema)).toEqual([
      "Qualification ×1 → 需求确认 (synonym)?",
      "已签约 ×1 → 成交 (synonym)?",
    ]);
  });

  test("what is on no list is left, and never added unasked", () => {
    expect(tellOf("stage", ["观望"], schema)).toEqual(["观望 ×1 → leave (unknown)?"]);
    expect(tellOf("owner", ["李静", "王 磊"], schema)).toEqual([
      "李静 ×1 → leave (unknown)?",
      "王 磊 ×1 → leave (spelling)?",
    ]);
    expect(valuesIn("owner", ["李静"], schema)?.entries).toEqual(["王磊"]);
  });

  test("a list without entries takes anything", () => {
    expect(tellOf("source", ["展会"], schema)).toEqual(["展会 ×1 → own (same)"]);
  });
});
