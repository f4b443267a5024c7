/** docs/host-behaviour.md names every Excel that the workbench plays, with each of its options and their values. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { choices, hostNames } from "../../src/workbench/data/hostBehaviour";

const rows = readFileSync(path.resolve(__dirname, "../../docs/host-behaviour.md"), "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").map((cell) => cell.trim()));

/** The row whose first cell names an option or a profile. */
const rowOf = (name: string) => rows.find(([, first]) => first?.includes(`\`${name}\``));

test.each(hostNames)("%s", (name) => {
  expect(rowOf(name)).toBeDefined();
});

/** Who the host says it is; the rest is how it behaves. */
const facts = ["platform", "build", "requirementSet"];

test.each(Object.entries(choices))("%s", (option, values) => {
  const row = rowOf(option);
  expect(row).toBeDefined();
  for (const value of facts.includes(option) ? [] : values) expect(row?.[2]).toContain(`\`${value}\``);
  // Where it is from.
  expect(row?.[4]).toMatch(/golden|measured|documented|reported|assumed/);
});
