import { use, useSyncExternalStore } from "react";
import type { BeginSession, BeginState } from "../../app/begin/session";
import { usePane } from "../pane";
import { beginTexts } from "../text/load";
import type { BeginText } from "../text/types/begin";
import { useViewText } from "../text/useViewText";

/** The use case with its state and words; a view suspends until its scripts are there. */
export function useBegin(): { readonly begin: BeginSession; readonly state: BeginState; readonly words: BeginText } {
  const { language, session } = usePane();
  const words = useViewText(beginTexts, language);
  const begin = use(session.begin());
  return { begin, state: useSyncExternalStore(begin.subscribe, begin.getState), words };
}
