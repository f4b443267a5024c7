import type { WinRateId } from "../../../domain/measures/conversion";
import type { CountId } from "../../../domain/measures/rowsBehind/numberRef";
import type { Promised } from "../../../domain/measures/followUp";
import type { FunnelMode } from "../../../domain/measures/funnel";
import type { Grouping } from "../../../domain/measures/people";
import type { PersonSignalId, SignalId } from "../../../domain/measures/signals/signal";
import type { Standing } from "../../../domain/measures/wilson";
import { terms } from "../../../domain/schema/terms/en";
import type {
  ActivityText,
  FigureText,
  FilterText,
  NumbersText,
  PageText,
  PeriodText,
  TargetText,
  TrendText,
} from "../types/numbers";
import { counted } from "./counted";
import { inline } from "./inline";

function text(name: string, definition: string, elsewhere = ""): FigureText {
  return { name, definition, elsewhere };
}

const { figure, measure, winRateBy } = terms;

const counts: Readonly<Record<CountId, FigureText>> = {
  open: text(
    figure.open,
    "Customers in an open stage; a stage nobody knows counts as open.",
    "Salesforce, HubSpot: Open",
  ),
  overdue: text(
    figure.overdue,
    "Open, and the next follow-up is before the review day.",
    "Pipedrive: Overdue activity",
  ),
  dueToday: text(figure.dueToday, "Open, and the next follow-up is the review day itself; not overdue."),
  stale: text(
    figure.stale,
    "Open, and silent for more days than the stage or the customer type allows (the smaller where both are set).",
    "Pipedrive: Rotting deals",
  ),
  stuck: text(
    figure.stuck,
    "Open, and in its stage for more days than the stage’s limit.",
    "Salesforce: Stage duration",
  ),
  noNextStep: text(
    figure.noNextStep,
    "Open, and the next follow-up is blank.",
    "Pipedrive: yellow triangle (no activity scheduled)",
  ),
  revisit: text(figure.revisit, "Lost or parked, and the day to come back has come."),
  won: text(figure.won, "Customers in a won stage.", "Closed Won"),
  lost: text(figure.lost, "Customers in a lost stage.", "Closed Lost"),
  parked: text(figure.parked, "Customers in a parked stage."),
};

const winRates: Readonly<Record<WinRateId, FigureText>> = {
  closed: text(
    winRateBy.closed,
    "Won ÷ (won + lost). Open and parked customers are left out.",
    "Salesforce, HubSpot, Pipedrive: Win rate",
  ),
  created: text(
    winRateBy.created,
    "Won ÷ all customers. Open ones are in the denominator, so many new ones make it look low.",
    "HubSpot: Close rate; Salesforce’s other way",
  ),
  broad: text(
    winRateBy.broad,
    "Won ÷ (won + lost + parked). Parking customers makes nothing look better.",
    "Kellblog: Broad win rate",
  ),
  strict: text(
    winRateBy.strict,
    "Won ÷ (won + lost + open ones that are overdue or stale). What is left lying counts.",
    "Zoho: Motivator",
  ),
};

const modes: Readonly<Record<FunnelMode, FigureText>> = {
  passed: text(
    "Reached or passed",
    "Customers that came to this stage or a later one; skipping counts, moving back lowers nothing.",
  ),
  all: text("All stages in order", "Customers that went through every stage up to this one.", "HubSpot: All stages"),
  any: text("Was there", "Customers that were in this stage, whatever came before.", "HubSpot: Any stages"),
};

const groupings: Readonly<Record<Grouping, string>> = {
  owner: "Owner",
  team: terms.team,
  source: "Source",
  customerType: "Customer type",
  tag: "Tag",
};

const filter: FilterText = {
  label: "Show only",
  all: "All customers",
  by: { owner: "Owner", team: terms.team, customerType: "Customer type" },
  only: (by, name) => (name === "" ? { owner: "No owner", team: "No team", customerType: "No type" }[by] : name),
  count: (shown, all) => `Counts ${shown} of ${counted(all, "customer")}`,
  clear: "Show all",
};

