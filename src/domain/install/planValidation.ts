import type { HealthItem } from "../plan/healthItem";
import { workbookText } from "../schema/workbookText";
import type { Action, Validation } from "../workbook/action";
import { intersect, type Area } from "../workbook/area";
import { relativeFormula } from "../workbook/formulaText";
import type { ValidationFacts } from "../workbook/snapshot";

/** What has to be done to the validation of a column. */
export interface ValidationPlan {
  readonly actions: readonly Action[];
  /** What was wrong. */
  readonly items: readonly HealthItem[];
  /** Some cells have a rule of somebody else's where one of ours is wanted. */
  readonly hasForeign: boolean;
  readonly sets: boolean;
  /** Some cells had a rule of ours that is wanted no longer. */
  readonly removes: boolean;
}

/** True where two validations let the same through, stop the same way and give the same hint; the alert's words may differ. */
function sameValidation(a: Validation, b: Validation): boolean {
  if ((a.alert?.style ?? null) !== (b.alert?.style ?? null) || a.hint !== b.hint) return false;
  if (a.rule.type === "list" && b.rule.type === "list") {
    return a.rule.source.replace(/^=/, "").toLowerCase() === b.rule.source.replace(/^=/, "").toLowerCase();
  }
  if (a.rule.type === "custom" && b.rule.type === "custom") {
    return relativeFormula(a.rule.formula) === relativeFormula(b.rule.formula);
  }
  if (!("minimum" in a.rule && "minimum" in b.rule) || a.rule.type !== b.rule.type) return false;
  // Some versions of Excel tell a date's limit without its time of day.
  const told = (limit: number | null) => (limit === null || a.rule.type !== "date" ? limit : Math.floor(limit));
  return told(a.rule.minimum) === told(b.rule.minimum) && told(a.rule.maximum) === told(b.rule.maximum);
}

const ourTitles: ReadonlySet<string> = new Set(Object.values(workbookText).map(({ product }) => product));

/** True for a rule of ours, by its title. */
export function isOurValidation(validation: ValidationFacts["validation"]): boolean {
  return validation !== null && validation !== "mixed" && ourTitles.has(validation.title);
}

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
 * The rules of cells as they were read, in so far as they lie in an area: what was read before the list was found may begin at its titles
 * and end with its total.
 */
export function piecesIn(area: Area, pieces: readonly ValidationFacts[]): readonly ValidationFacts[] {
  return pieces.flatMap((piece) => {
    const inside = intersect(area, piece.area);
    return inside ? [{ ...piece, area: inside }] : [];
  });
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
