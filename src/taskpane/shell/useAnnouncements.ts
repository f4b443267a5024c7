import { useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { SessionState } from "../../app/session/state";
import { usePane } from "../pane";

/**
 * Tells screen readers that a check or a set-up is done. A re-check after an edit speaks only when the count changed:
 * the person is typing in the sheet.
 */
export function useAnnouncements({ check, applied }: SessionState): void {
  const { announce } = useAnnounce();
  const { texts } = usePane();
  const count = check === null ? null : check.findings.length;
  const said = useRef<number | null>(null);
  useEffect(() => {
    if (count !== null && count !== said.current) announce(texts.announce.checked(count), { polite: true });
    said.current = count;
  }, [announce, count, texts]);
  useEffect(() => {
    if (applied !== null) announce(texts.announce.applied(applied), { polite: true });
  }, [announce, applied, texts]);
}
