import { fail, succeed, type Fault } from "../fault";
import type { SheetChange, WorkbookPort } from "../ports";
import type { Area } from "../../domain/workbook/area";
import { createWatcher, type ListPlace, type RowSpan } from "./watcher";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Headers in row 1 of the sheet, ten customers below them, in columns B to E. */
const place: ListPlace = {
  whole: { row: 0, column: 1, rows: 11, columns: 4 },
  body: { row: 1, column: 1, rows: 10, columns: 4 },
};
const progress = { report: () => undefined, cancelled: () => false };

function cells(row: number, rows = 1, column = 2): SheetChange {
  return { kind: "cells", area: { row, column, rows, columns: 1 } };
}
const cellAt = (row: number): Area => ({ row, column: 2, rows: 1, columns: 1 });
type Looked = Pick<RowSpan, "first" | "last"> | "all";
const structure: SheetChange = { kind: "structure" };

interface Options {
  readonly list?: ListPlace | null;
  /** Answers of the looks to come, one after the other; then all goes well. */
  readonly answers?: readonly (Fault | null)[];
  /** What happens in the sheet while a look is under way. */
  readonly meanwhile?: (tell: (change: SheetChange) => void) => void;
  /** Answers of the looks at picks to come; then all goes well. */
  readonly pickAnswers?: readonly Fault[];
}

/** A watcher of the sheet 客户, with the looks it takes, each with the time. */
async function watching({ list = place, answers = [], meanwhile, pickAnswers = [] }: Options = {}) {
  const picks: (readonly [seconds: number, areas: readonly Area[]])[] = [];
  const pickFaults = [...pickAnswers];
  let select: (sheet: string, areas: readonly Area[]) => void = () => undefined;
  const looks: (readonly [seconds: number, what: Looked])[] = [];
  const listeners = new Map<string, (change: SheetChange) => void>();
  const ended: string[] = [];
  const pending: boolean[] = [];
  const failures: Fault[] = [];
  const local: boolean[] = [];
  const left = [...answers];
  const start = performance.now();
  const answer = (what: Looked): Promise<Fault | null> => {
    looks.push([(performance.now() - start) / 1000, what]);
    meanwhile?.(tell);
    return Promise.resolve(left.shift() ?? null);
  };
  const port: Pick<WorkbookPort, "watch"> = {
    watch: (sheets, onChange, onSelect) => {
      select = onSelect;
      for (const sheet of sheets) listeners.set(sheet, (change) => onChange(sheet, change));
      return Promise.resolve(succeed(() => Promise.resolve(void ended.push(...sheets))));
    },
  };
  const watcher = createWatcher({
    port,
    run: (look) => look(progress),
    list: () => list,
    checkRows: ({ first, last, isLocal }) => {
      local.push(isLocal);
      return answer({ first, last });
    },
    checkAll: () => answer("all"),
    seePicks: (areas) => {
      picks.push([(performance.now() - start) / 1000, areas]);
      return Promise.resolve(pickFaults.shift() ?? null);
    },
    failed: (fault) => failures.push(fault),
    showPending: (is) => pending.push(is),
  });
  await watcher.follow("客户", "跟进设置");
  const tell = (change: SheetChange, sheet = "客户") => listeners.get(sheet)?.(change);
  const choose = (row: number, sheet = "客户") => select(sheet, [cellAt(row)]);
  return { watcher, looks, tell, pending, failures, ended, listeners, picks, choose, local };
}

const wait = (milliseconds: number) => jest.advanceTimersByTimeAsync(milliseconds);

test("an edited cell is looked at when it has been quiet for 0.3 s, with its row alone", async () => {
  const { looks, tell, pending } = await watching();
  tell(cells(4));
  await wait(299);
  expect(looks).toEqual([]);
  expect(pending).toEqual([true]);
  await wait(1);
  expect(looks).toEqual([[0.3, { first: 4, last: 4 }]]);
  expect(pending).toEqual([true, false]);
});

test("changes that follow each other closely give one look at all their rows", async () => {
  const { looks, tell } = await watching();
  tell(cells(6));
  await wait(200);
  tell(cells(2, 2));
  await wait(5000);
  expect(looks).toEqual([[0.5, { first: 2, last: 6 }]]);
});

const small = cells(3);
const reaches: readonly [what: string, changes: readonly SheetChange[], look: Looked | null][] = [
  ["rows that came, went or moved", [small, structure], "all"],
  ["a new row just below the list", [cells(11)], "all"],
  ["a header", [cells(0)], "all"],
  ["a fill from the last row to the one below the list", [cells(10, 2)], "all"],
  ["cells beside the list", [cells(3, 1, 9)], null],
  ["cells further below", [cells(12, 5)], null],
  ["cells beside the list and one in it", [cells(7, 1, 9), small], { first: 3, last: 3 }],
];

