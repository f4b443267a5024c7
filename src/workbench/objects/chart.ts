import type { BookArea, ChartType } from "../data/bookData";
import { pointsOfPixels } from "../engine/gridData";
import { HostError, invalidArgument, itemNotFound } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass, HostObject, ScalarMember } from "../protocol/hostObject";
import { bounding } from "../data/areas";
import { flag, number, optionalText, text, whole } from "./arguments";
import { checkWritable, sheetState } from "../book/book";
import type { Book } from "../book/book";
import { pixelsOfLines, valuesOf } from "../book/charts";
import type { ChartReference, ChartSeriesState, ChartState } from "../book/charts";
import { rangeArgument } from "./rangeArgument";
import { objectOf } from "./registry";

interface ChartsTarget {
  readonly book: Book;
  /** Sheet id. */
  readonly sheet: string;
}

interface ChartTarget extends ChartsTarget {
  readonly id: string;
}

interface SeriesTarget extends ChartTarget {
  /** Place among the chart's series. */
  readonly index: number;
}

interface AxisTarget extends ChartTarget {
  readonly axis: "category" | "value";
}

const types: readonly (readonly [string, ChartType])[] = [
  ["BarClustered", "barClustered"],
  ["ColumnClustered", "columnClustered"],
  ["BarStacked", "barStacked"],
];

/** Where a chart stands that was not put anywhere: somewhere in view, as Excel does it, but always at the same place. */
const firstArea: BookArea = { row: 2, column: 2, rows: 15, columns: 8 };

/** @throws HostError ItemNotFound when the chart is gone */
function find({ book, sheet, id }: ChartTarget): ChartState {
  const chart = sheetState(book, sheet).charts.get(id);
  if (!chart) throw itemNotFound();
  return chart;
}

function change(target: ChartTarget, part: Partial<ChartState>): void {
  const { book, sheet, id } = target;
  checkWritable(book, sheet);
  sheetState(book, sheet).charts.set(id, { ...find(target), ...part });
  book.chartsChanged();
}

function findSeries(target: SeriesTarget): ChartSeriesState {
  const series = find(target).series[target.index];
  if (!series) throw itemNotFound();
  return series;
}

function changeSeries(target: SeriesTarget, part: Partial<ChartSeriesState>): void {
  const series = find(target).series.map((one, index) => (index === target.index ? { ...one, ...part } : one));
  change(target, { series });
}

/** A member of a chart that the state keeps under a name of its own. */
function chartMember(
  since: string,
  read: (chart: ChartState) => unknown,
  write: (value: unknown) => Partial<ChartState>,
): ScalarMember<ChartTarget> {
  return { since, read: (target) => read(find(target)), write: (target, value) => change(target, write(value)) };
}

function seriesMember(
  since: string,
  read: (series: ChartSeriesState) => unknown,
  write: (value: unknown) => Partial<ChartSeriesState>,
): ScalarMember<SeriesTarget> {
  return {
    since,
    read: (target) => read(findSeries(target)),
    write: (target, value) => changeSeries(target, write(value)),
  };
}

/** A value out of a list of words. @throws HostError InvalidArgument for any other */
function oneOf<T extends string>(words: readonly T[], value: unknown): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw invalidArgument();
  return found;
}

/** Only what the workbench can draw and save; Excel has more. @throws HostError NotImplemented */
function only(value: unknown, accepted: unknown, what: string): void {
  if (value !== accepted) throw new HostError("NotImplemented", `The workbench has no ${what} ${String(value)}.`, 501);
}

const titleClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartTitle",
  scalars: {
    Visible: chartMember(
      "1.1",
      ({ title }) => title !== null,
      (value) => ({ title: flag(value) ? "" : null }),
    ),
    Text: {
      since: "1.1",
      read: (target) => {
        const { title } = find(target);
        // Excel has no such text then; what it answers is not known.
        if (title === null) throw invalidArgument("The chart has no title.");
        return title;
      },
      write: (target, value) => {
        const title = text(value);
        // Excel would show what stands in a cell; the add-in means no formula.
        if (title.startsWith("=")) throw invalidArgument("The title would become a link to a cell.");
        change(target, { title });
      },
    },
  },
});

