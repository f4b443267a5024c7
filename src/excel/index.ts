import type { SelfCheckPort, WorkbookPort } from "../app/ports";
import { errorTextsOnDemand } from "./read/errorsOnDemand";
import { hostIdentity } from "./selfCheck/hostIdentity";
import { readValues } from "./read/readValues";
import { createWorkbookReader } from "./read/readWorkbook";
import { readSelection, select } from "./select";
import { watch, watchActivation } from "./watch";
import { createWriteQueue } from "./write/writeQueue";

/** The self-check, whose script is loaded when somebody asks for it. */
function selfCheckOnDemand(): SelfCheckPort {
  let loaded: Promise<Omit<SelfCheckPort, "host">> | null = null;
  const load = () => (loaded ??= import("./selfCheck/selfCheck").then(({ createSelfCheck }) => createSelfCheck()));
  return {
    host: hostIdentity,
    open: async () => (await load()).open(),
    ask: async (probe) => (await load()).ask(probe),
    notes: async () => (await load()).notes(),
    beginTrial: async (trial) => (await load()).beginTrial(trial),
    endTrial: async (trial) => (await load()).endTrial(trial),
    close: async () => (await load()).close(),
  };
}

/** The open workbook over Office.js. One per pane: its write queue is what keeps changes from crossing. */
export function createExcelPort(): WorkbookPort {
  const enqueue = createWriteQueue();
  const knowErrors = errorTextsOnDemand();
  return {
    readWorkbook: createWorkbookReader(knowErrors),
    readValues: (sheet, area) => readValues(sheet, area, knowErrors),
    readTables: async (wanted) => (await import("./read/readTables")).readTables(wanted),
    readCells: async (sheet, areas) => (await import("./read/readTables")).readCells(sheet, areas),
    readFormulaCells: async (sheet, columns) => (await import("./read/formulaCells")).readFormulaCells(sheet, columns),
    readFormatted: async (sheet, areas) => (await import("./read/readTables")).readFormatted(sheet, areas),
    // What only a set-up needs is loaded with the first one: the first view waits for nothing else.
    readInstalled: async (request) => (await import("./read/readInstalled")).readInstalled(request),
    apply: (actions, progress) => enqueue(async () => (await import("./write/apply")).apply(actions, progress)),
    readSelection,
    select,
    watch,
    watchActivation,
    selfCheck: selfCheckOnDemand(),
    recorder: async () => (await import("./record/recorder")).createRecorder(enqueue),
  };
}
