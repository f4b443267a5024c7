import type { Steps } from "../domain/steps/steps";
import { inSlices } from "./slices";

/** Steps that take so many milliseconds each, by a clock that only they move. */
function stepsOf(count: number, milliseconds: number) {
  let now = 0;
  jest.spyOn(performance, "now").mockImplementation(() => now);
  const pausedAfter: number[] = [];
  let done = 0;
  function* work(): Steps<string> {
    for (; done < count; done += 1) {
      now += milliseconds;
      yield;
    }
    return "whole";
  }
  const pause = () => {
    pausedAfter.push(done + 1);
    return Promise.resolve();
  };
  return { steps: work(), pause, pausedAfter };
}

afterEach(() => jest.restoreAllMocks());

test("long work lets the browser have its turn before 50 ms have passed, and comes to its result", async () => {
  const { steps, pause, pausedAfter } = stepsOf(10, 12);
  expect(await inSlices(steps, { pause })).toBe("whole");
  expect(pausedAfter).toEqual([3, 6, 9]);
});

test("short work does not wait for anything", async () => {
  const { steps, pause, pausedAfter } = stepsOf(3, 5);
  expect(await inSlices(steps, { pause })).toBe("whole");
  expect(pausedAfter).toEqual([]);
});