const legendPositions = ["Bottom", "Top", "Left", "Right"] as const;

const legendClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartLegend",
  scalars: {
    Visible: chartMember(
      "1.1",
      ({ legend }) => legend !== null,
      (value) => ({ legend: flag(value) ? "Right" : null }),
    ),
    Position: chartMember(
      "1.1",
      ({ legend }) => legend ?? "Right",
      (value) => ({ legend: oneOf(legendPositions, value) }),
    ),
  },
});

const gridlinesClass: HostClass<AxisTarget> = hostClass<AxisTarget>({
  name: "ChartGridlines",
  scalars: {
    Visible: {
      since: "1.1",
      read: (target) => target.axis === "value" && find(target).valueAxis.gridlines,
      write: (target, value) => {
        if (target.axis === "category") only(flag(value), false, "gridlines of categories:");
        else change(target, { valueAxis: { ...find(target).valueAxis, gridlines: flag(value) } });
      },
    },
  },
});

const tickMarks = ["None", "Cross", "Inside", "Outside"] as const;

const axisClass: HostClass<AxisTarget> = hostClass<AxisTarget>({
  name: "ChartAxis",
  scalars: {
    Visible: {
      since: "1.7",
      read: (target) => target.axis === "category" || find(target).valueAxis.visible,
      write: (target, value) => {
        if (target.axis === "category") only(flag(value), true, "axis of categories that is visible:");
        else change(target, { valueAxis: { ...find(target).valueAxis, visible: flag(value) } });
      },
    },
    ReversePlotOrder: {
      since: "1.7",
      read: (target) => target.axis === "category" && find(target).reversed,
      write: (target, value) => {
        if (target.axis === "value") only(flag(value), false, "axis of values in the order");
        else change(target, { reversed: flag(value) });
      },
    },
    MajorTickMark: {
      since: "1.7",
      read: (target) => (target.axis === "category" && !find(target).tickMarks ? "None" : "Outside"),
      write: (target, value) => {
        const mark = oneOf(tickMarks, value);
        if (target.axis === "value") only(mark, "Outside", "tick mark of values");
        else change(target, { tickMarks: mark !== "None" });
      },
    },
    Minimum: {
      since: "1.1",
      read: (target) => (target.axis === "value" ? (find(target).valueAxis.minimum ?? 0) : 0),
      write: (target, value) => {
        if (target.axis === "category") throw invalidArgument();
        change(target, { valueAxis: { ...find(target).valueAxis, minimum: value === "" ? null : number(value) } });
      },
    },
  },
  navigations: { MajorGridlines: { since: "1.1", read: (target) => gridlinesClass.of(target) } },
});

const axesClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartAxes",
  navigations: {
    CategoryAxis: { since: "1.1", read: (target) => axisClass.of({ ...target, axis: "category" }) },
    ValueAxis: { since: "1.1", read: (target) => axisClass.of({ ...target, axis: "value" }) },
  },
});

const labelPositions = ["OutsideEnd", "InsideEnd", "Center", "InsideBase"] as const;
const plainLabels = { position: "OutsideEnd", format: null } as const;

/** Labels that have been switched on. Excel switches them on with the first thing that is set. */
const labelsOf = (series: ChartSeriesState) => series.labels ?? plainLabels;

const dataLabelsClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartDataLabels",
  scalars: {
    ShowValue: seriesMember(
      "1.1",
      ({ labels }) => labels !== null,
      (value) => {
        only(flag(value), true, "labels that show no value:");
        return {};
      },
    ),
    Position: {
      since: "1.1",
      read: (target) => labelsOf(findSeries(target)).position,
      write: (target, value) => {
        const position = oneOf(labelPositions, value);
        // There is no outside of a bar that others stand on.
        if (position === "OutsideEnd" && find(target).type === "barStacked") throw invalidArgument();
        changeSeries(target, { labels: { ...labelsOf(findSeries(target)), position } });
      },
    },
    NumberFormat: {
      since: "1.8",
      read: (target) => labelsOf(findSeries(target)).format ?? "General",
      write: (target, value) =>
        changeSeries(target, { labels: { ...labelsOf(findSeries(target)), format: text(value) } }),
    },
  },
});

const fillClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartFill",
  methods: {
    SetSolidColor: {
      since: "1.1",
      call: (target, [color]) => {
        const given = text(color);
        if (!/^#[0-9a-f]{6}$/i.test(given)) throw invalidArgument();
        changeSeries(target, { color: given.toUpperCase() });
      },
    },
    Clear: { since: "1.1", call: (target) => changeSeries(target, { color: null }) },
  },
});

const seriesFormatClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartSeriesFormat",
  navigations: { Fill: { since: "1.1", read: (target) => fillClass.of(target) } },
});

function reference(target: SeriesTarget, value: unknown): ChartReference {
  const { sheet, area } = rangeArgument(target.book, target.sheet, value);
  return { sheet, area };
}

const seriesClass: HostClass<SeriesTarget> = hostClass<SeriesTarget>({
  name: "ChartSeries",
  scalars: {
    Name: seriesMember(
      "1.1",
      ({ name }) => name,
      (value) => {
        const name = text(value);
        if (name.startsWith("=")) throw invalidArgument("The name would become a link to a cell.");
        return { name };
      },
    ),
    GapWidth: seriesMember(
      "1.7",
      ({ gap }) => gap,
      (value) => {
        const gap = whole(value);
        if (gap < 0 || gap > 500) throw invalidArgument();
        return { gap };
      },
    ),
    HasDataLabels: {
      since: "1.7",
      read: (target) => findSeries(target).labels !== null,
      write: (target, value) => {
        const position = find(target).type === "barStacked" ? "Center" : "OutsideEnd";
        changeSeries(target, { labels: flag(value) ? { position, format: null } : null });
      },
    },
  },
  navigations: {
    DataLabels: { since: "1.8", read: (target) => dataLabelsClass.of(target) },
    Format: { since: "1.1", read: (target) => seriesFormatClass.of(target) },
  },
  methods: {
    SetValues: {
      since: "1.7",
      call: (target, [range]) => changeSeries(target, { values: reference(target, range) }),
    },
    SetXAxisValues: {
      since: "1.7",
      call: (target, [range]) => changeSeries(target, { categories: reference(target, range) }),
    },
    GetDimensionValues: {
      since: "1.12",
      call: async (target, [dimension]) => {
        await target.book.engine.settled();
        const { values, categories } = findSeries(target);
        const asked = oneOf(["Values", "Categories"], dimension) === "Values" ? values : categories;
        return valuesOf(target.book, asked).map(String);
      },
    },
    Delete: {
      since: "1.7",
      call: (target) => change(target, { series: find(target).series.filter((_, index) => index !== target.index) }),
    },
  },
});

const seriesCollectionClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "ChartSeriesCollection",
  scalars: { Count: { since: "1.1", read: (target) => find(target).series.length } },
  items: (target) => find(target).series.map((_, index) => seriesClass.of({ ...target, index })),
  methods: {
    GetCount: { since: "1.4", call: (target) => find(target).series.length },
    GetItemAt: {
      since: "1.1",
      call: (target, [at]) => {
        const index = whole(at);
        if (!find(target).series[index]) throw itemNotFound();
        return seriesClass.of({ ...target, index });
      },
    },
    Add: {
      since: "1.7",
      call: (target, [given, at]) => {
        if (at !== undefined && at !== null) throw new HostError("NotImplemented", "A series is added last.", 501);
        const { series } = find(target);
        const name = optionalText(given) ?? `Series${series.length + 1}`;
        change(target, { series: [...series, newSeries(name, null, null)] });
        return seriesClass.of({ ...target, index: series.length });
      },
    },
  },
});

