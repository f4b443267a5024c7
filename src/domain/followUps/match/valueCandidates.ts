import type { KnownFieldId } from "../../schema/fieldIds";
import type { ColumnProfile } from "./columnProfile";
import type { Claimant, Evidence } from "./guess";

/** Fewer cells than this say nothing of a column whose header says nothing. */
const fewestCells = 3;
const nearlyAll = 0.9;
const mostStages = 15;

interface Showing {
  readonly field: KnownFieldId;
  readonly score: number;
  readonly evidence: Evidence;
  readonly count: number;
}

/** What cells show that are nothing but words. */
function wordShowings(profile: ColumnProfile): readonly Showing[] {
  const { cells, values, people, firms, stages, longTexts, dates, numbers, phones, mails } = profile;
  const different = values.size;
  if (Math.max(dates, numbers, phones, mails) > cells / 2) return [];
  const showings: Showing[] = [];
  const add = (field: KnownFieldId, score: number, evidence: Evidence, count: number) =>
    showings.push({ field, score, evidence, count });
  if (stages >= cells / 2 && different <= mostStages && cells > different)
    add("stage", stages >= cells * 0.8 ? 0.9 : 0.7, "stages", stages);
  if (people >= cells * nearlyAll && cells >= 2 * different && different > 1)
    add("owner", cells >= 6 ? 0.86 : 0.6, "people", people);
  if (firms >= cells / 2) add("customer", 0.88, "firms", firms);
  else if (longTexts <= cells / 2 && different >= cells * nearlyAll) add("customer", 0.45, "allDifferent", different);
  return showings;
}

/** Fields that the cells of a column show by themselves, whatever its header. What is not sure is for columns that are looked for in vain. */
export function valueCandidates(profile: ColumnProfile): readonly Claimant[] {
  const { cells, values, dates, future, phones, mails } = profile;
  if (cells < fewestCells) return [];
  const showings: Showing[] = [...wordShowings(profile)];
  if (phones >= cells * nearlyAll) showings.push({ field: "phone", score: 0.88, evidence: "phones", count: phones });
  if (mails >= cells * nearlyAll && values.size * 2 > cells)
    showings.push({ field: "mail", score: 0.88, evidence: "mails", count: mails });
  if (dates >= cells * 0.8) {
    const isAhead = future >= cells * 0.6;
    showings.push({
      field: "nextDate",
      score: isAhead ? 0.7 : 0.45,
      evidence: isAhead ? "futureDates" : "dates",
      count: isAhead ? future : dates,
    });
  }
  return showings.map(({ field, score, evidence, count }) => ({
    field,
    score,
    because: { by: "values", evidence, count, of: cells },
  }));
}