const period: PeriodText = {
  label: "Period",
  names: { week: "This week", days30: "Last 30 days", quarter: "This quarter", year: "This year", all: "All time" },
  before: { week: "Last week", days30: "30 days before", quarter: "Last quarter", year: "Last year" },
  days: (from, to) => (from === to ? from : `${from} to ${to}`),
  caption: (name, days) => `${name} (${days})`,
  head: "Figure",
  figures: {
    won: text(figure.won, "Closing date in the period, in a stage that is won.", "Closed Won"),
    lost: text(figure.lost, "Closing date in the period, in a stage that is lost.", "Closed Lost"),
    rate: text(
      figure.winRate,
      "Of the customers with a closing date in the period: won ÷ (won + lost). Open and parked customers are left out.",
      "Salesforce, HubSpot, Pipedrive: Win rate",
    ),
    amount: text(
      figure.wonAmount,
      "Amounts of the customers won with a closing date in the period, added up. A blank amount is no 0; those customers are listed apart.",
    ),
    created: text("New customers", "First contact in the period.", "New leads"),
  },
  figure: (name, of) => `${name} · ${inline(of)}`,
  withoutAmount: (count) => `${count} more without an amount`,
  undated: (closed, created) =>
    [
      ...(closed === 0 ? [] : [`${counted(closed, "won or lost customer")} without a closing date`]),
      ...(created === 0 ? [] : [`${counted(created, "customer")} without a first contact`]),
    ].join(", ") + ": counted in “All time” only.",
};

const activity: ActivityText = {
  label: "Order",
  orders: {
    overdue: "Most overdue first",
    open: "Most open first",
    touches: "Fewest contacts first",
    coverage: "Lowest coverage first",
    promises: "Fewest promises kept first",
    closed: "Most won first",
  },
  noOwner: "No owner",
  figures: {
    touches: text(
      "Contacts",
      "Contacts in the log with this person as the one who had them, whoever owns the customer. Transfers and moved dates are none.",
    ),
    coverage: text(
      "Coverage",
      "Of this owner’s customers that were open in the period, how many had a contact of substance, whoever had it (4 characters of content or feedback; a call nobody took is none).",
    ),
    promises: text(
      "Promises kept",
      "Of the next dates that this person set and that fell due in the period, how many had a contact on the day or before.",
    ),
    closed: text(
      figure.won,
      "Of this owner’s customers with a closing date in the period: won ÷ (won + lost).",
      "Win rate by owner",
    ),
  },
  figure: (owner, name, of) => `${owner} · ${inline(name)} · ${inline(of)}`,
  substantive: (count) => `${count} of substance`,
  oldest: (days) => `oldest ${counted(days, "day")}`,
  share: (part, whole, rate) => (rate === null ? `${part}/${whole}` : `${part}/${whole} ${rate}`),
  hint: (of) => `Contacts, coverage, promises and wins are of ${inline(of)}; open and overdue are of now.`,
};

const target: TargetText = {
  figure: text(
    "Target of the month",
    "Won amount of this owner’s customers closed in the month of the review day, against the monthly target in the Settings. Gap: target less won, at least 0. Needed of open: gap ÷ open amount. A blank amount is not 0: it is listed apart.",
  ),
  of: (owner, name) => `${owner} · ${inline(name)}`,
  reached: (won, of, share) => (share === null ? `${won}/${of}` : `${won}/${of} = ${share}`),
  gap: (amount) => `Gap ${amount}`,
  needed: (share) => `Needed of open ${share}`,
};

const trend: TrendText = {
  kinds: {
    rising: text(
      "Rising",
      "Open; up a stage in the last 14 days, and contacted in substance more often than in the 14 days before.",
    ),
    cooling: text(
      "Cooling",
      "Open; contacted in substance in the 14 days before, in the last 14 days less often or not at all, and not up a stage.",
    ),
  },
  signs: { rising: "↗", cooling: "↘" },
  none: "The log of the last 28 days shows no customer that is clearly rising or cooling.",
  more: (count) => `${count} more`,
};

const page: PageText = {
  heading: "Follow-up pages",
  save: "Save a page per owner to print",
  hint: "One page for each owner: open customers, overdue ones first, and those won or lost in the period. Open it in a browser and print; the workbook stays as it is.",
  copied: "The pages are copied",
  title: (owner) => `${owner}: follow-up`,
  asOf: (day) => `Review day ${day}`,
  open: (count) => `${terms.stageKind.open} ${count}`,
  closed: (of, count) => `Won and lost, ${inline(of)} ${count}`,
  customer: "Customer",
  stage: "Stage",
  amount: "Amount",
  lastContact: "Last contact",
  nextDate: "Next follow-up",
  nextStep: "Next step",
  late: (days) => `${counted(days, "day")} overdue`,
  outcome: "Outcome",
  closedOn: "Closed on",
  reason: "Reason",
};

