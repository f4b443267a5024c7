import { createFaultPlan } from "./faults";

test("hits the n-th request counted from when it was pushed, once", () => {
  const plan = createFaultPlan();
  plan.onRequest("");
  plan.push({ at: 2, kind: "busy" });
  expect([1, 2, 3].map(() => plan.onRequest("")?.kind ?? null)).toEqual([null, "busy", null]);
});

test("several faults hit one request after the other", () => {
  const plan = createFaultPlan();
  plan.push({ at: "next", kind: "cellEdit" });
  plan.push({ at: "next", kind: "lost" });
  expect([1, 2, 3].map(() => plan.onRequest("")?.kind ?? null)).toEqual(["cellEdit", "lost", null]);
});

test("can be taken back", () => {
  const plan = createFaultPlan();
  plan.push({ at: "next", kind: "lost" });
  plan.clear();
  expect(plan.onRequest("")).toBeNull();
});

test("a fault waits for a request that names a member", () => {
  const plan = createFaultPlan();
  plan.push({ at: "next", naming: "Formulas", kind: "busy" });
  const kinds = ['{"Name":"Values"}', '{"Name":"FormulasR1C1"}', '{"Name":"Formulas"}', '{"Name":"Formulas"}'].map(
    (body) => plan.onRequest(body)?.kind ?? null,
  );
  expect(kinds).toEqual([null, null, "busy", null]);
});
