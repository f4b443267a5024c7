/**
 * Sets the conditional formats of a sheet that are ours. Excel knows a rule by its place in a list that shifts with each change, so
 * ours are found by what they say, read afresh, and deleted from the end in one request that reads each of them once more.
 */
import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { PlacedHighlight } from "../../domain/workbook/action";
import { intersect } from "../../domain/workbook/area";
import { isLeftOver, isOurs } from "../../domain/workbook/ourHighlights";
import { addHighlight, askBeforeDelete, readRules, rulesOn, type ListedRule } from "../parts/highlights";
import { rangeOf } from "../parts/grid";
import { runCommand } from "../run";
import type { HighlightStep, StandingHighlight } from "./step";

/** Rules that somebody moves again and again are given up after so many tries. */
const mostTries = 3;

const moving: Fault = { code: "unexpected", detail: "conditional formats kept moving" };

interface Sorted {
  /** Places of ours in the list. */
  readonly ours: readonly number[];
  readonly others: readonly ListedRule[];
}

function sorted(
  { marker, highlights }: HighlightStep,
  made: readonly PlacedHighlight[],
  rules: readonly ListedRule[],
): Sorted {
  const known = [...highlights, ...made];
  const ours = rules.flatMap((rule, place) => (rule.kind === "custom" && isOurs(rule, marker, known) ? [place] : []));
  return { ours, others: rules.filter((_, place) => !ours.includes(place)) };
}

/** How many of the first rules touch the highlight's cells: Excel counts places among those. */
function placeAmong({ areas }: PlacedHighlight, above: readonly ListedRule[]): number {
  return above.filter((rule) => rule.areas.some((part) => areas.some((area) => intersect(part, area)))).length;
}

/** The rules with how many others are to stand above each. */
function standing(step: HighlightStep, { ours }: Sorted): readonly StandingHighlight[] {
  if (step.kind === "restoreHighlights") return step.highlights;
  // Where ours were, they come again: what stands before the first of them are others.
  return step.highlights.map((highlight) => ({ ...highlight, above: ours[0] ?? 0 }));
}

/** A rule of the list as Excel finds it: in the list of the sheet, or in that of the rule's own cells. */
function ruleAt(sheet: Excel.Worksheet, rules: readonly ListedRule[], place: number, isLocal: boolean) {
  const area = rules[place]?.areas[0];
  if (!isLocal || !area) return rulesOn(sheet).getItemAt(place);
  const before = rules.slice(0, place).filter((rule) => rule.areas.some((part) => intersect(part, area)));
  return rangeOf(sheet, area).conditionalFormats.getItemAt(before.length);
}

interface Look {
  readonly rules: readonly ListedRule[];
  readonly sorted: Sorted;
  /** True where Excel did not find a rule in the list of the whole sheet, as some versions do not. */
  readonly isLocal: boolean;
}

/** Deletes ours and adds what is wanted, in one request; tells what was deleted and was none of ours. */
function write(step: HighlightStep, made: readonly PlacedHighlight[], { rules, sorted: found, isLocal }: Look) {
  return runCommand(async (context) => {
    const sheet = context.workbook.worksheets.getItem(step.sheet);
    const deleted = [...found.ours].reverse().map((place) => {
      const rule = ruleAt(sheet, rules, place, isLocal);
      const told = askBeforeDelete(rule);
      rule.delete();
      return told;
    });
    // The strongest is put in place last, above the others of ours.
    [...standing(step, found)].reverse().forEach((highlight) => {
      addHighlight(sheet, highlight, placeAmong(highlight, found.others.slice(0, highlight.above)));
    });
    await context.sync();
    const known = [...step.highlights, ...made];
    return succeed(deleted.map((tell) => tell()).filter((rule) => !isOurs(rule, step.marker, known)));
  });
}

/** Puts back what was deleted in the place of one of ours, on top of what stands there. */
function putBack(title: string, rules: readonly PlacedHighlight[]): Promise<Result<void>> {
  return runCommand(async (context) => {
    const sheet = context.workbook.worksheets.getItem(title);
    rules.forEach((rule) => {
      addHighlight(sheet, rule, 0);
    });
    await context.sync();
    return succeed(undefined);
  });
}

/** True where ours stand there, each once, and nothing that was refused is left. */
function isDone(step: HighlightStep, { ours }: Sorted, rules: readonly ListedRule[]): boolean {
  const leftOver = ours.some((place) => {
    const rule = rules[place];
    return rule?.kind === "custom" && isLeftOver(rule.highlight);
  });
  return ours.length === step.highlights.length && !leftOver;
}

async function tryToSet(step: HighlightStep, isLocal: boolean, tries: number): Promise<Result<void>> {
  if (tries === 0) return fail(moving);
  const made = step.kind === "restoreHighlights" ? step.made : [];
  const rules = await readRules(step.sheet);
  if (!rules.ok) return rules;
  const found = sorted(step, made, rules.value);
  const written = await write(step, made, { rules: rules.value, sorted: found, isLocal });
  // A version of Excel does not find the rules of a sheet by their place in the sheet's list.
  if (!written.ok && written.fault.code === "drift" && found.ours.length > 0) return tryToSet(step, true, tries - 1);
  if (!written.ok) return written;
  if (written.value.length > 0) {
    const back = await putBack(step.sheet, written.value);
    return back.ok ? tryToSet(step, isLocal, tries - 1) : back;
  }
  const after = await readRules(step.sheet);
  if (!after.ok) return after;
  return isDone(step, sorted(step, made, after.value), after.value)
    ? succeed(undefined)
    : tryToSet(step, isLocal, tries - 1);
}

/** Makes the rules of a sheet that are ours exactly those of the step, in its order; all others stay. */
export function setHighlights(step: HighlightStep): Promise<Result<void>> {
  return tryToSet(step, false, mostTries);
}
