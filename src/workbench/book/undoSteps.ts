import { CommandType, ICommandService, IUndoRedoService, LocalUndoRedoService } from "@univerjs/presets";
import type { IUndoRedoItem } from "@univerjs/presets";
import { isRecord } from "../protocol/batch";
import { sheetState } from "./book";
import type { Book } from "./book";
import { consequenceOf } from "./mutationInverses";
import type { Inverse } from "./mutationInverses";

/** What Ctrl+Z takes back at once. */
interface Step {
  inverses: Inverse[];
  /** What was kept whole already. */
  readonly kept: Set<string>;
  /** True once something in it cannot be taken back. */
  isFinal: boolean;
}

const newStep = (): Step => ({ inverses: [], kept: new Set(), isFinal: false });

const takeBackId = "workbench.operation.take-back";

/** A step of the add-in as the grid's undo list has it. */
interface Entry {
  step: Step;
  readonly group: number | null;
}

/** Carries out a request of the add-in; what it writes goes on the undo list, or empties it, as the Excel does that is played. */
export type WithUndo = <T>(group: number | null, work: () => Promise<T>) => Promise<T>;

/** Keeps in a step how a sheet's page and charts are, of which the grid knows nothing. */
function noteSheet(book: Book, step: Step, sheet: string): void {
  const once = `sheet ${sheet}`;
  if (step.kept.has(once)) return;
  step.kept.add(once);
  const { pageSetup, charts } = sheetState(book, sheet);
  const before = new Map(charts);
  step.inverses.push(() => {
    if (!book.engine.workbook.getSheetBySheetId(sheet)) return;
    book.beforeSheetChange(sheet);
    const state = sheetState(book, sheet);
    state.pageSetup = pageSetup;
    state.charts.clear();
    for (const [id, chart] of before) state.charts.set(id, chart);
    book.chartsChanged();
  });
}

function note(book: Book, step: Step, id: string, params: unknown): void {
  const consequence = consequenceOf(book, id, params);
  if (consequence.kind === "nothing") return;
  if (consequence.kind === "final") {
    step.isFinal = true;
    step.inverses = [];
    step.kept.clear();
    return;
  }
  if (consequence.once !== null && step.kept.has(consequence.once)) return;
  const inverse = consequence.inverse();
  if (inverse) step.inverses.push(inverse);
  if (consequence.once !== null) step.kept.add(consequence.once);
}

// On the class, before the grid makes its list: what the grid's commands get of it keeps the method that it finds first.
const original = LocalUndoRedoService.prototype.pushUndoRedo;
/** Whether what a command puts on the list is to stand there. */
let isTaken = (): boolean => true;
LocalUndoRedoService.prototype.pushUndoRedo = function pushWhatIsTaken(item: IUndoRedoItem): void {
  if (isTaken()) original.call(this, item);
};

/**
 * Keeps the grid's undo list as Excel keeps a person's while an add-in writes. The grid itself leaves an add-in's writes out of it.
 * Of another person's pane and of co-authors nothing is on the list.
 */
export function keepUndoList(book: Book): WithUndo {
  const { engine, behaviour } = book;
  const undoList = engine.injector.get(IUndoRedoService);
  let recording: Step | null = null;
  let isTakingBack = false;
  let last: Entry | null = null;

  engine.beforeMutation((info, options, actor) => {
    // Before a write the grid puts the formulas of it into their cells by themselves: these are part of the step, results are not.
    if (!recording || options?.applyFormulaCalculationResult) return;
    // While a request waits for the calculation somebody may go on typing: that is on the list by itself.
    if (!isTakingBack && (actor === "person" || actor === "coauthor")) return;
    note(book, recording, info.id, info.params);
  });

  const push = (item: IUndoRedoItem): void => original.call(undoList, item);
  isTaken = () => {
    // The commands that carry an add-in's requests out would put themselves on the list.
    if (isTakingBack || !["person", "coauthor"].includes(engine.actor())) return false;
    last = null;
    return true;
  };

  book.beforeSheetChange = (sheet) => {
    if (recording) noteSheet(book, recording, sheet);
  };

  const record = (step: Step, work: () => void): void => {
    // A person may take a step back while a request waits for the calculation.
    const underWay = recording;
    recording = step;
    try {
      work();
    } finally {
      recording = underWay;
    }
  };

  const entries = new Map<number, { readonly entry: Entry; readonly redo: { id: string; params: object }[] }>();
  let count = 0;
  engine.injector.get(ICommandService).registerCommand({
    id: takeBackId,
    type: CommandType.OPERATION,
    handler: (_accessor, params: unknown) => {
      const known = isRecord(params) && typeof params.number === "number" ? entries.get(params.number) : undefined;
      if (!known) return false;
      const reverse = newStep();
      isTakingBack = true;
      last = null;
      try {
        record(reverse, () => {
          for (const inverse of [...known.entry.step.inverses].reverse()) inverse();
        });
      } catch (error) {
        // The grid would keep it to itself.
        console.error("workbench: a step could not be taken back", error);
        return false;
      } finally {
        isTakingBack = false;
      }
      known.entry.step = reverse;
      if (reverse.isFinal) known.redo.length = 0;
      return true;
    },
  });

  const putOnList = (entry: Entry): void => {
    count += 1;
    const command = { id: takeBackId, params: { number: count } };
    const redo = [command];
    entries.set(count, { entry, redo });
    // The grid keeps the newest 20.
    entries.delete(count - 50);
    push({ unitID: engine.unitId, undoMutations: [command], redoMutations: redo });
    last = entry;
  };

  const settle = (entry: Entry, wasThere: number): void => {
    const { step } = entry;
    const wrote = step.isFinal || step.inverses.length > wasThere;
    if (!wrote) return;
    if (step.isFinal || behaviour.undo === "none") {
      undoList.clearUndoRedo(engine.unitId);
      entries.clear();
      last = null;
      step.isFinal = false;
    }
    if (behaviour.undo !== "none" && step.inverses.length > 0 && last !== entry) putOnList(entry);
  };

  return async (wanted, work) => {
    const group = behaviour.undo === "grouped" ? wanted : null;
    const entry: Entry = group !== null && last?.group === group ? last : { step: newStep(), group };
    const wasThere = entry.step.inverses.length;
    recording = entry.step;
    book.isUndoGroup = group !== null;
    try {
      return await work();
    } finally {
      recording = null;
      book.isUndoGroup = false;
      settle(entry, wasThere);
    }
  };
}
