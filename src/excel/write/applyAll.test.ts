import { withHighlights } from "../../../test/support/highlightList";
import { fail, succeed, type Fault } from "../../app/fault";
import type { Progress } from "../../app/ports";
import type { CellInput } from "../../domain/values/value";
import type { Action, Chart, Highlight, PlacedHighlight, Validation } from "../../domain/workbook/action";
import type { Area } from "../../domain/workbook/area";
import { isLook, type LookAction } from "../../domain/workbook/looks";
import { applyAll, type Writer } from "./applyAll";
import { refusedWhole } from "../faults";
import { inversesOf, needOf, type Need, type Previous } from "./inverse";
import { feasible, fold, objectionTo, type Targets, type TargetTable } from "./targets";
import type { Step } from "./step";
import type { ExcelValidation } from "../parts/validation";

/** A workbook small enough to be compared as a whole, which does to itself what each step says. */
interface ModelSheet {
  cells: Record<string, CellInput>;
  formats: Record<string, string>;
  validations: Record<string, ExcelValidation>;
  widths: Record<string, number>;
  hidden: Record<string, boolean>;
  bold: Record<string, boolean>;
  highlights: PlacedHighlight[];
  charts: Chart[];
  filter: Area | null;
  orientation: string;
  gridlines: boolean;
}

interface ModelBook {
  sheets: Record<string, ModelSheet>;
  tables: Record<string, TargetTable>;
  names: Record<string, string>;
}

function blankSheet(): ModelSheet {
  return {
    ...{ cells: {}, formats: {}, validations: {}, widths: {}, hidden: {}, bold: {}, highlights: [], charts: [] },
    filter: null,
    orientation: "portrait",
    gridlines: true,
  };
}

function keysOf({ row, column, rows, columns }: Area): readonly (readonly string[])[] {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => `${String(row + r)},${String(column + c)}`),
  );
}

const noValidation: ExcelValidation = {
  type: "None",
  rule: {},
  errorAlert: { showAlert: true, style: "Stop", title: "", message: "" },
  prompt: { showPrompt: true, title: "", message: "" },
  ignoreBlanks: true,
};

function setCell(sheet: ModelSheet, key: string, cell: CellInput): void {
  if (cell === null) return;
  if (cell === "") Reflect.deleteProperty(sheet.cells, key);
  else sheet.cells[key] = cell;
}

function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`ItemNotFound: ${what}`);
  return value;
}

function nameHeaders(sheet: ModelSheet, area: Area): void {
  keysOf({ ...area, rows: 1 })[0]?.forEach((key, index) => {
    sheet.cells[key] ??= `列${String(index + 1)}`;
  });
}

function setValidation(sheet: ModelSheet, area: Area, validation: ExcelValidation): void {
  keysOf(area)
    .flat()
    .forEach((key) => {
      if (validation.type === "None") Reflect.deleteProperty(sheet.validations, key);
      else sheet.validations[key] = validation;
    });
}

function nameKey(book: ModelBook, name: string): string {
  return Object.keys(book.names).find((known) => fold(known) === fold(name)) ?? name;
}

