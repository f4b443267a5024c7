import { fail, succeed, type Result } from "../../app/fault";
import type { Answer, Facts } from "../../domain/selfCheck/answer";
import type { Trial } from "../../domain/selfCheck/probes";
import { faultOf, readError } from "../faults";
import { listen, waitForEvents } from "./eventProbes";
import { cells, onScratch, write } from "./scratch";

/** Row of the cell with the list, zero-based; what we write stands below it. */
const listRow = 3;
const column = 1;
const choices = "A,B,C";

/** What a person tries with their own hands on the scratch sheet. */
export interface Trials {
  readonly begin: (trial: Trial) => Promise<Result<void>>;
  readonly end: (trial: Trial) => Promise<Facts>;
  /** Ends what is under way; gives the title of the sheet that was open before, null where no trial was begun. */
  readonly leave: () => Promise<string | null>;
}

async function openList(): Promise<string> {
  return onScratch(listRow, async (place, context) => {
    const open = context.workbook.worksheets.getActiveWorksheet();
    open.load("name");
    const cell = cells(place, 0, column);
    cell.dataValidation.rule = { list: { inCellDropDown: true, source: choices } };
    place.sheet.activate();
    cell.select();
    await context.sync();
    return open.name;
  });
}

function readColumn(): Promise<readonly string[]> {
  return onScratch(listRow, async (place, context) => {
    const range = cells(place, 0, column, 3);
    range.load("values");
    await context.sync();
    return range.values.map(([value]: readonly unknown[]) => String(value ?? ""));
  });
}

export function createTrials(): Trials {
  let heard: Awaited<ReturnType<typeof listen>> | null = null;
  let before: string | null = null;
  const stop = async () => {
    const listening = heard;
    heard = null;
    await listening?.stop();
  };

  async function beginPick(): Promise<void> {
    before = await openList();
    heard = await listen(listRow);
  }

  /** Two writes after the person's own pick: what one Ctrl+Z takes back of the three tells how they stand on the list. */
  async function beginUndo(): Promise<void> {
    await write(listRow, (place) => {
      cells(place, 1, column).values = [["1"]];
    });
    await write(listRow, (place) => {
      cells(place, 2, column).values = [["2"]];
    });
  }

  async function endPick(): Promise<Facts> {
    await waitForEvents();
    const events = heard?.sources.filter((source) => source !== "ThisLocalAddin").length ?? 0;
    await stop();
    const [picked = ""] = await readColumn();
    return { picked, events };
  }

  return {
    begin: async (trial) => {
      try {
        await (trial === "listPick" ? beginPick() : beginUndo());
        return succeed(undefined);
      } catch (thrown) {
        return fail(faultOf(readError(thrown)));
      }
    },
    end: async (trial) => {
      if (trial === "listPick") return endPick();
      const [picked = "", first = "", second = ""] = await readColumn();
      return { picked, first, second };
    },
    leave: async () => {
      await stop();
      const title = before;
      before = null;
      return title;
    },
  };
}

/** What Excel said when it threw. */
export function errorOf(thrown: unknown): Answer {
  const { code, location } = readError(thrown);
  return { kind: "error", error: location ? `${code} @ ${location}` : code };
}
