/**
 * Sets the conditional formats of a sheet that are ours. Excel knows a rule by its place in a list that shifts with each change, so
 * ours are found by what they say, read afresh, and deleted from the end in one request that reads each of them once more.
 */
import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { PlacedHighlight } from "../../domain/workbook/action";
import { areaAddress, intersect, type Area } from "../../domain/workbook/area";
import { relativeFormula } from "../../domain/workbook/formulaText";
import { isLeftOver, isOurs } from "../../domain/workbook/ourHighlights";
import { addHighlight, askBeforeDelete, readRules, rulesOn, type ListedRule } from "../parts/highlights";
import type { RunRequest } from "../run";
import type { HighlightStep, StandingHighlight } from "./step";

/** Rules that somebody moves again and again are given up after so many tries. */
const mostTries = 3;
/** Places from which rules are deleted at most: what a paste has cut ours up into. */
const mostApart = 500;

const moving: Fault = { code: "unexpected", detail: "conditional formats kept moving" };

interface Sorted {
  /** Places of ours in the list. */
  readonly ours: readonly number[];
  readonly others: readonly ListedRule[];
}

/** True for a rule of ours, or the rest of one that Excel refused. */
function isOwn(step: HighlightStep, rule: ListedRule): boolean {
  const made = step.kind === "restoreHighlights" ? step.made : [];
  return rule.kind === "custom" && isOurs(rule, step.marker, [...step.highlights, ...made]);
}

function sorted(step: HighlightStep, rules: readonly ListedRule[]): Sorted {
  const ours = rules.flatMap((rule, place) => (isOwn(step, rule) ? [place] : []));
  return { ours, others: rules.filter((_, place) => !ours.includes(place)) };
}

/** True where both stand on a common cell. */
function touch(a: Pick<ListedRule, "areas">, b: Pick<ListedRule, "areas">): boolean {
  return a.areas.some((part) => b.areas.some((area) => intersect(part, area)));
}

/**
 * The place that a highlight gets among the rules that touch its cells, which is how Excel counts. Where the cells of one are not
 * known there is no counting: ours then come on top, where their own order is certain.
 * @param others all that are not ours
 */
function placeAmong(highlight: StandingHighlight, others: readonly ListedRule[]): number {
  if (others.some((rule) => rule.areas.length === 0)) return 0;
  return others.slice(0, highlight.above).filter((rule) => touch(rule, highlight)).length;
}

/** The rules with how many others are to stand above each; where the step does not say, ours come where the first of them was. */
function standing(step: HighlightStep, above: number): readonly StandingHighlight[] {
  if (step.kind === "restoreHighlights") return step.highlights;
  return step.highlights.map((highlight) => ({ ...highlight, above }));
}

/**
 * Puts the deleting of rules into the request that is being made, the last one first, so that no other one moves before its turn.
 * @returns after the sync, what was deleted and is none of ours: others had been at work in between
 */
function deleteRules(
  rules: Excel.ConditionalFormatCollection,
  places: readonly number[],
  step: HighlightStep,
): () => readonly PlacedHighlight[] {
  const deleted = [...places].reverse().map((place) => {
    const rule = rules.getItemAt(place);
    const told = askBeforeDelete(rule);
    rule.delete();
    return told;
  });
  return () => deleted.map((tell) => tell()).filter((rule) => !isOwn(step, { kind: "custom", ...rule }));
}

/** Deletes ours and adds what is wanted, in one request; tells what was hit in their place. */
function write(
  run: RunRequest,
  step: HighlightStep,
  { ours, others }: Sorted,
  above: number,
): Promise<Result<readonly PlacedHighlight[]>> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(step.sheet);
    const hit = deleteRules(rulesOn(sheet, null), ours, step);
    // The strongest is put in place last, above the others of ours.
    [...standing(step, above)].reverse().forEach((highlight) => {
      addHighlight(sheet, highlight, placeAmong(highlight, others));
    });
    await context.sync();
    return succeed(hit());
  });
}

/** Puts back what was deleted in the place of one of ours, on top of what stands there. */
function putBack(run: RunRequest, title: string, rules: readonly PlacedHighlight[]): Promise<Result<void>> {
  return run(async (context) => {
    const sheet = context.workbook.worksheets.getItem(title);
    rules.forEach((rule) => {
      addHighlight(sheet, rule, 0);
    });
    await context.sync();
    return succeed(undefined);
  });
}

/** True where all of a rule stands within an area: deleted from the area's own list, nothing of it is left elsewhere. */
function isWithin({ areas }: ListedRule, area: Area): boolean {
  return areas.every((part) => {
    const common = intersect(part, area);
    return common !== null && cellsIn(common) === cellsIn(part);
  });
}

const cellsIn = ({ rows, columns }: Area): number => rows * columns;

/**
 * Deletes ours in the lists of their own cells, for a version of Excel that does not find what is to be deleted in the list of the
 * sheet: first all that stand where the largest of them does, then what is left.
 */
