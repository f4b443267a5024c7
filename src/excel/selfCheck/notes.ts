import type { Fact, Facts } from "../../domain/selfCheck/answer";
import { readError } from "../faults";
import { cells, onScratch, write } from "./scratch";

/** Place of what is written to see how long it takes: beside the mark, above all probes. */
const top = 1;

/** Milliseconds that a piece of work takes, or the error that it ended in. */
async function timeOf(work: () => Promise<unknown>): Promise<Fact> {
  const begin = performance.now();
  try {
    await work();
    return Math.round(performance.now() - begin);
  } catch (thrown) {
    return readError(thrown).code;
  }
}

const roundTrips = 20;

async function smallRoundTrips(left: number): Promise<void> {
  if (left === 0) return;
  await onScratch(top, async (place, context) => {
    const cell = cells(place, 0, 0);
    cell.load("values");
    await context.sync();
  });
  await smallRoundTrips(left - 1);
}

/** A megabyte of text, in a column that no probe uses. */
function writeMegabyte(): Promise<void> {
  return write(top, (place) => {
    cells(place, 0, 30, 250).values = Array.from({ length: 250 }, () => ["x".repeat(4000)]);
  });
}

async function comments(): Promise<Fact> {
  try {
    return await onScratch(top, async (_, context) => {
      const found = context.workbook.comments;
      found.load("items/id");
      await context.sync();
      return found.items.length;
    });
  } catch (thrown) {
    return readError(thrown).code;
  }
}

/** What is written down of this Excel without a judgement: no two computers are alike in it. */
export async function notesOfHost(): Promise<Facts> {
  return {
    comments: await comments(),
    partitionKey: typeof Office.context.partitionKey === "string" ? "given" : "not given",
    clipboard: "clipboard" in navigator ? "there" : "not there",
    millisecondsOf20RoundTrips: await timeOf(() => smallRoundTrips(roundTrips)),
    millisecondsOf1Megabyte: await timeOf(writeMegabyte),
  };
}
