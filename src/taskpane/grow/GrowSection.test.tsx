import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { checkResult, renderPane } from "../../../test/support/sessionStub";
import { exportRows, updateSubject } from "../../../test/support/updateStub";
import type { GrowState, OpenExport } from "../../app/grow/session";
import type { UpdatePreview } from "../../app/grow/work";
import { noBase } from "../../domain/adoption/grow/base";
import { planUpdate } from "../../domain/adoption/grow/planUpdate";
import { recognise } from "../../domain/adoption/grow/recognise";
import { asInTheSheet } from "../../domain/adoption/grow/updatePlan";
import type { Language } from "../../domain/values/language";

beforeAll(() => Promise.all([import("./GrowSection"), import("../result/ResultBar")]));

const day = 46_241;
const subject = updateSubject([
  ["C1", "远山能源", "周岚", "13800000001", "李敏", "线索", 120_000, day],
  ["C2", "青禾食品", "", "", "王强", "成交", "", ""],
  ["C3", "北辰物流", "孙宁", "", "李敏", "线索", "", ""],
  ["C4", "北辰物流", "吴桐", "", "王强", "线索", "", ""],
]);
const headers = ["客户名称", "联系人", "负责人", "阶段", "下次跟进日期"];
const body = [
  ["远山能源", "", "李敏", "方案演示", day + 4],
  ["青禾食品", "赵川", "王强", "线索", ""],
  ["新城建材", "", "小张", "线索", ""],
  ["北辰物流", "", "", "", ""],
];
const table = { headers, body, firstRow: 2 };

const open = (parts: Partial<OpenExport> = {}): OpenExport => {
  const list = { title: "Sheet1", table, leftOut: [] };
  return {
    ...{ name: "导出.xlsx", lists: [list], list, encoding: null, isKnown: false },
    recognised: recognise(table, subject, null, new Map()),
    answers: { answers: new Map(), values: new Map() },
    choices: asInTheSheet,
    ...parts,
  };
};

function preview(parts: Partial<UpdatePreview> = {}): UpdatePreview {
  const exported = exportRows(["customer", "contact", "owner", "stage", "nextDate"], body);
  return {
    plan: planUpdate(subject, exported, noBase, asInTheSheet),
    read: { exported, values: [], questions: [] },
    offered: [],
    subject,
    remembers: true,
    hasBase: false,
    ...parts,
  };
}

const shown = (grow: Partial<GrowState>, language: Language = "zh-CN") =>
  renderPane(
    { installed: true, check: checkResult({ language }) },
    { tab: "setup", language, grow: { sheets: [], ...grow } },
  );

const section = () => screen.findByTestId("grow");

test("a file is chosen in one press, and so is a sheet of the workbook", async () => {
  const { asked } = shown({ sheets: [{ sheet: "本周导出", rows: 40 }] });
  await section();
  await userEvent.upload(screen.getByTestId("grow-file"), new File(["客户名称\n远山"], "导出.csv"));
  await userEvent.selectOptions(screen.getByTestId("grow-sheet"), "本周导出（约 40 行）");
  expect(asked.map(([name, given]) => [name, typeof given === "string" ? given : ""])).toEqual([
    ["grow.openFile", ""],
    ["grow.openSheet", "本周导出"],
  ]);
});

test("the preview counts rows, and shows what changes from what to what", async () => {
  shown({ open: open(), preview: preview() });
  expect(within(await section()).getByTestId("grow-counts")).toHaveTextContent("新增 1更新 1不变 0不一致 2待确认 1");
  expect(screen.getByTestId("grow-fresh")).toHaveTextContent("新城建材");
  expect(screen.getByTestId("grow-changed")).toHaveTextContent("青禾食品联系人：（空） → 赵川");
  const conflicts = screen.getAllByTestId("grow-conflict");
  expect(conflicts[0]).toHaveTextContent("阶段：表里是 线索，导出的是 方案演示");
  expect(conflicts[0]).toHaveTextContent("下次跟进日期：表里是 2026-08-07，导出的是 2026-08-11");
});

