import type { Facts } from "./answer";
import { judge } from "./judge";
import { allProbes, ownProbes, probes, trials, type ProbeId } from "./probes";
import { undoSeen } from "./undo";

/** For every answer that is told apart, facts that lead to it. A probe or an answer without facts here is a type error. */
const samples: { readonly [Id in ProbeId]: Readonly<Record<keyof (typeof probes)[Id], readonly Facts[]>> } = {
  ruleIds: {
    places: [{ ids: ["0", "1", "2"] }],
    own: [{ ids: ["a", "b", "c"] }, { ids: ["2", "1", "0"] }],
    other: [{ ids: ["0", "0", "1"] }, { ids: ["0", "1"] }, {}],
  },
  ruleOrder: {
    first: [{ order: ["third", "second", "first"] }],
    last: [{ order: ["first", "second", "third"] }],
    other: [{ order: ["second", "first", "third"] }, { order: ["first"] }],
  },
  rulePriority: {
    moved: [{ lowest: "first", order: ["first", "third", "second"] }],
    ignored: [{ lowest: "first", order: ["third", "second", "first"] }],
  },
  ruleDelete: {
    right: [{ before: ["third", "second", "first"], after: ["third", "first"] }],
    other: [
      { before: ["third", "second", "first"], after: ["second", "first"] },
      { before: ["third", "second", "first"], after: ["third"] },
    ],
  },
  ruleRefused: {
    nothingLeft: [{ refusal: "InvalidArgument", left: 0 }],
    emptyLeft: [{ refusal: "InvalidArgument", left: 1 }],
    accepted: [{ refusal: null, left: 1 }],
  },
  ruleLength: {
    long: [{ of300: true, of1000: true }],
    middling: [{ of300: true, of1000: false }],
    short: [{ of300: false, of1000: false }],
  },
  ruleCopied: {
    readable: [{ copied: 1, fault: null }],
    unreadable: [{ copied: null, fault: "GeneralException" }],
    notCopied: [{ copied: 0, fault: null }],
  },
  ruleUnset: {
    unset: [{ fill: null, font: null, bold: null }],
    blank: [{ fill: "", font: "", bold: false }],
    other: [{ fill: "#000000", font: null, bold: null }],
  },
  wholeLimits: {
    any: [{ wide: null, over: null, within: null }],
    unsigned16: [
      { wide: "InvalidArgument", over: "InvalidArgument", within: null },
      { wide: "InvalidArgument", over: null, within: null },
    ],
    other: [{ wide: "InvalidArgument", over: "InvalidArgument", within: "InvalidArgument" }],
  },
  decimalLimits: {
    formula: [{ formula1: "=-1000000000000000" }],
    number: [{ formula1: -1e15 }],
    text: [{ formula1: "-1000000000000000" }],
    scientific: [{ formula1: "-1E+15" }, { formula1: "=-1E+15" }],
    other: [{ formula1: "-1,000" }, { formula1: 5 }, { formula1: null }],
  },
  dateLimits: {
    formula: [{ formula1: "=46000" }],
    number: [{ formula1: 46_000 }, { formula1: "46000" }],
    day: [{ formula1: "12/9/2025" }, { formula1: "2025-12-09" }],
    dayAndTime: [{ formula1: "12/9/2025 12:00:00 AM" }, { formula1: "2025-12-09T00:00:00" }],
    other: [{ formula1: "9 декабря" }, { formula1: "" }, { formula1: 45_999 }],
  },
  dateTexts: {
    formula: [{ formula1: "=46023" }],
    number: [{ formula1: 46_023 }],
    day: [{ formula1: "1/1/2026" }, { formula1: "2026-01-01" }],
    dayAndTime: [{ formula1: "1/1/2026 0:00" }],
    other: [{ formula1: "=46000" }],
  },
  namedList: {
    name: [
      { source: "=FU_L", name: "=FU_L" },
      { source: "=FU_SelfCheck!FU_L", name: "=FU_L" },
    ],
    other: [
      { source: "=FU_SelfCheck!$A$2:$A$4", name: "=FU_L" },
      { source: null, name: "=FU_L" },
    ],
  },
  entryTexts: {
    known: [lengths({})],
    wider: [lengths({ formula256: null }), lengths({ title33: null })],
    narrower: [lengths({ formula255: "InvalidArgument" }), lengths({ message255: "InvalidArgument" })],
  },
  unevenRules: {
    inconsistent: [{ type: "Inconsistent" }],
    mixedCriteria: [{ type: "MixedCriteria" }],
    other: [{ type: "None" }, {}],
  },
  ruleMembers: {
    used: [{ members: ["textLength"] }],
    all: [{ members: ["@odata.type", "list", "textLength"] }],
  },
  tableHeaders: {
    renamed: [{ headers: ["Column1", "a", "a2", "5"] }],
    other: [{ headers: ["", "a"] }, { headers: ["a", "A"] }, { headers: ["a", 5] }, { headers: [] }],
  },
  headerForms: { accepted: [{ headers: ["a"], refused: [] }], refused: [{ headers: ["a#"], refused: ["a#"] }] },
  tableGrowth: {
    anyCell: [{ blank: false, secondOnly: true, firstBlank: true, fromFirst: true }],
    firstCell: [
      { blank: false, secondOnly: false, firstBlank: false, fromFirst: true },
      { blank: false, secondOnly: true, firstBlank: false, fromFirst: true },
    ],
    never: [{ blank: false, secondOnly: false, firstBlank: false, fromFirst: false }],
    other: [{ blank: true, secondOnly: true, firstBlank: true, fromFirst: true }],
  },
  tableBlock: { all: [{ rows: 1501 }], block: [{ rows: 1500 }], other: [{ rows: 0 }, { rows: 1000 }] },
  fillFormula: {
    filled: [{ formulas: ["=[@a]*2", "=[@a]*2", "=[@a]*2"] }],
    single: [{ formulas: ["=[@a]*2", "", ""] }],
    other: [{ formulas: ["=[@a]*2", "=[@a]*2", ""] }, { formulas: ["", "", ""] }],
  },
  changedFormula: {
    newOne: [{ formula: "=[@a]*3" }],
    oldOne: [{ formula: "=[@a]*2" }],
    none: [{ formula: "" }],
    other: [{ formula: 6 }, { formula: "=A1" }],
  },
  errorText: {
    english: [{ value: "#DIV/0!", text: "#DIV/0!", type: "Error" }],
    translated: [{ value: "#ДЕЛ/0!", text: "#ДЕЛ/0!", type: "Error" }],
    untyped: [{ value: "#DIV/0!", text: "#DIV/0!", type: "String" }],
  },
  typedTexts: {
    read: [{ time: 0.001, fraction: 46_000, quoted: "12" }],
    kept: [{ time: "0:2", fraction: "1/2", quoted: "12" }],
    other: [
      { time: "0:2", fraction: "1/2", quoted: 12 },
      { time: 0.001, fraction: "1/2", quoted: "12" },
    ],
  },
  formulaText: {
    same: [{ given: ["=N", "=SUM(T[a])"], back: ["=N", "=sum( T[a])"] }],
    withAt: [{ given: ["=N", "=SUM(T[a])"], back: ["=@N", "=SUM(T[a])"] }],
    other: [
      { given: ["=N", "=SUM(T[a])"], back: ["=N", "=SUM(A2:A3)"] },
      { given: ["=N"], back: [] },
    ],
  },
  mergedArea: {
    whole: [{ whole: "C1:E1", inside: "C1:E1" }],
    corner: [{ whole: "C1", inside: null }],
    other: [
      { whole: null, inside: null },
      { whole: "C1:E1", inside: null },
    ],
  },
  sizes: {
    pixels: [{ width: 27.75, height: 22 }],
    asGiven: [{ width: 28, height: 22 }],
    other: [
      { width: 27, height: 22 },
      { width: 28, height: 21.75 },
    ],
  },
  chartPlace: {
    cells: [{ off: 0.25, series: 2 }],
    other: [
      { off: 12, series: 2 },
      { off: 0, series: 1 },
    ],
  },
  pageSetup: {
    known: [{ scale: null, wide: 1, printArea: "A1:B2", frozen: "1:2" }],
    other: [
      { scale: 100, wide: 1, printArea: "A1:B2", frozen: "1:2" },
      { scale: null, wide: 1, printArea: null, frozen: "1:2" },
    ],
  },
  ownEvents: {
    told: [{ events: 1, ours: 1 }],
    unnamed: [{ events: 1, ours: 0 }],
    none: [{ events: 0, ours: 0 }],
  },
  listPick: {
    raised: [{ picked: "A", events: 1 }],
    silent: [{ picked: "A", events: 0 }],
    notDone: [{ picked: "", events: 0 }],
  },
  undoStep: {
    steps: [{ picked: "A", first: "1", second: "" }],
    together: [{ picked: "A", first: "", second: "" }],
    none: [{ picked: "A", first: "1", second: "2" }],
    passedOver: [{ picked: "", first: "1", second: "2" }],
  },
};

