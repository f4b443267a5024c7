import { fail, succeed, type Fault, type Result } from "../../app/fault";
import type { Highlight, PlacedHighlight } from "../../domain/workbook/action";
import { areaAddress, type Area } from "../../domain/workbook/area";
import { runOnce, runRead } from "../run";
import { parseLeading } from "./addresses";
import { rangeOf } from "./grid";

/** A conditional format of a sheet's list, which begins with the one that decides first. */
export type ListedRule =
  | ({ readonly kind: "custom" } & PlacedHighlight)
  /** Of a type that we never make, or one that Excel cannot read: it is somebody else's and stays. Without areas where Excel does not tell them. */
  | { readonly kind: "other"; readonly areas: readonly Area[] };

/** A colour that is not set comes as an empty text or null. */
function colorOf(color: unknown): string | null {
  return typeof color === "string" && /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : null;
}

/**
 * The list of the rules that touch an area, or of all on the sheet. A place in it is all by which Excel knows a rule: it holds for
 * the request that is being made, no longer.
 */
export function rulesOn(sheet: Excel.Worksheet, area: Area | null): Excel.ConditionalFormatCollection {
  return (area ? rangeOf(sheet, area) : sheet.getRange().untrack()).conditionalFormats;
}

/** Asks how many rules a sheet has, or an area of it; to be followed by a sync. */
export function askRuleCount(sheet: Excel.Worksheet, area: Area | null = null): OfficeExtension.ClientResult<number> {
  return rulesOn(sheet, area).getCount();
}

const customMembers = "rule/formula,format/fill/color,format/font/color,format/font/bold";

/** What a custom rule says, once its `customMembers` have been loaded. */
function highlightOf({ rule, format }: Excel.CustomConditionalFormat): Highlight {
  // The formula of a rule that was refused may come as null.
  const formula: unknown = rule.formula;
  return {
    formula: typeof formula === "string" ? formula : "",
    fill: colorOf(format.fill.color),
    font: colorOf(format.font.color),
    bold: format.font.bold === true,
  };
}

/** Asks for where a rule stands and what its custom part says; to be followed by a sync. */
function askPlaced(rule: Excel.ConditionalFormat, custom: Excel.CustomConditionalFormat) {
  custom.load(customMembers);
  const ranges = rule.getRanges().untrack();
  ranges.load("address");
  return {
    areas: () => parseLeading(ranges.address),
    highlight: () => highlightOf(custom),
  };
}

/** Asks for a rule that is to be deleted. One of another type than ours ends the request here, before anything happens to it. */
export function askBeforeDelete(rule: Excel.ConditionalFormat): () => PlacedHighlight {
  const asked = askPlaced(rule, rule.custom);
  return () => ({ areas: asked.areas(), highlight: asked.highlight() });
}

function askRule(rule: Excel.ConditionalFormat): () => ListedRule {
  const custom = rule.customOrNullObject;
  const asked = askPlaced(rule, custom);
  return () =>
    custom.isNullObject
      ? { kind: "other", areas: asked.areas() }
      : { kind: "custom", areas: asked.areas(), highlight: asked.highlight() };
}

function isStill({ value }: OfficeExtension.ClientResult<number>, count: number): boolean {
  return value === count;
}

