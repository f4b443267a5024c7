import { textsFor } from "./texts";
import { limitFor, startTimeLimit } from "./timeLimit";

test("the limit grows with the sheet unless somebody gave one", () => {
  expect(limitFor(null, null)).toBe(180);
  expect(limitFor(null, { rows: 1_000, columns: 16 })).toBe(196);
  expect(limitFor(null, { rows: 30_000, columns: 40 })).toBe(1_380);
  expect(limitFor(5, { rows: 30_000, columns: 40 })).toBe(5);
});

test("what takes too long is refused with the limit that holds by then", async () => {
  jest.useFakeTimers();
  try {
    const limit = startTimeLimit(10, textsFor("en"));
    const work = limit.guard(new Promise(() => undefined));
    const refused = expect(work).rejects.toThrow("within 30 s");
    await jest.advanceTimersByTimeAsync(9_000);
    limit.set(30);
    await jest.advanceTimersByTimeAsync(20_000);
    await jest.advanceTimersByTimeAsync(1_000);
    await refused;
  } finally {
    jest.useRealTimers();
  }
});
