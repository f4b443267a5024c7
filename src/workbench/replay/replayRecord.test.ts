import { createAnonymiser, type Json } from "../../domain/record/anonymise";
import type { Exchange } from "../../domain/record/record";
import { replayRecord } from "./replayRecord";

const sheetsAsked: Json = {
  ObjectPaths: {
    "1": { Id: 1, ObjectPathType: 1, Name: "" },
    "2": { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
  },
  Actions: [{ Id: 3, ActionType: 2, Name: "", ObjectPathId: 2, QueryInfo: { Select: ["id", "name"] } }],
};

/** Asks a sheet by its name or id for something of a cell. */
const cellAsked = (sheet: string, members: readonly string[]): Json => ({
  ObjectPaths: {
    "1": { Id: 1, ObjectPathType: 1, Name: "" },
    "2": { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
    "3": { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: [sheet] } },
    "4": { Id: 4, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["A1"] } },
    "5": { Id: 5, ObjectPathType: 4, Name: "DataValidation", ParentObjectPathId: 4 },
  },
  Actions: [{ Id: 6, ActionType: 2, Name: "", ObjectPathId: 5, QueryInfo: { Select: [...members] } }],
});

const answered = (id: number, value: Json, error?: Json): Json => ({
  Results: [{ ActionId: id, Value: value }],
  TraceIds: [],
  ...(error === undefined ? {} : { Error: error }),
});

/** What one Excel answers, as its record, held against what another one does. */
async function held(asked: Json, excel: Json, workbench: Json, sameBook = false) {
  const anonymiser = createAnonymiser();
  const exchange: Exchange = { asked: anonymiser.request(asked), answered: anonymiser.answer(excel), refused: null };
  const { difference } = await replayRecord({ exchanges: [exchange] }, sameBook, () => Promise.resolve(workbench));
  return difference && [difference.member, difference.excel, difference.workbench];
}

const sheets = (...items: readonly Json[]): Json => answered(3, { _Items: items });
const rule = (Rule: Json): Json => answered(6, { Rule });
const at = 'workbook.worksheets.getItem("u_1").getRange("A1").dataValidation';

test("other names and other ids of the same form are no difference", async () => {
  const excel = sheets({ Id: "{0A1B2C3D-0001-0000-0000-000000000000}", Name: "客户" });
  const workbench = sheets({ Id: "{FFFFFFFF-0001-0000-0000-000000000009}", Name: "Sheet1" });
  expect(await held(sheetsAsked, excel, workbench)).toBeNull();
});

test.each<[string, Json, Json, string]>([
  ["ids of another form", { Id: "{0A1B2C3D-0001-0000-0000-000000000000}" }, { Id: "0" }, "items[0].id"],
  ["a member too few", { Name: "客户", "@odata.type": "#Sheet" }, { Name: "a" }, "items[0].@odata.type"],
  ["a member too many", { Name: "客户" }, { Name: "a", Position: 0 }, "items[0].position"],
  ["another word of Excel's", { Visibility: "Hidden" }, { Visibility: "VeryHidden" }, "items[0].visibility"],
  ["nothing in place of something", { Name: "客户" }, { Name: null }, "items[0].name"],
])("%s is named", async (_, excel, workbench, member) => {
  const found = await held(sheetsAsked, sheets(excel), sheets(workbench));
  expect(found?.[0]).toBe(`workbook.worksheets.${member}`);
});

test("another number of things is named", async () => {
  const found = await held(sheetsAsked, sheets({ Name: "客户" }, { Name: "汇总" }), sheets({ Name: "a" }));
  expect(found).toEqual(["workbook.worksheets.items.length", "2", "1"]);
});

test("the same name for two of Excel's is a difference, and so are two names for one", async () => {
  const excel = answered(3, { Name: "客户", _Items: [{ Name: "客户" }] });
  expect(await held(sheetsAsked, excel, answered(3, { Name: "a", _Items: [{ Name: "b" }] }))).toEqual([
    "workbook.worksheets.items[0].name",
    '"u_1" = "a"',
    '"b"',
  ]);
});

