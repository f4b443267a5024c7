import type { FieldId, KnownFieldId } from "../../schema/fieldIds";
import { atOnce, type Steps } from "../../steps/steps";
import type { CellValue } from "../../values/value";
import { mayRepeat } from "../mayRepeat";
import { columnOf, scoreFor, type Column } from "./claims";
import { profileOf, type ProfileContext } from "./columnProfile";
import { settleDates } from "./datesByRows";
import type { ColumnCandidate, ColumnGuess } from "./guess";
import { settleAmongNeighbours } from "./neighbours";
import { askedScore, sureMargin, sureScore } from "./sureness";

/** Without one of these no list works: for them a column that says little is asked about too. */
const needed: readonly KnownFieldId[] = ["customer", "stage", "owner", "nextDate"];
/** Scores below this are no answer to any question. */
const leastScore = 0.38;
const mostCandidates = 4;

/** Binary fractions: 0.9 − 0.75 is to be 0.15. */
const hair = 1e-9;

interface Standing {
  readonly columns: readonly Column[];
  /** By column; null for a column of which it was said that it is none. */
  readonly taken: ReadonlyMap<number, FieldId | null>;
}

function openFields({ taken }: Standing): (field: FieldId) => boolean {
  const gone = new Set(taken.values());
  return (field) => !gone.has(field);
}

/** True where a claim is ahead of what else the column may be, and of other columns that may be the field. */
function isAhead(
  at: number,
  { field, score }: ColumnCandidate & { readonly field: KnownFieldId },
  standing: Standing,
): boolean {
  const isOpen = openFields(standing);
  const others = standing.columns[at]?.claimants.filter((each) => each.field !== field && isOpen(each.field)) ?? [];
  if (others.some((each) => score - each.score < sureMargin - hair)) return false;
  return standing.columns.every((column, other) => {
    if (other === at || standing.taken.has(other)) return true;
    const rival = scoreFor(column, field);
    if (!mayRepeat.has(field)) return score - rival >= sureMargin - hair;
    return other < at ? score > rival : score >= rival;
  });
}

/** The surest claim that can be taken as things stand; null where none can. */
function nextSure(standing: Standing): readonly [number, KnownFieldId] | null {
  const isOpen = openFields(standing);
  const sure = standing.columns.flatMap(({ claimants }, at) =>
    standing.taken.has(at)
      ? []
      : claimants.flatMap((claimant) =>
          claimant.score >= sureScore - hair && isOpen(claimant.field) && isAhead(at, claimant, standing)
            ? [{ at, claimant }]
            : [],
        ),
  );
  const [best] = sure.sort((a, b) => b.claimant.score - a.claimant.score);
  return best ? [best.at, best.claimant.field] : null;
}

/** Takes what is sure, one after the other: each field that is taken leaves fewer rivals. */
function assigned(standing: Standing): Standing {
  const sure = nextSure(standing);
  return sure === null ? standing : assigned({ ...standing, taken: new Map(standing.taken).set(...sure) });
}

function candidatesOf({ claimants }: Column, field: FieldId | null, isChosen: boolean): readonly ColumnCandidate[] {
  const chosen: readonly ColumnCandidate[] =
    isChosen && field !== null ? [{ field, score: 1, because: { by: "chosen" } }] : [];
  const own = claimants.filter((each) => each.field === field && chosen.length === 0);
  const others = claimants.filter((each) => each.field !== field && each.score >= leastScore);
  return [...chosen, ...own, ...others].slice(0, mostCandidates);
}

/**
 * Finds out which fields the columns of a list are, in steps, by their names and by what stands in them; cells that are of another kind
 * overrule a name. What is sure is taken, one column for a field; what is likely is asked about; the other columns are left as they are.
 * @param body rows below the headers
 * @param wishes what is known already, by column: a field, or null for none
 */
export function* matchingColumns(
  headers: readonly string[],
  body: readonly (readonly CellValue[])[],
  wishes: ReadonlyMap<number, FieldId | null>,
  context: ProfileContext,
): Steps<readonly ColumnGuess[]> {
  const alone: Column[] = [];
  for (const [column, header] of headers.entries()) {
    alone.push(columnOf(header, profileOf(body, column, context)));
    yield;
  }
  const columns = settleAmongNeighbours(settleDates(alone, body));
  const { taken } = assigned({ columns, taken: wishes });
  const isOpen = openFields({ columns, taken });
  return columns.map((column, at): ColumnGuess => {
    const field = taken.get(at) ?? null;
    const open = column.claimants.filter((each) => isOpen(each.field));
    const isLikely = open.some(({ score }) => score >= askedScore);
    const isWanted = open.some((each) => needed.includes(each.field) && each.score >= leastScore);
    return {
      column: at,
      candidates: candidatesOf(column, field, wishes.has(at)),
      taken: field,
      asked: !taken.has(at) && (isLikely || isWanted),
      samples: column.profile.samples,
    };
  });
}

/** The match in one go: `matchingColumns`. */
export function matchColumns(...input: Parameters<typeof matchingColumns>): readonly ColumnGuess[] {
  return atOnce(matchingColumns(...input));
}
