import { errorTextsOnDemand } from "./read/errorsOnDemand";
import type { WorkbookPort } from "../app/ports";
import { readValues } from "./read/readValues";
import { createWorkbookReader } from "./read/readWorkbook";
import { readSelection, select } from "./select";
import { watch, watchActivation } from "./watch";
import { createWriteQueue } from "./write/writeQueue";

/** The open workbook over Office.js. One per pane: its write queue is what keeps changes from crossing. */
export function createExcelPort(): WorkbookPort {
  const enqueue = createWriteQueue();
  const knowErrors = errorTextsOnDemand();
  return {
    readWorkbook: createWorkbookReader(knowErrors),
    readTops: async (sheets) => (await import("./read/readTops")).readTops(sheets),
    readValues: (sheet, area) => readValues(sheet, area, knowErrors),
    readTables: async (wanted) => (await import("./read/readTables")).readTables(wanted),
    readCells: async (sheet, areas) => (await import("./read/readTables")).readCells(sheet, areas),
    readFormulaCells: async (sheet, columns) => (await import("./read/formulaCells")).readFormulaCells(sheet, columns),
    readFormatted: async (sheet, areas) => (await import("./read/readTables")).readFormatted(sheet, areas),
    readBefore: async (request) => (await import("./read/readBefore")).readBefore(request),
    // What only a set-up needs is loaded with the first one: the first view waits for nothing else.
    readInstalled: async (request) => (await import("./read/readInstalled")).readInstalled(request),
    apply: (actions, progress) => enqueue(async () => (await import("./write/apply")).apply(actions, progress)),
    readSelection,
    select,
    watch,
    watchActivation,
    selfCheck: async () => (await import("./selfCheck/selfCheck")).createSelfCheck(),
    recorder: async () => (await import("./record/recorder")).createRecorder(enqueue),
  };
}
