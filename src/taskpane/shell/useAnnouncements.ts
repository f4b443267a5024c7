import { useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { SessionState } from "../../app/session/state";
import { verdictOf } from "../../app/verdict";
import { usePane } from "../pane";

/**
 * Tells screen readers that a check or a set-up is done. A re-check after an edit speaks only when it comes to something else:
 * the person is typing in the sheet.
 */
export function useAnnouncements({ check, applied }: SessionState): void {
  const { announce } = useAnnounce();
  const { texts } = usePane();
  const verdict = check === null ? null : texts.status.verdict(verdictOf(check));
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (verdict !== null && verdict !== said.current) announce(texts.announce.checked(verdict), { polite: true });
    said.current = verdict;
  }, [announce, verdict, texts]);
  useEffect(() => {
    if (applied !== null) announce(texts.announce.applied(applied), { polite: true });
  }, [announce, applied, texts]);
}
