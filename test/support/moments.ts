/** When and where the tests take place: on an ordinary Wednesday, or at the moment that TEST_MOMENT names. */
import { serialOfIso } from "../../src/domain/values/date";

export interface Moment {
  /** What a clock shows there, with its distance from UTC: ISO 8601. The first ten characters are the day. */
  readonly at: string;
  /** IANA name of the time zone. */
  readonly zone: string;
}

export const moments = {
  wednesday: { at: "2026-09-02T10:00+08:00", zone: "Asia/Shanghai" },
  // By UTC it is still Thursday.
  friday: { at: "2026-12-04T07:30+08:00", zone: "Asia/Shanghai" },
  saturday: { at: "2026-11-28T15:00+00:00", zone: "UTC" },
  // A day of 25 hours; by UTC it is Monday.
  sunday: { at: "2026-11-01T18:30-08:00", zone: "America/Los_Angeles" },
  // By UTC it is still Sunday.
  monday: { at: "2027-03-01T00:10+08:00", zone: "Asia/Shanghai" },
  // By UTC it is the next year.
  newYearsEve: { at: "2026-12-31T20:00-08:00", zone: "America/Los_Angeles" },
  // By UTC it is still the 28th.
  leapDay: { at: "2028-02-29T07:00+08:00", zone: "Asia/Shanghai" },
} as const satisfies Readonly<Record<string, Moment>>;

/** The moment of this run. @throws {Error} where TEST_MOMENT names none of them */
export function momentOfRun(): Moment {
  const name = process.env["TEST_MOMENT"] ?? "wednesday";
  const found = Object.entries(moments).find(([each]) => each === name);
  if (!found) throw new Error(`TEST_MOMENT=${name}: give one of ${Object.keys(moments).join(", ")}.`);
  return found[1];
}

/** The day there, as a serial of the 1900 system. */
export function dayOf({ at }: Moment): number {
  return serialOfIso(at.slice(0, 10), 1900) ?? 0;
}
