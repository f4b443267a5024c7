/** How this Excel keeps conditional formats. */
import { readError } from "../faults";
import type { Facts } from "../../domain/selfCheck/answer";
import { cells, onScratch, refusalOf, write, type Place } from "./scratch";

const names = ["first", "second", "third"] as const;

/** A rule that never applies and can be told by its formula. */
function addRule(range: Excel.Range, name: string): void {
  range.conditionalFormats.add("Custom").custom.rule.formula = `="${name}"=""`;
}

/** Three rules over the same cells, one after the other. */
function addThree(place: Place): void {
  for (const name of names) addRule(cells(place, 0, 0, 3), name);
}

interface RuleRead {
  readonly id: string;
  readonly priority: number;
  readonly formula: string;
}

const area = (place: Place) => cells(place, 0, 0, 3).conditionalFormats;

/** The rules that touch the place's first cells, in the order of the list. */
async function readRules(place: Place, context: Excel.RequestContext): Promise<readonly RuleRead[]> {
  const formats = area(place);
  formats.load("items/id,items/priority");
  await context.sync();
  const listed = formats.items.map(({ id, priority }) => ({ id, priority }));
  const again = area(place);
  const rules = listed.map(({ id }) => {
    const { rule } = again.getItem(id).custom;
    rule.load("formula");
    return rule;
  });
  await context.sync();
  return listed.map((item, index) => ({ ...item, formula: rules[index]?.formula ?? "" }));
}

/** Which of the three rules a formula is. */
function nameOf({ formula }: RuleRead): string {
  return names.find((name) => formula.includes(name)) ?? formula;
}

async function orderOf(top: number): Promise<readonly string[]> {
  return (await onScratch(top, readRules)).map(nameOf);
}

export async function ruleIds(top: number): Promise<Facts> {
  await write(top, addThree);
  const rules = await onScratch(top, readRules);
  return { ids: rules.map(({ id }) => id), priorities: rules.map(({ priority }) => priority) };
}

export async function ruleOrder(top: number): Promise<Facts> {
  await write(top, addThree);
  return { order: await orderOf(top) };
}

export async function rulePriority(top: number): Promise<Facts> {
  await write(top, addThree);
  const before = await orderOf(top);
  await write(top, (place) => {
    area(place).getItemAt(2).priority = 0;
  });
  return { lowest: before[2] ?? null, order: await orderOf(top) };
}

export async function ruleDelete(top: number): Promise<Facts> {
  await write(top, addThree);
  const before = await orderOf(top);
  await write(top, (place) => area(place).getItemAt(1).delete());
  return { before, after: await orderOf(top) };
}

async function countRules(top: number): Promise<number> {
  return onScratch(top, async (place, context) => {
    const formats = area(place);
    formats.load("items/id");
    await context.sync();
    return formats.items.length;
  });
}

export async function ruleRefused(top: number): Promise<Facts> {
  const refusal = await refusalOf(top, (place) => {
    cells(place, 0, 0, 3).conditionalFormats.add("Custom").custom.rule.formula = "=A1>";
  });
  return { refusal, left: await countRules(top) };
}

/** Whether a formula of so many characters is taken and comes back whole. */
async function takesWhole(top: number, characters: number): Promise<boolean> {
  // A text in a formula has at most 255 characters, so the length is made of many short ones.
  const unit = '&"xxxxxxx"';
  const start = '=""';
  const end = '=""';
  const room = characters - start.length - end.length;
  const formula = `${start}${unit.repeat(Math.floor(room / unit.length))}${" ".repeat(room % unit.length)}${end}`;
  const refusal = await refusalOf(top, (place) => {
    cells(place, 0, 0, 3).conditionalFormats.add("Custom").custom.rule.formula = formula;
  });
  if (refusal !== null) return false;
  const rules = await onScratch(top, readRules);
  return rules.some((rule) => rule.formula.replaceAll(" ", "") === formula.replaceAll(" ", ""));
}

export async function ruleLength(top: number): Promise<Facts> {
  const of300 = await takesWhole(top, 300);
  await write(top, (place) => area(place).clearAll());
  return { of300, of1000: await takesWhole(top, 1000) };
}

/** Copies a cell with its rules, as people do, and reads the rules of the copy. */
export async function ruleCopied(top: number): Promise<Facts> {
  await write(top, (place) => addRule(cells(place, 5, 0), "copied"));
  await write(top, (place) => cells(place, 0, 0).copyFrom(cells(place, 5, 0)));
  try {
    const rules = await onScratch(top, readRules);
    return { copied: rules.length, fault: null };
  } catch (thrown) {
    return { copied: null, fault: readError(thrown).code };
  }
}

export function ruleUnset(top: number): Promise<Facts> {
  return onScratch(top, async (place, context) => {
    addRule(cells(place, 0, 0, 3), "unset");
    await context.sync();
    const { format } = area(place).getItemAt(0).custom;
    format.load("fill/color,font/color,font/bold");
    await context.sync();
    return { fill: format.fill.color, font: format.font.color, bold: format.font.bold };
  });
}