test.each(reaches)("%s: what is looked at", async (_, changes, look) => {
  const { looks, tell, pending } = await watching();
  for (const change of changes) tell(change);
  await wait(1000);
  expect(looks.map(([, what]) => what)).toEqual(look === null ? [] : [look]);
  expect(pending.at(-1)).toBe(false);
});

test("many changed rows are not picked out one by one", async () => {
  const rows = 5000;
  const { looks, tell } = await watching({
    list: {
      whole: { ...place.whole, rows: rows + 1 },
      body: { ...place.body, rows },
    },
  });
  tell(cells(1, 2000));
  await wait(1000);
  tell(cells(1, 2001));
  await wait(1000);
  expect(looks.map(([, what]) => what)).toEqual([{ first: 1, last: 2000 }, "all"]);
});

test("without a check there are no rows to pick out", async () => {
  const { looks, tell } = await watching({ list: null });
  tell(small);
  await wait(1000);
  expect(looks.map(([, what]) => what)).toEqual(["all"]);
});

test("a change in the Settings can turn every finding", async () => {
  const { looks, tell } = await watching();
  tell(cells(40), "跟进设置");
  await wait(1000);
  expect(looks.map(([, what]) => what)).toEqual(["all"]);
});

test("a change that arrives while a look is under way is looked at after it", async () => {
  let told = false;
  const { looks, tell, pending } = await watching({
    meanwhile: (say) => {
      if (!told) say(cells(9));
      told = true;
    },
  });
  tell(small);
  await wait(300);
  // What the first look saw is settled; the row that changed meanwhile still waits.
  expect(pending.at(-1)).toBe(true);
  await wait(1000);
  expect(looks).toEqual([
    [0.3, { first: 3, last: 3 }],
    [0.6, { first: 9, last: 9 }],
  ]);
  expect(pending.at(-1)).toBe(false);
});

test.each([
  ["rows", small],
  ["everything", structure],
])("while Excel is busy, a look at %s waits longer each time and forgets nothing", async (_, change) => {
  const busy = Array.from({ length: 8 }, (__, at): Fault => ({ code: at % 2 === 0 ? "cellEdit" : "busy" }));
  const { looks, tell, pending, failures } = await watching({ answers: busy });
  tell(change);
  await wait(60_000);
  const times = looks.map(([seconds]) => seconds);
  const waits = times.map((seconds, at) => Math.round((seconds - (times[at - 1] ?? 0)) * 10) / 10);
  expect(waits).toEqual([0.3, 0.6, 1.2, 2.4, 4.8, 8, 8, 8, 8]);
  expect(new Set(looks.map(([, what]) => JSON.stringify(what))).size).toBe(1);
  expect(failures).toEqual([]);
  expect(pending.at(-1)).toBe(false);
});

test("a further edit has Excel asked soon again, for both rows", async () => {
  const { looks, tell } = await watching({ answers: [{ code: "busy" }, { code: "busy" }, { code: "busy" }] });
  tell(small);
  await wait(2500);
  tell(cells(8));
  await wait(300);
  expect(looks.at(-1)).toEqual([2.8, { first: 3, last: 8 }]);
});

test("a change that arrives while a look meets a busy Excel is looked at together with what it was about", async () => {
  let told = false;
  const { looks, tell } = await watching({
    answers: [{ code: "cellEdit" }],
    meanwhile: (say) => {
      if (!told) say(cells(9));
      told = true;
    },
  });
  tell(small);
  await wait(5000);
  expect(looks.map(([, what]) => what)).toEqual([
    { first: 3, last: 3 },
    { first: 3, last: 9 },
  ]);
});

test("after a look that went well, a busy Excel is asked again soon", async () => {
  const busy: Fault = { code: "busy" };
  const { watcher, looks, tell } = await watching({ answers: [busy, busy, busy, null, busy] });
  tell(small);
  await wait(10_000);
  watcher.lookAt([small]);
  await wait(300);
  expect(looks.slice(-2).map(([seconds]) => seconds)).toEqual([10, 10.3]);
});

test("a fault that does not pass is told; the row is looked at with the next change", async () => {
  const { looks, tell, pending, failures } = await watching({ answers: [{ code: "lost" }] });
  tell(small);
  await wait(20_000);
  expect(looks).toHaveLength(1);
  expect(failures).toEqual([{ code: "lost" }]);
  expect(pending.at(-1)).toBe(true);
  tell(cells(5));
  await wait(300);
  expect(looks.at(-1)?.[1]).toEqual({ first: 3, last: 5 });
});

