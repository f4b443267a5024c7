import fc from "fast-check";
import { createAnonymiser, type Json } from "./anonymise";

/** Words of a workbook's people, each at its place. */
interface Words {
  readonly sheet: string;
  readonly table: string;
  readonly header: string;
  readonly cell: string;
  readonly other: string;
}

const quoted = (sheet: string): string => `'${sheet.replaceAll("'", "''")}'`;
const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const escaped = (header: string): string => header.replace(/['[\]#@]/g, "'$&");

/** A request that names people's words wherever the add-in would, and more. */
function request({ sheet, table, header, cell, other }: Words): Json {
  const column = `${table}[${escaped(header)}]`;
  const paths: Json[] = [
    { Id: 1, ObjectPathType: 1, Name: "" },
    { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
    { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: [sheet] } },
    {
      Id: 4,
      ObjectPathType: 3,
      Name: "GetRange",
      ParentObjectPathId: 3,
      ArgumentInfo: { Arguments: [`${quoted(sheet)}!A1:C3`] },
    },
    { Id: 5, ObjectPathType: 4, Name: "Names", ParentObjectPathId: 1 },
    {
      Id: 6,
      ObjectPathType: 3,
      Name: "Add",
      ParentObjectPathId: 5,
      ArgumentInfo: { Arguments: [table, `=SUM(${column})`, other] },
    },
    { Id: 7, ObjectPathType: 4, Name: "DataValidation", ParentObjectPathId: 4 },
    {
      Id: 8,
      ObjectPathType: 3,
      Name: "GetItemOrNullObject",
      ParentObjectPathId: 2,
      ArgumentInfo: { Arguments: [other] },
    },
  ];
  const set = (id: number, path: number, name: string, value: Json): Json => ({
    Id: id,
    ActionType: 4,
    Name: name,
    ObjectPathId: path,
    ArgumentInfo: { Arguments: [value] },
  });
  return {
    ObjectPaths: Object.fromEntries(paths.map((path, index) => [String(index + 1), path])),
    Actions: [
      set(20, 4, "Values", [[cell, 1234567, true]]),
      set(21, 4, "Formulas", [
        [`=IF(${column}=${literal(cell)},${quoted(sheet)}!$A$1,[@${escaped(header)}])`, cell, null],
      ]),
      set(22, 4, "NumberFormat", [[`0${literal(cell.replaceAll('"', ""))}`, "yyyy-mm-dd", "General"]]),
      set(23, 7, "Rule", { list: { inCellDropDown: true, source: `${cell},${other}` } }),
      set(24, 7, "Rule", { custom: { formula: `=COUNTIF(${column},${literal(other)})>0` } }),
      set(25, 7, "ErrorAlert", { showAlert: true, style: "Stop", title: other, message: cell }),
      set(26, 4, "Name", header),
      { Id: 27, ActionType: 9, Name: "", ObjectPathId: 4, ObjectState: { Text: cell, Style: other, Color: header } },
    ],
  };
}

function answer({ sheet, table, header, cell, other }: Words): Json {
  return {
    Results: [
      {
        ActionId: 1,
        Value: { _Items: [{ Id: "{00000000-0001-0000-0000-000000000000}", Name: sheet, Visibility: "Hidden" }] },
      },
      {
        ActionId: 2,
        Value: { Name: table, Columns: { _Items: [{ Name: header }] }, Formula: `=${quoted(sheet)}!$B$3` },
      },
      {
        ActionId: 3,
        Value: { Address: `${quoted(sheet)}!A1:C3`, Values: [[cell, 45000, "#N/A"]], Text: [[cell, other, ""]] },
      },
      { ActionId: 4, Value: cell },
      { ActionId: 5, Value: [cell, other, 12] },
      { ActionId: 6, Value: { Comments: other, Style: header, Id: other } },
    ],
    TraceIds: [],
    Error: {
      Code: "ItemNotFound",
      Message: `There is no ${sheet}.`,
      Location: "Worksheets.getItem",
      HttpStatusCode: 404,
    },
  };
}

/** Requests and answers of one recording, as it would be written down. */
function recorded(words: Words): string {
  const anonymiser = createAnonymiser();
  return JSON.stringify([
    anonymiser.request(request(words)),
    anonymiser.answer(answer(words)),
    anonymiser.request(request({ ...words, cell: words.other, other: words.cell })),
  ]);
}

/** Words that nobody but people writes, with the signs that formulas, formats and addresses know. */
const word = fc
  .array(fc.constantFrom(..."云杉机械何工程师ЖЯЮβγδèüŁqzwv7 '\"[]#@!:$,.;=()-%~\\_"), { minLength: 3, maxLength: 40 })
  .map((letters) => `云${letters.join("")}杉`);

/** Every run of three of a word's letters, without those that are nothing but signs. */
function piecesOf(text: string): readonly string[] {
  return Array.from({ length: text.length - 2 }, (_, at) => text.slice(at, at + 3)).filter((piece) =>
    /[^\s\d'"[\]#@!:$,.;=()\-%~\\_x]/.test(piece),
  );
}

const words = fc.record({ sheet: word, table: word, header: word, cell: word, other: word });

test("nothing that people wrote stands in a record, wherever it was asked for or answered", () => {
  fc.assert(
    fc.property(words, (given) => {
      const text = recorded(given);
      for (const piece of Object.values(given).flatMap(piecesOf)) {
        expect(text).not.toContain(JSON.stringify(piece).slice(1, -1));
      }
    }),
    { numRuns: 300 },
  );
});

test("two workbooks that differ in nothing but letters give the same record, also where words look like Excel's own", () => {
  const looks = ["Custom", "Hidden", "13800000001", "SUM", "TRUE", "u_17", "~s12", "#secret!", "R1C1", "FU_Secret"];
  const letters = fc.constantFrom("a", "Q", "云", "Я");
  const sameLength = (text: string): fc.Arbitrary<string> =>
    fc.array(letters, { minLength: text.length, maxLength: text.length }).map((each) => each.join(""));
  const plain: Words = { sheet: "Anna", table: "Karin", header: "Berta's", cell: "Cäsar & Co", other: "Dora" };
  const places = ["sheet", "cell", "other", "header"] as const;
  fc.assert(
    fc.property(fc.constantFrom(...looks), fc.constantFrom(...places), fc.gen(), (look, place, generate) => {
      const words = { ...plain, [place]: look };
      const others = { ...plain, [place]: generate(sameLength, look) };
      fc.pre(new Set(Object.values(others).map((each) => each.toLowerCase())).size === 5);
      expect(recorded(others)).toBe(recorded(words));
    }),
  );
});

test("what is Excel's own stays: members, enums, errors, ids, formats, addresses, and the add-in's fixed names", () => {
  const anonymiser = createAnonymiser();
  const shaped = JSON.stringify([
    anonymiser.answer(answer({ sheet: "客户", table: "FollowUps", header: "阶段", cell: "远山", other: "成交" })),
    anonymiser.request(request({ sheet: "客户", table: "FollowUps", header: "阶段", cell: "远山", other: "成交" })),
  ]);
  for (const kept of [
    '"{00000000-0001-0000-0000-000000000000}"',
    '"Visibility":"Hidden"',
    '"Name":"FollowUps"',
    '"Address":"u_1!A1:C3"',
    '"Code":"ItemNotFound"',
    '"Location":"Worksheets.getItem"',
    '"yyyy-mm-dd"',
    '"#N/A"',
    '"=SUM(FollowUps[u_2])"',
    '"style":"Stop"',
  ]) {
    expect(shaped).toContain(kept);
  }
});

test("an id that Excel gave is asked for as it was told; a key that merely looks like one is a name", () => {
  const anonymiser = createAnonymiser();
  const byKey = (key: string): Json => ({
    ObjectPaths: {
      "1": { Id: 1, ObjectPathType: 5, Name: "", ParentObjectPathId: 0, ArgumentInfo: { Arguments: [key] } },
    },
    Actions: [],
  });
  anonymiser.answer({ Results: [{ ActionId: 1, Value: { Id: "7" } }] });
  expect(JSON.stringify(anonymiser.request(byKey("7")))).toContain('["7"]');
  expect(JSON.stringify(anonymiser.request(byKey("13800000001")))).toContain('["u_1"]');
});

test("what was left out of a request is what a text makes of it: null among arguments, nothing among members", () => {
  const body = (left: unknown) => ({
    ObjectPaths: {
      "1": { Id: 1, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 0, ArgumentInfo: { Arguments: [left] } },
    },
    Actions: [{ Id: 2, ActionType: 9, ObjectPathId: 1, ObjectState: { RowHeight: left, Hidden: true } }],
  });
  // As office.js hands a request over, before it is a text.
  const asked = body(undefined) as unknown as Json;
  const asText: Json = JSON.parse(JSON.stringify(asked)) as Json;
  expect(createAnonymiser().request(asked)).toEqual(createAnonymiser().request(asText));
});

test("limits of rules keep what a build may refuse or tell otherwise", () => {
  const { answer: shape } = createAnonymiser();
  const limits = [
    0,
    65_535,
    65_536,
    -1e15,
    0.5,
    "=46000",
    "46000",
    "12/9/2025",
    "12/9/2025 10:30",
    "1E+15",
    "云杉,机械",
  ];
  const shaped = limits.map((Formula1) => {
    const { Results } = shape({ Results: [{ ActionId: 1, Value: { WholeNumber: { Formula1 } } }] });
    return JSON.stringify(Results).replace(/.*"Formula1":(.*?)\}\}\}\]$/, "$1");
  });
  expect(shaped).toEqual(
    ["~n", "~n", "~N", "~N", "~f", "=11111", "11111", "11/1/1111", "11/1/1111 11:11", "1E+11", "~s2,~s2"].map((text) =>
      JSON.stringify(text),
    ),
  );
});

test("of a long grid the first rows and the size are kept; what may be a header gets a name's alias, wherever it stands", () => {
  const { answer: shape } = createAnonymiser();
  const Values = [["客户", "阶段"], ...Array.from({ length: 999 }, (_, row) => [row, row % 2 ? "阶段" : "远山能源"])];
  expect(shape({ Results: [{ ActionId: 1, Value: { Values } }] })["Results"]).toEqual([
    {
      ActionId: 1,
      Value: {
        Values: {
          "~grid": [1000, 2],
          rows: [
            ["u_1", "u_2"],
            ["~n", "~s4"],
            ["~n", "u_2"],
            ["~n", "~s4"],
            ["~n", "u_2"],
          ],
        },
      },
    },
  ]);
});
