import { asKnown } from "./asKnown";

test.each([
  [7_139_656, 3_900_000, 7_100_000],
  [5_234_567, 3_900_000, 5_200_000],
  [7_139_656, 39_000, 7_140_000],
  [12_345, 3_900_000, 12_000],
  [81_000, 146_000, 81_000],
  [986, 0, 990],
  [7, 100, 7],
  [0, 100, 0],
])("%d with a range of %d is known as %d", (amount, width, known) => {
  expect(asKnown(amount, width)).toBe(known);
});
