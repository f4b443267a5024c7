import { succeed, type Result } from "../app/fault";
import type { SheetChange, WorkbookPort } from "../app/ports";
import { parseAreas } from "./parts/addresses";
import { askArea } from "./parts/grid";
import { runOnce, runWith } from "./run";

/** What `worksheet.onChanged` tells, as far as it is used. */
interface ChangeEvent {
  readonly address: string;
  readonly changeType: string;
  readonly triggerSource?: string | null;
  readonly source: string;
}

/** Changes of more rows than this are not followed cell by cell: everything is read again. */
const wideRows = 2000;

/**
 * Hints for one event; none for a change of our own. A co-author's change counts like any other, for hints only lead to
 * reading. Only an edit in place names cells that can be trusted to be where the address says; whatever moves cells, and
 * every kind of change that is not known here (Excel adds new ones without notice), may have moved rows.
 */
export function changesOf({ address, changeType, triggerSource, source }: ChangeEvent): readonly SheetChange[] {
  if (triggerSource === "ThisLocalAddin") return [];
  const areas = changeType === "RangeEdited" ? parseAreas(address) : null;
  if (!areas || areas.some((area) => area.rows > wideRows)) return [{ kind: "structure" }];
  return areas.map((area) => ({ kind: "cells", area, isLocal: source === "Local" }));
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

/** Takes handlers off in the context that put them on, the only one Excel takes them off in. */
function remover(handlers: readonly Handler[]): () => Promise<void> {
  return async () => {
    const [first] = handlers;
    if (!first) return;
    // A fault here means that the sheet or the session has gone, and the handlers with it.
    await runWith(first.context, async (context) => {
      handlers.forEach((handler) => {
        handler.remove();
      });
      await context.sync();
      return succeed(undefined);
    });
  };
}

/** A handler as Excel wants it. */
function heard<Event>(hear: (event: Event) => void): (event: Event) => Promise<void> {
  return (event) => {
    hear(event);
    return Promise.resolve();
  };
}

type Watch = WorkbookPort["watch"];

/** Asks where the cursor is; to be followed by a sync, after which the returned function tells of it. */
function askCursor({ workbook }: Excel.RequestContext, sheets: readonly string[], onSelect: Parameters<Watch>[2]) {
  const cell = workbook.getActiveCell().untrack();
  const area = askArea(cell);
  cell.worksheet.load("name");
  return () => {
    if (sheets.includes(cell.worksheet.name)) onSelect(cell.worksheet.name, [area()]);
  };
}

function watchFrom(hasCursor: boolean, ...[sheets, onChange, onSelect]: Parameters<Watch>): ReturnType<Watch> {
  return runOnce(async (context) => {
    // First, so that no handler is on where Excel has no cell to tell of.
    const tellCursor = hasCursor ? askCursor(context, sheets, onSelect) : () => undefined;
    const handlers = sheets.flatMap((sheet): readonly Handler[] => {
      const { onChanged, onRowSorted, onSelectionChanged } = context.workbook.worksheets.getItem(sheet);
      return [
        onChanged.add(heard((event) => changesOf(event).forEach((change) => onChange(sheet, change)))),
        onRowSorted.add(heard(() => onChange(sheet, { kind: "structure" }))),
        onSelectionChanged.add(heard(({ address }) => onSelect(sheet, parseAreas(address) ?? []))),
      ];
    });
    await context.sync();
    tellCursor();
    return succeed(remover(handlers));
  });
}

/** Tells what may have changed on sheets, and what is selected there. Sorting has an event of its own. */
export async function watch(...given: Parameters<Watch>): ReturnType<Watch> {
  const watching = await watchFrom(true, ...given);
  // A sheet of its own for a chart has no cell.
  return watching.ok ? watching : watchFrom(false, ...given);
}

/** Tells when another sheet is opened. */
export function watchActivation(onActivate: () => void): Promise<Result<() => Promise<void>>> {
  return runOnce(async (context) => {
    const handler = context.workbook.worksheets.onActivated.add(heard(onActivate));
    await context.sync();
    return succeed(remover([handler]));
  });
}
