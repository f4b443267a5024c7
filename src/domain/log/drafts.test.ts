import { listedCustomer } from "../../../test/support/customerStub";
import { rescheduleDrafts, touchDraft, transferDrafts, type NewTouch } from "./drafts";

const today = 46_241;
const entry = { enteredAt: today + 0.4, today, who: "张敏" };
const ofTeam = { ...entry, who: null };
const touch: NewTouch = {
  ...{
    logId: "L1",
    customer: { id: "A1", name: "远山能源", owner: "李敏" },
    isNew: false,
    date: today - 1,
    method: "电话",
  },
  ...{ content: "等法务", feedback: "贵", result: "有进展", changes: new Map([["stage", "谈判"]] as const) },
};
const two = [listedCustomer(), listedCustomer({ id: "A2", name: "绿源食品", owner: "", nextDate: today + 1 })];

test("a touch is a contact of whoever works in the pane, on its own day", () => {
  expect(touchDraft(touch, entry)).toEqual({
    ...{ logId: "L1", customerId: "A1", customer: "远山能源", isNew: false, kind: "contact", enteredAt: today + 0.4 },
    ...{ date: today - 1, who: "张敏", method: "电话", content: "等法务", feedback: "贵", result: "有进展" },
    changes: touch.changes,
  });
});

test("where the team works in the pane, it is the customer's owner who did it", () => {
  expect(touchDraft(touch, ofTeam).who).toBe("李敏");
  const handing = transferDrafts(two, { to: "王强", reason: "" }, ["L1", "L2"], ofTeam);
  expect(handing.map(({ who }) => who)).toEqual(["李敏", ""]);
});

test("handing over says from whom to whom, and why", () => {
  const drafts = transferDrafts(two, { to: "王强", reason: " 休假 " }, ["L1", "L2"], entry);
  expect(
    drafts.map(({ kind, logId, customerId, content, changes }) => [kind, logId, customerId, content, [...changes]]),
  ).toEqual([
    ["transfer", "L1", "A1", "李敏 → 王强  休假", [["owner", "王强"]]],
    ["transfer", "L2", "A2", "→ 王强  休假", [["owner", "王强"]]],
  ]);
  expect(transferDrafts(two, { to: "王强", reason: " " }, ["L1", "L2"], entry)[0]?.content).toBe("李敏 → 王强");
});

test("a moved date is each customer's own, entered today without a touch", () => {
  const drafts = rescheduleDrafts(
    two,
    { dayFor: ({ nextDate }) => (nextDate ?? today) + 7, reason: " 展会 " },
    ["L1", "L2"],
    entry,
  );
  expect(drafts).toEqual(
    [
      ["L1", "A1", "远山能源", today + 7],
      ["L2", "A2", "绿源食品", today + 8],
    ].map(([logId, customerId, customer, day]) => ({
      ...{
        logId,
        customerId,
        customer,
        kind: "reschedule",
        isNew: false,
        enteredAt: today + 0.4,
        date: today,
        who: "张敏",
      },
      ...{ method: "", content: "展会", feedback: "", result: "", changes: new Map([["nextDate", day]]) },
    })),
  );
});
