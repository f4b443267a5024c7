import type { Touch } from "../log/touch";
import type { ReviewContext } from "../schema/reviewContext";
import type { Records } from "../followUps/records";
import { clockReader, type RowState } from "../clocks/clocks";
import { cohorts, winRateCases, type WinRateId } from "./conversion";
import type { Customer } from "./customer";
import type { DueFlag, DueGroup, Evidence } from "../clocks/due";
import { firstResponses, isSubstantive, type Promised } from "./followUp";
import { funnel, type FunnelMode } from "./funnel";
import { spellOf } from "./incidence";
import { lastContactReader, lastTouches, type LastContact } from "./lastContact";
import { flagsOf } from "./measure";
import type { AllMeasures } from "./allMeasures";
import { groupsBy, type Grouping } from "./people";
import { lastMinuteEntries } from "./signals/entries";
import { busyOwners } from "./signals/owners";
import { lookAt, type PersonSignalId, type SignalId } from "./signals/signal";
import { casesOf } from "./signals/signalsOf";

/** Figures that count customers in one state, or with one flag. */
export const countIds = [
  ...(["open", "overdue", "dueToday", "stale", "stuck", "noNextStep", "revisit", "won", "lost", "parked"] as const),
] as const;
export type CountId = (typeof countIds)[number];

/** A number that somebody can ask about. */
export type NumberRef =
  | { readonly kind: "count"; readonly id: CountId }
  | { readonly kind: "winRate"; readonly id: WinRateId }
  /** Month 1 to 12. */
  | { readonly kind: "cohort"; readonly year: number; readonly month: number }
  /** Steps count from 0; the one after the last open stage is winning. */
  | { readonly kind: "reached" | "next"; readonly mode: FunnelMode; readonly step: number }
  | { readonly kind: "converted"; readonly days: number }
  | { readonly kind: "coverage" | "onTime" | "firstResponse" | "touches" }
  | { readonly kind: "group"; readonly by: Grouping; readonly name: string; readonly of: "rate" | "open" | "overdue" }
  | { readonly kind: "reason"; readonly name: string }
  | { readonly kind: "signal"; readonly id: SignalId }
  | { readonly kind: "personSignal"; readonly id: PersonSignalId; readonly name: string }
  | { readonly kind: "band"; readonly from: number; readonly to: number | null }
  | { readonly kind: "weighted" | "neglected" | "withoutAmount" | "cycle" | "velocity" };

/** Why a row is there, as data; the pane has the words. Days are serials of the workbook's date system. */
export type Because =
  | { readonly kind: "state"; readonly state: Customer["state"]; readonly day: number | null }
  | { readonly kind: "flag"; readonly flag: DueFlag; readonly stage: string }
  | { readonly kind: "lastContact"; readonly day: number | null; readonly evidence: Evidence | null }
  /** `stage` is null for winning; `known` is false where only the present stage says so. */
  | { readonly kind: "reached"; readonly stage: string | null; readonly known: boolean }
  | { readonly kind: "days"; readonly days: number }
  | { readonly kind: "promise"; readonly due: number; readonly outcome: Promised["outcome"]; readonly logRow: number }
  | { readonly kind: "contact"; readonly day: number; readonly logRow: number; readonly substantive: boolean }
  /** When a contact was entered, day and time of day; null where nobody knows. */
  | { readonly kind: "entered"; readonly at: number | null; readonly day: number; readonly logRow: number }
  | { readonly kind: "noContact" }
  /** Log rows that show a signal, and what was counted. */
  | {
      readonly kind: "signal";
      readonly id: SignalId;
      readonly count: number | null;
      readonly logRows: readonly number[];
    }
  | { readonly kind: "worth"; readonly amount: number; readonly chance: number }
  | { readonly kind: "noAmount" };

export interface RowBehind {
  /** Null for a log row whose customer is not in the sheet any more. */
  readonly customer: Customer | null;
  readonly because: readonly Because[];
}

