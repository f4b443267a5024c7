import { placeReader } from "../../schema/stagePlaces";
import { inWrittenOrder, lastIndex, skippedStages, type Look, type SignalCase } from "./signal";

/** Days with a customer, at the least, for an early stage to be worth a question. Ours. */
const knownDays = 14;
/** A next date is far out where it lies this many days behind the win, and shortly before is this many days. Ours. */
const [farDays, shortDays] = [30, 30] as const;

/** Won on the day of the first contact. Source: FunnelCake, "same-day". */
export function sameDayWins({ customers }: Look): readonly SignalCase[] {
  return customers
    .filter(({ state, created, closed }) => state === "won" && created !== null && created === closed)
    .map((customer) => ({ customer, logRows: [], count: null }));
}

/**
 * Won customers whose stage stayed early until the win: the log row that records the win comes from a stage with two open
 * ones or more behind it, none of the log's rows before it knows a later stage, and the customer had been known for 14 days
 * or more by the first contact in the sheet or the log. The count is how many open stages were left out. One half of what is
 * called sandbagging (garysmithpartnership.com). A win, or a stage, that was typed into the sheet without the log leaves no
 * trace: nothing is said of it. Nor is anything of large deals that were entered late: since when somebody had known of them
 * stands nowhere.
 */
export function earlyWins({ customers, rowsOf, stages }: Look): readonly SignalCase[] {
  const placeOf = placeReader(stages);
  const depth = stages.filter(({ kind }) => kind === "open").length;
  return customers.flatMap((customer) => {
    if (customer.state !== "won") return [];
    const own = inWrittenOrder(rowsOf(customer));
    const win = lastIndex(own, ({ fromStage, toStage }) => {
      return placeOf(toStage) === "won" && typeof placeOf(fromStage) === "number";
    });
    const row = own[win];
    if (row === undefined) return [];
    const step = placeOf(row.fromStage);
    const isLater = (name: string) => {
      const place = placeOf(name);
      return typeof place === "number" && typeof step === "number" && place > step;
    };
    if (typeof step !== "number" || own.slice(0, win).some((at) => isLater(at.fromStage) || isLater(at.toStage)))
      return [];
    const skipped = depth - 1 - step;
    const first = Math.min(customer.created ?? Number.POSITIVE_INFINITY, ...own.map(({ date }) => date ?? Infinity));
    const days = Math.floor(row.date ?? 0) - Math.floor(first);
    return skipped >= skippedStages && days >= knownDays ? [{ customer, logRows: [row.row], count: skipped }] : [];
  });
}

/**
 * Won customers whose next date was far out shortly before: the date that stood on the eve of the win was set at most 30 days
 * before it and lies 30 days or more behind it; the count is by how many days the win came first. The other half of what is
 * called sandbagging. The workbook holds no expected closing date and no history of one: a next follow-up is all that can be
 * seen, and a customer may well sign before a call that was agreed on. Rows of the day of the win are left out: what they
 * promise may be the care that follows it.
 */
export function winsBeforeDate({ customers, rowsOf }: Look): readonly SignalCase[] {
  return customers.flatMap((customer) => {
    const { closed, state } = customer;
    if (state !== "won" || closed === null) return [];
    const own = rowsOf(customer);
    const row = own[lastIndex(own, ({ date, promised }) => promised !== null && date !== null && date < closed)];
    if (row === undefined) return [];
    const [early, ago] = [(row.promised ?? 0) - closed, closed - (row.date ?? 0)];
    return early >= farDays && ago <= shortDays ? [{ customer, logRows: [row.row], count: early }] : [];
  });
}
