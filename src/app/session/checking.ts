import type { LogReading } from "../../domain/log/readLog";
import type { Language } from "../../domain/values/language";
import type { Area } from "../../domain/workbook/area";
import type { ValueGrid } from "../../domain/workbook/snapshot";
import type { FormulasFound } from "../check";
import type { Fault } from "../fault";
import type { RecorderDependencies } from "../log/stageRecorder";
import type { Progress, Surroundings, WorkbookPort } from "../ports";
import type { Reading } from "../readFollowUps";
import type { Subject } from "../subject";
import type { StateStore } from "./state";
import type { RecordMoves } from "./gridMoves";
import type { RowSpan } from "./watcher";

/** Keeps what the last check worked on, and checks again what changed. Changes nothing in the workbook. */
export interface Checking {
  readonly subject: () => Subject | null;
  /** Checks what was read and shows it; also notes whether the workbook is set up. */
  readonly show: (reading: Reading) => Promise<void>;
  /** Reads, checks and shows everything; the fault where it could not be read. */
  readonly checkAll: (progress: Progress) => Promise<Fault | null>;
  /** Reads, checks and shows some rows of what was checked; the fault where they could not be read. */
  readonly checkRows: (rows: RowSpan, progress: Progress) => Promise<Fault | null>;
  /**
   * Sees what was picked from lists while these cells were selected: Excel on the web does not tell of it. One small question where the
   * cells can be picked, none else; nothing is shown where nothing changed. The fault where they could not be read.
   */
  readonly seePicks: (areas: readonly Area[], progress: Progress) => Promise<Fault | null>;
  /** Looks for formulas among the cells, unless that is done. Without them the check stands as it is. */
  readonly findFormulas: () => Promise<void>;
  /** Shows formulas that another look has counted, unless they are known. */
  readonly foundFormulas: (found: FormulasFound) => Promise<void>;
  /** Forgets what was checked: another sheet is meant now. */
  readonly forget: () => void;
  /** The log was written to: it is read again with the next rows that are checked. */
  readonly logChanged: () => void;
}

export interface CheckingDependencies {
  readonly port: WorkbookPort;
  readonly surroundings: Surroundings;
  /** Language for a workbook that has not been set up. */
  readonly paneLanguage: Language;
  readonly store: StateStore;
  /** The log where a view shows it, and then as it is now; null where none does. */
  readonly shownLog: () => LogReading | null;
  /** Hears of each reading of the workbook before it is checked. */
  readonly hearReading: (reading: Reading) => Promise<void>;
  /** What stages that were changed in the grid at this machine are recorded with. */
  readonly logging: () => RecorderDependencies;
  /** Hears which sheets were read: the list's, and the Settings where there are any. */
  readonly follow: (sheet: string, settings: string | null) => Promise<void>;
}

/** Rules and measures: they arrive while the sheet is read, and the first view does not wait for them. */
const loadCheck = () => import("../check");
/** Loaded with the first row that somebody edits. */
const loadMoves = () => import("./gridMoves");

/** Keeps the log of what was checked in step with our saves. */
function createLogRefresh({ port, shownLog }: Pick<CheckingDependencies, "port" | "shownLog">) {
  /** True from a save of ours until the log was read again. */
  let isOld = false;
  return {
    changed: () => {
      isOld = true;
    },
    wasRead: () => {
      isOld = false;
    },
    /** The subject with the log as it is now, where a save of ours changed it. */
    refresh: async (subject: Subject, progress: Progress): Promise<Subject> => {
      if (!isOld) return subject;
      // A form that shows the log has just read it.
      let log = shownLog();
      if (!log) {
        const { readLogAgain } = await import("../readFollowUps");
        const now = await readLogAgain(port, subject, progress);
        if (!now.ok) return subject;
        log = now.value;
      }
      isOld = false;
      return { ...subject, reading: { ...subject.reading, log } };
    },
  };
}

