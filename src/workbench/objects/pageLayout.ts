import { sheetState } from "../book/book";
import type { PageSetup } from "../data/bookData";
import { isRecord } from "../protocol/batch";
import { invalidArgument } from "../protocol/hostError";
import { hostClass } from "../protocol/hostObject";
import type { HostClass } from "../protocol/hostObject";
import { whole } from "./arguments";
import { rangeArgument } from "./rangeArgument";
import type { SheetTarget } from "./registry";

const setPage = ({ book, sheet }: SheetTarget, part: PageSetup): void => {
  book.beforeSheetChange(sheet);
  const state = sheetState(book, sheet);
  state.pageSetup = { ...state.pageSetup, ...part };
};

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
        const { fitToWidth, fitToHeight } = sheetState(book, sheet).pageSetup;
        if (fitToWidth === undefined && fitToHeight === undefined) return { scale: 100 };
        return { horizontalFitToPages: fitToWidth || null, verticalFitToPages: fitToHeight || null };
      },
      write: (target, value) => {
        if (!isRecord(value)) throw invalidArgument();
        const pages = (count: unknown): number => (count === undefined || count === null ? 0 : whole(count));
        setPage(target, {
          fitToWidth: pages(value.horizontalFitToPages),
          fitToHeight: pages(value.verticalFitToPages),
        });
      },
    },
  },
  methods: {
    SetPrintArea: {
      since: "1.9",
      call: (target, [area]) => setPage(target, { printArea: rangeArgument(target.book, target.sheet, area).area }),
    },
    SetPrintTitleRows: {
      since: "1.9",
      call: (target, [area]) => {
        const rows = rangeArgument(target.book, target.sheet, area).area;
        setPage(target, { titleRows: [rows.row, rows.row + rows.rows - 1] });
      },
    },
  },
});
