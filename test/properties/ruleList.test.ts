import fc from "fast-check";
import type { PlacedHighlight } from "../../src/domain/workbook/action";
import { intersect } from "../../src/domain/workbook/area";
import { runCommand } from "../../src/excel/run";
import { setHighlights } from "../../src/excel/write/setHighlights";
import { inversesOf } from "../../src/excel/write/inverse";
import { readRules } from "../../src/excel/parts/highlights";
import type { HighlightStep } from "../../src/excel/write/step";
import { playRules, type PaperExcel, type PaperRule } from "../support/ruleList";

const marker = 'N("followup:';
const body = { row: 1, column: 0, rows: 9, columns: 6 };
const names = ["missing", "overdue", "today", "stale"];

/** What is wanted, the strongest first: one for a column, the others over the whole rows. */
const wanted: readonly PlacedHighlight[] = names.map((name, index) => ({
  areas: [index === 0 ? { ...body, column: 2, columns: 1 } : body],
  highlight: { formula: `=AND(${marker}${name}")=0,$A2>${index})`, fill: "#A9C8EC", font: null, bold: index === 2 },
}));

const change = { kind: "setHighlights", sheet: "客户", marker, highlights: wanted } as const;

const area = fc.record({
  row: fc.integer({ min: 0, max: 12 }),
  column: fc.integer({ min: 0, max: 8 }),
  rows: fc.integer({ min: 1, max: 6 }),
  columns: fc.integer({ min: 1, max: 4 }),
});
/** Rules of people, of this type and of others, some over several areas, some that cannot be read. */
const theirs = fc.record({
  areas: fc.array(area, { minLength: 1, maxLength: 2 }),
  formula: fc.constantFrom("=$A2=1", '=$B2="followup"', null),
  fill: fc.constantFrom("#FF0000", null),
  font: fc.constantFrom("#00FF00", null),
  bold: fc.constantFrom(true, null),
  unreadable: fc.boolean(),
});
/** Rules of ours in any state: whole, doubled, cut up, recoloured, or what is left of one whose formula was refused. */
const ours = fc.record({
  areas: fc.oneof(fc.constantFrom([body], wanted[0]!.areas), fc.array(area, { minLength: 1, maxLength: 2 })),
  formula: fc.constantFrom(...wanted.map(({ highlight }) => highlight.formula)),
  fill: fc.constantFrom("#A9C8EC", "#000000"),
  font: fc.constant(null),
  bold: fc.constant(null),
  unreadable: fc.constant(false),
});
const leftOver = fc.constant({ areas: [body], formula: "", fill: null, font: null, bold: null, unreadable: false });

const excels = fc.record({
  rules: fc
    .array(fc.oneof({ weight: 3, arbitrary: theirs }, { weight: 3, arbitrary: ours }, leftOver), { maxLength: 9 })
    .map((rules): PaperRule[] => rules.map((rule, index) => ({ ...rule, name: `rule ${index}` }))),
  newRule: fc.constantFrom("first" as const, "last" as const),
  findsInSheet: fc.boolean(),
});

type Given = Pick<PaperExcel, "rules" | "newRule" | "findsInSheet">;

function copyOf(given: Given): Given {
  return { ...given, rules: given.rules.map((rule) => ({ ...rule })) };
}

const isOwn = ({ formula, areas }: PaperRule) =>
  formula !== null && (formula.includes(marker) || (formula === "" && areas.length === 1));
const namesOf = (rules: readonly PaperRule[]) => rules.map(({ name }) => name);

async function within<T>(excel: PaperExcel, work: () => Promise<T>): Promise<T> {
  const end = playRules(excel);
  try {
    return await work();
  } finally {
    end();
  }
}

// Waits of a retry would take seconds each.
beforeEach(() => {
  jest.spyOn(globalThis, "setTimeout").mockImplementation(((then: () => void) => {
    queueMicrotask(then);
    return 0;
  }) as never);
});
afterEach(() => {
  jest.restoreAllMocks();
});

/** Ours once each and in order, wherever Excel puts a new one; theirs as they were, in their order. */
function expectSet(rules: readonly PaperRule[], others: readonly string[]): void {
  const own = rules.filter(isOwn);
  expect(own.map(({ formula }) => formula)).toEqual(wanted.map(({ highlight }) => highlight.formula));
  expect(own.map(({ areas }) => areas)).toEqual(wanted.map(({ areas }) => areas));
  expect(own.map(({ bold }) => bold === true)).toEqual(wanted.map(({ highlight }) => highlight.bold));
  expect(namesOf(rules.filter((rule) => !isOwn(rule)))).toEqual(others);
}

test("ours are set once each, in order, beside any rules of people's, in any Excel", async () => {
  await fc.assert(
    fc.asyncProperty(excels, async (given) => {
      const excel: PaperExcel = { ...copyOf(given), refused: null, before: () => undefined };
      const others = namesOf(excel.rules.filter((rule) => !isOwn(rule)));
      const done = await within(excel, () => setHighlights(change, runCommand));
      expect(done).toEqual({ ok: true, value: undefined });
      expectSet(excel.rules, others);
    }),
  );
});

