import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { usePane } from "../pane";
import type { OwnerChoice } from "./dueGroups";
import { TakeAlong } from "./TakeAlong";
import { comingBack } from "./todayList";

interface Props {
  readonly check: CheckResult;
  /** Customers of whoever is chosen. */
  readonly customers: readonly ListedCustomer[];
  readonly me: OwnerChoice;
}

/** What a rep does with the list besides working it off. Loaded after the list itself. */
export default function RepTools({ check, customers, me }: Props) {
  const { session } = usePane();
  const book = session.rep.book();
  if (!check.installed || book === null) return null;
  return (
    <TakeAlong book={book} check={check} customers={customers} second={comingBack(check, customers, book)} me={me} />
  );
}
