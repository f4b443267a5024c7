import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import { usePane } from "../pane";
import { useLineStyles } from "../controls/line.styles";

const useStyles = makeStyles({
  root: {
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
  },
  words: { margin: 0, overflowWrap: "anywhere" },
  close: { flexShrink: 0 },
});

/** Says before the first write that Ctrl+Z ends there, in an Excel that keeps no steps of add-ins. */
export function UndoLine() {
  const { texts, undoNotice } = usePane();
  const isDue = useSyncExternalStore(undoNotice.subscribe, undoNotice.isDue);
  const line = useLineStyles();
  const styles = useStyles();
  if (!isDue) return null;
  return (
    <div role="note" className={mergeClasses(line.root, styles.root)} data-testid="undo-ends">
      <p className={styles.words}>{texts.undoEnds.words}</p>
      <Button
        size="small"
        appearance="subtle"
        className={styles.close}
        onClick={undoNotice.understood}
        data-testid="undo-understood"
      >
        {texts.undoEnds.understood}
      </Button>
    </div>
  );
}
