import type { FieldId } from "../schema/fieldIds";
import type { CellInput } from "../values/value";
import type { ListedCustomer } from "./customers";
import type { TouchDraft } from "./planTouch";

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

function changeDraft(
  kind: "transfer" | "reschedule",
  customer: ListedCustomer,
  logId: string,
  content: string,
  changes: ReadonlyMap<FieldId, CellInput>,
  { enteredAt, today, who }: Entry,
): TouchDraft {
  return {
    logId,
    customerId: customer.id,
    customer: customer.name,
    isNew: false,
    kind,
    enteredAt,
    date: today,
    who: who ?? customer.owner,
    method: "",
    content,
    feedback: "",
    result: "",
    changes,
  };
}

/** The records of handing customers over. What was agreed, and with whom it was, stands in the content. */
export function transferDrafts(
  customers: readonly ListedCustomer[],
  to: string,
  reason: string,
  logIds: readonly string[],
  entry: Entry,
): readonly TouchDraft[] {
  return customers.map((customer, index) => {
    const content = `${customer.owner} → ${to}${reason.trim() === "" ? "" : `  ${reason.trim()}`}`;
    return changeDraft("transfer", customer, logIds[index] ?? "", content.trim(), new Map([["owner", to]]), entry);
  });
}

/**
 * The records of moving next dates without a touch.
 * @param dayFor the new day of each customer
 */
export function rescheduleDrafts(
  customers: readonly ListedCustomer[],
  dayFor: (customer: ListedCustomer) => number,
  reason: string,
  logIds: readonly string[],
  entry: Entry,
): readonly TouchDraft[] {
  return customers.map((customer, index) =>
    changeDraft(
      "reschedule",
      customer,
      logIds[index] ?? "",
      reason.trim(),
      new Map([["nextDate", dayFor(customer)]]),
      entry,
    ),
  );
}
