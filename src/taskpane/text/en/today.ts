import type { DueFlag, DueItem } from "../../../domain/clocks/due";
import { fieldName } from "../../../domain/schema/fieldName";
import { terms } from "../../../domain/schema/terms/en";
import type { FiguresText, TodayText } from "../types/today";
import { counted } from "./counted";

const { figure } = terms;
const { overdue, dueToday, stale, stuck, noNextStep, revisit } = figure;

/** A flag in words, with the days that it stands for. */
function reasonOf({ group, days, limit }: DueFlag, stageName: string, promised: string | null): string {
  const stage = stageName === "" ? "" : ` (${stageName})`;
  const past = `${counted(days ?? 0, "day")} > ${counted(limit ?? 0, "day")}${stage}`;
  switch (group) {
    case "overdue":
      return `${overdue}: promised ${promised ?? ""}, ${counted(days ?? 0, "day")} ago`;
    case "today":
      return "Promised for today";
    case "stale":
      return `${stale}: ${past}`;
    case "stuck":
      return `${stuck}: in its stage ${past}`;
    case "revisit":
      return `Time to come back, ${counted(days ?? 0, "day")} ago`;
    case "noNextStep":
      return `${figure.open}, but without a next follow-up date`;
  }
}

/** Where the last contact stands, for whoever wants to look it up. */
function sourceOf({ evidence, row }: Pick<DueItem, "evidence" | "row">): string {
  if (evidence?.kind === "log") return `log row ${evidence.row}`;
  return evidence === null ? `row ${row}` : `from the column ${fieldName(evidence.field, "en")}, row ${row}`;
}

/** The contact that silence is counted from, and where it stands. */
function lastContactOf(last: string | null, where: Pick<DueItem, "evidence" | "row">): string {
  return `${last === null ? "no last contact date" : `last real contact ${last}`} · ${sourceOf(where)}`;
}

export const figuresText: FiguresText = {
  label: "Key figures",
  name: (key) => figure[key],
  notMeasured: "Not measured: the sheet has no such column",
  notMeasuredShort: terms.notMeasured,
  unreadable: (columns, rows) =>
    columns.length > 0
      ? `The sheet has lost a column: ${columns.join(", ")}. What needs it shows “–”. Undo the deletion, or put the column back under Fields and rules.`
      : `${rows === 1 ? "1 row shows an error" : `${rows} rows show errors`} where stage, owner, customer or next date belong. Figures show “–” until that is put right; Check names the cells.`,
  noneClosed: "none closed yet",
  rate: (won, closed) => `${won}/${closed}`,
};

export const todayText: TodayText = {
  heading: "Today",
  owner: "Whose customers",
  team: "Whole team",
  nobody: "No owner",
  groups: { overdue, today: dueToday, stale, stuck, noNextStep, revisit },
  trends: { rising: "↗ rising", cooling: "↘ cooling" },
  later: { tomorrow: "Tomorrow", thisWeek: "Later this week", others: "Other customers" },
  count: (shown, total) => (total > shown ? `${shown} of ${total}` : String(shown)),
  partOf: "The others stand in a group above",
  search: "Find by name, contact, phone",
  found: (count) => `${counted(count, "customer")} found`,
  notFound: (query) => `Nobody found for “${query}”. Try another spelling, or look at the whole team.`,
  shows: (who, due) => `${who}: ${counted(due, "customer")} to follow up today`,
  unnamed: "(no customer name)",
  noStage: "no stage",
  noDate: "no date",
  flag: (item) => {
    if (item.group === "overdue") return `${counted(item.days ?? 0, "day")} late`;
    if (item.group === "today") return "today";
    if (item.group === "stale") return item.days === null ? "never contacted" : `silent ${counted(item.days, "day")}`;
    if (item.group === "stuck") return `in stage ${counted(item.days ?? 0, "day")}`;
    if (item.group === "revisit") return item.days === 0 ? "today" : `${counted(item.days ?? 0, "day")} late`;
    return "no date";
  },
  explain: (item, last, promised) => {
    const flags = [item, ...item.also].map((flag) => reasonOf(flag, item.stage, promised));
    return [...flags, lastContactOf(last, item)].join(" · ");
  },
  reason: reasonOf,
  lastContact: lastContactOf,
  flagLabel: (flag, customer) => `${flag}: why ${customer} is here`,
  more: (count) => `Show ${count} more`,
  empty: (owner) =>
    owner === null ? "No customers to follow up today." : `${owner} has no customers to follow up today.`,
  tomorrow: (count) =>
    count === 0 ? "None tomorrow either." : `Tomorrow there ${count === 1 ? "is 1" : `are ${count}`}.`,
  teamTomorrow: (count) =>
    count === 0 ? "The team has none tomorrow either." : `The team has ${counted(count, "customer")} tomorrow.`,
  noDates: "This sheet has no “Next follow-up” column, so nobody can be overdue. Add the column, then check again.",
  notChecked: "Not checked yet.",
  check: "Check this sheet",
};