/** What stands behind a number. */
export interface RowsBehind {
  /** What is counted: the numerator. */
  readonly rows: readonly RowBehind[];
  /** In the denominator only. */
  readonly others: readonly RowBehind[];
  /** Size of the denominator; null for a sum, a median or an estimate, which have none. */
  readonly whole: number | null;
}

/** What the numbers were worked out from, and what they came to. */
export interface NumbersBasis extends ReviewContext {
  readonly records: Records;
  readonly touches: readonly Touch[];
  readonly measures: AllMeasures;
}

const flagOfCount: Readonly<Partial<Record<CountId, DueGroup>>> = {
  overdue: "overdue",
  dueToday: "today",
  stale: "stale",
  stuck: "stuck",
  noNextStep: "noNextStep",
  revisit: "revisit",
};

/** Looks up the customers behind a number, and why each of them counts. */
export function rowsBehind(ref: NumberRef, basis: NumbersBasis): RowsBehind {
  const { records, schema, touches, today, measures } = basis;
  const { customers } = measures;
  const read = clockReader(records.columns, basis);
  const lastContactOf = lastContactReader(records, today, lastTouches(touches, today));
  const stages = schema.stages.filter(({ kind }) => kind === "open").map(({ name }) => name);
  const rowOf = (customer: Customer) => records.values[customer.index] ?? [];
  const chanceOf = ({ step }: Customer) => measures.probabilities[step ?? 0]?.probability ?? 0;

  const stateOf = ({ state, closed }: Customer): Because => ({ kind: "state", state, day: closed });
  const byState = (customer: Customer): RowBehind => ({ customer, because: [stateOf(customer)] });
  const worth = (customer: Customer): RowBehind => ({
    customer,
    because: [
      customer.amount === null
        ? { kind: "noAmount" }
        : { kind: "worth", amount: customer.amount, chance: chanceOf(customer) },
    ],
  });
  const lastContact = (last: LastContact): Because => ({ kind: "lastContact", ...last });
  /** All flags of a customer, the asked one first, and the contact that silence is counted from. */
  const flagged = (customer: Customer, first: DueGroup): RowBehind => {
    const flags = [...flagsOf(read(rowOf(customer)))].sort(
      (a, b) => Number(b.group === first) - Number(a.group === first),
    );
    return {
      customer,
      because: [
        ...flags.map((flag): Because => ({ kind: "flag", flag, stage: customer.stage })),
        lastContact(lastContactOf(rowOf(customer))),
      ],
    };
  };
  /** An open customer with its flags, any other with its end. */
  const asItStands = (customer: Customer): RowBehind => {
    if (!customer.overdue && !customer.stale) return byState(customer);
    return flagged(customer, customer.overdue ? "overdue" : "stale");
  };
  const ratio = (
    part: readonly Customer[],
    whole: readonly Customer[],
    toRow: (customer: Customer) => RowBehind,
  ): RowsBehind => {
    const counted = new Set(part);
    return {
      rows: part.map(toRow),
      others: whole.filter((customer) => !counted.has(customer)).map(toRow),
      whole: whole.length,
    };
  };
  const list = (rows: readonly RowBehind[], whole: number | null = null): RowsBehind => ({
    rows,
    others: [],
    whole,
  });
  const signalSource = { customers, touches, stages: schema.stages, today };
  const open = customers.filter(({ state }) => state === "open");
  const isWon = ({ state }: Customer) => state === "won";

  const flagRows = (among: readonly Customer[], group: DueGroup): readonly RowBehind[] => {
    const daysOf = (state: RowState) => flagsOf(state).find((flag) => flag.group === group);
    return among
      .flatMap((customer) => {
        const flag = daysOf(read(rowOf(customer)));
        return flag ? [{ customer, days: flag.days ?? 0 }] : [];
      })
      .sort((a, b) => b.days - a.days)
      .map(({ customer }) => flagged(customer, group));
  };
  const counted = (id: CountId): RowsBehind => {
    const group = flagOfCount[id];
    if (group === undefined) {
      const own = customers.filter(({ state }) => state === id);
      return list(own.map(byState), customers.length);
    }
    const among = group === "revisit" ? customers.filter(({ state }) => state === "lost" || state === "parked") : open;
    return list(flagRows(among, group), among.length);
  };

  const funnelRow = (step: number) => {
    const known = new Map(measures.journeys.map(({ customer, hasHistory }) => [customer, hasHistory]));
    return (customer: Customer): RowBehind => ({
      customer,
      because: [
        { kind: "reached", stage: stages[step] ?? null, known: known.get(customer) === true || isWon(customer) },
        stateOf(customer),
      ],
    });
  };

  switch (ref.kind) {
    case "count":
      return counted(ref.id);
    case "winRate": {
      const { part, whole } = winRateCases(ref.id, customers);
      return ratio(part, whole, asItStands);
    }
    case "cohort": {
      const members =
        cohorts(customers, [], basis).find(({ year, month }) => year === ref.year && month === ref.month)?.customers ??
        [];
      return ratio(members.filter(isWon), members, byState);
    }
    case "reached": {
      const { steps } = funnel(measures.journeys, stages.length, ref.mode);
      const first = ref.mode === "passed" ? (steps[0]?.customers ?? []) : customers;
      return ratio(steps[ref.step]?.customers ?? [], first, funnelRow(ref.step));
    }
    case "next": {
      const { steps } = funnel(measures.journeys, stages.length, ref.mode);
      const next = new Set(steps[ref.step + 1]?.customers ?? []);
      const here = steps[ref.step]?.customers ?? [];
      return ratio(
        here.filter((customer) => next.has(customer)),
        here,
        funnelRow(ref.step),
      );
    }
    case "converted": {
      const rows = customers.flatMap((customer) => {
        const spell = spellOf(customer, today);
        return spell ? [{ customer, spell }] : [];
      });
      const toRow = ({ customer, spell }: (typeof rows)[number]): RowBehind => ({
        customer,
        because: [stateOf(customer), { kind: "days", days: spell.days }],
      });
      const inTime = ({ spell }: (typeof rows)[number]) => spell.end === "won" && spell.days <= ref.days;
      return {
        rows: rows.filter(inTime).map(toRow),
        others: rows.filter((row) => !inTime(row)).map(toRow),
        whole: null,
      };
    }
    case "coverage": {
      if (!measures.logged) return list([]);
      const { coverage, week } = measures.logged;
      const last = new Map<string, Touch>();
      for (const touch of touches) {
        const { date, customerId } = touch;
        if (date === null || date < week.from || date >= week.to + 1 || !isSubstantive(touch)) continue;
        if (date >= (last.get(customerId)?.date ?? 0)) last.set(customerId, touch);
      }
      return ratio(coverage.contacted, coverage.open, (customer) => {
        const touch = last.get(customer.id);
        return { customer, because: [touch ? contactOf(touch) : { kind: "noContact" }] };
      });
    }
    case "onTime": {
      const { due } = measures.logged?.promises ?? { due: [] };
      const byId = byCustomerId(customers);
      const toRow = ({ customerId, due: day, outcome, row }: Promised): RowBehind => ({
        customer: byId.get(customerId) ?? null,
        because: [{ kind: "promise", due: day, outcome, logRow: row }],
      });
      return {
        rows: due.filter(({ outcome }) => outcome === "kept").map(toRow),
        others: due.filter(({ outcome }) => outcome !== "kept").map(toRow),
        whole: due.length,
      };
    }
    case "firstResponse":
      return list(
        [...firstResponses(customers, touches, today)]
          .sort((a, b) => b.days - a.days)
          .map(({ customer, days }) => ({ customer, because: [{ kind: "days", days }] })),
      );
    case "touches": {
      if (!measures.logged) return list([]);
      const { week } = measures.logged;
      const byId = byCustomerId(customers);
      const inWeek = touches.filter(
        ({ kind, date }) => kind === "contact" && date !== null && date >= week.from && date < week.to + 1,
      );
      return list(
        inWeek.map((touch) => ({ customer: byId.get(touch.customerId) ?? null, because: [contactOf(touch)] })),
      );
    }
    case "group": {
      const members =
        groupsBy(customers, ref.by).find(({ name }) => name.toLowerCase() === ref.name.toLowerCase())?.customers ?? [];
      if (ref.of === "rate") {
        const { part, whole } = winRateCases("closed", members);
        return ratio(part, whole, byState);
      }
      const own = members.filter(({ state }) => state === "open");
      return ref.of === "open" ? list(own.map(asItStands), members.length) : list(flagRows(own, "overdue"), own.length);
    }
    case "reason": {
      const losses = measures.reasons.find(({ name }) => name === ref.name);
      const rows = (losses?.stages ?? []).flatMap(({ stage, customers: own }) =>
        own.map((customer): RowBehind => ({
          customer,
          because: [stateOf(customer), ...(stage === null ? [] : [{ kind: "reached", stage, known: true } as const])],
        })),
      );
      return list(rows, customers.filter(({ state }) => state === "lost" || state === "parked").length);
    }
    case "signal":
      return list(
        casesOf(ref.id, signalSource).map(({ customer, count, logRows }) => ({
          customer,
          because: [{ kind: "signal", id: ref.id, count, logRows }],
        })),
      );
    case "personSignal": {
      const look = lookAt(signalSource);
      if (ref.id === "busyOwner") {
        const owner = busyOwners(look).find(({ name }) => name === ref.name);
        const toRow = (touch: Touch) => ({ customer: look.customerOf(touch), because: [contactOf(touch)] });
        return list((owner?.contacts ?? []).map(toRow), owner?.customers ?? 0);
      }
      const person = lastMinuteEntries(look).find(({ name }) => name === ref.name);
      const [entered, others] = [person?.entered ?? [], person?.others ?? []];
      const toRow = (touch: Touch) => ({ customer: look.customerOf(touch), because: [enteredOf(touch)] });
      return { rows: entered.map(toRow), others: others.map(toRow), whole: entered.length + others.length };
    }
    case "band": {
      const rows = open.flatMap((customer) => {
        const { daysSilent } = read(rowOf(customer));
        const isIn = daysSilent !== null && daysSilent >= ref.from && (ref.to === null || daysSilent <= ref.to);
        return isIn ? [{ customer, days: daysSilent }] : [];
      });
      return list(
        rows
          .sort((a, b) => b.days - a.days)
          .map(({ customer, days }) => ({
            customer,
            because: [{ kind: "days", days }, lastContact(lastContactOf(rowOf(customer)))],
          })),
        open.length,
      );
    }
    case "weighted":
      return list(byWorth(open.filter(({ amount }) => amount !== null)).map(worth));
    case "neglected": {
      const own = open.filter(({ amount, overdue, stale }) => amount !== null && (overdue || stale));
      return list(
        byWorth(own).map((customer) => ({
          customer,
          because: [...worth(customer).because, ...asItStands(customer).because],
        })),
      );
    }
    case "withoutAmount":
      return list(open.filter(({ amount }) => amount === null).map(worth), open.length);
    case "cycle":
      return list(
        customers
          .flatMap((customer) => {
            const spell = isWon(customer) ? spellOf(customer, today) : null;
            return spell ? [{ customer, days: spell.days }] : [];
          })
          .sort((a, b) => b.days - a.days)
          .map(({ customer, days }) => ({ customer, because: [stateOf(customer), { kind: "days", days }] })),
      );
    case "velocity":
      return list(open.map(asItStands));
  }

  function byWorth(among: readonly Customer[]): readonly Customer[] {
    return [...among].sort((a, b) => (b.amount ?? 0) * chanceOf(b) - (a.amount ?? 0) * chanceOf(a));
  }
}

function contactOf(touch: Touch): Because {
  const { date, row } = touch;
  return { kind: "contact", day: Math.floor(date ?? 0), logRow: row, substantive: isSubstantive(touch) };
}

function enteredOf({ date, enteredAt, row }: Touch): Because {
  return { kind: "entered", at: enteredAt, day: Math.floor(date ?? 0), logRow: row };
}

function byCustomerId(customers: readonly Customer[]): ReadonlyMap<string, Customer> {
  return new Map(customers.filter(({ id }) => id !== "").map((customer) => [customer.id, customer]));
}
