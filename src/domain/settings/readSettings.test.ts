import { knownFieldIds, ownField } from "../schema/fieldIds";
import fc from "fast-check";
import { schemas, settingsTitle, writtenSettings } from "../../../test/support/schemas";
import { defaultField } from "../schema/defaults";
import { knownListKeys, type Field } from "../schema/field";
import { owners, schemaStub, stage } from "../../../test/support/schemaStub";

test.each(["zh-CN", "en"] as const)(
  "a schema written to a %s Settings sheet is read back as it was, without complaint",
  (language) => {
    fc.assert(
      fc.property(schemas, (schema) => {
        const { settings, issues } = writtenSettings(schema, language).read();
        expect(settings).toEqual(schema);
        expect(issues).toEqual([]);
      }),
    );
  },
);

test("its tables do not touch each other, and every one has a row to type into", () => {
  const { book } = writtenSettings(schemaStub({ lists: [{ key: "source", entries: [] }] }), "en");
  const areas = book.tables.map(({ area }) => area);
  for (const { rows } of areas) expect(rows).toBeGreaterThanOrEqual(2);
  const ends = areas.map(({ column, columns }) => [column, column + columns] as const).sort(([a], [b]) => a - b);
  ends.slice(1).forEach(([start], index) => expect(start).toBeGreaterThan(ends[index]![1]));
});