/** Each rule with those that decide before it on any of its cells. The order of rules that share no cell says nothing. */
function decisions(rules: readonly PaperRule[]): readonly string[] {
  const told = ({ areas, formula, fill }: PaperRule) => JSON.stringify([areas, formula, fill]);
  const share = (one: PaperRule, other: PaperRule) =>
    one.areas.some((part) => other.areas.some((cells) => intersect(part, cells)));
  return rules
    .map((rule, index) => {
      const before = rules.slice(0, index).filter((other) => share(rule, other));
      return [told(rule), ...before.map(told).sort()].join("\n");
    })
    .sort();
}

test("taking back leads to the rules as they stood, also where a formula was refused in the middle", async () => {
  await fc.assert(
    fc.asyncProperty(excels, fc.constantFrom(null, ...names), async (given, refused) => {
      const excel: PaperExcel = { ...copyOf(given), refused: null, before: () => undefined };
      const before = excel.rules
        .filter((rule) => rule.formula !== "" || rule.areas.length > 1)
        .map((rule) => ({ ...rule }));
      const listed = await within(excel, () => readRules("客户"));
      if (!listed.ok) throw new Error(listed.fault.code);
      const [inverse] = inversesOf(
        [change],
        {
          readOnly: false,
          structureProtected: false,
          sheets: new Map([["客户", { name: "客户", protected: false }]]),
          tables: new Map(),
          names: new Map(),
          charts: new Map(),
          highlights: new Map([["客户", listed.value]]),
        },
        [null],
      );
      const done = await within({ ...excel, refused: refused === null ? null : `followup:${refused}` }, () =>
        setHighlights(change, runCommand),
      );
      expect(done.ok).toBe(refused === null);
      const [step] = inverse ?? [];
      const back = await within(excel, () => setHighlights(step as HighlightStep, runCommand));
      expect(back).toEqual({ ok: true, value: undefined });
      expect(decisions(excel.rules)).toEqual(decisions(before));
    }),
  );
});

test("a rule that comes to stand in the place of one of ours just then is put back", async () => {
  await fc.assert(
    fc.asyncProperty(excels, fc.integer({ min: 1, max: 6 }), fc.nat(9), async (given, request, place) => {
      const mine: PaperRule = {
        ...{ name: "mine", areas: [body], formula: "=$C2=7", fill: "#123456", font: null, bold: true },
        unreadable: false,
      };
      let isThere = false;
      const excel: PaperExcel = {
        ...copyOf(given),
        refused: null,
        before: (number) => {
          if (number !== request) return;
          isThere = true;
          excel.rules.splice(Math.min(place, excel.rules.length), 0, mine);
        },
      };
      await within(excel, () => setHighlights(change, runCommand));
      const kept = excel.rules.filter(({ formula, fill }) => formula === mine.formula && fill === mine.fill);
      expect(kept).toHaveLength(isThere ? 1 : 0);
      // One of people's that was hit is put back as a rule of its own, with all that it said.
      const ofOthers = (rules: readonly PaperRule[]) =>
        rules
          .filter((rule) => !isOwn(rule))
          .map(({ areas, formula, fill, font, bold }) => JSON.stringify([areas, formula, fill, font, bold === true]))
          .sort();
      expect(ofOthers(excel.rules)).toEqual(ofOthers(isThere ? [...given.rules, mine] : given.rules));
    }),
  );
});

describe("rules that cannot be read", () => {
  const rule = (name: string, unreadable: boolean): PaperRule => ({
    ...{ name, unreadable, areas: [body], formula: "=$A2=1" },
    ...{ fill: null, font: null, bold: null },
  });
  const excelOf = (rules: PaperRule[], before: PaperExcel["before"] = () => undefined): PaperExcel => ({
    ...{ rules, before, newRule: "first", findsInSheet: true, refused: null },
  });

  test("cost no waits where others can be read: Excel is not busy then", async () => {
    const rules = Array.from({ length: 16 }, (_, index) => rule(`rule ${index}`, index % 5 === 0));
    const read = await within(excelOf(rules), () => readRules("客户"));
    expect(read.ok && read.value.map(({ kind }) => kind)).toEqual(
      rules.map(({ unreadable }) => (unreadable ? "other" : "custom")),
    );
    expect(setTimeout).not.toHaveBeenCalled();
  });

  test("a moment in which Excel is busy makes no rule of ours somebody else's", async () => {
    for (let busy = 2; busy <= 6; busy += 1) {
      const excel = excelOf([rule("a", false), rule("b", true), rule("c", false)], (request) => {
        if (request === busy) throw Object.assign(new Error(), { code: "GeneralException" });
      });
      const read = await within(excel, () => readRules("客户"));
      expect(read.ok && read.value.map(({ kind }) => kind)).toEqual(["custom", "other", "custom"]);
    }
  });

  test("where none can be read Excel gets its time", async () => {
    const excel = excelOf([rule("a", false), rule("b", false)], (request) => {
      if (request > 1 && request < 7) throw Object.assign(new Error(), { code: "GeneralException" });
    });
    const read = await within(excel, () => readRules("客户"));
    expect(read.ok && read.value.map(({ kind }) => kind)).toEqual(["custom", "custom"]);
    expect(setTimeout).toHaveBeenCalled();
  });
});
