import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-sort/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "./page.css";
import { blankSheet } from "../data/blankSheet";
import type { BookData } from "../data/bookData";
import type { AddinActor } from "../engine/engine";
import { openBook, saveBook } from "../files/inWorker";
import type { Book } from "../book/book";
import { createHost, declaredRequirementSet } from "../objects/host";
import { watchBook } from "../objects/events";
import type { Announcer } from "../objects/events";
import { openGrid, readGrid } from "../book/openGrid";
import { createFaultPlan } from "../protocol/faults";
import type { FaultPlan } from "../protocol/faults";
import type { Dispatcher } from "../protocol/dispatcher";
import { openPane } from "../protocol/transport";
import type { Pane, PaneOptions } from "../protocol/transport";
import { createTurns } from "../protocol/turns";
import { element, makeResizable, paneWidth, showMessage, showTexts } from "./layout";
import { provideChineseFont } from "./fonts";
import { handedOver, handOver } from "./handOver";
import { showCharts } from "./chartOverlay";
import { editEnded, isEditing, refuseEditsOnProtectedSheets } from "./cellEdit";
import { hooksFor } from "./hooks";
import { textsFor } from "./texts";
import type { PageLanguage } from "./texts";

const query = new URLSearchParams(location.search);
const language: PageLanguage = query.get("lang") === "en" ? "en" : "zh-CN";
const texts = textsFor(language);

interface File {
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
  readonly save: () => Promise<Uint8Array>;
}

const emptyBook = (name: string): BookData => ({
  date1904: false,
  activeSheet: name,
  names: [],
  formats: [],
  sheets: [blankSheet(name)],
});

/** The file that a person chose before the page was loaded again, else the one that the server has, else none. */
async function fileToOpen(): Promise<File | null> {
  const chosen = await handedOver();
  if (chosen) return chosen;
  const address = query.get("book") ?? "/book";
  const [answer, named] = await Promise.all([fetch(address), fetch("/book-name")]);
  if (!answer.ok || answer.status === 204) return null;
  const given = named.ok && named.status !== 204 ? (await named.text()).trim() : "";
  return { name: given || "book.xlsx", bytes: new Uint8Array(await answer.arrayBuffer()) };
}

function appContext(name: string): Readonly<Record<string, unknown>> {
  const locale = language === "en" ? "en-US" : "zh-CN";
  return {
    _appName: 16,
    _appVersion: "16.0.18000.10000",
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
      excelapi: declaredRequirementSet,
      sharedruntime: "1.1",
      settings: "1.1",
      dialogapi: "1.1",
    }),
    _hostFullVersion: "16.0.18000.10000",
    _appDomains: [],
    _initialDisplayMode: 2,
  };
}

/** Address of the pane of another person: what it keeps on the computer is kept apart (see the server). */
function otherAddress(addin: URL): URL {
  const address = new URL(addin);
  address.searchParams.set("person", "other");
  return address;
}

function setPaneVisible(visible: boolean): void {
  element("pane").hidden = !visible;
  element("divider").hidden = !visible;
}

function openStage(data: BookData, file: File): Stage {
  const book = openGrid("grid", language, data);
  const faults = createFaultPlan();
  const dispatcher = createHost(book, setPaneVisible);
  const addin = new URL(query.get("addin") ?? "/taskpane.html", location.href);
  const turns = createTurns();
  const announcers: Announcer[] = [];
  /** A pane of its own: its requests wait for those of other panes, its changes are made in its name. */
  const openOwn = (
    own: AddinActor,
    options: Pick<PaneOptions, "container" | "addin" | "dispatcher" | "faults" | "isEditingCell">,
  ): Pane => {
    const pane = openPane({
      ...options,
      appContext: appContext(file.name),
      displayLanguage: language === "en" ? "en-US" : "zh-CN",
      editEnded: () => editEnded(book),
      inTurn: (work) =>
        turns(() => {
          book.engine.serve(own);
          return work();
        }),
    });
    announcers.push({
      own,
      send: pane.fireObjectEvent,
      selectionChanged: () => pane.fireEvent("documentSelectionChanged", {}),
    });
    return pane;
  };
  const isEditingCell = (): boolean => isEditing(book);
  const pane = openOwn("addin", { container: element("pane"), addin, dispatcher, faults, isEditingCell });
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
  showCharts(book, element("grid"));
  const original = file.bytes.length > 0 && /\.xlsx$/i.test(file.name) ? file.bytes : null;
  const save = async (): Promise<Uint8Array> => {
    await book.engine.settled();
    return saveBook(readGrid(book), original);
  };
  return { book, pane, dispatcher, faults, announcers, openOther, save };
}

function download(bytes: Uint8Array, name: string): void {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: name.replace(/\.csv$/i, ".xlsx"),
  });
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function connectButtons(stage: () => Stage | null, fileName: () => string): void {
  const chooser = element("file");
  element("open").addEventListener("click", () => chooser.click());
  chooser.addEventListener("change", () => {
    const file = chooser instanceof HTMLInputElement ? chooser.files?.[0] : undefined;
    if (!file) return;
    // One workbook per load of the page (see univerPatches.ts): the file waits while the page loads again.
    void file.arrayBuffer().then(async (bytes) => {
      await handOver({ name: file.name, bytes: new Uint8Array(bytes) });
      location.reload();
    });
  });
  element("save").addEventListener("click", () => {
    const open = stage();
    if (!open) return;
    showMessage(texts.saving);
    open.save().then(
      (bytes) => {
        showMessage(null);
        download(bytes, fileName());
      },
      (error: unknown) => showMessage(texts.saveFailed(error instanceof Error ? error.message : String(error))),
    );
  });
  element("language").addEventListener("click", () => {
    query.set("lang", language === "en" ? "zh-CN" : "en");
    location.search = query.toString();
  });
  element("open-pane").addEventListener("click", () => setPaneVisible(true));
  element("run-check").addEventListener("click", () => void stage()?.pane.runCommand("check", "FollowUp.Check"));
  element("run-log-touch").addEventListener(
    "click",
    () => void stage()?.pane.runCommand("logTouch", "FollowUp.LogTouch"),
  );
}

function start(): void {
  document.documentElement.lang = language;
  document.title = texts.product;
  showTexts(texts);
  makeResizable(Number(query.get("pane")) || paneWidth.usual);
  let stage: Stage | null = null;
  let name = "";
  let problem: string | null = null;
  connectButtons(
    () => stage,
    () => name,
  );

  const open = async (): Promise<void> => {
    showMessage(texts.opening);
    const file = await fileToOpen();
    if (!file) {
      const none: File = { name: `${texts.newBook}.xlsx`, bytes: new Uint8Array() };
      name = none.name;
      stage = openStage(emptyBook("Sheet1"), none);
      showMessage(query.has("book") ? texts.noBook : null);
    } else {
      name = file.name;
      const opened = await openBook(file.bytes, file.name, language);
      if (!opened.ok) {
        problem = opened.message;
        showMessage(problem);
        return;
      }
      await provideChineseFont(opened.book, Object.values(texts).join(""));
      stage = openStage(opened.book, file);
      showMessage(opened.notice);
    }
    if (query.get("panes") === "2") stage.openOther();
    element("file-name").textContent = name;
    await stage.book.engine.settled();
  };
  const ready = open().catch((error: unknown) => {
    problem = error instanceof Error ? error.message : String(error);
    console.error("workbench: the page failed to start", error);
    showMessage(problem);
  });
  hooksFor({ ready, stage: () => stage, problem: () => problem });
}

start();
