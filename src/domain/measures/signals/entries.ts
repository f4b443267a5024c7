import { foldText } from "../../values/text";
import type { Touch } from "../../log/touch";
import { addTo, byRow, rowCase, type Look, type SignalCase } from "./signal";

/** Rows that one person entered together and that are worth a question. */
const burstRows = 5;
/** Ten minutes, in days. */
const burstSpan = 10 / 1440;
/** Days between a touch and its entry that need no question. */
const entryDays = 2;
/** Length of the week that is reviewed, the review day included. Days. */
const reviewedDays = 7;
/** Share of the week's touches that may be entered in the last 24 hours, as a fraction: 60 %. */
const [lateShare, ofShare] = [3, 5] as const;

const enteredAt = (touch: Touch | undefined) => touch?.enteredAt ?? 0;

/** Touches by the person who had them; rows without a name are nobody's. */
function byPerson(touches: readonly Touch[]): readonly (readonly Touch[])[] {
  const people = new Map<string, Touch[]>();
  for (const touch of touches) {
    const who = foldText(touch.who);
    if (who !== "" && touch.kind === "contact") addTo(people, who, touch);
  }
  return [...people.values()];
}

function timed(touches: readonly Touch[]): readonly Touch[] {
  return touches.filter((touch) => touch.enteredAt !== null).sort((a, b) => enteredAt(a) - enteredAt(b));
}

/**
 * Touches that one person entered five or more at a time, within ten minutes. It may be a trip written up afterwards.
 * Source: b2bdaily, "unusually high volume in a short period". Rows without an entry time cannot be checked.
 */
export function bursts(look: Look): readonly SignalCase[] {
  const found = new Set<Touch>();
  for (const person of byPerson(look.past)) {
    const own = timed(person);
    for (let first = 0, last = 0; last < own.length; last += 1) {
      while (enteredAt(own[last]) - enteredAt(own[first]) > burstSpan) first += 1;
      if (last - first + 1 >= burstRows) own.slice(first, last + 1).forEach((touch) => found.add(touch));
    }
  }
  return [...found].sort(byRow).map((touch) => rowCase(look, touch));
}

/** A person whose week was mostly written down just before the review. */
export interface LastMinute {
  readonly name: string;
  /** Touches of the week that were entered within 24 hours. */
  readonly entered: readonly Touch[];
  /** The week's other touches, those without an entry time among them. */
  readonly others: readonly Touch[];
}

/**
 * People of whose touches in the seven days up to the review day more than 60 %, and at least five, were entered within the
 * 24 hours before the review. Nobody notes the hour of a review: any 24 hours that end on the review day count, those that
 * end as it begins (the whole day before) among them, and of these the ones with most entries. Touches without an entry
 * time stay in the denominator, so that the share is at least what is said. A busy last day looks the same: it is a
 * question, no more. Source: b2bdaily, as for `bursts`; five rows: ours, since one of one is no habit.
 */
export function lastMinuteEntries({ past, today }: Look): readonly LastMinute[] {
  const week = past.filter(({ date }) => date !== null && Math.floor(date) > today - reviewedDays);
  return byPerson(week).flatMap((person) => {
    const own = timed(person).filter((touch) => enteredAt(touch) < today + 1);
    let entered: readonly Touch[] = [];
    for (let first = 0, last = 0; last < own.length; last += 1) {
      const end = Math.max(today, enteredAt(own[last]));
      while (first <= last && enteredAt(own[first]) < end - 1) first += 1;
      if (last - first + 1 > entered.length) entered = own.slice(first, last + 1);
    }
    if (entered.length < burstRows || entered.length * ofShare <= person.length * lateShare) return [];
    const late = new Set(entered);
    return [
      {
        name: person[0]?.who ?? "",
        entered: [...entered].sort(byRow),
        others: person.filter((touch) => !late.has(touch)),
      },
    ];
  });
}

/**
 * Touches entered more than two days after they took place. Source: FunnelCake, "backdated". Rows without an entry time
 * cannot be checked.
 */
export function lateEntries(look: Look): readonly SignalCase[] {
  return look.past.flatMap((touch) => {
    if (touch.kind !== "contact" || touch.date === null || touch.enteredAt === null) return [];
    const days = Math.floor(touch.enteredAt) - Math.floor(touch.date);
    return days > entryDays ? [rowCase(look, touch, days)] : [];
  });
}

/**
 * Touches that had not taken place when they were entered; the count is by how many days. Where nobody knows when that was,
 * touches after the review day. The check finds such dates in the sheet's own columns and the form refuses them: this is for
 * rows that people typed into the log. They count in no other measure before their day.
 */
export function futureTouches(look: Look): readonly SignalCase[] {
  const { touches, today } = look;
  return touches.flatMap((touch) => {
    const entered = Math.floor(touch.enteredAt ?? today);
    // What was entered after the review day is not this review's matter.
    if (touch.kind !== "contact" || touch.date === null || entered > today) return [];
    const days = Math.floor(touch.date) - entered;
    return days > 0 ? [rowCase(look, touch, days)] : [];
  });
}

/** Touches without an entry time: what goes by it says nothing of them. */
export function withoutEntryTime({ past }: Look): number {
  return past.filter((touch) => touch.kind === "contact" && touch.enteredAt === null).length;
}
