import type { BeginSession } from "../../app/begin/session";
import { usePane } from "../pane";
import { beginTexts } from "../text/load";
import type { BeginText } from "../text/types/begin";
import { useViewText } from "../text/useViewText";
import { useLoaded } from "../text/useLoaded";

/** The use case with its words; a view suspends until its scripts are there. */
export function useBegin(): { readonly begin: BeginSession; readonly words: BeginText } {
  const { language, session } = usePane();
  const words = useViewText(beginTexts, language);
  return { begin: useLoaded(session.begin()), words };
}
