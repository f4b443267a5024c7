import type { FieldId } from "../schema/fieldIds";
import { shortAmount } from "../values/amountText";
import { dateOf } from "../values/date";
import type { Language } from "../values/language";
import type { ReviewContext } from "../schema/reviewContext";
import type { ListedCustomer } from "./customers";
import { oneLine } from "./oneLine";
import { takeAlongText } from "./takeAlongText";
import type { Touch } from "./touch";

/** A customer as far as a line of text tells of it. */
export type ToldCustomer = Pick<ListedCustomer, "id" | "name" | "owner" | "stage" | "nextStep" | "words" | "values">;

/** Whoever is told of, and how days and amounts are written. */
export interface Telling extends Pick<ReviewContext, "system" | "language"> {
  /** Places of the fields in a customer's values. */
  readonly columns: ReadonlyMap<FieldId, number>;
  /** One owner, `""` for customers without one; null for the whole team, whose lines name the owner. */
  readonly who: string | null;
}

/** Characters of what is said of a customer at once: a chat message is read on a phone. A Chinese one says what two others say. */
const mostWords: Readonly<Record<Language, number>> = { "zh-CN": 40, en: 80 };

/** What stands in brackets behind a customer's name: whose it is, its stage, its amount; as far as there is anything. */
export function factsOf(
  { owner, stage, values }: Pick<ToldCustomer, "owner" | "stage" | "values">,
  { columns, who, language }: Telling,
): readonly string[] {
  const amount = values[columns.get("amount") ?? -1];
  return [
    who === null ? oneLine(owner) : "",
    oneLine(stage),
    typeof amount === "number" ? shortAmount(amount, language) : "",
  ].filter((fact) => fact !== "");
}

/** A touch in a few words: its day, what was said, what came of it; blank where nothing was written. */
export function touchWords(
  { date, content, feedback, result }: Pick<Touch, "date" | "content" | "feedback" | "result">,
  { system, language }: Pick<Telling, "system" | "language">,
): string {
  const words = takeAlongText[language];
  const said = oneLine(content, mostWords[language]) || oneLine(feedback, mostWords[language]);
  const outcome = oneLine(result, mostWords[language]);
  if (said === "" && outcome === "") return "";
  if (date === null) return words.said("", said, outcome);
  const { year, month, day } = dateOf(date, system);
  return words.said(words.date(year, month, day), said, outcome);
}

/** The last contact of each customer of which something was written, by the customer's ID. */
export function lastSaid(touches: readonly Touch[]): ReadonlyMap<string, Touch> {
  const last = new Map<string, Touch>();
  for (const touch of touches) {
    if (touch.kind !== "contact" || (touch.content + touch.feedback + touch.result).trim() === "") continue;
    const before = last.get(touch.customerId);
    if (before === undefined || (touch.date ?? 0) >= (before.date ?? 0)) last.set(touch.customerId, touch);
  }
  return last;
}

/** What is to be done with a customer and what was said last, each in a few words; what the row itself says where the log is silent. */
export function wordsOf(customer: ToldCustomer, last: Touch | undefined, telling: Telling): readonly string[] {
  const most = mostWords[telling.language];
  const next = oneLine(customer.nextStep, most);
  const said = last === undefined ? "" : touchWords(last, telling);
  const words = [next === "" ? "" : takeAlongText[telling.language].next(next, ""), said].filter((part) => part !== "");
  return words.length > 0 ? words : [oneLine(customer.words, most)].filter((part) => part !== "");
}