function lengths(changed: Facts): Facts {
  const refused = "InvalidArgument";
  return {
    ...{ formula255: null, formula256: refused, title32: null, title33: refused },
    ...{ message255: null, message256: refused },
    ...changed,
  };
}

const cases = allProbes.flatMap((probe) =>
  Object.entries(samples[probe]).flatMap(([outcome, facts]) => facts.map((each) => ({ probe, outcome, facts: each }))),
);

test.each(cases)("$probe: $outcome from $facts", ({ probe, outcome, facts }) => {
  const verdicts: Readonly<Record<string, string>> = probes[probe];
  expect(judge(probe, { kind: "facts", facts })).toEqual({ outcome, verdict: verdicts[outcome] });
});

test.each(allProbes)("an error is no verdict about %s, and blank facts are no fault of ours", (probe) => {
  expect(judge(probe, { kind: "error", error: "ApiNotFound" })).toEqual({ verdict: "unanswered", outcome: null });
  expect(() => judge(probe, { kind: "facts", facts: {} })).not.toThrow();
});

test("thirty things are asked of Excel, and two of a person, last", () => {
  expect(ownProbes).toHaveLength(30);
  expect(allProbes).toEqual([...ownProbes, ...trials]);
});

test.each([
  [{ picked: "A", first: "1", second: "" }, "steps"],
  [{ picked: "A", first: "", second: "" }, "together"],
  [{ picked: "A", first: "1", second: "2" }, "none"],
  [{ picked: "", first: "1", second: "2" }, "none"],
] as const)("what Ctrl+Z took back, %j, is remembered as %s", (facts, mode) => {
  expect(undoSeen(new Map([["undoStep", { kind: "facts", facts }]]))).toBe(mode);
});

test("nothing is known of Ctrl+Z where nobody tried it or Excel gave an error", () => {
  expect(undoSeen(new Map())).toBeNull();
  expect(undoSeen(new Map([["undoStep", { kind: "error", error: "x" }]]))).toBeNull();
});
