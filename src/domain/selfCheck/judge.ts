import type { Answer, Fact, Facts } from "./answer";
import { probes, type OutcomeOf, type ProbeId, type Verdict } from "./probes";

/** What an answer means. An Excel that gave an error where it should have answered is left without an outcome. */
export type Judgement =
  { readonly verdict: Verdict; readonly outcome: string } | { readonly verdict: "unanswered"; readonly outcome: null };

/** The number of rows that the probe of a long block writes below a table. */
export const blockRows = 1501;

function same(left: Fact | undefined, right: Fact): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function listOf(fact: Fact | undefined): readonly Fact[] {
  return Array.isArray(fact) ? fact : [];
}

function differ(facts: readonly Fact[]): boolean {
  return new Set(facts.map((fact) => JSON.stringify(fact))).size === facts.length;
}

/** How a limit of numbers came back. */
function limitForm(fact: Fact | undefined, expected: number): "formula" | "number" | "text" | "scientific" | "other" {
  if (typeof fact === "number") return fact === expected ? "number" : "other";
  if (typeof fact !== "string") return "other";
  const bare = fact.replace(/^=/, "");
  if (bare === "" || Number(bare) !== expected) return "other";
  if (/e/i.test(bare)) return "scientific";
  return fact.startsWith("=") ? "formula" : "text";
}

/** How a limit of dates came back; the day itself is the business of whoever reads it. */
function dateForm(fact: Fact | undefined, serial: number): OutcomeOf<"dateLimits"> {
  const form = limitForm(fact, serial);
  if (form === "formula" || form === "number") return form;
  if (form === "text") return "number";
  if (typeof fact !== "string") return "other";
  if (/^\d{1,2}\/\d{1,2}\/\d{4}$/.test(fact) || /^\d{4}-\d{1,2}-\d{1,2}$/.test(fact)) return "day";
  return /^\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:/.test(fact) || /^\d{4}-\d{1,2}-\d{1,2}T/.test(fact)
    ? "dayAndTime"
    : "other";
}

/** Serial of 2026-01-01, the day that a limit is given as. */
const dayOfText = 46_023;
/** Serial that a limit of dates is given as. */
export const dayOfLimit = 46_000;
/** Smallest limit that the add-in ever asks for, and what the probe of decimals writes. */
export const smallestLimit = -1e15;

function order(facts: Facts): OutcomeOf<"ruleOrder"> {
  if (same(facts.order, ["third", "second", "first"])) return "first";
  return same(facts.order, ["first", "second", "third"]) ? "last" : "other";
}

function entryTexts(facts: Facts): OutcomeOf<"entryTexts"> {
  const within = [facts.formula255, facts.title32, facts.message255];
  const beyond = [facts.formula256, facts.title33, facts.message256];
  if (within.some((refusal) => refusal !== null)) return "narrower";
  return beyond.every((refusal) => refusal !== null) ? "known" : "wider";
}

function tableHeaders(facts: Facts): OutcomeOf<"tableHeaders"> {
  const headers = listOf(facts.headers);
  const folded = headers.map((header) => (typeof header === "string" ? header.toLowerCase() : header));
  return headers.length > 0 && headers.every((header) => typeof header === "string" && header !== "") && differ(folded)
    ? "renamed"
    : "other";
}

function tableGrowth({ secondOnly, firstBlank, blank, fromFirst }: Facts): OutcomeOf<"tableGrowth"> {
  if (blank !== false) return "other";
  if (secondOnly === true && firstBlank === true) return "anyCell";
  if (fromFirst === true) return "firstCell";
  return fromFirst === false ? "never" : "other";
}

/** Formulas of a column after one of them was written. */
function fillFormula(facts: Facts): OutcomeOf<"fillFormula"> {
  const [first, ...others] = listOf(facts.formulas);
  const isFormula = (fact: Fact | undefined) => typeof fact === "string" && fact.startsWith("=");
  if (!isFormula(first)) return "other";
  if (others.every(isFormula)) return "filled";
  return others.every((fact) => fact === "") ? "single" : "other";
}

function changedFormula({ formula }: Facts): OutcomeOf<"changedFormula"> {
  if (formula === "") return "none";
  if (typeof formula !== "string") return "other";
  if (/\*\s*3$/.test(formula)) return "newOne";
  return /\*\s*2$/.test(formula) ? "oldOne" : "other";
}

function typedTexts(facts: Facts): OutcomeOf<"typedTexts"> {
  if (facts.quoted !== "12") return "other";
  const read = [facts.time, facts.fraction].map((fact) => typeof fact === "number");
  if (read.every(Boolean)) return "read";
  return same([facts.time ?? null, facts.fraction ?? null], ["0:2", "1/2"]) ? "kept" : "other";
}

