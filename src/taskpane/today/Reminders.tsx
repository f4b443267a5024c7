import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import type { OwnerChoice } from "./dueGroups";
import { UnrecordedStages } from "./UnrecordedStages";
import { WeekReport } from "./WeekReport";

interface Props {
  readonly book: RepBook;
  /** Customers of whoever is chosen. */
  readonly customers: readonly ListedCustomer[];
  readonly me: OwnerChoice;
}

/** What is left from earlier: last week's report, and stages that nobody recorded. Loaded after the list itself. */
export default function Reminders({ book, customers, me }: Props) {
  return (
    <>
      <WeekReport key={me} book={book} customers={customers} me={me} />
      <UnrecordedStages book={book} customers={customers} />
    </>
  );
}
