import type { Fault } from "../fault";
import { createQueue } from "./queue";
import type { SessionState } from "./state";

/** A queue, with what it shows and what fails. */
function setUp() {
  const shown: SessionState["busy"][] = [];
  const failures: (readonly [string, Fault])[] = [];
  const queue = createQueue({
    showBusy: (busy) => shown.push(busy),
    failed: (task, fault) => failures.push([task, fault]),
  });
  return { queue, shown, failures };
}

/** Work that is under way until it is let go. */
function held(): { readonly work: () => Promise<void>; readonly letGo: () => void } {
  let letGo: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { work: () => gate, letGo };
}

test("work runs in the order asked for, never two at a time", async () => {
  const { queue } = setUp();
  const seen: string[] = [];
  const first = held();
  const one = queue.run("checking", async () => {
    seen.push("one begins");
    await first.work();
    seen.push("one ends");
  });
  void queue.runQuietly(() => Promise.resolve(void seen.push("quiet")));
  const two = queue.run("saving", () => Promise.resolve(void seen.push("two")));
  await Promise.resolve();
  first.letGo();
  await Promise.all([one, two]);
  expect(seen).toEqual(["one begins", "one ends", "quiet", "two"]);
});

test("the task under way is shown with how far it is, and nothing when it is over", async () => {
  const { queue, shown } = setUp();
  await queue.run("applying", (progress) => Promise.resolve(progress.report(2, 5)));
  await queue.runQuietly((progress) => Promise.resolve(progress.report(1, 1)));
  expect(shown).toEqual([{ task: "applying", done: 0, total: 0 }, { task: "applying", done: 2, total: 5 }, null]);
});

test("work that throws is a fault of its task, and what comes after it runs", async () => {
  const { queue, shown, failures } = setUp();
  const broken = queue.run("planning", () => Promise.reject(new Error("no chunk")));
  void queue.runQuietly(() => Promise.reject(new Error("nobody hears")));
  let ran = false;
  const next = queue.run("checking", () => Promise.resolve(void (ran = true)));
  await expect(broken).resolves.toBeUndefined();
  await next;
  expect(ran).toBe(true);
  expect(failures).toEqual([["planning", { code: "unexpected", detail: "no chunk" }]]);
  expect(shown.at(-1)).toBeNull();
});

test("cancelling stops the work under way, not the work after it, and never quiet work", async () => {
  const { queue } = setUp();
  const asked: (readonly [string, boolean])[] = [];
  const first = held();
  void queue.run("applying", async ({ cancelled }) => {
    await first.work();
    asked.push(["under way", cancelled()]);
  });
  void queue.runQuietly(({ cancelled }) => Promise.resolve(void asked.push(["quiet", cancelled()])));
  void queue.run("checking", ({ cancelled }) => Promise.resolve(void asked.push(["after it", cancelled()])));
  await Promise.resolve();
  queue.cancel();
  first.letGo();
  await queue.idle();
  expect(asked).toEqual([
    ["under way", true],
    ["quiet", false],
    ["after it", false],
  ]);
});

test("it is idle when all that was asked for is done", async () => {
  const { queue } = setUp();
  const first = held();
  let done = false;
  void queue.run("checking", async () => {
    await first.work();
    done = true;
  });
  const idle = queue.idle().then(() => done);
  first.letGo();
  expect(await idle).toBe(true);
});
