import { succeed } from "../app/fault";
import { retryRead } from "./run";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function failing(times: number, code: string) {
  const start = jest.fn(async () => {
    if (start.mock.calls.length <= times) throw Object.assign(new Error(code), { code });
    return succeed("values");
  });
  return start;
}

async function outcome(start: () => ReturnType<typeof retryRead<string>>) {
  const result = retryRead(start);
  await jest.runAllTimersAsync();
  return result;
}

test("a busy Excel is asked again, three times at most", async () => {
  const three = failing(3, "GeneralException");
  expect(await outcome(three)).toEqual({ ok: true, value: "values" });
  const four = failing(4, "GeneralException");
  expect(await outcome(four)).toEqual({ ok: false, fault: { code: "busy" } });
  expect(four).toHaveBeenCalledTimes(4);
});

test("a lookup that failed is repeated once", async () => {
  expect(await outcome(failing(1, "ItemNotFound"))).toEqual({ ok: true, value: "values" });
  const twice = failing(2, "ItemNotFound");
  expect((await outcome(twice)).ok).toBe(false);
  expect(twice).toHaveBeenCalledTimes(2);
});

test.each(["InvalidOperationInCellEditMode", "AccessDenied", "ResponsePayloadSizeLimitExceeded", "InvalidArgument"])(
  "%s is told at once",
  async (code) => {
    const start = failing(1, code);
    expect((await outcome(start)).ok).toBe(false);
    expect(start).toHaveBeenCalledTimes(1);
  },
);
