/** Composition root of the task pane: the only place where the pane, the use cases and Excel meet. */
import { FluentProvider } from "@fluentui/react-components";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createSession } from "../app/session/createSession";
import type { Surroundings, WorkbookPort } from "../app/ports";
import { registerCommands } from "../commands";
import { serialOf } from "../domain/values/date";
import { languageOf } from "../domain/values/language";
import { createExcelPort } from "../excel";
import { App } from "./shell/App";
import { createCellSelection } from "./cellSelection";
import { createLogDoor } from "./logDoor";
import { createNavigation } from "./navigation";
import { loadTheme } from "./shell/officeTheme";
import type { Pane } from "./pane";
import { rememberOnComputer } from "./rememberOnComputer";
import { loadPaneText } from "./text/load";
import { createUndoNotice } from "./undoNotice";

/**
 * A letter and 45 random bits, without the letters that look like digits: short enough to read out on the phone, and never a
 * number to any spreadsheet (`12E45678` would be one).
 */
function newId(): string {
  const digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const [first = 0, ...rest] = crypto.getRandomValues(new Uint8Array(10));
  const letter = "ABCDFGHJKMNPQRSTVWXYZ"[first % 21] ?? "C";
  return letter + rest.map((byte) => digits[byte % 32] ?? "0").join("");
}

const surroundings: Omit<Surroundings, "writesEndUndo"> = {
  today: () => {
    const now = new Date();
    return serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }, 1900) ?? 0;
  },
  newIds: (count) => {
    const ids = new Set<string>();
    while (ids.size < count) ids.add(newId());
    return [...ids];
  },
  now: () => {
    const now = new Date();
    const today = serialOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() }, 1900) ?? 0;
    return today + (now.getHours() * 60 + now.getMinutes()) / 1440;
  },
  // A task of its own, so that the browser paints and takes input in between; a resolved promise would not let it.
  pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
  clock: () => {
    const now = new Date();
    return `${String(now.getHours()).padStart(2, "0")}:${String(now.getMinutes()).padStart(2, "0")}`;
  },
};

async function renderPane(root: HTMLElement): Promise<void> {
  const language = languageOf(Office.context.displayLanguage);
  const [texts, theme] = await Promise.all([loadPaneText(language), loadTheme(Office.context.officeTheme)]);
  document.documentElement.lang = language;
  document.title = texts.product;
  const memory = rememberOnComputer(Office.context.partitionKey);
  const { requirements, diagnostics, platform } = Office.context;
  // Excels before this set keep no steps of add-ins, and a write of ours empties the person's list.
  const writesEndUndo = !requirements.isSetSupported("ExcelApi", "1.19");
  const undoNotice = createUndoNotice(writesEndUndo, memory, diagnostics.version);
  const excel = createExcelPort();
  const port: WorkbookPort = {
    ...excel,
    apply: (actions, progress) => {
      if (actions.length > 0) undoNotice.written();
      return excel.apply(actions, progress);
    },
  };
  const session = createSession(port, { ...surroundings, writesEndUndo }, language);
  const navigation = createNavigation();
  const pane: Pane = {
    session,
    selectCell: createCellSelection(session),
    navigation,
    logDoor: createLogDoor(),
    memory,
    workbook: Office.context.document.url,
    undoNotice,
    canDownload: platform !== Office.PlatformType.Mac && platform !== Office.PlatformType.iOS,
    language,
    texts,
  };
  registerCommands({ session, openTab: navigation.go });
  createRoot(root).render(
    <StrictMode>
      <App pane={pane} theme={theme} />
    </StrictMode>,
  );
  // Loaded beside the first view, which waits for no key.
  void import("./shell/keyboard").then(({ keepTheKeyboard }) => keepTheKeyboard(document));
  window.addEventListener("focus", session.turnTo);
  // Excel goes on calling handlers of a pane that has gone. Not where the page may come back as it was.
  window.addEventListener("pagehide", ({ persisted }) => {
    if (!persisted) void session.close();
  });
  void session.open();
}

async function renderNotInExcel(root: HTMLElement): Promise<void> {
  const language = languageOf(navigator.language);
  const [texts, theme, { NotInExcel }] = await Promise.all([
    loadPaneText(language),
    loadTheme(undefined),
    import("./shell/NotInExcel"),
  ]);
  document.documentElement.lang = language;
  createRoot(root).render(
    <FluentProvider theme={theme}>
      <NotInExcel texts={texts} />
    </FluentProvider>,
  );
}

async function start(): Promise<void> {
  const root = document.getElementById("root");
  if (root === null) throw new Error("taskpane.html has no element with the id root.");
  // office.js comes from elsewhere and may not have arrived: no network, or a blocked address.
  if (typeof Office === "undefined") return renderNotInExcel(root);
  const { host } = await Office.onReady();
  await (host === Office.HostType.Excel ? renderPane(root) : renderNotInExcel(root));
}

start().catch((error: unknown) => {
  console.error(error);
  // Scripts that did not arrive include the text catalogue, so these two sentences stand here.
  const root = document.getElementById("root");
  if (root !== null) {
    root.textContent =
      "窗格没有加载完整，请关掉窗格重新打开。 The pane did not load completely: please close it and open it again.";
  }
});
