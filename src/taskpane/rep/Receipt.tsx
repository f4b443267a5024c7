import { Button, mergeClasses, useAnnounce } from "@fluentui/react-components";
import { useEffect, type ReactNode } from "react";
import { useFormStyles } from "../controls/form.styles";
import { usePane, useRepState } from "../pane";

/** What the last save did, in one line, with the way back. Screen readers hear it. */
export function Receipt({ children }: { readonly children?: ReactNode }) {
  const { session, texts } = usePane();
  const { receipt, saving } = useRepState();
  const { announce } = useAnnounce();
  const styles = useFormStyles();
  const { rep } = texts;
  const words =
    receipt === null
      ? null
      : receipt.undone === null
        ? rep.saved(receipt.kind, receipt.customers, receipt.isNew)
        : rep.undone(receipt.undone.kept);
  useEffect(() => {
    // Each save has a receipt of its own: two in a row with the same words are two announcements.
    if (receipt !== null && words !== null) announce(words, { polite: true });
  }, [announce, receipt, words]);
  if (receipt === null) return null;
  return (
    <div className={mergeClasses(styles.notice, styles.good, styles.actions)} data-testid="receipt">
      <span>✓ {words}</span>
      {receipt.undone === null && (
        <Button size="small" disabledFocusable={saving} onClick={() => void session.rep.undo()} data-testid="undo">
          {rep.undo}
        </Button>
      )}
      {children}
    </div>
  );
}
