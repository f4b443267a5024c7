import { targetOf } from "./registry";

test("a class that is asked for before the classes are registered is named", () => {
  expect(() => targetOf("Range", null)).toThrow("The class Range was asked for before the classes were registered.");
});
