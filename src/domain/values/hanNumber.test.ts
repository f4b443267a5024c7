import { smallNumber, spokenYear } from "./hanNumber";

test.each<[string, number | null]>([
  ["15", 15],
  ["0", 0],
  ["100", null],
  ["一", 1],
  ["九", 9],
  ["两", 2],
  ["十", 10],
  ["十五", 15],
  ["二十", 20],
  ["三十一", 31],
  ["九十九", 99],
  ["一二", null],
  ["十十", null],
  ["两十", null],
  ["甲", null],
  ["", null],
])("%j is %j", (text, number) => {
  expect(smallNumber(text)).toBe(number);
});

test.each<[string, number | null]>([
  ["二〇二六", 2026],
  ["二零二六", 2026],
  ["二○二六", 2026],
  ["2026", 2026],
  ["二〇二", null],
  ["二〇二六年", null],
  ["二甲二六", null],
  ["二十二六", null],
])("the year %j is %j", (text, year) => {
  expect(spokenYear(text)).toBe(year);
});