describe("what people make of the tables", () => {
  const schema = schemaStub({
    fields: knownFieldIds.map((id) => defaultField(id, id === "customer" ? "客户" : null)),
    stages: [stage("线索", "open", 3), stage("成交", "won")],
    types: [{ name: "重点客户", staleDays: 3, keyAccount: true }],
    owners: owners("张敏", "李强"),
    lists: knownListKeys.map((key) => ({ key, entries: ["一", "二"] })),
  });
  const fresh = () => writtenSettings(schema, "zh-CN");
  const customerRow = knownFieldIds.indexOf("customer");

  test("a limit that is no number means the default, and is reported with its cell", () => {
    const sheet = fresh();
    const cell = sheet.put("stages", 0, "staleDays", "三天");
    const { settings, issues } = sheet.read();
    expect(settings.stages?.[0]?.staleDays).toBe(0);
    expect(issues).toMatchObject([
      { problem: { kind: "notANumber", value: "三天" }, table: "stages", sheet: settingsTitle, cell },
    ]);
  });

  test("a name cleared in the middle is passed over, and the gap is reported", () => {
    const sheet = fresh();
    const cell = sheet.put("stages", 0, "name", " ");
    const { settings, issues } = sheet.read();
    expect(settings.stages?.map(({ name }) => name)).toEqual(["成交"]);
    expect(issues).toEqual([{ problem: { kind: "gap" }, table: "stages", sheet: settingsTitle, cell }]);
  });

  test("a table that is gone is null and reported, the others are still read", () => {
    const { book, read } = fresh();
    const { settings, issues } = read(book.tables.filter(({ name }) => name !== "FollowUpOwners"));
    expect(settings.owners).toBeNull();
    expect(settings.stages).toHaveLength(2);
    expect(issues).toEqual([{ problem: { kind: "tableMissing" }, table: "owners", sheet: null, cell: null }]);
  });

  test("a word that is none of the choices falls back to the field's own, and the choices are named", () => {
    const sheet = fresh();
    const cell = sheet.put("fields", customerRow, "level", "很严格");
    const { settings, issues } = sheet.read();
    expect(settings.fields?.find(({ id }) => id === "customer")).toMatchObject({ level: "require", header: "客户" });
    expect(issues).toMatchObject([{ problem: { kind: "unknownWord", allowed: ["看", "提醒", "要求"] }, cell }]);
    sheet.put("fields", customerRow, "level", "observe");
    expect(sheet.read().settings.fields?.find(({ id }) => id === "customer")?.level).toBe("observe");
  });

  test("the second of two equal stages does not count, and is reported", () => {
    const sheet = fresh();
    const cell = sheet.put("stages", 1, "name", "线索");
    const { settings, issues } = sheet.read();
    expect(settings.stages).toHaveLength(1);
    expect(issues).toMatchObject([
      { problem: { kind: "duplicate", value: "线索" }, table: "stages", sheet: settingsTitle, cell },
    ]);
  });

  test("a renamed header is reported; its column counts as blank", () => {
    const sheet = fresh();
    const { row, column } = sheet.place("stages");
    sheet.values[row]![column + 2] = "天数";
    const { settings, issues } = sheet.read();
    expect(settings.stages?.map(({ staleDays }) => staleDays)).toEqual([0, 0]);
    expect(issues).toMatchObject([{ problem: { kind: "columnMissing", header: "停滞天数" }, table: "stages" }]);
  });

  test("a row of a name that nobody knows is a field of the team's own, and the known field that went is reported", () => {
    const sheet = fresh();
    sheet.put("fields", knownFieldIds.indexOf("note"), "id", "合同编号");
    sheet.put("fields", knownFieldIds.indexOf("note"), "header", "合同号");
    const { settings, issues } = sheet.read();
    expect(settings.fields?.at(-1)).toMatchObject({ id: "own:合同编号", header: "合同号", kind: "longText" });
    expect(issues).toMatchObject([{ problem: { kind: "fieldMissing", field: "note" } }]);
  });

  test.each<[string, Field["requiredWhen"]]>([
    ["总是", [{ kind: "always" }]],
    ["", []],
    [
      "从阶段: 线索 ; 结果：流失，搁置",
      [
        { kind: "fromStage", stage: "线索" },
        { kind: "outcome", outcome: "lost" },
        { kind: "outcome", outcome: "parked" },
      ],
    ],
    ["类型：重点客户", [{ kind: "customerType", type: "重点客户" }]],
    ["one of: Phone, 微信、邮箱", [{ kind: "oneOf", fields: ["phone", "wechat", "mail"] }]],
  ])("when a field is required can be written as %j", (text, expected) => {
    const sheet = fresh();
    sheet.put("fields", customerRow, "requiredWhen", text);
    const { settings, issues } = sheet.read();
    expect(settings.fields?.find(({ id }) => id === "customer")?.requiredWhen).toEqual(expected);
    expect(issues).toEqual([]);
  });

  test.each(["有空再填", "从阶段", "结果：很好", "总是：线索"])(
    "%j is no condition: the default stays, and it is reported",
    (text) => {
      const sheet = fresh();
      const cell = sheet.put("fields", customerRow, "requiredWhen", text);
      const { settings, issues } = sheet.read();
      expect(settings.fields?.find(({ id }) => id === "customer")?.requiredWhen).toEqual([{ kind: "always" }]);
      expect(issues).toMatchObject([
        { problem: { kind: "unreadableCondition", value: text }, table: "fields", sheet: settingsTitle, cell },
      ]);
    },
  );

  test.each(["从阶段：签约", "类型：大客户", "之一：电话、钉钉"])(
    "%j names what there is not, and is reported",
    (text) => {
      const sheet = fresh();
      sheet.put("fields", customerRow, "requiredWhen", text);
      expect(sheet.read().issues).toMatchObject([{ problem: { kind: "unknownName" } }]);
    },
  );

  test("a probability written as 60 is 60 %", () => {
    const sheet = fresh();
    sheet.put("stages", 0, "probability", 60);
    expect(sheet.read().settings.stages?.[0]?.probability).toBe(0.6);
  });
});

test.each([
  ["zh-CN", "链接"],
  ["en", "Link"],
  ["en", "链接"],
] as const)("links that Settings in %s still call %s are links and files", (language, word) => {
  const sheet = writtenSettings(schemaStub({ fields: [defaultField(ownField("合同"), "合同")] }), language);
  const { row, column } = sheet.place("fields");
  const headers = sheet.values[row]!;
  sheet.values[row + 1]![headers.indexOf(language === "en" ? "Kind" : "类型", column)] = word;
  const { settings, issues } = sheet.read();
  expect(settings.fields?.find(({ id }) => id === ownField("合同"))?.kind).toBe("link");
  expect(issues.filter(({ problem }) => problem.kind === "unknownWord")).toEqual([]);
});

test("a table of owners without targets, as earlier versions made it, is read without a word", () => {
  const sheet = writtenSettings(schemaStub({ owners: owners("张敏") }), "zh-CN");
  const { row, column } = sheet.place("owners");
  sheet.values[row]![column + 2] = "分机";
  sheet.values[row + 1]![column + 2] = 801;
  const { settings, issues } = sheet.read();
  expect(settings.owners).toEqual([{ name: "张敏", team: "", monthTarget: null }]);
  expect(issues.filter(({ table }) => table === "owners")).toEqual([]);
});
