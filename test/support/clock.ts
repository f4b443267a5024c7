/**
 * Moves the clock of the realm that it runs in, of a page as well: it reaches for nothing outside itself. Only `Date` changes, and its
 * time goes on. A clock that stands still would hold up whoever waits until a time has passed, as the grid's debounces do; timers and
 * `performance`, which measure how long something takes, stay as they are.
 * @param ahead milliseconds that the moved clock is ahead of the real one
 */
export function moveClock(ahead: number): void {
  const real = Date;
  const now = () => real.now() + ahead;
  globalThis.Date = new Proxy(real, {
    construct: (target, given, asked) =>
      Reflect.construct(target, given.length === 0 ? [now()] : given, asked) as object,
    apply: () => new real(now()).toString(),
    get: (target, key) => (key === "now" ? now : (Reflect.get(target, key) as unknown)),
  });
}

/** Milliseconds that a clock is ahead of the real one when it shows the given time, ISO 8601 with an offset, now. */
export function aheadBy(at: string): number {
  return Date.parse(at) - Date.now();
}
