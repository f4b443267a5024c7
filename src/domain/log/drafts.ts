import type { FieldId } from "../schema/fieldIds";
import type { Language } from "../values/language";
import type { CellInput } from "../values/value";
import type { ListedCustomer } from "./customers";
import type { TouchDraft } from "./planTouch";
import { logText } from "./logText";
import type { StageMove } from "./stageMoves";
import type { UnrecordedStage } from "./unrecordedStages";

/** When and by whom something is entered. */
export interface Entry {
  /** Day and time of day of the entry, serial of the workbook's date system. */
  readonly enteredAt: number;
  /** Review day. */
  readonly today: number;
  /** Whoever works in the pane; null for "the team": then the customer's owner counts. */
  readonly who: string | null;
}

/** What somebody filled in about a touch. */
export interface NewTouch {
  readonly logId: string;
  readonly customer: Pick<ListedCustomer, "id" | "name" | "owner">;
  readonly isNew: boolean;
  readonly date: number;
  readonly method: string;
  readonly content: string;
  readonly feedback: string;
  readonly result: string;
  /** Cells of the customer's row that the form sets. */
  readonly changes: ReadonlyMap<FieldId, CellInput>;
}

/** The record of a touch. */
export function touchDraft(touch: NewTouch, { enteredAt, who }: Entry): TouchDraft {
  const { customer, ...rest } = touch;
  return {
    ...rest,
    kind: "contact",
    customerId: customer.id,
    customer: customer.name,
    enteredAt,
    who: who ?? customer.owner,
  };
}

/** What a change without a touch says of one customer. */
type RowChange = Pick<TouchDraft, "kind" | "logId" | "content" | "changes" | "fromStage">;

function changeDraft(customer: ListedCustomer, change: RowChange, { enteredAt, today, who }: Entry): TouchDraft {
  return {
    ...change,
    customerId: customer.id,
    customer: customer.name,
    isNew: false,
    enteredAt,
    date: today,
    who: who ?? customer.owner,
    method: "",
    feedback: "",
    result: "",
  };
}

/** The records of handing customers over. What was agreed, and with whom it was, stands in the content. */
export function transferDrafts(
  customers: readonly ListedCustomer[],
  { to, reason }: { readonly to: string; readonly reason: string },
  logIds: readonly string[],
  entry: Entry,
): readonly TouchDraft[] {
  return customers.map((customer, index) => {
    const content = `${customer.owner} → ${to}${reason.trim() === "" ? "" : `  ${reason.trim()}`}`;
    const changes = new Map([["owner", to] as const]);
    const change = { kind: "transfer", logId: logIds[index] ?? "", content: content.trim(), changes } as const;
    return changeDraft(customer, change, entry);
  });
}

/**
 * The records of moving next dates without a touch.
 * @param dayFor the new day of each customer
 */
export function rescheduleDrafts(
  customers: readonly ListedCustomer[],
  { dayFor, reason }: { readonly dayFor: (customer: ListedCustomer) => number; readonly reason: string },
  logIds: readonly string[],
  entry: Entry,
): readonly TouchDraft[] {
  return customers.map((customer, index) => {
    const changes = new Map([["nextDate", dayFor(customer)] as const]);
    const change = { kind: "reschedule", logId: logIds[index] ?? "", content: reason.trim(), changes } as const;
    return changeDraft(customer, change, entry);
  });
}

/** The records of stages that were changed in the grid. A closed customer gets its closing date, as in the form, where it has none. */
export function stageDrafts(
  moves: readonly StageMove[],
  logIds: readonly string[],
  entry: Entry,
): readonly TouchDraft[] {
  return moves.map(({ customer, from, keepsDate, isClosing }, index) => {
    const changes = new Map<FieldId, CellInput>([["stage", customer.stage]]);
    if (!keepsDate) changes.set("stageSince", entry.today);
    if (isClosing && customer.closedOn === null) changes.set("closedOn", entry.today);
    const change = { kind: "stage", logId: logIds[index] ?? "", content: "", changes, fromStage: from } as const;
    return changeDraft(customer, change, entry);
  });
}

/**
 * The records of stages that were changed in the sheet before anybody could record it. A day that nobody knows stays blank, and so do the
 * dates of the row: only how far the customer came is noted with it.
 */
export function lateStageDrafts(
  changed: readonly UnrecordedStage[],
  logIds: readonly string[],
  entry: Entry,
  language: Language,
): readonly TouchDraft[] {
  const content = logText[language].recordedLater;
  return changed.map(({ customer, from, day }, index) => {
    const changes = new Map([["stage", customer.stage]] as const);
    const change = { kind: "stage", logId: logIds[index] ?? "", content, changes, fromStage: from } as const;
    return { ...changeDraft(customer, change, entry), date: day };
  });
}
