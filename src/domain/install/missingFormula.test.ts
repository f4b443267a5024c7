import { defaultField } from "../schema/defaults";
import type { Condition, Field, Level } from "../schema/field";
import { forEachCalculated, type FieldId } from "../schema/fieldIds";
import { workbookText } from "../schema/workbookText";
import { shownFormula } from "../workbook/formulaText";
import { schemaStub, stage } from "../../../test/support/schemaStub";
import { demandFormula, missingFormulas, type RowCells } from "./missingFormula";

const words = workbookText["zh-CN"];
const stages = [
  stage("线索", "open"),
  stage("方案", "open"),
  stage("谈判", "open"),
  stage("成交", "won"),
  stage("流失", "lost"),
];
const schema = schemaStub({ stages });
const there = new Map<FieldId, string>([
  ["customer", "A2"],
  ["stage", "B2"],
  ["customerType", "C2"],
  ["phone", "D2"],
  ["mail", "E2"],
]);
const cellsOf = (fields = there): RowCells => ({
  field: (id) => fields.get(id) ?? null,
  status: "S2",
  staleLimit: "L2",
});
const fieldOf = (...requiredWhen: readonly Condition[]): Field => ({ ...defaultField("needs", "需求"), requiredWhen });

describe("when a field must be filled, as a formula", () => {
  test.each<[string, readonly Condition[], string | null]>([
    ["never", [], null],
    ["always", [{ kind: "always" }], "TRUE"],
    [
      "for customers of a type from a stage on",
      [
        {
          kind: "all",
          of: [
            { kind: "customerType", type: "重点" },
            { kind: "fromStage", stage: "谈判" },
          ],
        },
      ],
      'AND(IFERROR(C2&""="重点",FALSE),AND(S2<>"有错误值",IFERROR(OR(B2&""="谈判",B2&""="成交"),FALSE)))',
    ],
    [
      "for what the sheet has and has not at once, never",
      [
        {
          kind: "all",
          of: [
            { kind: "customerType", type: "重点" },
            { kind: "fromStage", stage: "没有" },
          ],
        },
      ],
      null,
    ],
    ["for open customers", [{ kind: "open" }], 'IFERROR(L2<>"",TRUE)'],
    ["for an outcome", [{ kind: "outcome", outcome: "lost" }], 'S2="流失"'],
    ["for a customer type", [{ kind: "customerType", type: '重"点' }], 'IFERROR(C2&""="重""点",FALSE)'],
    [
      "from a stage on, in the open ones after it and in the won one",
      [{ kind: "fromStage", stage: "方案" }],
      'AND(S2<>"有错误值",IFERROR(OR(B2&""="方案",B2&""="谈判",B2&""="成交"),FALSE))',
    ],
    [
      "from the last open stage on",
      [{ kind: "fromStage", stage: "谈判" }],
      'AND(S2<>"有错误值",IFERROR(OR(B2&""="谈判",B2&""="成交"),FALSE))',
    ],
    [
      "from the won stage on, whatever its case",
      [{ kind: "fromStage", stage: "成交" }],
      'AND(S2<>"有错误值",IFERROR(B2&""="成交",FALSE))',
    ],
    ["from a stage that there is not", [{ kind: "fromStage", stage: "没有" }], null],
    [
      "where none of some others is filled",
      [{ kind: "oneOf", fields: ["phone", "mail"] }],
      'AND(IFERROR(TRIM(D2),1)="",IFERROR(TRIM(E2),1)="")',
    ],
    ["where none of some others is there", [{ kind: "oneOf", fields: ["wechat"] }], "TRUE"],
    [
      "for either of two reasons",
      [
        { kind: "outcome", outcome: "won" },
        { kind: "outcome", outcome: "parked" },
      ],
      'OR(S2="成交",S2="搁置")',
    ],
    [
      "for the one reason of two that the sheet can tell",
      [{ kind: "fromStage", stage: "没有" }, { kind: "open" }],
      'IFERROR(L2<>"",TRUE)',
    ],
  ])("%s", (_, conditions, formula) => {
    expect(demandFormula(fieldOf(...conditions), cellsOf(), schema, words)).toBe(formula);
  });

  test.each<[string, Condition, FieldId]>([
    ["a type on a sheet without types", { kind: "customerType", type: "重点" }, "customerType"],
    ["a stage on a sheet without stages", { kind: "fromStage", stage: "方案" }, "stage"],
  ])("never: %s", (_, condition, gone) => {
    const cells = cellsOf(new Map([...there].filter(([id]) => id !== gone)));
    expect(demandFormula(fieldOf(condition), cells, schema, words)).toBeNull();
  });
});