const standing: Readonly<Record<Standing, string>> = {
  above: "▲ above all",
  below: "▼ below all",
  notToldApart: "cannot be told apart",
  tooFew: "too few, counts only",
};

const outcomes: Readonly<Record<Promised["outcome"], string>> = {
  kept: "kept",
  late: "contacted late",
  missed: "no contact",
  moved: "moved before it fell due",
  pending: "not decided yet",
};

const signals: Readonly<Record<SignalId, FigureText>> = {
  burst: text(
    "Logged in one go",
    "One person logged 5 or more contacts within 10 minutes. It may be a trip written up afterwards.",
  ),
  lateEntry: text(
    "Entered later",
    "Entered more than 2 days after the contact. Rows typed by hand have no entry time and are not judged.",
  ),
  futureContact: text(
    "Contact still to come",
    "When it was entered, its contact date had not come; without an entry time, the date is after the review day. Until that day no other number counts it.",
  ),
  copied: text("Same words", "At least 3 customers with the very same content (6 characters and more)."),
  similar: text(
    "Nearly the same words",
    "At least 3 customers with nearly the same content: of the runs of 3 characters in either, 80% and more are in both (6 characters and more). The very same words are counted as “Same words”.",
  ),
  sameDay: text("Won at once", "First contact and winning are on the same day."),
  noMovement: text(
    "Contacts without movement",
    "At least 6 contacts since the last change of stage, none with feedback from the customer.",
  ),
  flipFlop: text(
    "Stage there and back",
    "Left a stage and was back in it within 7 days, by the stage that each log row was written in. A change there and back in the sheet alone leaves no trace.",
  ),
  jump: text(
    "Stages left out",
    "Went forward past at least 2 open stages at once. Winning at once is not counted here.",
  ),
  earlyWin: text(
    "Early stage until won",
    "Known for at least 14 days, and logged as won with at least 2 open stages still ahead. Stages changed in the sheet alone leave no trace.",
  ),
  wonBeforeDate: text(
    "Won long before the next date",
    "The next follow-up set within 30 days before the win lies at least 30 days after it. The workbook keeps no expected closing dates, so only the next follow-up is looked at.",
  ),
  pushed: text(
    "Pushed again and again",
    "Since the last contact the next follow-up was moved to a later day at least 3 times.",
    "HubSpot: Close date pushed",
  ),
};

const signalWords: Readonly<Record<SignalId, (count: number) => string>> = {
  burst: () => "logged in one go",
  lateEntry: (days) => `entered ${counted(days, "day")} later`,
  futureContact: (days) => `dated ${counted(days, "day")} ahead`,
  copied: () => "same words",
  similar: () => "nearly the same words",
  flipFlop: (times) => `there and back ${counted(times, "time")}`,
  jump: (stages) => `${counted(stages, "stage")} left out`,
  earlyWin: (stages) => `won with ${counted(stages, "stage")} still ahead`,
  wonBeforeDate: (days) => `won ${counted(days, "day")} before the next date`,
  sameDay: () => "won on the day of the first contact",
  noMovement: (times) => `${counted(times, "contact")} without feedback`,
  pushed: (times) => `pushed ${counted(times, "time")}`,
};

const personSignals: Readonly<Record<PersonSignalId, FigureText>> = {
  lastMinute: text(
    "Logged just before the review",
    "Of the contacts of the last 7 days more than 60%, and at least 5, were entered within 24 hours before the review. Only its day is known, so any 24 hours that end on that day count, the fullest of them. Rows without an entry time stay in the denominator. It may just be a busy last day.",
  ),
  busyOwner: text(
    "Many contacts, few wins",
    "Contacts per customer (own contacts, own customers that had any) exceed 1.5 times those of all, while the upper end of the win rate’s range lies below everybody’s win rate.",
  ),
};

/** Log rows that show a signal; words that are similar are held against those of the other rows. */
function rowsOfSignal(id: SignalId, rows: readonly number[]): string {
  const [own, ...others] = rows;
  if (id === "similar") return `log row ${own}, like ${others.join(" and ")}`;
  return `log row${rows.length === 1 ? "" : "s"} ${rows.join(", ")}`;
}

