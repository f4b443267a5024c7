/** How days are written: near today by name, else as a date. */
export interface DatesText {
  readonly today: string;
  readonly tomorrow: string;
  readonly yesterday: string;
  /** @param day 0 for Sunday to 6 for Saturday */
  readonly weekday: (day: number) => string;
  /** @param month 1 to 12 */
  readonly monthDay: (month: number, day: number) => string;
  readonly full: (year: number, month: number, day: number) => string;
  /** A day in a heading, of what `weekday` and `monthDay` gave. */
  readonly header: (weekday: string, date: string) => string;
  readonly reviewDay: (date: string) => string;
}