function perform(book: ModelBook, step: Step): void {
  const sheetNamed = (name: string) => must(book.sheets[name], name);
  switch (step.kind) {
    case "addSheet":
      if (book.sheets[step.sheet]) throw new Error("ItemAlreadyExists");
      book.sheets[step.sheet] = blankSheet();
      return;
    case "deleteSheet":
      sheetNamed(step.sheet);
      Reflect.deleteProperty(book.sheets, step.sheet);
      book.tables = Object.fromEntries(Object.entries(book.tables).filter(([, { sheet }]) => sheet !== step.sheet));
      return;
    case "restoreFilter":
      sheetNamed(step.sheet).filter = step.area;
      return;
    case "writeCells":
    case "restoreCells":
      keysOf(step.area).forEach((row, r) => {
        row.forEach((key, c) => {
          setCell(sheetNamed(step.sheet), key, must(step.cells[r]?.[c], "cell"));
        });
      });
      return;
    case "writeRow": {
      const sheet = sheetNamed(step.sheet);
      const keys = must(keysOf(step.area)[0], "row");
      // As the adapter does it: a row that is another one is left as it was.
      if ((sheet.cells[must(keys[step.key.column], "key")] ?? "") !== step.key.value) return;
      keys.forEach((key, c) => {
        setCell(sheet, key, must(step.cells[c], "cell"));
      });
      return;
    }
    case "appendRows": {
      const table = must(book.tables[step.table], step.table);
      const area = must(table.area ?? undefined, "area");
      step.rows.forEach((row, r) => {
        row.forEach((cell, c) => {
          setCell(sheetNamed(step.sheet), `${String(area.row + area.rows + r)},${String(area.column + c)}`, cell);
        });
      });
      book.tables[step.table] = { ...table, area: { ...area, rows: area.rows + step.rows.length } };
      return;
    }
    case "withdrawRows": {
      const sheet = sheetNamed(step.sheet);
      const { area } = must(book.tables[step.table], step.table);
      for (const keys of keysOf(must(area ?? undefined, "area"))) {
        const key = sheet.cells[must(keys[step.keyColumn], "key")];
        const written = step.rows.find((row) => key !== undefined && row[step.keyColumn] === key);
        if (!written) continue;
        keys.forEach((cell, c) => {
          if (written[c] !== null) setCell(sheet, cell, "");
        });
      }
      return;
    }
    case "returnRows": {
      const table = must(book.tables[step.table], step.table);
      const stands = (row: readonly CellInput[]) =>
        Object.values(sheetNamed(step.sheet).cells).includes(must(row[step.keyColumn], "key"));
      const gone = step.rows.filter((row) => !stands(row));
      const rows = (table.area?.rows ?? 0) - gone.length;
      gone.forEach((row, r) => {
        row.forEach((cell, c) => {
          setCell(sheetNamed(step.sheet), `${String(rows + r)},${String(c)}`, cell);
        });
      });
      return;
    }
    case "fillFormula":
      keysOf(step.area)
        .flat()
        .forEach((key) => {
          setCell(sheetNamed(step.sheet), key, { formula: step.formula });
        });
      return;
    case "createTable":
      if (book.tables[step.name]) throw new Error("ItemAlreadyExists");
      nameHeaders(sheetNamed(step.sheet), step.area);
      sheetNamed(step.sheet).filter = null;
      book.tables[step.name] = { name: step.name, sheet: step.sheet, area: step.area, style: step.style ?? "Medium2" };
      return;
    case "renameTable":
      book.tables[step.to] = { ...must(book.tables[step.from], step.from), name: step.to };
      Reflect.deleteProperty(book.tables, step.from);
      return;
    case "resizeTable":
      book.tables[step.name] = { ...must(book.tables[step.name], step.name), area: step.area };
      nameHeaders(sheetNamed(step.sheet), step.area);
      return;
    case "unlistTable":
      must(book.tables[step.name], step.name);
      Reflect.deleteProperty(book.tables, step.name);
      return;
    case "setName":
      book.names[nameKey(book, step.name)] = step.formula;
      return;
    case "deleteName":
      Reflect.deleteProperty(book.names, nameKey(book, step.name));
      return;
    case "setValidation":
      setValidation(
        sheetNamed(step.sheet),
        step.area,
        step.validation
          ? { ...noValidation, type: "List", rule: { list: { inCellDropDown: true, source: "=X" } } }
          : noValidation,
      );
      return;
    case "restoreValidation":
      setValidation(sheetNamed(step.sheet), step.area, step.validation);
      return;
    case "setHighlights":
    case "restoreHighlights": {
      const sheet = sheetNamed(step.sheet);
      sheet.highlights = withHighlights(sheet.highlights, step);
      return;
    }
    case "setNumberFormat":
    case "setNumberFormats":
    case "restoreFormats":
      keysOf(step.area).forEach((row, r) => {
        row.forEach((key, c) => {
          const format = step.kind === "setNumberFormat" ? step.format : step.formats[r]?.[c];
          if (format === null) return;
          if (format === undefined) throw new Error("format");
          if (format === "General") Reflect.deleteProperty(sheetNamed(step.sheet).formats, key);
          else sheetNamed(step.sheet).formats[key] = format;
        });
      });
      return;
    case "styleCells":
      keysOf(step.area)
        .flat()
        .forEach((key) => {
          if (step.style.bold) sheetNamed(step.sheet).bold[key] = true;
          else Reflect.deleteProperty(sheetNamed(step.sheet).bold, key);
        });
      return;
    case "setColumnWidths":
      step.widths.forEach((width, offset) => {
        sheetNamed(step.sheet).widths[String(step.column + offset)] = width;
      });
      return;
    case "restoreWidths":
      step.widths.forEach((width, offset) => {
        const { widths } = sheetNamed(step.sheet);
        if (width === null) Reflect.deleteProperty(widths, String(step.column + offset));
        else widths[String(step.column + offset)] = width;
      });
      return;
    case "hideColumns":
      for (let at = 0; at < step.columns; at += 1) sheetNamed(step.sheet).hidden[String(step.column + at)] = true;
      return;
    case "restoreHidden":
      step.hidden.forEach((isHidden, offset) => {
        sheetNamed(step.sheet).hidden[String(step.column + offset)] = isHidden;
      });
      return;
    // As the adapter does it: one of that name goes before, and one that is not there has gone.
    case "addChart":
    case "deleteChart": {
      const sheet = sheetNamed(step.sheet);
      const name = step.kind === "addChart" ? step.chart.name : step.name;
      sheet.charts = sheet.charts.filter((chart) => chart.name !== name);
      if (step.kind === "addChart") sheet.charts.push(step.chart);
      return;
    }
    case "setPageLayout":
      sheetNamed(step.sheet).orientation = step.layout?.orientation ?? "portrait";
      return;
    case "hideGridlines":
      sheetNamed(step.sheet).gridlines = false;
  }
}