test("whose value counts is said for all, for a field, or for one customer; a closed customer has its own answer", async () => {
  const { asked } = shown({ open: open(), preview: preview() });
  await section();
  const choose = (label: string) => userEvent.selectOptions(screen.getByLabelText(label), "以导出的为准");
  await choose("全部");
  await choose("阶段（1 处）");
  await choose("远山能源");
  await choose("表里已结束、导出里还在跟进的客户（1）");
  expect(asked.map(([, choices]) => choices)).toEqual([
    { all: "theirs", fields: new Map(), sides: new Map() },
    { fields: new Map([["stage", "theirs"]]) },
    { sides: new Map([[0, "theirs"]]) },
    { reopen: "theirs" },
  ]);
});

test("a row that fits several customers is pointed at by hand, and an entry on no list can become one that is", async () => {
  const values = [
    { field: "owner", values: [], entries: ["李敏", "王强"], separator: null, shown: new Map() },
  ] as const;
  const { asked } = shown({ open: open(), preview: preview({ read: { ...preview().read, values } }) });
  await section();
  await userEvent.selectOptions(screen.getByLabelText("? 「北辰物流」是哪一行？"), "表里第 5 行 · 吴桐 · 王强 · 线索");
  await userEvent.selectOptions(screen.getByLabelText("负责人「小张」（1 处）"), "王强");
  expect(asked).toEqual([
    ["grow.choose", { rows: new Map([[3, { kind: "row", row: 3 }]]) }],
    ["grow.answerValue", "owner", "小张", { kind: "entry", entry: "王强" }],
  ]);
});

test("while a date can be read in two ways it is asked, and nothing can be written", async () => {
  const questions = [
    {
      field: "nextDate",
      header: "下次跟进日期",
      question: { kind: "dayOrder", options: ["dmy", "mdy"], samples: ["05/06/2026"] },
    },
  ] as const;
  const { asked } = shown({ open: open(), preview: preview({ read: { ...preview().read, questions } }) });
  await userEvent.click(within(await section()).getByTestId("grow-apply"));
  expect(asked).toEqual([]);
  await userEvent.click(screen.getAllByRole("radio")[0]!);
  expect(asked).toEqual([["grow.answerColumn", "nextDate", "dmy"]]);
});

test.each([
  ["zh-CN", "✓ 新增 2 位客户，更新 5 个单元格。1 个单元格里是公式，没有动。"],
  ["en", "✓ Added 2 customers and changed 5 cells. Left alone because of a formula: 1 cell."],
] as const)("what was done is told, and can be taken back: %s", async (language, words) => {
  const receipt = { fresh: 2, cells: 5, formulas: 1, moved: 0, forgotten: 0, undone: null };
  const { asked } = shown({ receipt }, language);
  await section();
  expect(screen.getByTestId("grow-done")).toHaveTextContent(words);
  await userEvent.click(screen.getByTestId("grow-undo"));
  expect(asked).toEqual([["grow.undo"]]);
});

test.each([
  ["zh-CN", "「客户.xls」：这是旧版 Excel 文件（.xls）。请在 Excel 里打开，另存为 .xlsx，再选一次。"],
  ["en", "“客户.xls”: this is an old Excel file (.xls). Open it in Excel, save it as .xlsx, and choose it again."],
] as const)("a file that cannot be read says what it is and what to do: %s", async (language, words) => {
  shown({ problem: { kind: "file", problem: "oldExcel", name: "客户.xls" } }, language);
  expect(await screen.findByTestId("grow-problem")).toHaveTextContent(words);
  expect(screen.queryByTestId("grow-retry")).not.toBeInTheDocument();
});

test("nothing to update says so, and has nothing to press but close", async () => {
  const exported = exportRows(["customer", "owner"], [["远山能源", "李敏"]]);
  const { asked } = shown({
    open: open(),
    preview: preview({ plan: planUpdate(subject, exported, noBase, asInTheSheet), hasBase: true }),
  });
  expect(await section()).toHaveTextContent("没有要更新的");
  expect(screen.queryByTestId("grow-apply")).not.toBeInTheDocument();
  await userEvent.click(screen.getByTestId("grow-cancel"));
  expect(asked).toEqual([["grow.close"]]);
});