async function deleteApart(run: RunRequest, step: HighlightStep, left = mostApart): Promise<Result<void>> {
  if (left === 0) return fail(moving);
  const rules = await readRules(step.sheet);
  if (!rules.ok) return rules;
  const own = rules.value.filter((rule) => isOwn(step, rule)).flatMap(({ areas }) => areas.slice(0, 1));
  const [area] = own.sort((a, b) => cellsIn(b) - cellsIn(a));
  if (!area) return succeed(undefined);
  const near = await readRules(step.sheet, area);
  if (!near.ok) return near;
  const { ours } = sorted(step, near.value);
  const whole = ours.filter((place) => {
    const rule = near.value[place];
    return rule !== undefined && isWithin(rule, area);
  });
  const places = whole.length > 0 ? whole : ours.slice(-1);
  const hit = await run(async (context) => {
    const told = deleteRules(rulesOn(context.workbook.worksheets.getItem(step.sheet), area), places, step);
    await context.sync();
    return succeed(told());
  });
  if (!hit.ok) return hit;
  const back = hit.value.length > 0 ? await putBack(run, step.sheet, hit.value) : hit;
  return back.ok ? deleteApart(run, step, left - 1) : back;
}

/** True where ours stand there, each once, and nothing that was refused is left. */
function isDone(step: HighlightStep, rules: readonly ListedRule[]): boolean {
  const { ours } = sorted(step, rules);
  const isWhole = (rule: ListedRule | undefined) => rule?.kind === "custom" && !isLeftOver(rule.highlight);
  return ours.length === step.highlights.length && ours.every((place) => isWhole(rules[place]));
}

/** The places of the list in the order in which they should come; null where one of ours is not found in it. */
function wantedOrder(step: HighlightStep, rules: readonly ListedRule[], above: number): readonly number[] | null {
  const { ours, others } = sorted(step, rules);
  const left = [...ours];
  const places = standing(step, above).map(({ areas, highlight, above: others }) => {
    const at = left.findIndex((place) => {
      const rule = rules[place];
      return rule?.kind === "custom" && isSameRule(rule, { areas, highlight });
    });
    return { place: at < 0 ? null : (left.splice(at, 1)[0] ?? null), above: others };
  });
  if (places.some(({ place }) => place === null)) return null;
  return Array.from({ length: others.length + 1 }, (_, index) => [
    ...places.flatMap(({ place, above: others }) => (place !== null && others === index ? [place] : [])),
    ...others.slice(index, index + 1).map((rule) => rules.indexOf(rule)),
  ]).flat();
}

function isSameRule(a: PlacedHighlight, b: PlacedHighlight): boolean {
  const addresses = ({ areas }: PlacedHighlight) => areas.map(areaAddress).sort().join();
  return addresses(a) === addresses(b) && relativeFormula(a.highlight.formula) === relativeFormula(b.highlight.formula);
}

/** True where two rules decide on a common cell, or may: the cells of one that cannot be read are not known. */
function meet(a: ListedRule, b: ListedRule): boolean {
  return a.areas.length === 0 || b.areas.length === 0 || touch(a, b);
}

/**
 * Brings the rules into the order in which they should come, where those that decide on a common cell are in another one. What comes
 * of it is for the health of the rules to say: an order that Excel does not take is no reason to take a change back.
 */
async function putInOrder(
  run: RunRequest,
  step: HighlightStep,
  rules: readonly ListedRule[],
  above: number,
): Promise<void> {
  const order = wantedOrder(step, rules, above);
  const isWrong = order?.some((place, index) =>
    order.slice(index + 1).some((later) => {
      const [first, second] = [rules[place], rules[later]];
      return later < place && first && second && meet(first, second);
    }),
  );
  if (!order || isWrong !== true) return;
  await run(async (context) => {
    const list = rulesOn(context.workbook.worksheets.getItem(step.sheet), null);
    const now = rules.map((_, place) => place);
    order.forEach((place, index) => {
      const at = now.indexOf(place);
      if (at === index) return;
      list.getItemAt(at).priority = index;
      now.splice(at, 1);
      now.splice(index, 0, place);
    });
    await context.sync();
    return succeed(undefined);
  });
}

/**
 * @param known the rules that stand there; null to look
 * @param above rules of others that stood above the first of ours at the first look; null before there was one
 */
async function tryToSet(
  run: RunRequest,
  step: HighlightStep,
  {
    known,
    above,
    tries,
  }: { readonly known: readonly ListedRule[] | null; readonly above: number | null; readonly tries: number },
): Promise<Result<void>> {
  if (tries === 0) return fail(moving);
  const rules = known ? succeed(known) : await readRules(step.sheet);
  if (!rules.ok) return rules;
  const found = sorted(step, rules.value);
  const first = above ?? found.ours[0] ?? 0;
  const again = () => tryToSet(run, step, { known: null, above: first, tries: tries - 1 });
  const written = await write(run, step, found, first);
  if (!written.ok) {
    if (written.fault.code !== "drift" || found.ours.length === 0) return written;
    const apart = await deleteApart(run, step);
    return apart.ok ? again() : apart;
  }
  if (written.value.length > 0) {
    const back = await putBack(run, step.sheet, written.value);
    return back.ok ? again() : back;
  }
  const after = await readRules(step.sheet, null, found.others.length + step.highlights.length);
  if (!after.ok) return after;
  if (!isDone(step, after.value)) return again();
  await putInOrder(run, step, after.value, first);
  return succeed(undefined);
}

/**
 * Makes the rules of a sheet that are ours exactly those of the step, in its order; all others stay.
 * @param run for the requests that write
 * @param isBare true where the sheet had no rule at all a moment ago: there is nothing to look for then
 */
export function setHighlights(step: HighlightStep, run: RunRequest, isBare = false): Promise<Result<void>> {
  return tryToSet(run, step, { known: isBare ? [] : null, above: null, tries: mostTries });
}
