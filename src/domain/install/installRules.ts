import { intersect, type Area } from "../workbook/area";
import { workbookText } from "../schema/workbookText";
import type { Action, Validation } from "../workbook/action";
import type { HealthItem } from "../plan/healthItem";
import { highlightMarker, sameHighlight, sameValidation, type PlacedHighlight } from "./rowRules";
import type { HighlightFacts, ValidationFacts } from "../workbook/snapshot";

/** What has to be done to one kind of rule, and what was wrong with it. */
export interface RulePlan {
  readonly actions: readonly Action[];
  readonly items: readonly HealthItem[];
}

/** What has to be done to the validation of a column. */
export interface ValidationPlan extends RulePlan {
  /** Some cells have a rule of somebody else's where one of ours is wanted. */
  readonly hasForeign: boolean;
  readonly sets: boolean;
  /** Some cells had a rule of ours that is wanted no longer. */
  readonly removes: boolean;
}

const ourTitles: ReadonlySet<string> = new Set(Object.values(workbookText).map(({ product }) => product));

/** How a piece of a column stands to the rule that it should have. */
type Standing = "right" | "missing" | "altered" | "leftOver" | "foreign";

function standingOf(now: ValidationFacts["validation"], wanted: Validation | null): Standing {
  // Pieces that could not be told apart may hold a person's own rules.
  if (now === "mixed") return "foreign";
  if (now === null) return wanted === null ? "right" : "missing";
  if (!ourTitles.has(now.title)) return "foreign";
  if (wanted === null) return "leftOver";
  return sameValidation(now, wanted) ? "right" : "altered";
}

/**
 * Brings the validation of one column to what it should be. A person's own rules stay: only cells without a rule, or with
 * one of ours, get another one.
 * @param column the column's cells in the table's body
 * @param pieces what stands there, from top to bottom
 * @param wantedAt the rule for an area that starts in the row
 */
export function planValidation(
  sheet: string,
  header: string,
  column: Area,
  pieces: readonly ValidationFacts[],
  wantedAt: (row: number) => Validation | null,
): ValidationPlan {
  const known = pieces.length > 0 ? pieces : [{ area: column, validation: null }];
  const standings = known.map(({ area, validation }) => ({
    area,
    standing: standingOf(validation, wantedAt(area.row)),
    unclear: validation === "mixed",
  }));
  const actions: Action[] = [];
  let run: Area | null = null;
  let broken = false;
  const close = () => {
    const validation = run && wantedAt(run.row);
    if (run && broken && validation) actions.push({ kind: "setValidation", sheet, area: run, validation });
    run = null;
    broken = false;
  };
  for (const { area, standing } of standings) {
    if (standing === "foreign" || standing === "leftOver") {
      close();
      if (standing === "leftOver") actions.push({ kind: "setValidation", sheet, area, validation: null });
      continue;
    }
    // One rule over the whole stretch: pieces that say the same would be read one by one ever after.
    run = run === null ? area : { ...area, row: run.row, rows: area.row + area.rows - run.row };
    broken ||= standing !== "right";
  }
  close();

  const item = (damage: HealthItem["damage"], of: readonly { readonly area: Area }[]): readonly HealthItem[] => {
    const [first] = of;
    if (!first) return [];
    const count = of.reduce((sum, { area }) => sum + area.rows, 0);
    return [{ damage, part: "validation", what: header, place: { sheet, area: first.area }, count }];
  };
  const having = (...these: readonly Standing[]) => standings.filter(({ standing }) => these.includes(standing));
  return {
    actions,
    items: [
      ...item("missing", having("missing")),
      ...item("altered", having("altered", "leftOver")),
      ...item(
        "fragmented",
        standings.filter(({ unclear }) => unclear),
      ),
    ],
    hasForeign: having("foreign").some(({ area }) => wantedAt(area.row) !== null),
    sets: actions.some((action) => action.kind === "setValidation" && action.validation !== null),
    removes: having("leftOver").length > 0,
  };
}

/** True where the outer area holds the inner one and has its columns; it may reach further down. */
function covers(outer: Area, inner: Area): boolean {
  return (
    outer.row === inner.row &&
    outer.column === inner.column &&
    outer.columns === inner.columns &&
    outer.row + outer.rows >= inner.row + inner.rows
  );
}

function overlapping(areas: readonly Area[]): boolean {
  return areas.some((area, index) => areas.slice(index + 1).some((other) => intersect(area, other) !== null));
}

/**
 * Brings our conditional formats to what they should be. Where anything is wrong all of ours are made anew, which is what
 * keeps their order; a person's own ones stay.
 * @param wanted the strongest first
 */
export function planHighlights(
  sheet: string,
  wanted: readonly PlacedHighlight[],
  installed: readonly HighlightFacts[],
): RulePlan {
  const ours = installed.filter(({ highlight }) => highlight.formula.includes(highlightMarker));
  const counts = { missing: 0, doubled: 0, fragmented: 0, altered: 0 };
  const met = new Set<HighlightFacts>();
  for (const { area, highlight } of wanted) {
    // Two fields may be highlighted in the same way: what stands in another column is another field's.
    const found = ours.filter(
      (fact) =>
        !met.has(fact) &&
        sameHighlight(fact.highlight, highlight) &&
        fact.areas.some((one) => intersect(one, { ...area, row: 0, rows: area.row + area.rows + 1 })),
    );
    for (const fact of found) met.add(fact);
    const areas = found.flatMap((fact) => fact.areas);
    const [only] = areas;
    if (only === undefined) counts.missing += 1;
    else if (overlapping(areas)) counts.doubled += 1;
    else if (areas.length > 1 || !covers(only, area)) counts.fragmented += 1;
  }
  for (const fact of ours) {
    if (met.has(fact)) continue;
    const elsewhere = wanted.some(({ highlight }) => sameHighlight(fact.highlight, highlight));
    counts[elsewhere ? "doubled" : "altered"] += 1;
  }
  // One that was altered is missed as well: it is one damage, not two.
  counts.missing = Math.max(0, counts.missing - counts.altered);
  const items = (["missing", "doubled", "fragmented", "altered"] as const).flatMap((damage): readonly HealthItem[] =>
    counts[damage] === 0 ? [] : [{ damage, part: "highlight", what: "", place: null, count: counts[damage] }],
  );
  if (items.length === 0) return { actions: [], items };
  // Excel puts each new conditional format on top of the others: the strongest is added last.
  const weakestFirst = [...wanted].reverse();
  return {
    actions: [
      ...(ours.length > 0 ? [{ kind: "removeHighlights", sheet, marker: highlightMarker } as const] : []),
      ...weakestFirst.map(({ area, highlight }): Action => ({ kind: "addHighlight", sheet, area, highlight })),
    ],
    items,
  };
}
