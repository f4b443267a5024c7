import type { Book } from "../book/book";
import { openGrid, readGrid } from "../book/openGrid";
import { keepUndoList } from "../book/undoSteps";
import type { BookData } from "../data/bookData";
import type { HostBehaviour } from "../data/hostBehaviour";
import type { AddinActor } from "../engine/engine";
import { saveBook } from "../files/inWorker";
import { watchBook } from "../objects/events";
import type { Announcer } from "../objects/events";
import { createHost } from "../objects/host";
import { readBatch } from "../protocol/batch";
import type { WireAnswer } from "../protocol/batch";
import type { Dispatcher } from "../protocol/dispatcher";
import { createFaultPlan } from "../protocol/faults";
import type { FaultPlan } from "../protocol/faults";
import { openPane } from "../protocol/transport";
import type { Pane, PaneOptions } from "../protocol/transport";
import { createTurns } from "../protocol/turns";
import { editEnded, isEditing, refuseEditsOnProtectedSheets } from "./cellEdit";
import { showCharts } from "./chartOverlay";
import { element, focusGrid, leadIntoPane } from "./layout";
import type { PageLanguage } from "./texts";

/** A file as it was chosen or served; without bytes for a new workbook. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The open workbook, its add-in, and the file it came from. */
export interface Stage {
  readonly book: Book;
  readonly pane: Pane;
  readonly dispatcher: Dispatcher;
  readonly faults: FaultPlan;
  readonly announcers: readonly Announcer[];
  /** Opens the pane of another person on the same workbook, once. */
  readonly openOther: () => Pane;
  /** Answers a request as if the pane had sent it. */
  readonly ask: (body: unknown) => Promise<WireAnswer>;
  readonly save: () => Promise<Uint8Array>;
}

export interface StageOptions {
  readonly file: SourceFile;
  readonly language: PageLanguage;
  /** Address of the add-in's page. */
  readonly addin: URL;
  /** False where nobody looks at the grid. */
  readonly draws: boolean;
  /** The Excel that is played. */
  readonly behaviour: HostBehaviour;
}

const localeOf = (language: PageLanguage): string => (language === "en" ? "en-US" : "zh-CN");

function appContext(name: string, language: PageLanguage, behaviour: HostBehaviour): Readonly<Record<string, unknown>> {
  const locale = localeOf(language);
  return {
    _appName: 16,
    _appVersion: behaviour.build,
    _appUILocale: locale,
    _dataLocale: locale,
    _docUrl: `${location.origin}/${encodeURIComponent(name)}`,
    _clientMode: 1,
    _reason: "documentOpened",
    _osfControlType: 1,
    _eToken: "",
    _correlationId: crypto.randomUUID(),
    _appMinorVersion: 0,
    _requirementMatrix: JSON.stringify({
      excelapi: behaviour.requirementSet,
      sharedruntime: "1.1",
      settings: "1.1",
      dialogapi: "1.1",
    }),
    _hostFullVersion: behaviour.build,
    _appDomains: [],
    _initialDisplayMode: 2,
  };
}

/** The pane's address with what its page has to know of the Excel that is played: on which platform, and what its browser refuses. */
function playedAddress(addin: URL, { platform, downloads, clipboard }: HostBehaviour): URL {
  const address = new URL(addin);
  for (const [option, value] of Object.entries({ platform, downloads, clipboard }))
    address.searchParams.set(option, value);
  return address;
}

/** Address of the pane of another person: what it keeps on the computer is kept apart (see the server). */
function otherAddress(addin: URL): URL {
  const address = new URL(addin);
  address.searchParams.set("person", "other");
  return address;
}

export function setPaneVisible(visible: boolean): void {
  element("pane").hidden = !visible;
  element("divider").hidden = !visible;
}

type OwnPane = Pick<PaneOptions, "container" | "addin" | "dispatcher" | "faults" | "isEditingCell">;

/** Opens panes on one workbook: the requests of each wait for those of the others, its changes are made in its name. */
function paneOpener(
  book: Book,
  announcers: Announcer[],
  { file, language, behaviour }: StageOptions,
): (own: AddinActor, options: OwnPane) => Pane {
  const turns = createTurns();
  const withUndo = keepUndoList(book);
  return (own, options) => {
    const pane = openPane({
      ...options,
      appContext: appContext(file.name, language, behaviour),
      displayLanguage: localeOf(language),
      takeFocus: focusGrid,
      editEnded: () => editEnded(book),
      inTurn: (group, work) =>
        turns(() => {
          book.engine.serve(own);
          // What another person's pane writes is on the list of that person.
          return own === "addin" ? withUndo(group, work) : work();
        }),
    });
    announcers.push({
      own,
      send: pane.fireObjectEvent,
      selectionChanged: () => pane.fireEvent("documentSelectionChanged", {}),
    });
    return pane;
  };
}

/** Puts a workbook into the page's grid and the add-in beside it. Once for each load of the page. */
export function openStage(data: BookData, options: StageOptions): Stage {
  const { file, language, draws, behaviour } = options;
  const addin = playedAddress(options.addin, behaviour);
  const book = openGrid({ container: "grid", language, draws }, data, behaviour);
  const faults = createFaultPlan();
  const dispatcher = createHost(book, setPaneVisible);
  const announcers: Announcer[] = [];
  const openOwn = paneOpener(book, announcers, options);
  const isEditingCell = (): boolean => isEditing(book);
  const pane = openOwn("addin", { container: element("pane"), addin, dispatcher, faults, isEditingCell });
  leadIntoPane(pane.frame);
  let other: Pane | null = null;
  const openOther = (): Pane => {
    const container = element("other-pane");
    container.hidden = false;
    other ??= openOwn("otherAddin", {
      container,
      addin: otherAddress(addin),
      dispatcher: createHost(book, (visible) => {
        container.hidden = !visible;
      }),
      faults: createFaultPlan(),
      // Whoever types in the grid types on the first person's computer.
      isEditingCell: () => false,
    });
    return other;
  };
  watchBook(book, announcers);
  refuseEditsOnProtectedSheets(book);
  if (draws) showCharts(book, element("grid"));
  const original = file.bytes.length > 0 ? file.bytes : null;
  const save = async (): Promise<Uint8Array> => {
    await book.engine.settled();
    return saveBook(readGrid(book), original);
  };
  const ask = (body: unknown): Promise<WireAnswer> => {
    book.engine.serve("addin");
    return dispatcher.process(readBatch(body));
  };
  return { book, pane, dispatcher, faults, announcers, openOther, ask, save };
}
