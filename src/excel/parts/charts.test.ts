import { spanOf } from "./charts";

const rows = [15, 30, 15, 15, 0, 15];

test("a chart covers the cells from its corner to its opposite corner", () => {
  expect(spanOf(rows, 15, 60)).toEqual({ first: 1, count: 3 });
});

test("a pixel of rounding at either end makes no difference", () => {
  expect(spanOf(rows, 14.25, 61)).toEqual({ first: 1, count: 3 });
  expect(spanOf(rows, 15.75, 60.5)).toEqual({ first: 1, count: 3 });
});

test("a chart that was moved by hand covers every cell that it touches", () => {
  expect(spanOf(rows, 25, 40)).toEqual({ first: 1, count: 3 });
});

test("a hidden row is no place to start", () => {
  expect(spanOf(rows, 75, 15)).toEqual({ first: 5, count: 1 });
});

test("beyond the cells that were looked at nothing is told", () => {
  expect(spanOf(rows, 15, 600)).toBeNull();
});