/** A stretch of a list of rules. */
interface Span {
  readonly sheet: string;
  /** Null for the list of the whole sheet. */
  readonly area: Area | null;
  /** Rules in the whole list. */
  readonly count: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Asks for the rules from one place to another; to be followed by a sync. The returned function tells null where the sheet has
 * another number of rules by then: places may have shifted.
 */
function askSpan(
  rules: Excel.ConditionalFormatCollection,
  { count, from, to }: Omit<Span, "sheet" | "area">,
): () => readonly ListedRule[] | null {
  const now = rules.getCount();
  const reads = Array.from({ length: to - from }, (_, offset) => askRule(rules.getItemAt(from + offset)));
  return () => (isStill(now, count) ? reads.map((read) => read()) : null);
}

/** Asks for all rules of a sheet, of which `askRuleCount` has told the number; to be followed by a sync. Null: the number has changed. */
export function askRules(sheet: Excel.Worksheet, count: number): () => readonly ListedRule[] | null {
  // Nothing is named that nobody asks for: it would cost a round trip of its own.
  return count === 0 ? () => [] : askSpan(rulesOn(sheet, null), { count, from: 0, to: count });
}

const shifted: Fault = { code: "drift", what: "ConditionalFormatCollection" };

/** Faults by which Excel says that it cannot read a rule; any other fault has nothing to do with it. */
const unreadable: ReadonlySet<Fault["code"]> = new Set(["unexpected", "unsupported", "drift", "busy"]);

/** Reads a stretch of the list in one request; null where the list has another number of rules by then. */
function readTogether(run: typeof runOnce, span: Span): Promise<Result<readonly ListedRule[] | null>> {
  return run(async (context) => {
    const tell = askSpan(rulesOn(context.workbook.worksheets.getItem(span.sheet), span.area), span);
    await context.sync();
    return succeed(tell());
  });
}

/** Reads a stretch of the list; where Excel fails, its halves, down to the single rule that cannot be read: null. */
async function readSpan(span: Span, run = runOnce): Promise<Result<readonly (ListedRule | null)[]>> {
  const { from, to } = span;
  const read = await readTogether(run, span);
  if (read.ok) return read.value ? succeed(read.value) : fail(shifted);
  if (!unreadable.has(read.fault.code)) return read;
  if (to - from === 1) return succeed([null]);
  const middle = from + Math.ceil((to - from) / 2);
  const first = await readSpan({ ...span, to: middle });
  if (!first.ok) return first;
  const second = await readSpan({ ...span, from: middle });
  return second.ok ? succeed([...first.value, ...second.value]) : second;
}

/**
 * Reads the list with a second look at rules that could not be read. Where others could, Excel is not busy, and waiting for it would
 * cost seconds for each; where none could, it gets its time once.
 */
async function readList(span: Span): Promise<Result<readonly ListedRule[]>> {
  const read = await readSpan(span);
  if (!read.ok) return read;
  const rules: ListedRule[] = [];
  let run = read.value.every((rule) => rule === null) ? runRead : runOnce;
  for (const [place, rule] of read.value.entries()) {
    const again = rule ? succeed([rule]) : await readSpan({ ...span, from: place, to: place + 1 }, run);
    if (!again.ok) return again;
    if (rule === null) run = runOnce;
    rules.push(again.value[0] ?? { kind: "other", areas: [] });
  }
  return succeed(rules);
}

/**
 * All rules of a sheet, or of an area of it, in requests of their own. One that Excel cannot read (there are some that it made itself
 * and cannot tell) counts as somebody else's and keeps nobody from reading the others.
 * @param likely how many there should be: where it is right they come in one request
 */
export async function readRules(
  sheet: string,
  area: Area | null = null,
  likely = 0,
): Promise<Result<readonly ListedRule[]>> {
  const whole = (count: number): Span => ({ sheet, area, count, from: 0, to: count });
  const guessed = likely > 0 ? await readTogether(runOnce, whole(likely)) : null;
  if (guessed?.ok && guessed.value) return succeed(guessed.value);
  const counted = await runRead(async (context) => {
    const count = askRuleCount(context.workbook.worksheets.getItem(sheet), area);
    await context.sync();
    return succeed(count.value);
  });
  if (!counted.ok || counted.value === 0) return counted.ok ? succeed([]) : counted;
  return readList(whole(counted.value));
}

/** Where the rule is to stand, as one object: a rule over several areas is one rule. */
function cellsOf(sheet: Excel.Worksheet, areas: readonly Area[]): Excel.Range | Excel.RangeAreas | null {
  const [first] = areas;
  if (!first) return null;
  return areas.length === 1 ? rangeOf(sheet, first) : sheet.getRanges(areas.map(areaAddress).join(",")).untrack();
}

/**
 * Puts a rule into the request that is being made.
 * @param place among the rules that touch its cells: Excel puts a new one first or last, by its version
 */
export function addHighlight(sheet: Excel.Worksheet, { areas, highlight }: PlacedHighlight, place: number): void {
  const cells = cellsOf(sheet, areas);
  if (!cells) return;
  const added = cells.conditionalFormats.add("Custom");
  const { custom } = added;
  custom.rule.formula = highlight.formula;
  if (highlight.fill !== null) custom.format.fill.color = highlight.fill;
  if (highlight.font !== null) custom.format.font.color = highlight.font;
  if (highlight.bold) custom.format.font.bold = true;
  // Last: with another place Excel may know it by another id.
  added.priority = place;
}
