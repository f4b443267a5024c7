import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { usePane } from "../pane";
import { useLineStyles } from "./line.styles";

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
export default function UndoLine() {
  const { texts, undoNotice } = usePane();
  const line = useLineStyles();
  const styles = useStyles();
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