function targetsOf(book: ModelBook): Targets {
  return {
    readOnly: false,
    structureProtected: false,
    sheets: new Map(Object.keys(book.sheets).map((name) => [fold(name), { name, protected: false }])),
    tables: new Map(Object.values(book.tables).map((table) => [fold(table.name), table])),
    names: new Map(Object.entries(book.names).map(([name, formula]) => [fold(name), { name, formula }])),
    highlights: new Map(
      Object.entries(book.sheets).map(([name, sheet]) => [
        fold(name),
        sheet.highlights.map((rule) => ({ kind: "custom" as const, ...rule })),
      ]),
    ),
    charts: new Map(
      Object.entries(book.sheets).map(([name, sheet]) => [fold(name), sheet.charts.map((chart) => chart.name)]),
    ),
  };
}

function previousOf(book: ModelBook, need: Need | null): Previous | null {
  if (!need) return null;
  const sheet = must(book.sheets[need.sheet], need.sheet);
  const keys = keysOf(need.area);
  const first = must(keys[0]?.[0], "key");
  switch (need.kind) {
    case "cells":
      return { kind: "cells", area: need.area, cells: keys.map((row) => row.map((key) => sheet.cells[key] ?? "")) };
    case "filter":
      return { kind: "filter", area: sheet.filter };
    case "formats":
      return { kind: "formats", formats: keys.map((row) => row.map((key) => sheet.formats[key] ?? "General")) };
    case "validation":
      return { kind: "validation", validation: sheet.validations[first] ?? noValidation };
    case "hidden":
      return {
        kind: "hidden",
        hidden: Array.from(
          { length: need.area.columns },
          (_, offset) => sheet.hidden[String(need.area.column + offset)] ?? false,
        ),
      };
  }
}

/**
 * A writer over the model that fails from a number of steps on; a fault that refuses a request leaves all of it undone.
 * @param unset what looks fail with when they are set by themselves
 */
