/**
 * What the pane's use cases send to Excel and receive: round trips, bytes, and seconds where a round trip takes 80 ms.
 *
 * `npm run bench:traffic [rows …]`, by default 100, 1,000 and 10,000 rows. The real pane and the real Office.js in a browser, over the
 * workbench's host; the seconds are those of the workbench, whose grid calculates, plus 80 ms for each round trip.
 */
import { buildIfNeeded } from "../../src/workbench/cli/build";
import { jobCases, measureTraffic, useCases, type Measured } from "../support/traffic";
import { startBrowser, stopBrowser } from "../support/workbench";

/** Seconds of one round trip to Excel on the web. */
const tripSeconds = 0.08;
/** Milliseconds for one step, however large the list. */
const patience = 1_800_000;

function lineOf(rows: number, name: string, all: readonly Measured[]): string {
  const sum = (of: (one: Measured) => number) => all.reduce((total, one) => total + of(one), 0);
  const trips = sum(({ roundTrips }) => roundTrips);
  const kilobytes = (bytes: number) => (bytes / 1000).toLocaleString("en-US", { maximumFractionDigits: 0 });
  const sent = kilobytes(sum(({ bytesSent }) => bytesSent));
  const received = kilobytes(sum(({ bytesReceived }) => bytesReceived));
  const work = sum(({ seconds }) => seconds);
  const cells = [rows.toLocaleString("en-US"), name, trips, sent, received];
  return `| ${[...cells, work.toFixed(1), (work + trips * tripSeconds).toFixed(1)].join(" | ")} |`;
}

async function main(): Promise<void> {
  const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
  await buildIfNeeded((line) => console.error(line), "en");
  await startBrowser();
  console.log("| rows | use case | round trips | KB sent | KB received | seconds here | seconds at 80 ms |");
  console.log("| ---- | -------- | ----------: | ------: | ----------: | -----------: | ---------------: |");
  for (const rows of asked.length > 0 ? asked : [100, 1000, 10_000]) {
    const done = await measureTraffic(rows, {
      patience,
      drawn: true,
      tell: (one) => console.log(lineOf(rows, one.useCase, [one])),
    });
    const job = useCases.flatMap((useCase) => (jobCases.includes(useCase) ? (done.get(useCase) ?? []) : []));
    console.log(lineOf(rows, "the whole job", job));
  }
  await stopBrowser();
}

void main();
