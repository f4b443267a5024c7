/** What this Excel makes of values, merged cells, sizes, charts and pages. */
import type { Fact, Facts } from "../../domain/selfCheck/answer";
import { cells, onScratch, refusalOf, write } from "./scratch";

/** A local address without sheet and dollar signs, its rows counted from the place's first. */
function localAddress(address: string, top: number): string {
  return address
    .slice(address.lastIndexOf("!") + 1)
    .replaceAll("$", "")
    .replace(/\d+/g, (row) => String(Number(row) - top));
}

function oneCell(grid: readonly (readonly Fact[])[]): Fact {
  return grid[0]?.[0] ?? null;
}

export async function errorText(top: number): Promise<Facts> {
  await write(top, (place) => {
    cells(place, 0, 0).formulas = [["=1/0"]];
  });
  return onScratch(top, async (place, context) => {
    const cell = cells(place, 0, 0);
    cell.load("values,text,valueTypes");
    await context.sync();
    return { value: oneCell(cell.values), text: oneCell(cell.text), type: oneCell(cell.valueTypes) };
  });
}

/** Texts that look like something else, under the names of the facts. */
const typed = { time: "0:2", fraction: "1/2", day: "2026-08-07", quoted: "'12", zeros: "007" } as const;

export async function typedTexts(top: number): Promise<Facts> {
  const rows = Object.values(typed).map((text) => [text]);
  await write(top, (place) => {
    cells(place, 0, 0, rows.length).values = rows;
  });
  const at = await refusalOf(top, (place) => {
    cells(place, rows.length, 0).values = [["@x"]];
  });
  return onScratch(top, async (place, context) => {
    const range = cells(place, 0, 0, rows.length);
    range.load("values");
    await context.sync();
    const values: readonly (readonly Fact[])[] = range.values;
    const facts = Object.keys(typed).map((name, index): [string, Fact] => [name, values[index]?.[0] ?? null]);
    return { ...Object.fromEntries(facts), at };
  });
}

export async function mergedArea(top: number): Promise<Facts> {
  await write(top, (place) => cells(place, 0, 2, 1, 3).merge());
  return onScratch(top, async (place, context) => {
    const whole = cells(place, 0, 0, 3, 10).getMergedAreasOrNullObject();
    const inside = cells(place, 0, 3, 1, 2).getMergedAreasOrNullObject();
    whole.load("address");
    inside.load("address");
    await context.sync();
    return {
      whole: whole.isNullObject ? null : localAddress(whole.address, top),
      inside: inside.isNullObject ? null : localAddress(inside.address, top),
    };
  });
}

export async function sizes(top: number): Promise<Facts> {
  /** Columns that no other probe fills. */
  const [sized, usual] = [24, 25];
  const standard = await onScratch(top, async (place, context) => {
    const { format } = cells(place, 0, usual);
    format.load("columnWidth,rowHeight");
    await context.sync();
    return { defaultWidth: format.columnWidth, defaultHeight: format.rowHeight };
  });
  await write(top, (place) => {
    const { format } = cells(place, 0, sized);
    format.columnWidth = 28;
    format.rowHeight = 22;
  });
  return onScratch(top, async (place, context) => {
    const { format } = cells(place, 0, sized);
    format.load("columnWidth,rowHeight");
    await context.sync();
    return { width: format.columnWidth, height: format.rowHeight, ...standard };
  });
}

const chartRows = 17;
const chartColumns = 9;

export async function chartPlace(top: number): Promise<Facts> {
  await write(top, (place) => {
    cells(place, 0, 0, 3).values = [[1], [2], [3]];
    cells(place, 0, 1, 3).values = [[4], [5], [6]];
    const chart = place.sheet.charts.add("ColumnClustered", cells(place, 0, 0, 3), "Columns");
    chart.name = "FU_SelfCheck";
    chart.setPosition(cells(place, 1, 3), cells(place, chartRows, 2 + chartColumns));
    chart.series.add("second").setValues(cells(place, 0, 1, 3));
  });
  return onScratch(top, async (place, context) => {
    const chart = place.sheet.charts.getItem("FU_SelfCheck");
    chart.load("left,top,width,height");
    const { series } = chart;
    series.load("count");
    const range = cells(place, 1, 3, chartRows, chartColumns);
    range.load("left,top,width,height");
    await context.sync();
    const differences = [
      chart.left - range.left,
      chart.top - range.top,
      chart.width - range.width,
      chart.height - range.height,
    ];
    const off = Math.max(...differences.map(Math.abs));
    const { left, width, height } = chart;
    return { off: Math.round(off * 100) / 100, series: series.count, left, width, height };
  });
}

export async function pageSetup(top: number): Promise<Facts> {
  await write(top, ({ sheet }) => {
    sheet.pageLayout.zoom = { horizontalFitToPages: 1 };
    sheet.pageLayout.setPrintArea("A1:B2");
    sheet.freezePanes.freezeRows(2);
  });
  return onScratch(top, async ({ sheet }, context) => {
    sheet.pageLayout.load("zoom");
    const printed = sheet.pageLayout.getPrintAreaOrNullObject();
    const frozen = sheet.freezePanes.getLocationOrNullObject();
    printed.load("address");
    frozen.load("address");
    await context.sync();
    const { zoom } = sheet.pageLayout;
    return {
      scale: zoom.scale ?? null,
      wide: zoom.horizontalFitToPages ?? null,
      printArea: printed.isNullObject ? null : localAddress(printed.address, 0),
      frozen: frozen.isNullObject ? null : localAddress(frozen.address, 0),
    };
  });
}
