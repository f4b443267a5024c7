import type { ListedCustomer } from "./customers";
import { timelineOf } from "./readLog";
import type { Touch } from "./touch";

/** What was said of a customer last, and when. */
export interface LastWords {
  readonly text: string;
  /** Serial of the day; null where nobody knows it: the customer's own row does not say when its words were written. */
  readonly day: number | null;
}

/**
 * The newest words of a customer: those of the latest touch in the log, and only where it has none those of the customer's row, which may
 * be older than anything.
 * @param touches null while the log has not been read
 */
export function lastWords(customer: Pick<ListedCustomer, "id" | "words">, touches: readonly Touch[] | null): LastWords {
  const logged = touches === null || customer.id === "" ? [] : timelineOf(touches, customer.id);
  const latest = logged.find(({ kind, content, feedback }) => kind === "contact" && (content || feedback) !== "");
  return latest ? { text: latest.content || latest.feedback, day: latest.date } : { text: customer.words, day: null };
}