const newSeries = (
  name: string,
  values: ChartReference | null,
  categories: ChartReference | null,
): ChartSeriesState => ({ name, values, categories, color: null, gap: 150, labels: null });

const extent = (target: ChartTarget, along: "rows" | "columns"): { readonly start: number; readonly size: number } => {
  const { area } = find(target);
  const [first, count] = along === "rows" ? [area.row, area.rows] : [area.column, area.columns];
  return {
    start: pointsOfPixels(pixelsOfLines(target.book, target.sheet, along, 0, first)),
    size: pointsOfPixels(pixelsOfLines(target.book, target.sheet, along, first, count)),
  };
};

const chartClass: HostClass<ChartTarget> = hostClass<ChartTarget>({
  name: "Chart",
  identity: (target) => ({ Id: target.id }),
  scalars: {
    Id: { since: "1.7", read: ({ id }) => id },
    Name: chartMember(
      "1.1",
      ({ name }) => name,
      (value) => {
        const name = text(value);
        if (name === "") throw invalidArgument();
        return { name };
      },
    ),
    ChartType: {
      since: "1.7",
      read: (target) => types.find(([, type]) => type === find(target).type)?.[0],
    },
    Left: { since: "1.1", read: (target) => extent(target, "columns").start },
    Top: { since: "1.1", read: (target) => extent(target, "rows").start },
    Width: { since: "1.1", read: (target) => extent(target, "columns").size },
    Height: { since: "1.1", read: (target) => extent(target, "rows").size },
  },
  navigations: {
    Title: { since: "1.1", read: (target) => titleClass.of(target) },
    Legend: { since: "1.1", read: (target) => legendClass.of(target) },
    Axes: { since: "1.1", read: (target) => axesClass.of(target) },
    Series: { since: "1.1", read: (target) => seriesCollectionClass.of(target) },
    Worksheet: { since: "1.2", read: ({ book, sheet }) => objectOf("Worksheet", { book, sheet }) },
  },
  methods: {
    SetPosition: {
      since: "1.1",
      call: (target, [start, end]) => {
        const first = rangeArgument(target.book, target.sheet, start);
        const last = end === undefined || end === null ? first : rangeArgument(target.book, target.sheet, end);
        if (first.sheet !== target.sheet || last.sheet !== target.sheet) throw invalidArgument();
        change(target, { area: bounding(first.area, last.area) });
      },
    },
    Delete: {
      since: "1.1",
      call: ({ book, sheet, id }) => {
        checkWritable(book, sheet);
        sheetState(book, sheet).charts.delete(id);
        book.chartsChanged();
      },
    },
  },
});

/** One series for each column of the cells, or for each row; the first ones where the cells are named by nothing. */
function addChart(target: ChartsTarget, type: unknown, source: unknown, seriesBy: unknown): HostObject {
  const { book, sheet } = target;
  checkWritable(book, sheet);
  const known = types.find(([word]) => word === type)?.[1];
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

const chartsOf = (target: ChartsTarget): readonly HostObject[] =>
  [...sheetState(target.book, target.sheet).charts.keys()].map((id) => chartClass.of({ ...target, id }));

function chartAt(target: ChartsTarget, key: unknown): HostObject | null {
  const wanted = String(key).toLowerCase();
  const { charts } = sheetState(target.book, target.sheet);
  const found = [...charts].find(([id, { name }]) => id === key || name.toLowerCase() === wanted);
  return found ? chartClass.of({ ...target, id: found[0] }) : null;
}

export const chartsClass: HostClass<ChartsTarget> = hostClass<ChartsTarget>({
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
