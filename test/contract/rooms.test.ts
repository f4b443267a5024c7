import { house } from "../../structure/house";
import { objection, placeOf } from "../../structure/order";

const [domain] = house;
const [lowest, second] = domain!.rooms;
const low = `src/domain/${lowest!.name}/a.ts`;
const high = `src/domain/${second!.name}/b.ts`;

test.each([
  ["a room imports one below it", high, low, true],
  ["a room imports itself", low, low, true],
  ["a room does not import one above it", low, high, false],
  ["the domain does not import the use cases", low, "src/app/ports.ts", false],
  ["the use cases import the domain", "src/app/ports.ts", low, true],
  ["the pane does not import Excel", "src/taskpane/shell/App.tsx", "src/excel/index.ts", false],
  ["but the file that puts the parts together does", "src/taskpane/index.tsx", "src/excel/index.ts", true],
  ["the workbench does not import the pane", "src/workbench/page/index.ts", "src/taskpane/shell/App.tsx", false],
  ["the product does not import tests", low, "test/support/sheets.ts", false],
])("%s", (_, from, to, allowed) => {
  expect(objection(from, to) === null).toBe(allowed);
});

test("a file beside the rooms stands in none", () => {
  expect(placeOf("src/domain/stray.ts")).toBeNull();
  expect(placeOf("src/domain/unknown/stray.ts")).toBeNull();
});

test("no room has a name twice in its wing", () => {
  for (const { rooms } of house) {
    const names = rooms.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
