import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import type { LeftLooks } from "../../app/ports";
import { usePane } from "../pane";
import { canRetry } from "./problemSentence";

const useStyles = makeStyles({
  root: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

interface Props {
  readonly left: readonly LeftLooks[];
  readonly busy: boolean;
}

/** Says which looks a change left, and why; everything else of it stands. */
export default function LeftLooksNotice({ left, busy }: Props) {
  const { session, texts } = usePane();
  const styles = useStyles();
  const [first] = left;
  if (!first) return null;
  const words = texts.leftLooks.say(left.map(({ look, sheet }) => texts.leftLooks.part(look, sheet)));
  return (
    <MessageBar key={words} intent="info" layout="multiline" className={styles.root} data-testid="left-looks">
      <MessageBarBody className={styles.body}>{texts.sentences(words, texts.fault(first.fault).what)}</MessageBarBody>
      <MessageBarActions>
        {left.some(({ fault }) => canRetry({ kind: "fault", fault, aftermath: null })) && (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void session.finishLooks()}
            data-testid="left-looks-retry"
          >
            {texts.problem.retry}
          </Button>
        )}
        <Button size="small" appearance="transparent" onClick={session.dropLooks}>
          {texts.problem.dismiss}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
