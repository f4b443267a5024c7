import { adoptingFields } from "../../domain/adoption/grow/adoptFields";
import { recognise, type Recognised } from "../../domain/adoption/grow/recognise";
import type { ExportAnswers } from "../../domain/adoption/grow/readExport";
import { sourceFor, sourceKey, type Source } from "../../domain/adoption/grow/sources";
import { asInTheSheet, type UpdateChoices } from "../../domain/adoption/grow/updatePlan";
import type { EncodingName } from "../../csv/encodingNames";
import type { ColumnAnswer } from "../../domain/kinds/columnReading";
import type { ValueAnswer } from "../../domain/listValues/answers";
import { findFollowUps } from "../../domain/followUps/followUps";
import { ourSheetTitles } from "../../domain/restore/ourSheets";
import type { FieldId } from "../../domain/schema/fieldIds";
import { fail } from "../fault";
import { listsIn, type SheetList } from "../otherLists";
import type { Progress } from "../ports";
import { keeping } from "../restore/keep";
import { changingSchema } from "../schema/work";
import { createStore } from "../store";
import { transact, type Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import { readExportFile, type ChosenFile } from "./exportFile";
import type { FileProblem } from "./exportSheet";
import { listOn, listsInFile, type FoundList } from "./exportSource";
import {
  previewUpdate,
  readUpdateSheet,
  undoing,
  updating,
  type GrowRefusal,
  type Updated,
  type UpdatePreview,
  type UpdateSheet,
  type UpdateWish,
} from "./work";

/** Why nothing came of an update. */
export type GrowProblem =
  | Problem<GrowRefusal>
  /** Nothing can be read from the file. */
  | { readonly kind: "file"; readonly problem: FileProblem; readonly name: string }
  /** It can be read, and holds no list. */
  | { readonly kind: "noList"; readonly name: string };

/** An export that is open, with all that was said about it so far. */
export interface OpenExport {
  /** Name of the file or the sheet. */
  readonly name: string;
  /** Lists in the file, of which one was chosen. */
  readonly lists: readonly FoundList[];
  readonly list: FoundList;
  /** Encoding of a text file; null for a workbook and a sheet. */
  readonly encoding: EncodingName | null;
  /** Whether what was decided the last time is known. */
  readonly isKnown: boolean;
  readonly recognised: Recognised;
  readonly answers: ExportAnswers;
  readonly choices: UpdateChoices;
}

/** What an update did. */
export interface GrowReceipt {
  readonly fresh: number;
  /** Cells that were changed. */
  readonly cells: number;
  readonly formulas: number;
  readonly moved: number;
  readonly forgotten: number;
  /** Null while it can be taken back; then what was put back, and what stayed. */
  readonly undone: { readonly restored: number; readonly kept: number } | null;
}

export interface GrowState {
  /** Sheets of the workbook that hold a list and are not ours; null before they were looked for. */
  readonly sheets: readonly SheetList[] | null;
  readonly open: OpenExport | null;
  /** Null while a column, or how it is written, is still to be said. */
  readonly preview: UpdatePreview | null;
  readonly receipt: GrowReceipt | null;
  readonly problem: GrowProblem | null;
  /** What the problem is one of: a look at the export, an update, or taking it back. */
  readonly failed: "look" | "apply" | "undo";
}

export const nothingOpen: GrowState = {
  sheets: null,
  open: null,
  preview: null,
  receipt: null,
  problem: null,
  failed: "look",
};

/** Updating the follow-up sheet from an export. */
export interface GrowSession {
  readonly getState: () => GrowState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Looks for sheets of the workbook that an update could come from. */
  readonly lookForSheets: () => Promise<void>;
  /** Opens a file and shows what it would change, or what is still to be said of its columns. Changes nothing. */
  readonly openFile: (file: ChosenFile) => Promise<void>;
  readonly openSheet: (title: string) => Promise<void>;
  /** Takes another list of the file, or reads a text file in another encoding. */
  readonly chooseList: (title: string) => Promise<void>;
  readonly chooseEncoding: (encoding: EncodingName) => Promise<void>;
  /** Says what a column is; null for none of the sheet's. */
  readonly setColumn: (header: string, field: FieldId | null) => Promise<void>;
  /** Says how a column is written. */
  readonly answerColumn: (field: FieldId, answer: ColumnAnswer) => Promise<void>;
  /** Says what a value becomes, by its key. */
  readonly answerValue: (field: FieldId, key: string, answer: ValueAnswer) => Promise<void>;
  readonly choose: (choices: Partial<UpdateChoices>) => Promise<void>;
  /** Carries out what was shown, planned again on what stands there now. Does nothing before a preview was shown. */
  readonly apply: () => Promise<void>;
  /** Takes the last update back, as far as nobody has changed its cells since. */
  readonly undo: () => Promise<void>;
  /** Puts the receipt or the problem aside; an export that is open stays. */
  readonly dismiss: () => void;
  readonly close: () => void;
}

export type GrowSessionDependencies = Pick<
  UseCaseDependencies,
  "port" | "surroundings" | "paneLanguage" | "subject" | "run" | "checkAll"
>;

/** An update begins so many times at the most while others move its rows. */
const mostTries = 4;

/** The fields of which one says who a customer is: without either nothing can be brought over. */
const telling: readonly FieldId[] = ["customer", "id"];

/** True where nothing is left that only a person can say before a preview is worth showing. */
export function isUnderstood({ recognised: { asked, columns } }: OpenExport): boolean {
  return asked.length === 0 && telling.some((field) => columns.has(field));
}

/** What is remembered of an export once it was brought over. */
function sourceOf({ name, list, recognised, answers }: OpenExport, known: Source | null): Source {
  const { headers } = list.table;
  const fields = new Map([...recognised.columns].map(([field, column]) => [column, field]));
  return {
    key: known?.key ?? sourceKey(headers),
    name,
    isAdopted: false,
    columns: new Map(headers.map((header, column) => [header, fields.get(column) ?? null])),
    ...answers,
  };
}

/** What was said of columns with one more word: a field goes to the column that it was given last. */
function withChoice(
  chosen: ReadonlyMap<string, FieldId | null>,
  header: string,
  field: FieldId | null,
): ReadonlyMap<string, FieldId | null> {
  const others = [...chosen].filter(([, other]) => other === null || other !== field);
  return new Map([...others, [header, field]]);
}

/** Loaded, with all that it needs, when somebody asks for it: the first view does not wait for it. */
export function openGrow(dependencies: GrowSessionDependencies): GrowSession {
  const { port, surroundings, run, checkAll } = dependencies;
  const { getState, set, subscribe } = createStore<GrowState>(nothingOpen);
  let sheet: UpdateSheet | null = null;
  let file: ChosenFile | null = null;
  let chosen: ReadonlyMap<string, FieldId | null> = new Map();
  let done: { readonly source: Source; readonly updated: Updated } | null = null;

  const known = (list: FoundList) => sourceFor(list.table.headers, sheet?.memory.sources ?? []);

  function wishOf(open: OpenExport): UpdateWish {
    const { list, recognised, answers, choices } = open;
    return { table: list.table, columns: recognised.columns, answers, choices, source: sourceOf(open, known(list)) };
  }

  /** Shows what is known of an export, and what it would change as soon as that can be told. */
  async function show(open: OpenExport): Promise<void> {
    set({ open, problem: null, receipt: null });
    if (!sheet || !isUnderstood(open)) return set({ preview: null });
    set({ preview: await previewUpdate(sheet, wishOf(open), surroundings) });
  }

  /** Shows a list with what was decided about its like the last time. */
  async function begin(name: string, lists: readonly FoundList[], encoding: EncodingName | null, title?: string) {
    const list = lists.find((each) => each.title === title) ?? lists[0];
    if (!list) return set({ open: null, preview: null, problem: { kind: "noList", name } });
    if (!sheet) return;
    const remembered = known(list);
    await show({
      ...{ name, lists, list, encoding, isKnown: remembered !== null },
      recognised: recognise(list.table, sheet.subject, remembered, chosen),
      answers: { answers: remembered?.answers ?? new Map(), values: remembered?.values ?? new Map() },
      choices: asInTheSheet,
    });
  }

  /** Reads the follow-up sheet first: what is brought over is held against it. */
  async function readSheet(progress: Progress): Promise<boolean> {
    const read = await readUpdateSheet(dependencies, progress);
    if (read.ok) sheet = read.value;
    else if ("refusal" in read) set({ problem: { kind: "refusal", refusal: read.refusal } });
    else set({ problem: { kind: "fault", fault: read.fault, aftermath: null } });
    return read.ok;
  }

  async function readFile(encoding: EncodingName | null, progress: Progress): Promise<void> {
    if (!file || !(await readSheet(progress)) || !sheet) return;
    const { system } = sheet.subject;
    const read = await readExportFile(file, system, encoding);
    if (!read.ok) return set({ problem: { kind: "file", problem: read.problem, name: file.name } });
    await begin(file.name, listsInFile(read.sheets, system), read.encoding);
  }

  async function readList(title: string, progress: Progress): Promise<void> {
    if (!(await readSheet(progress))) return;
    const read = await port.readWorkbook(() => [title], progress);
    const found = read.ok ? read.value.sheets.get(title) : undefined;
    if (!read.ok || !found) {
      const { fault } = read.ok ? fail({ code: "drift", what: title }) : read;
      return set({ problem: { kind: "fault", fault, aftermath: null } });
    }
    await begin(
      title,
      [listOn(read.value.book, found)].flatMap((list) => list ?? []),
      null,
    );
  }

  const planning = (work: (progress: Progress) => Promise<void>) => {
    set({ failed: "look" });
    return run("planning", work);
  };
  const changing = (failed: "apply" | "undo", work: (progress: Progress) => Promise<void>) => {
    set({ failed, problem: null });
    return run("applying", work);
  };
  const again = (change: (open: OpenExport) => OpenExport) =>
    planning(async () => {
      const { open } = getState();
      if (open) await show(change(open));
    });

  /** The columns that were asked for come first, in a change of their own: the rules that go with them are installed as well. */
  async function addColumns({ choices }: OpenExport, progress: Progress): Promise<boolean> {
    if (!sheet || choices.adopt.size === 0) return true;
    const { located, subject } = sheet;
    const draft = adoptingFields(subject.schema, located.headers, choices.adopt, subject.language);
    return transact(
      port,
      {
        ...keeping(dependencies, changingSchema(dependencies, draft), "schema", (input) => input),
        tell: (outcome) => {
          if (outcome.ok) return;
          const { problem } = outcome;
          set({
            problem:
              problem.kind === "refusal"
                ? { kind: "refusal", refusal: { kind: "sheet", refusal: problem.refusal } }
                : problem,
          });
        },
        checkAgain: () => undefined,
      },
      progress,
    );
  }

  async function apply(progress: Progress): Promise<void> {
    const { open, preview } = getState();
    if (!open || !preview || !(await addColumns(open, progress))) return;
    const wish = wishOf(open);
    await transact(
      port,
      {
        ...keeping(dependencies, updating(dependencies, wish), "update", ({ sheet: { reading } }) => {
          return { ...reading, installed: null };
        }),
        tries: mostTries,
        tell: (outcome) => {
          if (!outcome.ok) return set({ problem: outcome.problem });
          const { updated, formulas, moved, forgotten } = outcome.plan;
          done = { source: wish.source, updated };
          const { cells, rows } = updated;
          const receipt = { fresh: rows.length, cells: cells.length, formulas, moved, forgotten, undone: null };
          set({ receipt, open: null, preview: null, problem: null });
        },
        checkAgain: () => checkAll(progress),
      },
      progress,
    );
  }

  async function undo(progress: Progress): Promise<void> {
    if (!done) return;
    await transact(
      port,
      {
        ...undoing(dependencies, done.source, done.updated),
        tries: mostTries,
        tell: (outcome) => {
          if (!outcome.ok) return set({ problem: outcome.problem });
          done = null;
          const { restored, kept } = outcome.plan;
          const { receipt } = getState();
          set({ receipt: receipt && { ...receipt, undone: { restored, kept } }, problem: null });
        },
        checkAgain: () => checkAll(progress),
      },
      progress,
    );
  }

  const forget = () => {
    chosen = new Map();
    set({ open: null, preview: null, receipt: null, problem: null });
  };

  return {
    getState,
    subscribe,
    lookForSheets: () =>
      run("planning", async () => {
        const book = dependencies.subject()?.reading.book;
        if (!book) return;
        const own = new Set(ourSheetTitles(book, []).concat(findFollowUps(book)?.sheet ?? []));
        const sheets = book.sheets.filter(({ name }) => !own.has(name));
        const lists = await listsIn(port, { ...book, sheets });
        if (lists.ok) set({ sheets: lists.value });
      }),
    openFile: (given) =>
      planning(async (progress) => {
        forget();
        file = given;
        await readFile(null, progress);
      }),
    openSheet: (title) =>
      planning(async (progress) => {
        forget();
        file = null;
        await readList(title, progress);
      }),
    chooseList: (title) =>
      planning(async () => {
        const { open } = getState();
        if (open) await begin(open.name, open.lists, open.encoding, title);
      }),
    chooseEncoding: (encoding) => planning((progress) => readFile(encoding, progress)),
    setColumn: (header, field) =>
      again((open) => {
        chosen = withChoice(chosen, header, field);
        if (!sheet) return open;
        return { ...open, recognised: recognise(open.list.table, sheet.subject, known(open.list), chosen) };
      }),
    answerColumn: (field, answer) =>
      again((open) => ({
        ...open,
        answers: { ...open.answers, answers: new Map(open.answers.answers).set(field, answer) },
      })),
    answerValue: (field, key, answer) =>
      again((open) => {
        const values = new Map(open.answers.values.get(field)).set(key, answer);
        return {
          ...open,
          answers: { ...open.answers, values: new Map(open.answers.values).set(field, values) },
        };
      }),
    choose: (choices) => again((open) => ({ ...open, choices: { ...open.choices, ...choices } })),
    apply: () => changing("apply", apply),
    undo: () => changing("undo", undo),
    dismiss: () => set({ receipt: null, problem: null }),
    close: forget,
  };
}