export const numbersText: NumbersText = {
  heading: "Numbers",
  empty: "After a check you find win rates, the funnel, follow-up and the forecast here.",
  working: "Working it out…",
  hint: "Press any number to see how it is calculated and which customers it counts.",
  groups: {
    now: "Now",
    period: "By period",
    trends: "Rising and cooling customers",
    conversion: figure.winRate,
    funnel: "Funnel",
    time: "Time to win, days of silence",
    followUp: "Follow-up",
    people: "People and sources",
    reasons: terms.lossReasons,
    forecast: "Forecast",
    signals: "Worth a question",
  },
  filter,
  period,
  activity,
  target,
  trend,
  page,
  counts,
  notMeasured: terms.notMeasured,
  notMeasuredWhy: "No such column, cannot be counted",
  noCases: "no customers to calculate from yet",
  notSeen: "the sheet has no columns or dates that tell",
  winRate: figure.winRate,
  definitionOf: "How the win rate is calculated",
  winRates,
  rate: (part, whole, rate, interval) => `${part}/${whole} = ${rate} (${interval})`,
  countsOnly: (part, whole) => `${part}/${whole}`,
  fewNote: "fewer than 5, counts only",
  interval: "In brackets the 95% range: the fewer customers, the wider.",
  cohorts: "By month of first contact",
  cohortHead: "Month",
  customersHead: "Customers",
  stageHead: "Stage",
  daysHead: "Days",
  ofAllHead: measure.ofAll,
  toNextHead: measure.toNext,
  month: (year, month) => `${year}-${String(month).padStart(2, "0")}`,
  cohort: text(
    "Win rate of the month’s customers",
    "Of the customers first contacted in this month, how many have been won so far. Open ones are in the denominator, so recent months look lower.",
    "Cohort win rate",
  ),
  cohortRate: (month, rate) => `First contact ${month}: ${inline(figure.winRate)} ${rate}`,
  byAge: (days, rate) => `${days} d ${rate}`,
  tooYoung: "too soon",
  byAgeHint: "Won within so many days; “too soon” while some of the month’s customers are younger.",
  mode: "How the funnel counts",
  modes,
  won: figure.won,
  next: (from, to) =>
    text(
      `${from} → ${to}`,
      "Of the customers that came to the first stage, how many went on to the second. The steps multiply exactly to the whole.",
      "Stage conversion rate",
    ),
  reached: (stage, definition) => text(stage, definition, "Deal funnel"),
  toNext: (rate) => `→ ${rate}`,
  lowerBound: "≥",
  atLeast: (count) => `at least ${count}`,
  about: "≈",
  lowerBoundWhy:
    "≥ means at least, ≈ about: it was not noted of everybody how far they came, so the real numbers are these or higher.",
  unknown: (count) =>
    `${counted(count, "customer")} ${count === 1 ? "counts" : "count"} at the first step only: nobody noted how far they came.`,
  flows: (days) => `Entries in the last ${days} days, and what became of them`,
  flow: (entered, parts) => `${entered} entered = ${parts}`,
  flowParts: {
    advanced: "advanced",
    lost: inline(figure.lost),
    parked: inline(figure.parked),
    movedBack: "moved back",
    reassigned: "another owner",
    still: "still there",
  },
  converted: (days) =>
    text(
      measure.converted(days),
      "Aalen–Johansen estimate: open customers count for as long as they were watched, and losing is another end; so it is no plain division. Not shown with fewer than 5 customers watched that long.",
    ),
  halfWon: (days) => `Half of the customers are won within ${counted(days, "day")}`,
  undated: (count) => `${counted(count, "won or lost customer")} without a first contact or closing date left out.`,
  tooFew: "too few customers to say",
  ageing: measure.ageing,
  band: measure.band,
  bandText: (label) => text(`Silent ${label}`, "Open customers grouped by their days of silence."),
  asNow: "as now",
  watched: (watched, open) =>
    watched === 0
      ? "No stage has a limit for days in it yet, so nobody can tell who is stuck."
      : `${watched} of ${open} stages have a limit; only they are counted.`,
  limitKnown: (stage, days) => `${stage}: your own history suggests ${counted(days, "day")}`,
  noLimitKnown: (stage) => `${stage}: fewer than 5 customers have left it, so history does not say yet`,
  takeLimit: "Use it",
  takeLimitOf: (stage, days) => `Use ${counted(days, "day")} for ${stage}`,
  limitTaken: (stage, days) => `In the Settings: stuck after ${counted(days, "day")} in ${stage}`,
  stageTime: "Time in each stage (median)",
  stageTimeOf: (days, customers) => `${counted(days, "day")} (${customers} that left it)`,
  needsLog: "The follow-up log is empty, so these cannot be calculated. Log a few contacts first.",
  coverage: text(
    measure.coverage(7),
    "Of the customers open in these 7 days, how many had a contact of substance (4 characters of content or feedback; a call nobody took is none).",
  ),
  tooNew: (count) => `${counted(count, "customer")} open for too short a time, left out.`,
  onTime: text(
    measure.onTime(30),
    "Of the promised dates that fell due in these 30 days, how many had a contact on the day or before.",
  ),
  pending: (pending, moved) => `${pending} due today and undecided, ${moved} moved before they fell due.`,
  firstResponse: text(
    measure.firstResponse,
    "Days from the customer’s creation date to the first contact in the log, median. A first contact date does not count: it is that very contact.",
    "HubSpot, Zoho: Lead response time",
  ),
  withinOneDay: (rate) => `within a day ${rate}`,
  noCreationDay: "The sheet has no creation dates to count from. Add a column “Created on” to see this.",
  touches: text(
    measure.touches(7),
    "Contacts in the log in these 7 days; transfers and moved dates are none.",
    "HubSpot: Number of times contacted",
  ),
  touchCount: (substantive, customers) => `${substantive} of substance, ${counted(customers, "customer")}`,
  by: "Group by",
  groupings,
  noName: "(blank)",
  standing,
  groupHint:
    "Ordered by the lower end of the range. Where the range covers everybody’s rate, nobody can tell them apart.",
  group: {
    rate: (name) =>
      text(
        `${name} · ${inline(figure.winRate)}`,
        "Won ÷ (won + lost). Open and parked customers are left out.",
        "Win rate by owner",
      ),
    open: (name) => text(`${name} · ${inline(figure.open)}`, "Customers in an open stage.", "Open deals by owner"),
    overdue: (name) =>
      text(
        `${name} · ${inline(figure.overdue)}`,
        "Open, and the next follow-up is before the review day.",
        "Pipedrive: Overdue activity",
      ),
  },
  openOf: (open) => `${open} ${inline(figure.open)}`,
  overdueOf: (overdue) => `${overdue} ${inline(figure.overdue)}`,
  amounts: (open, won) => `${inline(figure.open)} ${open} · ${inline(figure.won)} ${won}`,
  traits: "What customers that are won have in common",
  noTraits: "No source, type or tag is clearly better yet (10 decided customers are needed).",
  trait: (by, name) => `${by}: ${name}`,
  reason: (name) =>
    text(name, "Lost or parked for this reason, and the stage they were last in.", "Closed lost reason"),
  lostParked: (lost, parked) => `${lost} ${inline(figure.lost)}, ${parked} ${inline(figure.parked)}`,
  lastStage: (stage, count) => `${stage ?? "stage unknown"} ${count}`,
  signals,
  personSignals,
  personSignal: (name, signal) => `${name} · ${signal}`,
  lastMinuteNote: (entered, all) => `${entered} of ${counted(all, "contact")} in 7 days entered within 24 hours`,
  equals: (share, value) => `${share} = ${value}`,
  definitionHere: (definition, note) => (note === "" ? definition : `${definition} Here: ${note}.`),
  busyOwnerNote: (each, rate, rateOfAll) => `contacts ÷ customers, all ${each}; win rate ${rate}, all ${rateOfAll}`,
  noEntryTime: (count) =>
    `${counted(count, "contact")} without an entry time (typed by hand): nobody can tell whether ${count === 1 ? "it was" : "they were"} entered late or in one go.`,
  signalsNeedLog: "The follow-up log is empty: only the dates in the sheet were looked at.",
  signalsHint: "None of this says that anybody did wrong: it is worth a question before the numbers are trusted.",
  noSignals: "Nothing that needs a question.",
  weighted: text(
    measure.weighted,
    "Sum of each open amount × the win probability of its stage: your own history from 20 decided customers on, 5 of them at the stage; else the probability set in the Settings; else none.",
    "Salesforce, Zoho: Expected revenue; HubSpot: Weighted amount; Pipedrive: Weighted value",
  ),
  range: (low, high) => `about 80% of the time between ${low} and ${high}`,
  rangeWhy:
    "About 80% of the time the amount won ends up between these (customers taken as independent). Only digits that are known are shown.",
  neglected: text(measure.neglected, "The part of the weighted amount that is stale or overdue; not taken off."),
  share: (rate) => `${rate} of it`,
  withoutAmount: {
    open: text(`${figure.open} without amount`, "Open customers whose amount is blank: not 0, and in none of these."),
    won: text(
      `${figure.won} without amount`,
      "Won customers whose amount is blank: not 0, and in neither the won amount nor its average.",
    ),
  },
  byClosing: "Weighted amount by expected close",
  closing: {
    passed: text(
      "Expected close passed",
      "Open customers whose expected close is before the review day: amount × chance. The date is to be moved, or the customer closed.",
      "Salesforce: Close date in the past",
    ),
    thisMonth: text(
      "Rest of this month",
      "Open customers who are expected to close from the review day to the end of its month: amount × chance.",
      "HubSpot: Forecast by close date",
    ),
    later: text("Later", "Open customers who are expected to close after the review day's month: amount × chance."),
    undated: text("No expected close", "Open customers without an expected close: amount × chance."),
  },
  closingOf: (customers, withoutAmount) =>
    withoutAmount === 0
      ? counted(customers, "customer")
      : `${counted(customers, "customer")}, ${withoutAmount} without an amount`,
  cycle: text(
    measure.cycle,
    "Days from first contact to won, median over won customers with both dates.",
    "HubSpot: Days to close; Zoho: Sales cycle duration; Pipedrive: Deal duration",
  ),
  mean: (days) => `mean ${counted(days, "day")}`,
  velocity: text(measure.velocity, "Open customers × average won amount × win rate ÷ sales cycle.", "Sales velocity"),
  velocityOf: (open, amount, rate, days) => `${open} × ${amount} × ${rate} ÷ ${counted(days, "day")}`,
  days: (days) => counted(days, "day"),
  perDay: (amount) => `${amount} a day`,
  chances: `${terms.winProbability} by stage`,
  chance: (won, resolved) => `${won} won of ${resolved} that reached it`,
  chanceFrom: (basis) =>
    basis === "history" ? "your own history" : basis === "set" ? "as set" : "too little history, and none set",
  chancesFrom: (bases) =>
    bases.length === 2
      ? "in part by your own history, in part by the set probabilities"
      : bases[0] === "set"
        ? "by the set probabilities"
        : "by your own history",
  noForecast: (decided) =>
    `Nobody can know: fewer than ${decided} customers were won or lost, and the Settings give no win probability by stage.`,
  withoutChance: (customers) => `${customers} without a known probability left out`,
  drill: {
    back: "Back to the numbers",
    definition: "How it is calculated",
    elsewhere: "Called elsewhere",
    numerator: "Numerator",
    denominator: "Denominator",
    noDenominator: "none: a count, a sum, a median or an estimate",
    counted: (count) => `Counted ${count}`,
    others: (count) => `In the denominator only ${count}`,
    notCounted: (count) => `Not counted ${count}`,
    noRows: "No customers.",
    more: (count) => `Show ${count} more`,
    show: "Select in the sheet",
    showPart: (part, parts) => `Select in the sheet (block ${part} of ${parts})`,
    row: (row) => `row ${row}`,
    gone: "not in the sheet any more",
    unnamed: "(no customer name)",
    go: (customer, row) => `${customer}, select row ${row}`,
  },
  because: {
    state: (state, day) => (day === null ? state : `${state} ${day}`),
    reached: (stage, known) => (known ? `reached ${stage}` : `reached ${stage} (only its present stage is known)`),
    days: (days) => counted(days, "day"),
    promise: (day, outcome, row) => `promised for ${day}, ${outcomes[outcome]} · log row ${row}`,
    contact: (day, substantive, row) => `contact ${day}${substantive ? "" : ", nothing of substance"} · log row ${row}`,
    signal: (id, count, rows) =>
      [signalWords[id](count ?? 0), ...(rows.length === 0 ? [] : [rowsOfSignal(id, rows)])].join(" · "),
    entered: (at, day, row) => `contact ${day}, ${at === null ? "no entry time" : `entered ${at}`} · log row ${row}`,
    noContact: "no contact of substance in this time",
    worth: (amount, chance, weighted) => `${amount} × ${chance} = ${weighted}`,
    noAmount: "no amount",
    amount: (amount) => `amount ${amount}`,
    created: (day) => (day === null ? "no first contact" : `first contact ${day}`),
    trend: (move, recent, earlier, rows) =>
      [
        ...(move === null ? [] : [`${move.from} → ${move.to}`]),
        `${counted(recent, "contact")} of substance in the last 14 days, ${earlier} in the 14 before`,
        `log row${rows.length === 1 ? "" : "s"} ${rows.join(", ")}`,
      ].join(" · "),
    noChance: (amount) => `${amount}, no win probability known`,
    expectedClose: (day) => `expected to close ${day}`,
  },
};
