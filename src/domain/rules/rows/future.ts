import { pastDays } from "../../schema/pastDays";
import { dayReader, type RowRule } from "../rowRule";

/** Something that has happened has a date that is still to come. */
export interface Future {
  readonly rule: "future";
  readonly today: number;
}

/**
 * A contact, a closing or a change of stage after the review day: it cannot have happened yet. Where that day is over, the computer's day
 * counts: what came between the two has happened by now. The closing date of an open customer is none of
 * it: there it is the day on which the customer is expected to close.
 */
export const future: RowRule<Future> = {
  id: "future",
  needs: [],
  toldWhileObserved: false,
  prepare: (setting) => {
    const today = Math.max(setting.today, setting.now ?? setting.today);
    const dates = pastDays.flatMap((field) => {
      const day = dayReader(setting, field);
      return day === null ? [] : [{ field, day }];
    });
    if (dates.length === 0) return null;
    return (row, state, { isSound, add }) => {
      for (const { field, day } of dates) {
        if (field === "closedOn" && state === "open") continue;
        const at = day(row);
        if (at !== null && at > today && isSound(field)) add(field, { rule: "future", today });
      }
    };
  },
};
