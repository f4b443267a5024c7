/** What this Excel tells of changes, and what a person has to try with their own hands. */
import type { Facts } from "../../domain/selfCheck/answer";
import { runWith } from "../run";
import { succeed } from "../../app/fault";
import { cells, onScratch, write } from "./scratch";

/** Changes that Excel told of. */
interface Heard {
  readonly sources: readonly string[];
  readonly stop: () => Promise<void>;
}

/** Listens to the scratch sheet until it is told to stop. */
export function listen(top: number): Promise<Heard> {
  return onScratch(top, async ({ sheet }, context) => {
    const sources: string[] = [];
    const handler = sheet.onChanged.add((event) => {
      sources.push(String(event.triggerSource ?? ""));
      return Promise.resolve();
    });
    await context.sync();
    return {
      sources,
      stop: async () => {
        // Where the sheet has gone its handlers have gone with it.
        await runWith(handler.context, async (own) => {
          handler.remove();
          await own.sync();
          return succeed(undefined);
        });
      },
    };
  });
}

/** Milliseconds after which an event that was to come has come. */
const eventTime = 500;

export function waitForEvents(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, eventTime));
}

export async function ownEvents(top: number): Promise<Facts> {
  const heard = await listen(top);
  try {
    await write(top, (place) => {
      cells(place, 0, 0).values = [["own"]];
    });
    await waitForEvents();
    const [events, ours] = [heard.sources.length, heard.sources.filter((source) => source === "ThisLocalAddin").length];
    await write(top, (place) => {
      cells(place, 0, 0).format.font.bold = true;
    });
    await waitForEvents();
    return { events, ours, ofFormat: heard.sources.length - events };
  } finally {
    await heard.stop();
  }
}