function writerOver(
  book: ModelBook,
  stepsBeforeFault: number,
  fault: Fault,
  undoFails = false,
  unset: (look: LookAction) => Fault | null = () => null,
): Writer {
  let left = stepsBeforeFault;
  return {
    prepare: (actions) => {
      const targets = targetsOf(book);
      const whole = actions.filter((action) => !isLook(action));
      const objection = objectionTo(whole, targets);
      if (objection) return Promise.resolve(fail(objection));
      const previous = whole.map((action) => previousOf(book, needOf(action, targets.sheets)));
      return Promise.resolve(
        succeed({
          inverses: inversesOf(whole, targets, previous),
          perform: (steps) => {
            if (refusedWhole(fault) && left >= 0 && left < steps.length) return Promise.resolve(fail(fault));
            for (const step of steps) {
              if (left === 0) return Promise.resolve(fail(fault));
              left -= 1;
              perform(book, step);
            }
            return Promise.resolve(succeed(undefined));
          },
        }),
      );
    },
    takeBack: (steps) => {
      if (undoFails) return Promise.resolve(fail({ code: "lost" }));
      feasible(steps, targetsOf(book)).forEach((step) => {
        perform(book, step);
      });
      return Promise.resolve(succeed(undefined));
    },
    dress: (looks) => {
      for (const look of looks) {
        const reason = unset(look);
        if (reason) return Promise.resolve(fail(reason));
        perform(book, look);
      }
      return Promise.resolve(succeed(undefined));
    },
  };
}

const calm: Progress = { report: () => undefined, cancelled: () => false };

/** A team's book: a table of its own with a text that looks like a formula, a list, a rule and formats of its own. */
function teamBook(): ModelBook {
  const sheet = blankSheet();
  sheet.cells = {
    "0,0": "客户",
    "0,1": "阶段",
    "1,0": "=不是公式",
    "1,1": "谈判",
    "2,0": "绿源",
    "2,1": { formula: "=B2" },
    "9,9": "备注",
  };
  sheet.formats = { "1,1": "@" };
  sheet.validations = {
    "1,1": { ...noValidation, type: "List", rule: { list: { inCellDropDown: true, source: "甲,乙" } } },
  };
  sheet.validations["2,1"] = must(sheet.validations["1,1"], "rule");
  sheet.widths = { "0": 20, "1": 12, "2": 9 };
  sheet.hidden = { "1": false, "2": true };
  sheet.highlights = [
    {
      areas: [{ row: 1, column: 0, rows: 2, columns: 2 }],
      highlight: { formula: '=AND(N("followup:overdue")=0,1)', fill: "#FF0000", font: null, bold: false },
    },
    {
      areas: [{ row: 1, column: 1, rows: 2, columns: 1 }],
      highlight: { formula: "=B2>3", fill: "#00FF00", font: null, bold: false },
    },
  ];
  return {
    sheets: { 客户表: sheet },
    tables: {
      表1: { name: "表1", sheet: "客户表", style: "Light9", area: { row: 0, column: 0, rows: 3, columns: 2 } },
    },
    names: { FU_Today: "=TODAY()", 税率: "=0.13" },
  };
}

