import { hasMoved, lastIndex, type Look, type SignalCase } from "./signal";
import type { Touch } from "../../log/touch";

/** Touches since the last change of stage. */
const idleTouches = 6;
/** Times that a next date was moved without a touch. Source: HubSpot's guidance, three pushes and more. */
const mostPushes = 3;

/** Open customers with six touches or more since the last change of stage, none with feedback. */
export function touchedWithoutMoving({ customers, rowsOf }: Look): readonly SignalCase[] {
  return customers.flatMap((customer) => {
    if (customer.state !== "open") return [];
    const own = rowsOf(customer);
    const moved = lastIndex(own, hasMoved);
    const since = own.slice(moved + 1).filter(({ kind, feedback }) => kind === "contact" && feedback.trim() === "");
    return since.length >= idleTouches ? [{ customer, logRows: since.map(({ row }) => row), count: since.length }] : [];
  });
}

/** Open customers whose next date was moved to a later day three times or more since the last contact. */
export function pushedDates({ customers, rowsOf }: Look): readonly SignalCase[] {
  return customers.flatMap((customer) => {
    if (customer.state !== "open") return [];
    const pushes = pushesOf(rowsOf(customer));
    return pushes.length >= mostPushes
      ? [{ customer, logRows: pushes.map(({ row }) => row), count: pushes.length }]
      : [];
  });
}

/** Moves of the next date to a later day since the last contact. @param own rows of one customer, in order */
function pushesOf(own: readonly Touch[]): readonly Touch[] {
  const lastContact = lastIndex(own, ({ kind }) => kind === "contact");
  let before = own[lastContact]?.promised ?? null;
  return own.slice(lastContact + 1).filter(({ kind, promised }) => {
    if (kind !== "reschedule" || promised === null) return false;
    const isLater = before === null || promised > before;
    before = promised;
    return isLater;
  });
}