test("a check of everything that failed is told once and waits for nobody", async () => {
  const { looks, tell, pending, failures } = await watching({ answers: [{ code: "lost" }] });
  tell(structure);
  await wait(20_000);
  expect(looks).toHaveLength(1);
  expect(failures).toEqual([{ code: "lost" }]);
  expect(pending.at(-1)).toBe(false);
});

test("what we wrote ourselves is looked at without waiting", async () => {
  const { watcher, looks, pending } = await watching();
  watcher.lookAt([cells(2), cells(4)]);
  await wait(0);
  expect(looks).toEqual([[0, { first: 2, last: 4 }]]);
  expect(pending).toEqual([true, false]);
});

test("the same sheets are followed once; others take their place", async () => {
  const { watcher, ended, listeners } = await watching();
  await watcher.follow("客户", "跟进设置");
  expect(ended).toEqual([]);
  await watcher.follow("名单", null);
  expect(ended).toEqual(["客户", "跟进设置"]);
  expect([...listeners.keys()]).toEqual(["客户", "跟进设置", "名单"]);
  await watcher.stop();
  expect(ended.at(-1)).toBe("名单");
});

test("the Settings that come to a list are followed beside it, in one question for what is new", async () => {
  const { watcher, ended, listeners } = await watching();
  await watcher.follow("客户", null);
  expect(ended).toEqual(["客户", "跟进设置"]);
  listeners.clear();
  await watcher.follow("客户", "跟进设置");
  expect([...listeners.keys()]).toEqual(["跟进设置"]);
  expect(ended).toHaveLength(2);
});

test("sheets that could not be followed are asked for again with the next check", async () => {
  let asked = 0;
  const watcher = createWatcher({
    port: {
      watch: () => {
        asked += 1;
        return Promise.resolve(fail({ code: "busy" }));
      },
    },
    run: (look) => look(progress),
    list: () => place,
    seePicks: () => Promise.resolve(null),
    checkRows: () => Promise.resolve(null),
    checkAll: () => Promise.resolve(null),
    failed: () => undefined,
    showPending: () => undefined,
  });
  await watcher.follow("客户", "跟进设置");
  await watcher.follow("客户", "跟进设置");
  expect(asked).toBe(2);
  await expect(watcher.stop()).resolves.toBeUndefined();
});

test("after the pause nothing is looked at by itself, nor tried again", async () => {
  const { watcher, looks, tell } = await watching({ answers: [{ code: "busy" }] });
  tell(small);
  watcher.pause();
  tell(cells(5));
  await wait(20_000);
  expect(looks).toEqual([]);
});

describe("what was picked from a list, of which Excel does not tell", () => {
  test("is looked at where the selection was, when it has gone on", async () => {
    const { choose, picks } = await watching();
    choose(4);
    await wait(5000);
    expect(picks).toEqual([]);
    choose(6);
    await wait(300);
    expect(picks).toEqual([[5.3, [cellAt(4)]]]);
  });

  test("is looked at when the person turns to the pane or to another sheet, with the selection where it is", async () => {
    const { watcher, choose, picks } = await watching();
    watcher.turnAway();
    choose(4);
    watcher.turnAway();
    await wait(300);
    watcher.turnAway();
    await wait(300);
    expect(picks.map(([, areas]) => areas)).toEqual([[cellAt(4)], [cellAt(4)]]);
  });

  test("is not looked for in every cell that the cursor runs over, nor on the Settings sheet", async () => {
    const { choose, picks } = await watching();
    for (let row = 1; row <= 9; row += 1) choose(row);
    choose(3, "跟进设置");
    await wait(5000);
    expect(picks.map(([, areas]) => areas[0]?.row)).toEqual([4, 5, 6, 7, 8]);
  });

  test("is looked at as soon as Excel answers again", async () => {
    const { watcher, choose, looks } = await watching({ pickAnswers: [{ code: "cellEdit" }] });
    choose(4);
    watcher.turnAway();
    await wait(1000);
    expect(looks).toEqual([[0.6, { first: 4, last: 4 }]]);
  });

  test("is not looked at any more when the pane is closed", async () => {
    const { watcher, choose, picks } = await watching();
    choose(4);
    choose(5);
    watcher.pause();
    choose(6);
    await wait(1000);
    expect(picks).toEqual([]);
  });
});

test("a look is local where all of it was changed at this machine: not with a co-author's change, nor with one of ours", async () => {
  const { watcher, tell, local } = await watching();
  const mine = (row: number): SheetChange => ({ kind: "cells", area: cellAt(row), isLocal: true });
  tell(mine(2));
  tell(mine(3));
  await wait(300);
  tell(mine(2));
  tell({ ...mine(3), isLocal: false } as SheetChange);
  await wait(300);
  watcher.lookAt([cells(2)]);
  await wait(300);
  expect(local).toEqual([true, false, false]);
});
