import type { PlacedHighlight } from "../../src/domain/workbook/action";
import { isOurs } from "../../src/domain/workbook/ourHighlights";

/** What is to stand in a list of conditional formats in place of those that are ours. */
interface NewHighlights {
  readonly marker: string;
  readonly highlights: readonly (PlacedHighlight & { readonly above?: number })[];
  readonly made?: readonly PlacedHighlight[];
}

/** A list of conditional formats after ours were set, as `setHighlights` of an action says; with `above` each in its own place. */
export function withHighlights<Rule extends PlacedHighlight>(
  rules: readonly Rule[],
  { marker, highlights, made = [] }: NewHighlights,
): (Rule | PlacedHighlight)[] {
  const isOwn = (rule: PlacedHighlight) => isOurs(rule, marker, [...highlights, ...made]);
  const others = rules.filter((rule) => !isOwn(rule));
  const first = rules.findIndex(isOwn);
  const places = highlights.map(({ above }) => above ?? Math.max(0, first));
  return Array.from({ length: others.length + 1 }, (_, index) => [
    ...highlights.filter((__, at) => places[at] === index).map(({ areas, highlight }) => ({ areas, highlight })),
    ...others.slice(index, index + 1),
  ]).flat();
}
