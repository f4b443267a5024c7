/** Adopting a sheet as teams keep it: cancelled at any time it leaves the workbook as it was, and a longer list asks Excel no more often. */
import { createHash } from "node:crypto";
import { types } from "node:util";
import { messySheet } from "../../../test/performance/messy";
import { today } from "../../../test/performance/sheet";
import { inMemorySession } from "../../../test/support/inMemorySession";
import {
  inMemoryPort,
  inMemorySurroundings,
  newInMemoryWorkbook,
  type InMemoryWorkbook,
} from "../../../test/support/inMemoryWorkbook";
import { asProposed } from "../../domain/adoption/choices";
import { fail } from "../fault";
import type { WorkbookPort } from "../ports";

/** Actions that Excel's side carries out before it asks again whether somebody has cancelled. */
const batch = 20;

/** A mark of all that the workbook holds: two of them differ where anything does. */
function markOf(book: InMemoryWorkbook): string {
  const content = JSON.stringify(book, (_, value: unknown) =>
    types.isMap(value) || types.isSet(value) ? Array.from<unknown>(value) : value,
  );
  return createHash("sha256").update(content).digest("hex");
}

/** What somebody does while the add-in works. */
interface Meanwhile {
  /** The plan is half made: the new customers get their IDs. */
  planning: () => void;
  /** So many actions are carried out. */
  applying: (done: number) => void;
}

function desk(rows: number, broken: boolean) {
  const book = newInMemoryWorkbook("客户", messySheet({ rows, columns: 16, broken }));
  const plain = inMemoryPort(book, today);
  const meanwhile: Meanwhile = { planning: () => undefined, applying: () => undefined };
  const calls: string[] = [];
  /** All or nothing, batch by batch, as Excel's side writes. */
  const apply: WorkbookPort["apply"] = async (actions, progress) => {
    const before = structuredClone(book);
    for (let done = 0; done < actions.length; done += batch) {
      progress.report(done, actions.length);
      meanwhile.applying(done);
      if (progress.cancelled()) {
        Object.assign(book, before);
        return { ...fail({ code: "cancelled" }), aftermath: done === 0 ? "unchanged" : "restored" };
      }
      const result = await plain.apply(actions.slice(done, done + batch), progress);
      if (!result.ok) return result;
    }
    return { ok: true, value: actions.length };
  };
  const port = new Proxy<WorkbookPort>(
    { ...plain, apply },
    {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return (...given: readonly unknown[]): unknown => {
          calls.push(String(name));
          return Reflect.apply(member, target, given);
        };
      },
    },
  );
  const { newIds } = inMemorySurroundings(today);
  const session = inMemorySession(port, today, "zh-CN", {
    newIds: (count) => {
      meanwhile.planning();
      return newIds(count);
    },
  });
  return { book, session, meanwhile, calls };
}

describe.each([
  ["in place", "inPlace", false],
  ["on a new sheet", "newSheet", true],
])("a messy sheet, adopted %s", (_, target, broken) => {
  test("shows no plan where somebody cancels while it is made, and nothing is written", async () => {
    const { book, session, meanwhile, calls } = desk(120, broken);
    const before = markOf(book);
    meanwhile.planning = session.cancel;
    await session.planSetUp("zh-CN", asProposed);
    expect(session.getState()).toMatchObject({ busy: null, plan: null, problem: null });
    expect(calls).not.toContain("apply");
    expect(markOf(book)).toBe(before);
  });

  test("is left as it was where somebody cancels after Apply, while the plan is made anew", async () => {
    const { book, session, meanwhile, calls } = desk(120, broken);
    const before = markOf(book);
    await session.planSetUp("zh-CN", asProposed);
    meanwhile.planning = session.cancel;
    await session.applySetUp();
    expect(session.getState()).toMatchObject({ busy: null, applied: null });
    expect(calls).not.toContain("apply");
    expect(markOf(book)).toBe(before);
  });

  test("is left as it was where somebody cancels half-way, and is told how far it is until then", async () => {
    const { book, session, meanwhile } = desk(120, broken);
    const before = markOf(book);
    await session.planSetUp("zh-CN", asProposed);
    const told: (readonly [done: number, total: number])[] = [];
    meanwhile.applying = (done) => {
      const { busy } = session.getState();
      if (busy) told.push([busy.done, busy.total]);
      if (done === 2 * batch) session.cancel();
    };
    await session.applySetUp();
    const total = told[0]?.[1] ?? 0;
    expect(total).toBeGreaterThan(2 * batch);
    expect(told).toEqual([0, batch, 2 * batch].map((done) => [done, total]));
    expect(session.getState()).toMatchObject({
      applied: null,
      problem: { kind: "fault", fault: { code: "cancelled" }, aftermath: "restored" },
    });
    expect(markOf(book)).toBe(before);
  });

  test("takes as many round trips for 240 customers as for 60", async () => {
    const callsFor = async (rows: number) => {
      const { session, calls } = desk(rows, broken);
      await session.planSetUp("zh-CN", asProposed);
      expect(session.getState().plan?.adoption?.target).toBe(target);
      await session.applySetUp();
      expect(session.getState().problem).toBeNull();
      return calls;
    };
    expect(await callsFor(240)).toEqual(await callsFor(60));
  });
});
