import { remembered } from "../values/remembered";
import { joinMulti, splitMulti } from "../values/multiList";
import { foldText } from "../values/text";
import type { CellValue } from "../values/value";
import { valueKey } from "../values/valueKey";
import { knownStage } from "../schema/knownStages";
import type { Language } from "../values/language";
import type { Likeness, Reason } from "./finding";

interface Match {
  readonly entry: string;
  readonly by: Likeness;
}

/** Shorter names are too alike for one letter to tell a slip from another name: 张敏 and 张明, Anna and Anne. */
const shortestSlip = 5;

/** True where one letter more, less, other or moved by one place makes one text the other. */
export function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [shortRest, longRest] = [short.length - start - end, long.length - start - end];
  if (longRest <= 1) return true;
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return shortRest === 2 && longRest === 2 && swapped;
}

/** Which entry a text that is not on the list may stand for: the only one that looks like it, or null. */
function matcher(entries: readonly string[], isStage: boolean): (text: string) => Match | null {
  const folded = entries.map((entry) => ({ entry, look: foldText(entry) }));
  const byKey = new Map(entries.map((entry) => [valueKey(entry), entry]));
  const stages = isStage ? entries.map((entry) => ({ entry, known: knownStage(entry) })) : [];
  const only = (found: readonly { readonly entry: string }[]) => (found.length === 1 ? found[0]?.entry : undefined);
  return (text) => {
    const look = foldText(text);
    // A space inside parts two people: "王磊 " is 王磊, also where there is a 王 磊.
    const same = byKey.get(valueKey(text)) ?? only(folded.filter((each) => each.look === look));
    if (same !== undefined) return { entry: same, by: "look" };
    const known = isStage ? knownStage(text) : null;
    const alias = known && only(stages.filter((stage) => stage.known === known));
    if (alias) return { entry: alias, by: "alias" };
    if (look.length < shortestSlip) return null;
    const near = only(folded.filter((each) => each.look.length >= shortestSlip && isOneSlip(each.look, look)));
    return near === undefined ? null : { entry: near, by: "near" };
  };
}

/** Membership as Excel compares: case makes no difference. What only looks alike (width, spaces) is suggested, not accepted. */
export function listRule(entries: readonly string[], isStage: boolean): (value: CellValue) => Reason | null {
  const allowed = new Set(entries.map((entry) => entry.toLowerCase()));
  const match = matcher(entries, isStage);
  // Looking for a likely entry is slow, and a value that is on no list seldom stands alone.
  return remembered((value) => {
    const text = String(value);
    if (allowed.has(text.toLowerCase())) return null;
    const found = match(text);
    return { rule: "list", unknown: [text], suggestion: found?.entry ?? null, by: found?.by ?? null };
  });
}

const surest: readonly Likeness[] = ["look", "alias", "near"];

/** The same for cells with several entries: each must be on the list. The suggestion is the whole cell, where each unknown entry has one. */
export function multiListRule(entries: readonly string[], language: Language): (value: CellValue) => Reason | null {
  const single = listRule(entries, false);
  return remembered((value) => {
    const parts = splitMulti(String(value), entries).map((part) => ({ part, reason: single(part) }));
    const unknown = parts.flatMap(({ part, reason }) => (reason ? [part] : []));
    if (unknown.length === 0) return null;
    let worst: Likeness = "look";
    const repaired: string[] = [];
    for (const { part, reason } of parts) {
      if (reason?.rule !== "list") {
        repaired.push(part);
        continue;
      }
      if (reason.suggestion === null || reason.by === null) {
        return { rule: "list", unknown, suggestion: null, by: null };
      }
      if (surest.indexOf(reason.by) > surest.indexOf(worst)) worst = reason.by;
      repaired.push(reason.suggestion);
    }
    return { rule: "list", unknown, suggestion: joinMulti([...new Set(repaired)], language), by: worst };
  });
}
