import { createWriteQueue } from "./writeQueue";

test("changes run one after the other, and a failed one does not hold up the next", async () => {
  const enqueue = createWriteQueue();
  const events: string[] = [];
  const task = (name: string, fails: boolean) => async () => {
    events.push(`${name} starts`);
    await Promise.resolve();
    events.push(`${name} ends`);
    if (fails) throw new Error(name);
    return name;
  };
  const first = enqueue(task("first", true));
  const second = enqueue(task("second", false));
  await expect(first).rejects.toThrow("first");
  await expect(second).resolves.toBe("second");
  expect(events).toEqual(["first starts", "first ends", "second starts", "second ends"]);
});
