/**
 * What the pane asks of Excel for each use case: round trips that do not grow with the list but for chunks of its values, and bytes
 * that do not grow at all where no values are needed. Counts alone: the seconds are for `npm run bench:traffic`.
 */
import { jobCases, measureTraffic, type Measured, type UseCase } from "../support/traffic";
import { startBrowser, stopBrowser } from "../support/workbench";

jest.setTimeout(600_000);
beforeAll(startBrowser, 60_000);
afterAll(stopBrowser);

/** Lists that come whole with the first question about them, and with one more. */
const sizes = [60, 400] as const;

/** Round trips at the most in a small list; a list beyond the first question's corner takes one more where it is read anew. */
const most: Readonly<Record<UseCase, number>> = {
  "open a list": 3,
  "first check": 3,
  // Colour rules are set, looked at again and put in order apart from the rest; looks come last, alone. The restore point takes three: a
  // look at what the change finds, and two for the hidden sheet, which is made before all that Ctrl+Z is to take back.
  "set up": 15,
  "review day": 7,
  // The last one asks what the Settings said when they could last be read: once per pane.
  "look at the Check tab": 4,
  "check again": 3,
  // Two for the restore point, three where the points are long: those that there are, and what the fix finds.
  fix: 10,
  "edit a row": 1,
  "log a touch": 10,
  // The Summary's block of values is looked at, and written where it has become old.
  Numbers: 3,
  repair: 9,
  "open a set-up workbook": 7,
};

const measured = new Map<number, ReadonlyMap<UseCase, Measured>>();
beforeAll(async () => {
  for (const rows of sizes) measured.set(rows, await measureTraffic(rows, { patience: 240_000 }));
}, 600_000);

const of = (rows: number, useCase: UseCase): Measured => measured.get(rows)!.get(useCase)!;

test.each(Object.entries(most) as [UseCase, number][])("%s: at most %i round trips", (useCase, trips) => {
  expect(of(sizes[0], useCase).roundTrips).toBeLessThanOrEqual(trips);
  // The values of a larger list come in one chunk more where its length is not known yet.
  expect(of(sizes[1], useCase).roundTrips).toBeLessThanOrEqual(trips + 1);
});

test("the whole job takes at most 30, and three for the restore point, but for chunks of values", () => {
  const [short, long] = sizes.map((rows) =>
    jobCases.map((useCase) => of(rows, useCase).roundTrips).reduce((sum, each) => sum + each, 0),
  );
  expect(short).toBeLessThanOrEqual(33);
  // The longer list is read in one chunk more where its length is not known yet, which is at the first check.
  expect(long).toBeLessThanOrEqual(34);
});

test("a look at the Check tab receives less than 300 KB, however long the list is", () => {
  const [small, large] = sizes.map((rows) => of(rows, "look at the Check tab").bytesReceived);
  expect(large).toBeLessThan(300_000);
  expect(Math.abs(large! - small!)).toBeLessThan(20_000);
});

test("an edited row brings that row and nothing else", () => {
  for (const rows of sizes) expect(of(rows, "edit a row").bytesReceived).toBeLessThan(2000);
});

test("what is written does not grow with the list but for the cells that get values", () => {
  // Customer IDs are 340 more, and so are the furthest stages and rows that the next export is held against; all else is sent once for all.
  expect(of(400, "set up").bytesSent - of(60, "set up").bytesSent).toBeLessThan(340 * 130);
});
