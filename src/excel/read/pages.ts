import type { PageFacts } from "../../domain/workbook/snapshot";
import { askArea } from "../parts/grid";

/** Asks how sheets are printed; to be followed by a sync. */
export function askPages(worksheets: Excel.WorksheetCollection, titles: readonly string[]): () => readonly PageFacts[] {
  const asked = titles.map((title) => {
    const sheet = worksheets.getItem(title);
    const { pageLayout } = sheet;
    pageLayout.load("orientation,zoom");
    const printArea = pageLayout.getPrintAreaOrNullObject().untrack();
    printArea.load("areaCount");
    const rows = pageLayout.getPrintTitleRowsOrNullObject().untrack();
    return { title, pageLayout, printArea, rows, area: askArea(rows) };
  });
  return () =>
    asked.map(({ title, pageLayout, printArea, rows, area }): PageFacts => {
      const repeated = rows.isNullObject ? null : area();
      return {
        sheet: title,
        orientation: pageLayout.orientation === "Landscape" ? "landscape" : "portrait",
        scale: scaleOf(pageLayout.zoom),
        hasPrintArea: !printArea.isNullObject,
        titleRows: repeated && [repeated.row, repeated.row + repeated.rows - 1],
      };
    });
}

function scaleOf({ scale, horizontalFitToPages, verticalFitToPages }: Excel.PageLayoutZoomOptions): PageFacts["scale"] {
  if (horizontalFitToPages === 1 && !verticalFitToPages) return "oneWide";
  return !horizontalFitToPages && !verticalFitToPages && (scale ?? 100) === 100 ? "full" : "other";
}
