import { createFaultPlan } from "./faults";

test("hits the n-th request counted from when it was pushed, once", () => {
  const plan = createFaultPlan();
  plan.onRequest();
  plan.push({ at: 2, kind: "busy" });
  expect([1, 2, 3].map(() => plan.onRequest()?.kind ?? null)).toEqual([null, "busy", null]);
});

test("several faults hit one request after the other", () => {
  const plan = createFaultPlan();
  plan.push({ at: "next", kind: "cellEdit" });
  plan.push({ at: "next", kind: "lost" });
  expect([1, 2, 3].map(() => plan.onRequest()?.kind ?? null)).toEqual(["cellEdit", "lost", null]);
});

test("can be taken back", () => {
  const plan = createFaultPlan();
  plan.push({ at: "next", kind: "lost" });
  plan.clear();
  expect(plan.onRequest()).toBeNull();
});
