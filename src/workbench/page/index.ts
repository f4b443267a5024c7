import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import "@univerjs/preset-sheets-filter/lib/index.css";
import "@univerjs/preset-sheets-sort/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "./page.css";
import { isEncodingName } from "../../csv/encodingNames";
import { blankSheet } from "../data/blankSheet";
import type { BookData } from "../data/bookData";
import { defaultHost, readHost } from "../data/hostBehaviour";
import { openBook } from "../files/inWorker";
import type { BookEnding } from "../files/openFile";
import { provideChineseFont } from "./fonts";
import { handedOver, handOver } from "./handOver";
import { hooksFor } from "./hooks";
import { element, makeResizable, paneWidth, showMessage, showTexts } from "./layout";
import { openStage, setPaneVisible } from "./stage";
import type { SourceFile, Stage } from "./stage";
import { textsFor } from "./texts";
import type { PageLanguage } from "./texts";

const query = new URLSearchParams(location.search);
const language: PageLanguage = query.get("lang") === "en" ? "en" : "zh-CN";
const texts = textsFor(language);
/** `npm run job` asks for a page that draws nothing: nobody looks at it. */
const draws = query.get("draw") !== "no";
/** The Excel that is played: a profile, with single options behind it. */
const behaviour = readHost(query.get("host") ?? "") ?? defaultHost;
/** Of a CSV file, where somebody chose one. */
/** The sheet that is to be open; null for the one that the file opens. */
const wantedSheet = query.get("sheet");
const wantedEncoding = query.get("encoding") ?? "";
const encoding = isEncodingName(wantedEncoding) ? wantedEncoding : null;
const addin = new URL(query.get("addin") ?? "/taskpane.html", location.href);

const emptyBook = (name: string): BookData => ({
  date1904: false,
  activeSheet: name,
  names: [],
  formats: [],
  sheets: [blankSheet(name)],
});

/** The file that a person chose before the page was loaded again, else the one that the server has, else none. */
async function fileToOpen(): Promise<SourceFile | null> {
  const chosen = await handedOver();
  if (chosen) return chosen;
  const address = query.get("book") ?? "/book";
  const [answer, named] = await Promise.all([fetch(address), fetch("/book-name")]);
  if (!answer.ok || answer.status === 204) return null;
  const given = named.ok && named.status !== 204 ? (await named.text()).trim() : "";
  return { name: given || "book.xlsx", bytes: new Uint8Array(await answer.arrayBuffer()) };
}

const fileTypes: Readonly<Record<BookEnding, string>> = {
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
};

function download(bytes: Uint8Array, name: string, ending: BookEnding): void {
  const type = fileTypes[ending];
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = Object.assign(document.createElement("a"), {
    href: address,
    download: name.replace(/\.(csv|tsv|txt|xls[xm]|xlt[xm])$/i, "") + ending,
  });
  link.click();
  // The browser reads the address after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function connectButtons(
  stage: () => Stage | null,
  file: () => { readonly name: string; readonly ending: BookEnding },
): void {
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
        const { name, ending } = file();
        download(bytes, name, ending);
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
  let ending: BookEnding = ".xlsx";
  let problem: string | null = null;
  connectButtons(
    () => stage,
    () => ({ name, ending }),
  );

  const open = async (): Promise<void> => {
    showMessage(texts.opening);
    const file = await fileToOpen();
    if (!file) {
      const none: SourceFile = { name: `${texts.newBook}.xlsx`, bytes: new Uint8Array() };
      name = none.name;
      stage = openStage(emptyBook("Sheet1"), { file: none, language, addin, draws, behaviour });
      showMessage(query.has("book") ? texts.noBook : null);
    } else {
      name = file.name;
      const opened = await openBook(file.bytes, file.name, language, encoding);
      if (!opened.ok) {
        problem = opened.message;
        showMessage(problem);
        return;
      }
      const titles = opened.book.sheets
        .filter(({ visibility }) => visibility === "visible")
        .map(({ name: title }) => title);
      if (wantedSheet !== null && !titles.includes(wantedSheet)) {
        problem = texts.noSuchSheet(wantedSheet, titles);
        showMessage(problem);
        return;
      }
      const book = wantedSheet === null ? opened.book : { ...opened.book, activeSheet: wantedSheet };
      ending = opened.ending;
      await provideChineseFont(book, Object.values(texts).join(""));
      stage = openStage(book, { file, language, addin, draws, behaviour });
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