const rule: Validation = { rule: { type: "list", source: "=FU_ListStage" }, alert: null, title: "跟进表", hint: null };
const overdue: Highlight = {
  formula: '=AND(N("followup:overdue")=0,$C2<FU_Today)',
  fill: "#FFC7CE",
  font: null,
  bold: true,
};
const funnel: Chart = {
  name: "FU_ChartFunnel",
  type: "barClustered",
  title: "漏斗",
  source: "设置",
  categories: { row: 0, column: 0, rows: 2, columns: 1 },
  series: [{ name: "客户数", values: { row: 0, column: 1, rows: 2, columns: 1 }, color: "#0F6CBD" }],
  labelFormat: null,
  place: { row: 5, column: 5, rows: 10, columns: 4 },
};
/** A set-up as the plan makes it: every kind of action that can be taken back, on the team's sheet and on new ones. */
const rules: readonly Action[] = [
  { kind: "addSheet", sheet: "设置", visibility: "visible" },
  { kind: "writeCells", sheet: "设置", area: { row: 0, column: 0, rows: 2, columns: 1 }, cells: [["阶段"], ["谈判"]] },
  {
    kind: "createTable",
    sheet: "设置",
    area: { row: 0, column: 0, rows: 2, columns: 1 },
    name: "FollowUpStages",
    style: null,
  },
  { kind: "setName", name: "FU_ListStage", formula: "='设置'!$A$2" },
  { kind: "setName", name: "fu_today", formula: "='设置'!$B$1" },
  { kind: "deleteName", name: "税率" },
  { kind: "renameTable", from: "表1", to: "FollowUps" },
  { kind: "resizeTable", name: "FollowUps", sheet: "客户表", area: { row: 0, column: 0, rows: 3, columns: 4 } },
  {
    kind: "writeCells",
    sheet: "客户表",
    area: { row: 0, column: 2, rows: 3, columns: 1 },
    cells: [["编号"], ["C1"], ["C2"]],
  },
  {
    kind: "writeCells",
    sheet: "客户表",
    area: { row: 1, column: 0, rows: 2, columns: 2 },
    cells: [
      ["远山", null],
      [null, "成交"],
    ],
  },
  { kind: "fillFormula", sheet: "客户表", area: { row: 1, column: 3, rows: 2, columns: 1 }, formula: "=[@阶段]" },
  { kind: "setValidation", sheet: "客户表", area: { row: 1, column: 1, rows: 2, columns: 1 }, validation: rule },
  {
    kind: "setHighlights",
    sheet: "客户表",
    marker: "followup:",
    highlights: [{ areas: [{ row: 1, column: 0, rows: 2, columns: 4 }], highlight: overdue }],
  },
  { kind: "setNumberFormat", sheet: "客户表", area: { row: 1, column: 1, rows: 2, columns: 2 }, format: "yyyy-mm-dd" },
  { kind: "hideColumns", sheet: "客户表", column: 1, columns: 2 },
];
/** How it is to look: before, between and after what has to stand. */
const looks: readonly LookAction[] = [
  { kind: "setColumnWidths", sheet: "设置", column: 0, widths: [18] },
  { kind: "styleCells", sheet: "客户表", area: { row: 0, column: 2, rows: 1, columns: 1 }, style: { bold: true } },
  { kind: "setColumnWidths", sheet: "客户表", column: 1, widths: [30, 14] },
  {
    kind: "setPageLayout",
    sheet: "设置",
    layout: { orientation: "landscape", printArea: { row: 0, column: 0, rows: 9, columns: 3 }, titleRows: [0, 1] },
  },
  { kind: "hideGridlines", sheet: "设置" },
  { kind: "addChart", sheet: "客户表", chart: funnel },
  { kind: "addChart", sheet: "设置", chart: funnel },
];
const setUp: readonly Action[] = [...rules.slice(0, 1), ...looks.slice(0, 4), ...rules.slice(1), ...looks.slice(4)];

test("without a fault everything is done and counted", async () => {
  const book = teamBook();
  expect(await applyAll(setUp, writerOver(book, -1, { code: "busy" }), calm)).toEqual({
    ok: true,
    value: setUp.length,
  });
  expect(book.tables["FollowUps"]?.area?.columns).toBe(4);
  expect(book.sheets["客户表"]?.cells["1,0"]).toBe("远山");
});

test.each(rules.map((_, count) => count))("a fault after %i steps leaves the book as it was", async (count) => {
  const book = teamBook();
  const result = await applyAll(setUp, writerOver(book, count, { code: "busy" }), calm);
  expect(result).toEqual({ ok: false, fault: { code: "busy" }, aftermath: "restored" });
  expect(book).toEqual(teamBook());
});

/** Over two requests' worth of cells: the change travels in several batches. */
const bulk: Action = {
  kind: "writeCells",
  sheet: "设置",
  area: { row: 9, column: 0, rows: 700, columns: 1 },
  cells: Array.from({ length: 700 }, () => ["长".repeat(3000)]),
};
const longChange: readonly Action[] = [rules[0], rules[3], bulk, rules[4], rules[9]].filter(
  (action) => action !== undefined,
);

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  "a request refused as a whole after %i steps leaves nothing half done",
  async (count) => {
    const book = teamBook();
    const result = await applyAll(longChange, writerOver(book, count, { code: "cellEdit" }), calm);
    if (result.ok) throw new Error("the fault went unseen");
    expect(result.aftermath === "partial").toBe(false);
    if (count === 0) expect(result.aftermath).toBe("unchanged");
    if (result.aftermath === "restored") expect(book).toEqual(teamBook());
  },
);

