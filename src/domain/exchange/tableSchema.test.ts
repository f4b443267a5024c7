import { knownFieldIds, ownField } from "../schema/fieldIds";
import fc from "fast-check";
import { schemas } from "../../../test/support/schemas";
import { convertSerial } from "../values/date";
import { defaultField } from "../schema/defaults";
import { type Field, type Schema } from "../schema/field";
import { owners, reviewStub, schemaStub, stage } from "../../../test/support/schemaStub";
import { ourProperty } from "./descriptor";
import { readTableSchema } from "./readTableSchema";
import { tableSchemaOf } from "./tableSchemaOf";

const base: Schema = schemaStub({
  fields: [
    ...knownFieldIds.map((id) =>
      defaultField(id, id === "customer" || id === "stage" || id === "id" ? `列-${id}` : null),
    ),
    { ...defaultField(ownField("合同号"), "合同编号"), pattern: "HT-????*", hint: "HT- 开头", unique: true },
    { ...defaultField(ownField("签约日"), "签约日期"), kind: "date", min: 46_000 },
  ],
  stages: [stage("线索", "open", 3), stage("成交", "won")],
  owners: owners("张敏"),
  lists: ["source", "tags", "method", "result"].map((key) => ({ key, entries: [] })),
});

/** A descriptor of the schema, as text, after a change to its JSON. */
function exported(schema: Schema, change: (json: Record<string, unknown>) => unknown = (json) => json): string {
  const json: unknown = JSON.parse(JSON.stringify(tableSchemaOf(reviewStub({ schema: schema }))));
  return JSON.stringify(change(json as Record<string, unknown>));
}

describe("a descriptor of ours", () => {
  test("gives the schema back without loss, in either language", () => {
    fc.assert(
      fc.property(schemas, fc.constantFrom("zh-CN", "en"), (schema, language) => {
        const text = JSON.stringify(tableSchemaOf(reviewStub({ schema, language })));
        expect(readTableSchema(text, reviewStub())).toEqual({ ok: true, schema, notMapped: [] });
      }),
    );
  });

  test("means the same days in a workbook of the other date system", () => {
    const read = readTableSchema(exported(base), { schema: base, system: 1904 });
    expect(read.ok && read.schema.fields.at(-1)?.min).toBe(convertSerial(46_000, 1900, 1904));
  });

  test("says in Table Schema's words what those can say, and has one property of its own", () => {
    const descriptor = tableSchemaOf(reviewStub({ schema: base }));
    expect(Object.keys(descriptor).sort()).toEqual(["fields", ourProperty, "missingValues", "primaryKey"].sort());
    expect(descriptor["fields"]).toEqual([
      { name: "列-id", title: "客户编号", type: "string", constraints: { unique: true } },
      { name: "列-customer", title: "客户名称", type: "string", constraints: { required: true } },
      {
        name: "列-stage",
        title: "阶段",
        type: "string",
        constraints: { required: true, enum: ["线索", "成交"] },
      },
      {
        name: "合同编号",
        title: "合同号",
        type: "string",
        description: "HT- 开头",
        constraints: { unique: true, pattern: "HT\\-.....*" },
      },
      { name: "签约日期", title: "签约日", type: "date", constraints: { minimum: "2025-12-09" } },
    ]);
  });
});

describe("what is no descriptor is told apart", () => {
  const ours = (change: (part: Record<string, unknown>) => void) =>
    exported(base, (json) => {
      change(json[ourProperty] as Record<string, unknown>);
      return json;
    });
  test.each<[string, string, object]>([
    ["no JSON", "客户,阶段", { kind: "notJson" }],
    ["an empty file", "", { kind: "notJson" }],
    ["another JSON", "[1, 2]", { kind: "notDescriptor" }],
    ["fields that are no list", '{"fields": {}}', { kind: "notDescriptor" }],
    ["a later version", ours((part) => (part["version"] = 7)), { kind: "unknownVersion", version: "7" }],
    [
      "a version that is no number",
      ours((part) => delete part["version"]),
      { kind: "wrongType", path: "followUpSheet.version", expected: "number" },
    ],
    [
      "a stage without a name",
      ours((part) => (part["stages"] = [{ ...stage("x", "open"), name: " " }])),
      { kind: "wrongType", path: "followUpSheet.stages[0].name", expected: "name" },
    ],
    [
      "a limit in words",
      ours((part) => (part["stages"] = [{ ...stage("x", "open"), staleDays: "three" }])),
      { kind: "wrongType", path: "followUpSheet.stages[0].staleDays", expected: "number ≥ 0" },
    ],
    [
      "a missing part",
      ours((part) => delete part["owners"]),
      { kind: "wrongType", path: "followUpSheet.owners", expected: "list" },
    ],
    [
      "a foreign field without a name",
      '{"fields": [{}]}',
      { kind: "wrongType", path: "fields[0].name", expected: "text" },
    ],
    [
      "a type that is no text, whatever it would be as text",
      '{"fields": [{"name": "a", "type": [{"toString": 1}]}]}',
      { kind: "wrongType", path: "fields[0].type", expected: "text" },
    ],
  ])("%s", (_, text, problem) => {
    expect(readTableSchema(text, reviewStub({ schema: base }))).toEqual({ ok: false, problem });
  });

  test.each<[string, (stage: { staleDays: number; probability: number | null }) => void, string, string]>([
    ["negative days", (stage) => (stage.staleDays = -3), "staleDays", "number ≥ 0"],
    ["a probability of 7", (stage) => (stage.probability = 7), "probability", "number 0 – 1"],
  ])("%s are refused with their place", (_, change, property, expected) => {
    const descriptor = JSON.parse(JSON.stringify(tableSchemaOf(reviewStub({ schema: base }))));
    change(descriptor[ourProperty].stages[0]);
    expect(readTableSchema(JSON.stringify(descriptor), reviewStub({ schema: base }))).toEqual({
      ok: false,
      problem: { kind: "wrongType", path: `${ourProperty}.stages[0].${property}`, expected },
    });
  });

  test("whatever the file holds, it is answered and not thrown at", () => {
    const known = fc.constantFrom(
      "fields",
      "name",
      "type",
      "constraints",
      "enum",
      ourProperty,
      "version",
      "__proto__",
      "toString",
    );
    const json = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 1, "x", "string"),
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(known, tie("value"), { maxKeys: 5 }),
      ),
    })).value;
    fc.assert(
      fc.property(json, (value) => {
        expect(typeof readTableSchema(JSON.stringify(value), reviewStub({ schema: base })).ok).toBe("boolean");
      }),
      { numRuns: 500 },
    );
  });
});