export function createChecking(dependencies: CheckingDependencies): Checking {
  const { port, surroundings, paneLanguage, hearReading, logging, follow } = dependencies;
  const { getState, set } = dependencies.store;
  const log = createLogRefresh(dependencies);
  let subject: Subject | null = null;
  let recordMoves: RecordMoves | null = null;

  async function show(reading: Reading): Promise<void> {
    log.wasRead();
    set({ ready: true, installed: reading.installed, sheet: reading.sheet.sheet.name });
    await hearReading(reading);
    await surroundings.pause();
    const { resultOf, subjectOf } = await loadCheck();
    const result = await subjectOf(reading, paneLanguage, surroundings);
    if (!result.ok) {
      subject = null;
      set({ check: null, problem: { kind: "refusal", refusal: result.refusal } });
      return;
    }
    const check = await resultOf(result.subject, surroundings);
    subject = result.subject;
    set({ check, problem: null, pending: false });
    await follow(reading.sheet.sheet.name, reading.settings?.sheet ?? null);
  }

  async function checkAll(progress: Progress): Promise<Fault | null> {
    const { readFollowUps } = await import("../readFollowUps");
    const reading = await readFollowUps(port, surroundings, progress);
    if (!reading.ok) return reading.fault;
    await show(reading.value);
    return null;
  }

  /** Rows of what was checked, as they are now. */
  function readRows({ located }: Subject, { first, last }: Pick<RowSpan, "first" | "last">) {
    const { sheet, area } = located.records;
    return port.readValues(sheet, { ...area, row: first, rows: last - first + 1 });
  }

  async function checkRows(rows: RowSpan, progress: Progress): Promise<Fault | null> {
    if (!subject) return null;
    const fresh = await readRows(subject, rows);
    if (!fresh.ok) return fresh.fault;
    await showRows(subject, fresh.value, progress, rows.isLocal);
    return null;
  }

  async function showRows(before: Subject, block: ValueGrid, progress: Progress, isLocal: boolean): Promise<void> {
    const { resultOf, withRows } = await loadCheck();
    const again = await log.refresh(withRows(before, block), progress);
    const check = await resultOf(again, surroundings);
    // Another sheet may have been opened meanwhile.
    if (!getState().check) return;
    subject = again;
    set({ check });
    // In its turn, after the look.
    if (isLocal)
      void loadMoves().then(({ openGridMoves }) => (recordMoves ??= openGridMoves(logging()))(before, again));
  }

  async function seePicks(areas: readonly Area[], progress: Progress): Promise<Fault | null> {
    if (!subject || !getState().check) return null;
    const { isAsChecked, pickedRows } = await loadCheck();
    const rows = pickedRows(subject, areas);
    if (!rows) return null;
    const fresh = await readRows(subject, rows);
    if (!fresh.ok) return fresh.fault;
    if (!isAsChecked(subject, fresh.value)) await showRows(subject, fresh.value, progress, true);
    return null;
  }

  async function foundFormulas(found: FormulasFound): Promise<void> {
    const { resultOf, withFormulas } = await loadCheck();
    if (!subject || subject.formulas !== null || !getState().check) return;
    const before = subject;
    const whole = withFormulas(before, found);
    const check = await resultOf(whole, surroundings);
    // Rows that were checked again meanwhile are what counts now; their formulas are asked for with the next look.
    if (subject !== before || !getState().check) return;
    subject = whole;
    set({ check });
  }

  async function findFormulas(): Promise<void> {
    if (subject?.formulas !== null) return;
    const { fieldColumns } = await loadCheck();
    const columns = fieldColumns(subject);
    const found = await port.readFormulaCells(
      subject.located.records.sheet,
      columns.map(({ area }) => area),
    );
    // The check stands without it: what could not be read now is asked for with the next look.
    if (found.ok) await foundFormulas({ columns, cells: found.value });
  }

  return {
    subject: () => subject,
    show,
    checkAll,
    checkRows,
    seePicks,
    findFormulas,
    foundFormulas,
    forget: () => {
      subject = null;
    },
    logChanged: log.changed,
  };
}
