import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { RecordStopRegular } from "@fluentui/react-icons";
import { useSyncExternalStore } from "react";
import { usePane } from "../pane";
import { recorderTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { useLineStyles } from "../controls/line.styles";

const useStyles = makeStyles({
  root: {
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  words: { fontVariantNumeric: "tabular-nums" },
  dot: { color: tokens.colorStatusDangerForeground1 },
});

/** Says over all views that Excel's answers are being recorded. Stopping leads to the record. */
export default function RecordingSign() {
  const { language, navigation, session } = usePane();
  const { exchanges } = useSyncExternalStore(session.recorder.subscribe, session.recorder.getState);
  const line = useLineStyles();
  const styles = useStyles();
  const words = useViewText(recorderTexts, language);
  return (
    <div
      className={mergeClasses(line.root, styles.root)}
      role="region"
      aria-label={words.heading}
      data-testid="recording"
    >
      <span className={styles.words}>
        <span className={styles.dot} aria-hidden="true">
          ●{" "}
        </span>
        {words.recording(exchanges)}
      </span>
      <Button
        size="small"
        icon={<RecordStopRegular />}
        onClick={() => {
          session.recorder.stop();
          navigation.go("setup");
        }}
        data-testid="record-stop"
      >
        {words.stop}
      </Button>
    </div>
  );
}
