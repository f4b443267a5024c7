import { knownFieldIds, ownField } from "../schema/fieldIds";
import fc from "fast-check";
import { schemas, settingsTitle, writtenSettings } from "../../../test/support/schemas";
import type { CellValue } from "../values/value";
import { defaultField } from "../schema/defaults";
import {
  addEntry,
  beginDraft,
  changeEntry,
  draftProblems,
  draftTowards,
  moveEntry,
  parts,
  removeEntry,
  wantedSchema,
  type SchemaDraft,
} from "../schema/draft";
import { knownListKeys, type Schema } from "../schema/field";
import { owners, schemaStub, stage } from "../../../test/support/schemaStub";
import { readSettings } from "./readSettings";
import type { Language } from "../values/language";
import type { Action } from "../workbook/action";
import { planDraft } from "./planDraft";
import { project } from "../workbook/project";
import type { BookSnapshot, FormulaGrid, SheetSnapshot, ValueGrid } from "../workbook/snapshot";

const noSheet: SheetSnapshot = {
  sheet: { id: "1", name: "客户", visibility: "visible", protected: false },
  used: null,
  merged: [],
  filtered: false,
  autoFilter: false,
  grid: { sheet: "客户", area: { row: 0, column: 0, rows: 1, columns: 1 }, values: [] },
};

interface Standing {
  readonly book: BookSnapshot;
  readonly grid: ValueGrid;
}

function formulasOf({ grid }: Standing): FormulaGrid {
  return { sheet: grid.sheet, area: grid.area, formulas: grid.values };
}

function planned(standing: Standing, draft: SchemaDraft, language: Language, formulas = formulasOf(standing)) {
  const plan = planDraft({ ...standing, formulas, draft, language });
  if (!plan.ok) throw new Error(`In the way: ${plan.cell}`);
  return plan.actions;
}

function applied({ book, grid }: Standing, actions: readonly Action[]): Standing {
  const after = project({ book, sheet: noSheet, settings: grid }, actions);
  return { book: after.book, grid: after.settings! };
}

/** A schema with days and lists in order, for comparing: the tables keep them in the order they were entered. */
function sorted(schema: Partial<Schema>): object {
  const days = (list: readonly number[] = []) => [...list].sort((a, b) => a - b);
  return {
    ...schema,
    fields: [...(schema.fields ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1)),
    lists: [...(schema.lists ?? [])].sort((a, b) => (a.key < b.key ? -1 : 1)),
    calendar: { ...schema.calendar, off: days(schema.calendar?.off), on: days(schema.calendar?.on) },
  };
}

const anyLanguage = fc.constantFrom<Language>("zh-CN", "en");