describe("a descriptor of another tool", () => {
  const foreign = (fields: readonly object[], rest: object = {}) =>
    readTableSchema(JSON.stringify({ fields, ...rest }), reviewStub({ schema: base }));
  const field = (schema: Schema, id: Field["id"]) => schema.fields.find((candidate) => candidate.id === id);

  test("brings its columns: known ones by name, others as fields of the team's own", () => {
    const read = foreign([
      { name: "Customer name", type: "string" },
      { name: "Website", type: "string", format: "uri" },
      { name: "Seats", type: "integer", constraints: { minimum: 1, maximum: 500, required: true } },
      { name: "Size", type: "string", constraints: { enum: ["S", "M"], unique: false } },
      { name: "Stage", type: "string", constraints: { enum: ["线索", "Signed"] } },
      { name: "Code", type: "string", constraints: { pattern: "^A.*\\.x$" } },
    ]);
    if (!read.ok) throw new Error("not read");
    expect(read.notMapped).toEqual([]);
    expect(field(read.schema, "customer")?.header).toBe("Customer name");
    expect(field(read.schema, ownField("Website"))).toMatchObject({ kind: "link", level: "observe" });
    expect(field(read.schema, ownField("Seats"))).toMatchObject({
      kind: "wholeNumber",
      min: 1,
      max: 500,
      requiredWhen: [{ kind: "always" }],
    });
    expect(field(read.schema, ownField("Size"))).toMatchObject({ kind: "list", list: "Size" });
    expect(read.schema.lists.at(-1)).toEqual({ key: "Size", entries: ["S", "M"] });
    expect(field(read.schema, ownField("Code"))?.pattern).toBe("A*.x");
    expect(read.schema.stages.map(({ name }) => name)).toEqual(["线索", "成交", "Signed"]);
    // What is not said there stays.
    expect(field(read.schema, ownField("合同号"))).toEqual(base.fields.at(-2));
  });

  test("a column of links is text to other tools, which would refuse the path of a file as a URI, and comes back as links", () => {
    const id = ownField("合同文件");
    const schema = { ...base, fields: [...base.fields, { ...defaultField(id, "合同文件"), kind: "link" as const }] };
    const written = tableSchemaOf(reviewStub({ schema }));
    const columns = written["fields"] as readonly object[];
    expect(columns.at(-1)).toEqual({ name: "合同文件", title: "合同文件", type: "string" });
    const read = readTableSchema(JSON.stringify(written), reviewStub({ schema: base }));
    expect(read.ok && field(read.schema, id)?.kind).toBe("link");
  });

  test("and what cannot be said here is listed", () => {
    const read = foreign(
      [
        { name: "Where", type: "geopoint" },
        { name: "Code", type: "string", constraints: { pattern: "[A-Z]{3}", minLength: 3 } },
        { name: "Grade", type: "integer", constraints: { enum: [1, 2] } },
      ],
      { foreignKeys: [], missingValues: ["", "-"] },
    );
    expect(read.ok && read.notMapped).toEqual([
      { field: "", what: "foreignKeys" },
      { field: "", what: "missingValues" },
      { field: "Where", what: "type: geopoint" },
      { field: "Code", what: "constraints.pattern" },
      { field: "Code", what: "constraints.minLength" },
      { field: "Grade", what: "constraints.enum" },
    ]);
  });
});
