import { createContext, useContext, useSyncExternalStore } from "react";
import type { RepState } from "../app/log/state";
import type { Session } from "../app/session/session";
import type { SessionState } from "../app/session/state";
import type { Language } from "../domain/values/language";
import type { SelectCell } from "./cellSelection";
import type { LogDoor } from "./logDoor";
import type { Navigation } from "./navigation";
import type { Memory } from "./rememberOnComputer";
import type { PaneText } from "./text/texts";
import type { UndoNotice } from "./undoNotice";

/** What every view works with. All of it lives outside components. */
export interface Pane {
  readonly session: Session;
  readonly selectCell: SelectCell;
  readonly navigation: Navigation;
  readonly memory: Memory;
  /** Where the workbook lies: what is remembered of one workbook is not for another. Blank while it was never saved. */
  readonly workbook: string;
  readonly logDoor: LogDoor;
  readonly undoNotice: UndoNotice;
  /** False where Office drops downloads without a word (WebKit's view on the Mac and the iPad): texts are shown to be copied there. */
  readonly canDownload: boolean;
  readonly language: Language;
  readonly texts: PaneText;
}

const PaneContext = createContext<Pane | null>(null);
export const PaneProvider = PaneContext.Provider;

export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (pane === null) throw new Error("A view was rendered outside PaneProvider.");
  return pane;
}

export function useSessionState(): SessionState {
  const { session } = usePane();
  return useSyncExternalStore(session.subscribe, session.getState);
}

export function useRepState(): RepState {
  const { rep } = usePane().session;
  return useSyncExternalStore(rep.subscribe, rep.getState);
}