describe("a draft that was applied", () => {
  test("is what the Settings say then, and leaves nothing to write", () => {
    fc.assert(
      fc.property(schemas, schemas, anyLanguage, (base, wanted, language) => {
        const { book, grid } = writtenSettings(base, language);
        const draft = draftTowards(base, wanted, []);
        const after = applied({ book, grid }, planned({ book, grid }, draft, language));
        const { settings, issues } = readSettings(after.book, after.grid, language);
        expect(issues).toEqual([]);
        expect(sorted(settings as Schema)).toEqual(sorted(wanted));
        const again = draftTowards(settings as Schema, { ...wanted, calendar: settings.calendar! }, []);
        expect(planned(after, again, language)).toEqual([]);
        for (const { area } of after.book.tables) expect(area.rows).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 80 },
    );
  });

  test("step by step edits come to the same", () => {
    const step = fc.record({
      part: fc.constantFrom(...parts),
      kind: fc.constantFrom("remove", "up", "down", "rename", "add"),
      at: fc.nat(20),
    });
    fc.assert(
      fc.property(schemas, anyLanguage, fc.array(step, { maxLength: 12 }), (base, language, steps) => {
        const draft = steps.reduce(
          (now, { part, kind, at }, turn) => edited(now, part, kind, at, `新${turn}`),
          beginDraft(base),
        );
        fc.pre(draftProblems(draft).every(({ kind }) => kind !== "sameName" && kind !== "blankName"));
        const { book, grid } = writtenSettings(base, language);
        const after = applied({ book, grid }, planned({ book, grid }, draft, language));
        const { settings, issues } = readSettings(after.book, after.grid, language);
        expect(issues.filter(({ problem }) => problem.kind !== "unknownName")).toEqual([]);
        expect(sorted(settings as Schema)).toEqual(sorted(wantedSchema(draft)));
      }),
      { numRuns: 80 },
    );
  });
});

/** One edit of a kind, to the entry at a place; known fields and lists are not removed or renamed. */
function edited(draft: SchemaDraft, part: (typeof parts)[number], kind: string, at: number, name: string): SchemaDraft {
  const entries = draft[part];
  const index = entries.length === 0 ? 0 : at % entries.length;
  const entry = entries[index]?.now;
  const isOurs =
    entry !== undefined &&
    (("id" in entry && !entry.id.startsWith("own:")) ||
      ("key" in entry && knownListKeys.some((key) => key === entry.key)));
  if (kind === "add") {
    if (part === "stages") return addEntry(draft, part, stage(name, "open"));
    if (part === "owners") return addEntry(draft, part, { name, team: "", monthTarget: null });
    if (part === "lists") return addEntry(draft, part, { key: name, entries: ["一", "二"] });
    return part === "fields" ? addEntry(draft, part, { ...defaultField(ownField(name), null), kind: "phone" }) : draft;
  }
  if (!entry || isOurs) return draft;
  if (kind === "remove") return removeEntry(draft, part, index);
  if (kind !== "rename") {
    // The order of fields and lists means nothing.
    return part === "fields" || part === "lists" ? draft : moveEntry(draft, part, index, kind === "up" ? -1 : 1);
  }
  if (part === "stages") return changeEntry(draft, part, index, { ...draft.stages[index]!.now, name });
  if (part === "types") return changeEntry(draft, part, index, { ...draft.types[index]!.now, name });
  if (part === "owners") return changeEntry(draft, part, index, { ...draft.owners[index]!.now, name });
  if (part === "fields") return changeEntry(draft, part, index, { ...draft.fields[index]!.now, id: ownField(name) });
  if (part === "lists") return changeEntry(draft, part, index, { ...draft.lists[index]!.now, key: name });
  return draft;
}

describe("what the team has put into the tables stays", () => {
  const base: Schema = schemaStub({
    fields: knownFieldIds.map((id) => defaultField(id, id === "customer" ? "客户" : null)),
    stages: [stage("线索", "open", 3), stage("方案", "open"), stage("成交", "won")],
    owners: owners("张敏", "李强"),
    lists: knownListKeys.map((key) => ({ key, entries: [] })),
  });
  /** The Settings with a column of the team's own beside the owners: a telephone number and a formula. */
  function withColumn() {
    const { book, grid, place } = writtenSettings(base, "zh-CN");
    const area = place("owners");
    const at = area.column + area.columns;
    const own: readonly CellValue[] = ["分机", 801, 802];
    const put = (cells: readonly (readonly CellValue[])[]): Action => ({
      kind: "writeCells",
      sheet: settingsTitle,
      area: { row: area.row, column: at, rows: cells.length, columns: 1 },
      cells,
    });
    // The reasons stand right of the owners' gap: the extra column takes the gap.
    const standing = applied({ book, grid }, [
      put(own.map((cell) => [cell])),
      {
        kind: "resizeTable",
        name: "FollowUpOwners",
        sheet: settingsTitle,
        area: { ...area, columns: area.columns + 1 },
      },
    ]);
    const cell = (row: number, column: number, of: Standing) =>
      of.grid.values[area.row + row - of.grid.area.row]?.[area.column + column - of.grid.area.column];
    return { standing, area, cell };
  }

  test("a cell beside an entry moves with it when the order changes", () => {
    const { standing, cell } = withColumn();
    const after = applied(standing, planned(standing, moveEntry(beginDraft(base), "owners", 0, 1), "zh-CN"));
    expect([cell(1, 0, after), cell(1, 3, after)]).toEqual(["李强", 802]);
    expect([cell(2, 0, after), cell(2, 3, after)]).toEqual(["张敏", 801]);
  });

  test("a formula beside the entries is never written over", () => {
    const { standing, area } = withColumn();
    const { grid } = standing;
    const column = area.column + 3;
    const formulas = grid.values.map((row, r) =>
      row.map((value, c) =>
        c === column && (r === area.row + 1 || r === area.row + 2) ? "=COUNTIF(A:A,[@负责人])" : value,
      ),
    );
    const draft = addEntry(moveEntry(beginDraft(base), "owners", 0, 1), "owners", {
      name: "王芳",
      team: "",
      monthTarget: null,
    });
    const actions = planned(standing, draft, "zh-CN", { sheet: grid.sheet, area: grid.area, formulas });
    const written = actions.flatMap((action) =>
      action.kind === "writeCells" ? action.cells.map((cells) => cells[column - action.area.column] ?? null) : [],
    );
    expect(written.every((cell) => cell === null)).toBe(true);
  });

  test("one edited cell is one written cell, in whatever way the others are spelled", () => {
    const { book, grid, put, values } = writtenSettings(base, "zh-CN");
    put("fields", knownFieldIds.indexOf("owner"), "level", "require");
    put("fields", knownFieldIds.indexOf("owner"), "requiredWhen", "always");
    const { settings } = readSettings(book, { ...grid, values }, "zh-CN");
    const schema = settings as Schema;
    const index = schema.fields.findIndex(({ id }) => id === "phone");
    const draft = changeEntry(beginDraft(schema), "fields", index, { ...schema.fields[index]!, level: "warn" });
    const actions = planned({ book, grid: { ...grid, values } }, draft, "zh-CN");
    expect(actions).toMatchObject([{ kind: "writeCells", area: { rows: 1, columns: 1 }, cells: [["提醒"]] }]);
  });

  test("rows that somebody added or took away meanwhile are left so", () => {
    const { book, grid } = writtenSettings(base, "zh-CN");
    const others = applied(
      { book, grid },
      planned({ book, grid }, draftTowards(base, { ...base, owners: owners("李强", "新人") }, []), "zh-CN"),
    );
    const draft = addEntry(beginDraft(base), "owners", { name: "王芳", team: "华东", monthTarget: null });
    const after = applied(others, planned(others, draft, "zh-CN"));
    expect(readSettings(after.book, after.grid, "zh-CN").settings.owners).toEqual([
      { name: "李强", team: "", monthTarget: null },
      { name: "新人", team: "", monthTarget: null },
      { name: "王芳", team: "华东", monthTarget: null },
    ]);
  });

  test("what stands below a table is not written over: the cell is named", () => {
    const { book, grid, place, values } = writtenSettings(base, "zh-CN");
    const area = place("stages");
    values[area.row + area.rows]![area.column] = "注意：阶段名不要改";
    const draft = addEntry(beginDraft(base), "stages", stage("试用", "open"));
    const standing = { book, grid: { ...grid, values } };
    const plan = planDraft({ ...standing, formulas: formulasOf(standing), draft, language: "zh-CN" });
    expect(plan).toMatchObject({ ok: false, sheet: settingsTitle });
  });
});

test("conditions follow a renamed stage and let go of a removed one", () => {
  const when = [{ kind: "fromStage", stage: "线索" } as const, { kind: "always" } as const];
  const base = schemaStub({
    fields: [{ ...defaultField("amount", "金额"), requiredWhen: when }],
    stages: [stage("线索", "open")],
  });
  const renamed = changeEntry(beginDraft(base), "stages", 0, { ...base.stages[0]!, name: "新线索" });
  expect(wantedSchema(renamed).fields[0]!.requiredWhen).toEqual([
    { kind: "fromStage", stage: "新线索" },
    { kind: "always" },
  ]);
  expect(wantedSchema(removeEntry(renamed, "stages", 0)).fields[0]!.requiredWhen).toEqual([{ kind: "always" }]);
});
