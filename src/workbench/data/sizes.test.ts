/** Numbers read back from Excel (Windows, build 20430). */
import { columnPixelsOfPoints, defaultColumnPixels, defaultRowPixels, pixelsOfPoints, pointsOfPixels } from "./sizes";

test.each([
  [28, 27.75],
  [24, 24],
  [18, 18],
  [12, 12],
])("a column of %d points is %d points wide", (given, width) => {
  expect(pointsOfPixels(columnPixelsOfPoints(given, "pixels"))).toBe(width);
  expect(pointsOfPixels(columnPixelsOfPoints(given, "asGiven"))).toBe(given);
});

test.each([22, 30, 36])("a row of %d points stays so", (height) => {
  expect(pointsOfPixels(pixelsOfPoints(height))).toBe(height);
});

test("cells without a size of their own, in Calibri 11", () => {
  expect([pointsOfPixels(defaultColumnPixels), pointsOfPixels(defaultRowPixels)]).toEqual([48, 15]);
  // A chart over D2:L18: 3 columns and 1 row from the corner, 9 columns and 17 rows large.
  const lines = [3 * defaultColumnPixels, defaultRowPixels, 9 * defaultColumnPixels, 17 * defaultRowPixels];
  expect(lines.map(pointsOfPixels)).toEqual([144, 15, 432, 255]);
});
