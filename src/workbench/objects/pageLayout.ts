import { sheetState } from "../book/book";
import type { PageSetup } from "../data/bookData";
import { isRecord } from "../protocol/batch";
import { HostError, invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { whole } from "./arguments";
import { sheetLimits } from "../../domain/workbook/area";
import { rangeAreasClass } from "./rangeAreas";
import { rangeArgument } from "./rangeArgument";
import { objectOf, type SheetTarget } from "./registry";

/** @throws HostError GeneralException where the Excel that is played sets up no page */
const setPage = ({ book, sheet }: SheetTarget, part: PageSetup): void => {
  if (book.behaviour.pageLayout === "refused") throw new HostError("GeneralException", "No printer.", 500);
  book.beforeSheetChange(sheet);
  const state = sheetState(book, sheet);
  state.pageSetup = { ...state.pageSetup, ...part };
};

/** A page is fitted to a number of pages or printed at a scale, never both; 0 pages are as many as it takes. */
function zoomOf({ horizontalFitToPages, verticalFitToPages, scale }: Readonly<Record<string, unknown>>): PageSetup {
  const pages = (count: unknown): number => (count === undefined || count === null ? 0 : whole(count));
  const [fitToWidth, fitToHeight] = [pages(horizontalFitToPages), pages(verticalFitToPages)];
  const isScaled = scale !== undefined && scale !== null;
  if (fitToWidth + fitToHeight > 0) {
    if (isScaled) throw invalidArgument();
    return { fitToWidth, fitToHeight, scale: undefined };
  }
  return { fitToWidth: undefined, fitToHeight: undefined, scale: isScaled ? whole(scale) : undefined };
}

export const pageLayoutClass: HostClass<SheetTarget> = hostClass<SheetTarget>({
  name: "PageLayout",
  scalars: {
    Orientation: {
      since: "1.9",
      read: ({ book, sheet }) =>
        sheetState(book, sheet).pageSetup.orientation === "landscape" ? "Landscape" : "Portrait",
      write: (target, value) => {
        if (value !== "Portrait" && value !== "Landscape") throw invalidArgument();
        setPage(target, { orientation: value === "Portrait" ? "portrait" : "landscape" });
      },
    },
    Zoom: {
      since: "1.9",
      read: ({ book, sheet }) => {
        const { fitToWidth, fitToHeight, scale } = sheetState(book, sheet).pageSetup;
        const isFitted = fitToWidth !== undefined || fitToHeight !== undefined;
        return {
          horizontalFitToPages: fitToWidth || null,
          verticalFitToPages: fitToHeight || null,
          scale: isFitted ? null : (scale ?? 100),
        };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        setPage(target, zoomOf(value));
      },
    },
  },
  methods: {
    SetPrintArea: {
      since: "1.9",
      call: (target, [area]) =>
        setPage(target, { printArea: area === "" ? undefined : rangeArgument(target.book, target.sheet, area).area }),
    },
    GetPrintAreaOrNullObject: {
      since: "1.9",
      call: ({ book, sheet }) => {
        const { printArea } = sheetState(book, sheet).pageSetup;
        return printArea ? rangeAreasClass.of({ book, sheet, areas: [printArea] }) : null;
      },
    },
    GetPrintTitleRowsOrNullObject: {
      since: "1.9",
      call: ({ book, sheet }) => {
        const { titleRows } = sheetState(book, sheet).pageSetup;
        if (!titleRows) return null;
        const [first, last] = titleRows;
        const area = { row: first, column: 0, rows: last - first + 1, columns: sheetLimits.columns };
        return objectOf("Range", { book, sheet, area });
      },
    },
    SetPrintTitleRows: {
      since: "1.9",
      call: (target, [area]) => {
        if (area === "") return setPage(target, { titleRows: undefined });
        const rows = rangeArgument(target.book, target.sheet, area).area;
        setPage(target, { titleRows: [rows.row, rows.row + rows.rows - 1] });
      },
    },
  },
});
