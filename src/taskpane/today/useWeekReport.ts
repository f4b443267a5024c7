import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import type { Week } from "../../domain/log/takeAlongText";
import { weekReportText } from "../../domain/log/weekReport";
import { usePane } from "../pane";
import { useTouches } from "../rep/useTouches";
import type { OwnerChoice } from "./dueGroups";

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
