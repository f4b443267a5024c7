import type { SheetData } from "./bookData";

/** A visible sheet with nothing in it. */
export function blankSheet(name: string): SheetData {
  return {
    name,
    visibility: "visible",
    rows: [],
    columns: [],
    merges: [],
    frozenRows: 0,
    frozenColumns: 0,
    showGridlines: true,
    protected: false,
    autoFilter: null,
    pageSetup: {},
    tables: [],
    conditionalFormats: [],
    validations: [],
    charts: [],
  };
}