function formulaText({ given, back }: Facts): OutcomeOf<"formulaText"> {
  const plain = (fact: Fact) => String(fact).replace(/[@\s]/g, "").toLowerCase();
  const [wrote, read] = [listOf(given), listOf(back)];
  if (wrote.length === 0 || wrote.length !== read.length) return "other";
  if (wrote.some((formula, index) => plain(formula) !== plain(read[index] ?? ""))) return "other";
  return read.some((formula) => String(formula).includes("@")) ? "withAt" : "same";
}

function undoStep({ picked, first, second }: Facts): OutcomeOf<"undoStep"> {
  if (first === "" && second === "") return "together";
  if (second === "") return "steps";
  return picked === "" ? "passedOver" : "none";
}

/** What each answer means, from its facts alone. */
const judges: { readonly [Id in ProbeId]: (facts: Facts) => OutcomeOf<Id> } = {
  ruleIds: ({ ids }) =>
    same(ids, ["0", "1", "2"]) ? "places" : listOf(ids).length === 3 && differ(listOf(ids)) ? "own" : "other",
  ruleOrder: order,
  rulePriority: ({ lowest, order: after }) => (listOf(after)[0] === lowest ? "moved" : "ignored"),
  ruleDelete: ({ before, after }) => {
    const [first = null, , third = null] = listOf(before);
    return same(after, [first, third]) ? "right" : "other";
  },
  ruleRefused: ({ refusal, left }) => {
    if (refusal === null) return "accepted";
    return left === 0 ? "nothingLeft" : "emptyLeft";
  },
  ruleLength: ({ of300, of1000 }) => (of300 !== true ? "short" : of1000 === true ? "long" : "middling"),
  ruleCopied: ({ copied, fault }) => (fault !== null ? "unreadable" : copied === 0 ? "notCopied" : "readable"),
  ruleUnset: ({ fill, font }) =>
    fill === null && font === null ? "unset" : fill === "" && font === "" ? "blank" : "other",
  wholeLimits: ({ wide, over, within }) => {
    if (within !== null) return "other";
    return wide === null && over === null ? "any" : "unsigned16";
  },
  decimalLimits: ({ formula1 }) => limitForm(formula1, smallestLimit),
  dateLimits: ({ formula1 }) => dateForm(formula1, dayOfLimit),
  dateTexts: ({ formula1 }) => dateForm(formula1, dayOfText),
  namedList: ({ source, name }) =>
    String(source).toLowerCase().endsWith(String(name).replace(/^=/, "").toLowerCase()) ? "name" : "other",
  entryTexts,
  unevenRules: ({ type }) =>
    type === "Inconsistent" ? "inconsistent" : type === "MixedCriteria" ? "mixedCriteria" : "other",
  ruleMembers: ({ members }) => (listOf(members).length > 1 ? "all" : "used"),
  tableHeaders,
  headerForms: ({ refused }) => (same(refused, []) ? "accepted" : "refused"),
  tableGrowth,
  tableBlock: ({ rows }) => (rows === blockRows ? "all" : rows === blockRows - 1 ? "block" : "other"),
  fillFormula,
  changedFormula,
  errorText: ({ value, type }) => (type !== "Error" ? "untyped" : value === "#DIV/0!" ? "english" : "translated"),
  typedTexts,
  formulaText,
  mergedArea: ({ whole, inside }) => {
    if (whole === "C1:E1" && inside !== null) return "whole";
    return whole === "C1" && inside !== "C1:E1" ? "corner" : "other";
  },
  sizes: ({ width, height }) =>
    height !== 22 ? "other" : width === 27.75 ? "pixels" : width === 28 ? "asGiven" : "other",
  chartPlace: ({ off, series }) => (typeof off === "number" && off < 1 && series === 2 ? "cells" : "other"),
  pageSetup: ({ scale, wide, printArea, frozen }) =>
    scale === null && wide === 1 && printArea === "A1:B2" && frozen === "1:2" ? "known" : "other",
  ownEvents: ({ events, ours }) => (events === 0 ? "none" : ours === events ? "told" : "unnamed"),
  listPick: ({ picked, events }) => (picked === "" ? "notDone" : events === 0 ? "silent" : "raised"),
  undoStep,
};

/** What the answer to a probe means. */
export function judge(id: ProbeId, answer: Answer): Judgement {
  if (answer.kind === "error") return { verdict: "unanswered", outcome: null };
  const outcome = judges[id](answer.facts);
  const verdicts: Readonly<Record<string, Verdict>> = probes[id];
  return { verdict: verdicts[outcome] ?? "tell", outcome };
}
