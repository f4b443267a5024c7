import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import type { Week } from "../../domain/log/takeAlongText";
import type { Touch } from "../../domain/log/touch";
import { weekReportText } from "../../domain/log/weekReport";
import { usePane, useRepState } from "../pane";
import type { OwnerChoice } from "./dueGroups";

/** The log as it was read last; empty before it was. */
export function useTouches(): readonly Touch[] {
  const { session } = usePane();
  const { log } = useRepState();
  return (log ?? session.schema.subject()?.reading.log)?.touches ?? [];
}

/** The report of a week, of whoever is chosen, as text. */
export function useWeekReport(
  book: RepBook,
  customers: readonly ListedCustomer[],
  me: OwnerChoice,
): (week: Week) => string {
  const { language } = usePane();
  const touches = useTouches();
  const { columns } = book.records;
  return (week) => weekReportText({ ...book, language, columns, week, touches, customers, who: me });
}