test("cancelling between two batches takes the first ones back", async () => {
  const book = teamBook();
  const reports: number[] = [];
  const progress: Progress = { report: (done) => reports.push(done), cancelled: () => reports.length === 2 };
  const result = await applyAll(longChange, writerOver(book, -1, { code: "busy" }), progress);
  expect(result).toEqual({ ok: false, fault: { code: "cancelled" }, aftermath: "restored" });
  expect(book).toEqual(teamBook());
});

test("cancelling before the first batch changes nothing", async () => {
  const result = await applyAll(setUp, writerOver(teamBook(), -1, { code: "busy" }), {
    ...calm,
    cancelled: () => true,
  });
  expect(result).toEqual({ ok: false, fault: { code: "cancelled" }, aftermath: "unchanged" });
});

test("when taking back fails too, the result says that some of it stands", async () => {
  const result = await applyAll(setUp, writerOver(teamBook(), 5, { code: "lost" }, true), calm);
  expect(result).toEqual({ ok: false, fault: { code: "lost" }, aftermath: "partial" });
});

test("a deleted sheet cannot come back, so nothing else is taken back either", async () => {
  const book = teamBook();
  const actions: readonly Action[] = [
    { kind: "setName", name: "FU_X", formula: "=1" },
    { kind: "deleteSheet", sheet: "客户表" },
    { kind: "setName", name: "FU_Y", formula: "=1" },
  ];
  const result = await applyAll(actions, writerOver(book, 2, { code: "busy" }), calm);
  expect(result).toEqual({ ok: false, fault: { code: "busy" }, aftermath: "partial" });
  expect(book.names).toHaveProperty("FU_X");
});

test("a fault before a step that cannot be taken back still leaves the book as it was", async () => {
  const book = teamBook();
  const actions: readonly Action[] = [
    { kind: "setName", name: "FU_X", formula: "=1" },
    { kind: "deleteSheet", sheet: "客户表" },
  ];
  const result = await applyAll(actions, writerOver(book, 0, { code: "busy" }), calm);
  expect(result).toEqual({ ok: false, fault: { code: "busy" }, aftermath: "restored" });
  expect(book).toEqual(teamBook());
});

describe("looks", () => {
  const busy: Fault = { code: "busy" };
  const allLooks = async (faultAfter: number, unset?: (look: LookAction) => Fault | null) => {
    const book = teamBook();
    const result = await applyAll(setUp, writerOver(book, faultAfter, busy, false, unset), calm);
    return { book, result };
  };

  test.each(looks.map((_, count) => count))(
    "a fault after %i of them takes nothing back, and all are set in the end",
    async (count) => {
      const { book, result } = await allLooks(rules.length + count);
      expect(result).toEqual({ ok: true, value: setUp.length });
      const { book: whole } = await allLooks(-1);
      expect(book).toEqual(whole);
      expect(book.sheets["设置"]).toMatchObject({ orientation: "landscape", gridlines: false, widths: { "0": 18 } });
    },
  );

  test("what Excel will not set is named with its reason; the rules and all other looks stand", async () => {
    const unsupported: Fault = { code: "unsupported", api: "PageLayout.zoom" };
    const { book, result } = await allLooks(rules.length, (look) =>
      look.kind === "setPageLayout" ? unsupported : null,
    );
    expect(result).toEqual({
      ok: true,
      value: setUp.length - 1,
      left: [{ look: "page", sheet: "设置", fault: unsupported, actions: [looks[3]] }],
    });
    expect(book.sheets["客户表"]).toMatchObject({ widths: { "1": 30 }, bold: { "0,2": true }, charts: [funnel] });
    expect(book.names).toHaveProperty("FU_ListStage");
  });

  test("a chart that could be made in part only is taken off again", async () => {
    let isMade = false;
    const { book, result } = await allLooks(rules.length, (look) => {
      const isSecond = look.kind === "addChart" && look.sheet === "设置" && isMade;
      isMade ||= look.kind === "addChart";
      return isSecond ? busy : null;
    });
    expect(result).toMatchObject({ ok: true, left: [{ look: "charts", sheet: "设置", fault: busy }] });
    expect(book.sheets["设置"]?.charts).toEqual([]);
    expect(book.sheets["客户表"]?.charts).toEqual([funnel]);
  });

  test("after the connection is lost nothing more is asked", async () => {
    let asked = 0;
    const { result } = await allLooks(rules.length, () => {
      asked += 1;
      return { code: "lost" };
    });
    expect(asked).toBe(1);
    if (!result.ok) throw new Error("taken back");
    expect(result.left?.map(({ look, sheet }) => [look, sheet])).toEqual([
      ["cells", "设置"],
      ["cells", "客户表"],
      ["gridlines", "设置"],
      ["page", "设置"],
      ["charts", "客户表"],
      ["charts", "设置"],
    ]);
  });

  test("a change of looks alone that came to nothing is a failure", async () => {
    const redraw: readonly Action[] = [
      { kind: "deleteChart", sheet: "客户表", name: funnel.name },
      { kind: "addChart", sheet: "客户表", chart: { ...funnel, title: "新漏斗" } },
    ];
    const locked: Fault = { code: "protected", sheet: "客户表" };
    const book = teamBook();
    expect(
      await applyAll(
        redraw,
        writerOver(book, 0, busy, false, () => locked),
        calm,
      ),
    ).toEqual({
      ok: false,
      fault: locked,
      aftermath: "unchanged",
    });
    expect(await applyAll(redraw, writerOver(book, 0, busy), calm)).toEqual({ ok: true, value: 2 });
    expect(book.sheets["客户表"]?.charts.map(({ title }) => title)).toEqual(["新漏斗"]);
  });
});

