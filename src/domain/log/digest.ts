import { dateOf } from "../values/date";
import { oneLine } from "./oneLine";
import { factsOf, lastSaid, wordsOf, type Telling, type ToldCustomer } from "./saidOf";
import { takeAlongText, type DigestGroup } from "./takeAlongText";
import type { Touch } from "./touch";

export interface DigestItem {
  readonly customer: ToldCustomer;
  /** Days late or silent; null where there is nothing to count. */
  readonly days: number | null;
}

export interface DigestSection {
  readonly group: DigestGroup;
  readonly items: readonly DigestItem[];
  /** All to whom the word of the group applies, those included that stand in an earlier group. */
  readonly total: number;
}

export interface Digest extends Telling {
  readonly today: number;
  /** Groups in working order; those without a customer may be left out. */
  readonly groups: readonly DigestSection[];
  /** The log; empty where it was not read. */
  readonly touches: readonly Touch[];
  /** Customers whose next date is tomorrow. */
  readonly tomorrow: number;
}

/** Customers named in each group: a chat message is read on a phone. */
const mostItems = 15;

/** What is to be done today as plain text for WeChat, Teams or a mail: each customer on a line, with what was said last. */
export function digestText(digest: Digest): string {
  const { groups, touches, who, today, system, tomorrow, language } = digest;
  const words = takeAlongText[language];
  const { year, month, day } = dateOf(today, system);
  const last = lastSaid(touches);
  const filled = groups.filter(({ items }) => items.length > 0);
  const blocks = filled.map(({ group, items, total }) => [
    `${words.group[group]} ${words.count(items.length, total)}`,
    ...items
      .slice(0, mostItems)
      .map(({ customer, days }) =>
        words.line(
          oneLine(customer.name),
          factsOf(customer, digest),
          words.days(group, days),
          wordsOf(customer, last.get(customer.id), digest),
        ),
      ),
    ...(items.length > mostItems ? [words.more(items.length - mostItems)] : []),
  ]);
  const body = blocks.length > 0 ? blocks : [[words.nothing]];
  return [words.title(who, words.date(year, month, day)), ...body.flat(), words.tomorrow(tomorrow)].join("\n");
}