describe("the column of missing items", () => {
  const headerOf = (id: string) => `头${id.replace(":", "")}`;
  const headers = (fields: readonly FieldId[]) => ({
    fields: new Map(fields.map((id) => [id, headerOf(id)])),
    calculated: forEachCalculated((id) => id),
  });
  const asked = (id: FieldId, level: Level, ...requiredWhen: readonly Condition[]): Field => ({
    ...defaultField(id, headerOf(id)),
    level,
    requiredWhen,
  });
  const formulasOf = (fields: readonly Field[], ids: readonly FieldId[] = fields.map(({ id }) => id)) =>
    [...missingFormulas(headers(ids), schemaStub({ stages, fields }), words)].map(
      ([id, formula]) => [id, shownFormula(formula)] as const,
    );
  const item = (id: string) => `REPT("、${headerOf(id)}",IFERROR(TRIM([@${headerOf(id)}]),1)="")`;

  test("is blank where nothing is asked, and for rows that are no customers", () => {
    expect(formulasOf([asked("needs", "observe", { kind: "always" }), asked("note", "require")])).toEqual([
      ["missing", '=IF([@status]="","","")'],
    ]);
  });

  test("asks for no column that the sheet has not", () => {
    expect(formulasOf([asked("needs", "require", { kind: "always" })], [])).toEqual([
      ["missing", '=IF([@status]="","","")'],
    ]);
  });

  test("names fields of level warn and require, neighbours with one demand under one condition", () => {
    expect(
      formulasOf([
        asked("customer", "require", { kind: "always" }),
        asked("needs", "warn", { kind: "outcome", outcome: "won" }),
        asked("feedback", "require", { kind: "outcome", outcome: "won" }),
        asked("note", "require", { kind: "always" }),
      ]),
    ).toEqual([
      [
        "missing",
        `=IF([@status]="","",MID(${item("customer")}&IF([@status]="成交",${item("needs")}&${item("feedback")},"")&${item("note")},2,1000))`,
      ],
    ]);
  });

  test("goes on in the next column where one formula would be too long, and says there nothing twice", () => {
    const fields = Array.from({ length: 10 }, (_, at) =>
      asked(`own:第${at}个必填的字段`, "require", { kind: "always" }),
    );
    const formulas = formulasOf(fields);
    expect(formulas.map(([id]) => id)).toEqual(["missing", "moreMissing"]);
    const [[, first], [, second]] = formulas as [readonly [string, string], readonly [string, string]];
    expect(first.endsWith("&[@moreMissing],2,1000))")).toBe(true);
    expect(second.startsWith('=IF([@status]="","",REPT(')).toBe(true);
    expect(Math.max(first.length, second.length)).toBeLessThanOrEqual(400);
    // One item more would not have fitted.
    expect(first.length + item("own:第9个必填的字段").length + 1).toBeGreaterThan(400);
    for (const { id } of fields) expect([first, second].filter((text) => text.includes(item(id)))).toHaveLength(1);
  });

  test("takes what is left into the last column there is", () => {
    const fields = Array.from({ length: 60 }, (_, at) =>
      asked(`own:第${at}个必填的字段`, "require", { kind: "always" }),
    );
    const formulas = formulasOf(fields);
    expect(formulas.map(([id]) => id)).toEqual([
      "missing",
      "moreMissing",
      "moreMissing2",
      "moreMissing3",
      "moreMissing4",
      "moreMissing5",
    ]);
    for (const { id } of fields) expect(formulas.filter(([, text]) => text.includes(item(id)))).toHaveLength(1);
  });
});
