import { dateOf } from "../values/date";
import type { ReviewContext } from "../schema/reviewContext";
import { takeAlongText, type DigestGroup } from "./takeAlongText";

export interface DigestItem {
  readonly customer: string;
  readonly stage: string;
  /** Days late or silent; null where there is nothing to count. */
  readonly days: number | null;
  readonly words: string;
}

export interface Digest extends Omit<ReviewContext, "schema"> {
  /** Groups in working order; those without a customer may be left out. */
  readonly groups: readonly { readonly group: DigestGroup; readonly items: readonly DigestItem[] }[];
  /** Whose customers; null for the whole team. */
  readonly who: string | null;
  /** Customers whose next date is tomorrow. */
  readonly tomorrow: number;
}

/** Customers named in each group, and characters of what is said of each: a chat message is read on a phone. */
const mostItems = 15;
const mostWords = 40;

function shorten(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return characters.length <= mostWords ? line : `${characters.slice(0, mostWords).join("")}…`;
}

/** What is to be done today as plain text for WeChat, Teams or a mail. */
export function digestText({ groups, who, today, system, tomorrow, language }: Digest): string {
  const words = takeAlongText[language];
  const { year, month, day } = dateOf(today, system);
  const filled = groups.filter(({ items }) => items.length > 0);
  const blocks = filled.map(({ group, items }) => [
    `${words.group[group]} ${String(items.length)}`,
    ...items
      .slice(0, mostItems)
      .map((item) => words.line(item.customer, item.stage, words.days(group, item.days), shorten(item.words))),
    ...(items.length > mostItems ? [words.more(items.length - mostItems)] : []),
  ]);
  const body = blocks.length > 0 ? blocks : [[words.nothing]];
  return [words.title(who, words.date(year, month, day)), ...body.flat(), words.tomorrow(tomorrow)].join("\n");
}
