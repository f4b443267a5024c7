import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { usePane } from "../pane";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 0,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorStatusWarningBackground1,
    color: tokens.colorStatusWarningForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  words: { margin: 0, overflowWrap: "anywhere" },
  close: { flexShrink: 0 },
});

/** Says before the first write that Ctrl+Z ends there, in an Excel that keeps no steps of add-ins. */
export default function UndoLine() {
  const { texts, undoNotice } = usePane();
  const styles = useStyles();
  return (
    <div role="note" className={styles.root} data-testid="undo-ends">
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
