import type { Chart } from "../../workbook/action";
import type { Area } from "../../workbook/area";
import { summaryWidths } from "../summaryPage";
import { summaryText } from "../summaryText";
import type { Part, PartInput } from "./part";

/** Rows that the charts cover. */
const chartRows = 13;

/** The first row under charts that begin in a row. */
export function belowCharts(row: number): number {
  return row + chartRows + 1;
}
const colors = { blue: "#2B6CB0", red: "#C0392B", amber: "#B7791F" } as const;

/** The parts that have cells to draw; null for one that is not on the page. */
export type ChartParts = Readonly<Record<"stages" | "ageing" | "owners", Part | null>>;

/** A chart before its place is known. */
type Planned = Pick<Chart, "name" | "type" | "title" | "categories" | "series">;

/** The charts side by side, each as wide as the others. @param title of the sheet; @param row in which they begin: above all that grows */
export function chartsOf({ page, words }: PartInput, title: string, row: number, parts: ChartParts): readonly Chart[] {
  const { charts, figures, customers, ageing } = summaryText[words.language];
  const planned = (["stages", "ageing", "owners"] as const).flatMap((name): readonly Planned[] => {
    const cells = parts[name]?.categories;
    if (!cells) return [];
    const categories = page.place(cells);
    const beside = (column: number): Area => page.place({ ...cells, column });
    switch (name) {
      case "stages": {
        const series = [{ name: customers, values: beside(5), color: colors.blue }];
        return [{ name: "FU_Chart_Funnel", type: "barClustered", title: charts.funnel, categories, series }];
      }
      case "ageing": {
        const series = [{ name: ageing.silent, values: beside(1), color: colors.amber }];
        return [{ name: "FU_Chart_Ageing", type: "columnClustered", title: charts.ageing, categories, series }];
      }
      case "owners": {
        const series = [
          { name: figures.open, values: beside(1), color: colors.blue },
          { name: figures.overdue, values: beside(2), color: colors.red },
        ];
        return [{ name: "FU_Chart_Owners", type: "barClustered", title: charts.owners, categories, series }];
      }
    }
  });
  return planned.map((chart, index): Chart => {
    const [from, to] = [edgeNear(index / planned.length), edgeNear((index + 1) / planned.length)];
    const place = page.place({ row, rows: chartRows, column: from, columns: to - from });
    return { source: title, labelFormat: "#,##0", ...chart, place };
  });
}

/** The column that begins nearest to a part of the page's width, so that charts of equal right fill all of it. */
function edgeNear(part: number): number {
  const wanted = part * summaryWidths.reduce((sum, width) => sum + width, 0);
  let [best, distance, edge] = [0, wanted, 0];
  summaryWidths.forEach((width, column) => {
    edge += width;
    if (Math.abs(edge - wanted) >= distance) return;
    [best, distance] = [column + 1, Math.abs(edge - wanted)];
  });
  return best;
}