test("a sheet that is there already stops the change before it could end in deleting that sheet", async () => {
  const book = { ...teamBook(), sheets: { ...teamBook().sheets, 设置: blankSheet() } };
  const result = await applyAll(setUp, writerOver(book, -1, { code: "busy" }), calm);
  expect(result).toEqual({ ok: false, fault: { code: "drift", what: "设置" }, aftermath: "unchanged" });
});

test("no actions take no round trip", async () => {
  const never: Writer = {
    prepare: () => Promise.reject(new Error("asked")),
    takeBack: () => Promise.reject(new Error("asked")),
    dress: () => Promise.reject(new Error("asked")),
  };
  expect(await applyAll([], never, calm)).toEqual({ ok: true, value: 0 });
});

describe("rows of a table", () => {
  const save: readonly Action[] = [
    {
      kind: "appendRows",
      sheet: "客户表",
      table: "表1",
      keyColumn: 0,
      rows: [["海风", "谈判"]],
      formats: [],
      calculated: [],
    },
    {
      kind: "writeRow",
      sheet: "客户表",
      area: { row: 1, column: 0, rows: 1, columns: 2 },
      key: { column: 0, value: "=不是公式" },
      cells: [null, "成交"],
    },
  ];
  /** A withdrawn row leaves the table one blank row longer, and nothing else. */
  function withoutBlankRow(book: ModelBook): ModelBook {
    const tables = Object.fromEntries(
      Object.entries(book.tables).map(([name, table]) => [
        name,
        { ...table, area: table.area && { ...table.area, rows: 3 } },
      ]),
    );
    return { ...book, tables };
  }

  test.each([0, 1])("a fault after %i of 2 steps takes both back", async (steps) => {
    const book = teamBook();
    const result = await applyAll(save, writerOver(book, steps, { code: "lost" }), calm);
    expect(result).toMatchObject({ ok: false, aftermath: "restored" });
    expect(withoutBlankRow(book)).toEqual(teamBook());
  });

  test("rows are not put below a table where something is in the way", async () => {
    const book = teamBook();
    book.tables["表1"] = { ...must(book.tables["表1"], "表1"), blocked: "inTheWay" };
    const result = await applyAll(save, writerOver(book, 9, { code: "lost" }), calm);
    expect(result).toMatchObject({ ok: false, fault: { code: "inTheWay" }, aftermath: "unchanged" });
  });
});
