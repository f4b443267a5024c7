import { sheetState } from "../book/book";
import type { BookArea } from "../data/bookData";
import { HostError, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject } from "../protocol/hostObject";
import { oneOf } from "./arguments";
import { chartClass, chartTypes } from "./chart";
import { newSeries } from "./chartSeriesCollection";
import { rangeArgument } from "./rangeArgument";
import type { SheetTarget } from "./registry";
import { checkWritable } from "./worksheetProtection";

/** Where a chart stands that was not put anywhere: somewhere in view, as Excel does it, but always at the same place. */
const firstArea: BookArea = { row: 2, column: 2, rows: 15, columns: 8 };

/** One series for each column of the cells, or for each row; the first ones where the cells are named by nothing. */
function addChart(target: SheetTarget, type: unknown, source: unknown, seriesBy: unknown): HostObject {
  const { book, sheet } = target;
  checkWritable(book, sheet);
  const known = chartTypes.find(([word]) => word === type)?.[1];
  if (!known) throw new HostError("NotImplemented", `The workbench draws no ${String(type)} charts.`, 501);
  const cells = rangeArgument(book, sheet, source);
  const { rows, columns } = cells.area;
  const lines = oneOf(["Rows", "Columns"], seriesBy ?? "Columns") === "Rows" ? rows : columns;
  // Excel guesses which cells are names and which are values; nothing may lean on that guess.
  if (lines !== 1) throw new HostError("NotImplemented", "The workbench adds a chart over one row or column.", 501);
  const { charts } = sheetState(book, sheet);
  const names = new Set([...charts.values()].map(({ name }) => name));
  let count = 1;
  while (names.has(`Chart ${count}`)) count += 1;
  const id = crypto.randomUUID();
  book.beforeSheetChange(sheet);
  charts.set(id, {
    name: `Chart ${count}`,
    type: known,
    title: null,
    area: firstArea,
    legend: "Right",
    reversed: false,
    tickMarks: true,
    valueAxis: { visible: true, gridlines: true, minimum: null },
    series: [newSeries("Series1", { sheet: cells.sheet, area: cells.area }, null)],
  });
  book.chartsChanged();
  return chartClass.of({ ...target, id });
}

const chartsOf = (target: SheetTarget): readonly HostObject[] =>
  [...sheetState(target.book, target.sheet).charts.keys()].map((id) => chartClass.of({ ...target, id }));

function chartAt(target: SheetTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const { charts } = sheetState(target.book, target.sheet);
  const found = [...charts].find(([id, { name }]) => id === key || name.toLowerCase() === wanted);
  return found ? chartClass.of({ ...target, id: found[0] }) : null;
}

export const chartsClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "ChartCollection",
  scalars: { Count: { since: "1.1", read: (target) => chartsOf(target).length } },
  items: chartsOf,
  item: chartAt,
  methods: {
    Add: { since: "1.1", call: (target, [type, source, seriesBy]) => addChart(target, type, source, seriesBy) },
    GetItem: {
      since: "1.1",
      call: (target, [name]) => {
        const chart = chartAt(target, name);
        if (!chart) throw itemNotFound();
        return chart;
      },
    },
    GetItemOrNullObject: { since: "1.4", call: (target, [name]) => chartAt(target, name) },
    GetCount: { since: "1.4", call: (target) => chartsOf(target).length },
  },
});