test.each<[Json, Json]>([
  ["=1000", 1000],
  ["=1000", "1000"],
  [1000, "1000"],
  ["1000", "1E+03"],
  ["12/9/2025", "=46000"],
  ["12/9/2025", "12/9/2025 10:30"],
  ["=FU_Owners", "=1000"],
])("a limit that Excel tells as %p is not the one told as %p", async (excel, workbench) => {
  const found = await held(
    cellAsked("客户", ["rule"]),
    rule({ WholeNumber: { Formula1: excel } }),
    rule({ WholeNumber: { Formula1: workbench } }),
  );
  expect(found?.[0]).toBe(`${at}.rule.wholeNumber.formula1`);
});

test.each<[Json, Json]>([
  ["=1000", "=3"],
  [1000, 3],
  ["12/9/2025", "1/31/2026"],
  ["=AND(LEN($A2)>0,客户!$B$3<>1)", "=OR($A2=1,Sheet1!$B$3<>2)"],
])("a limit %p and a limit %p are told alike", async (excel, workbench) => {
  const answers = [excel, workbench].map((Formula1) => rule({ WholeNumber: { Formula1 } }));
  expect(await held(cellAsked("客户", ["rule"]), answers[0]!, answers[1]!)).toBeNull();
});

test("another error is named at the action that it was for", async () => {
  const failed = (Code: string): Json => ({ Results: [], Error: { Code, Message: "", Location: "", ActionIndex: 0 } });
  const asked = cellAsked("客户", ["type"]);
  const found = await held(asked, failed("InvalidArgument"), answered(6, { Type: "None" }));
  expect(found).toEqual([`${at}: error`, '"InvalidArgument"', "–"]);
  expect(await held(asked, failed("InvalidArgument"), failed("InvalidArgument"))).toBeNull();
});

test("what stands in cells counts in the very workbook of the record; in another one only the size of the grid", async () => {
  const [text, number] = [answered(6, { Values: [["0:2"]] }), answered(6, { Values: [[0.0014]] })];
  const asked = cellAsked("客户", ["values"]);
  expect(await held(asked, text, number)).toBeNull();
  expect(await held(asked, text, number, true)).toEqual([`${at}.values[0][0]`, '"u_2"', "0.0014"]);
  expect(await held(asked, text, answered(6, { Values: null }))).toEqual([`${at}.values`, '"1 × 1"', "null"]);
});

test("later requests ask for what the workbench calls the things, with values of the recorded shapes", async () => {
  const anonymiser = createAnonymiser();
  const set: Json = {
    ObjectPaths: {},
    Actions: [
      {
        Id: 9,
        ActionType: 4,
        Name: "Formulas",
        ObjectPathId: 4,
        ArgumentInfo: {
          Arguments: [[['=客户!A1&"远山"', 46000, true], ["x", 1, ""], ...Array<Json>(98).fill(["x", 1, ""])]],
        },
      },
    ],
  };
  const id = "{0A1B2C3D-0001-0000-0000-000000000000}";
  const recorded = [
    [sheetsAsked, sheets({ Id: id, Name: "客户" })],
    [cellAsked(id, ["type"]), answered(6, { Type: "None" })],
    [cellAsked("客户", ["type"]), answered(6, { Type: "None" })],
    [set, answered(9, null)],
  ] as const;
  const exchanges = recorded.map(([asked, answer]) => {
    const request = anonymiser.request(asked);
    return { asked: request, answered: anonymiser.answer(answer), refused: null };
  });
  const answers = [
    sheets({ Id: "{77777777-0001-0000-0000-000000000000}", Name: "it's mine" }),
    answered(6, { Type: "None" }),
    answered(6, { Type: "None" }),
    answered(9, null),
  ];
  const sent: string[] = [];
  const done = await replayRecord({ exchanges }, false, (body) => {
    sent.push(JSON.stringify(body));
    return Promise.resolve(answers[sent.length - 1] ?? null);
  });
  expect(done).toEqual({ compared: 4, refused: 0, difference: null });
  expect(sent[1]).toContain('["{77777777-0001-0000-0000-000000000000}"]');
  expect(sent[2]).toContain(`["it's mine"]`);
  const written: { Actions: { ArgumentInfo: { Arguments: unknown[][][] } }[] } = JSON.parse(sent[3]!);
  const rows = written.Actions[0]!.ArgumentInfo.Arguments[0]!;
  expect(rows).toHaveLength(100);
  expect(rows[0]).toEqual([`='it''s mine'!A1&"xx"`, 1, true]);
});
