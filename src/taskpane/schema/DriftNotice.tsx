import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import type { Drift } from "../../domain/settings/drift";
import type { DriftAnswer } from "../../domain/install/planDrift";
import { usePane } from "../pane";

const useStyles = makeStyles({
  root: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
});

/** Which answers a drift can be given. */
function answersTo(drift: Drift): readonly DriftAnswer[] {
  if (drift.kind === "table") return ["putBack"];
  return drift.now === null ? ["addColumn"] : ["takeNew", "putBack"];
}

interface Props {
  readonly drift: readonly Drift[];
  readonly busy: boolean;
}

/** Says which column or table is not where it was, and offers what can be done about it. One at a time: they often mend together. */
export default function DriftNotice({ drift: [first], busy }: Props) {
  const { session, texts } = usePane();
  const styles = useStyles();
  if (!first) return null;
  const words = texts.schema.drift(first);
  return (
    <MessageBar key={words} intent="warning" layout="multiline" className={styles.root} data-testid="drift">
      <MessageBarBody className={styles.body}>{words}</MessageBarBody>
      <MessageBarActions>
        {answersTo(first).map((answer) => (
          <Button
            key={answer}
            size="small"
            disabledFocusable={busy}
            onClick={() => void session.schema.answer(first, answer)}
            data-testid={`drift-${answer}`}
          >
            {texts.schema.driftAnswer(answer, first)}
          </Button>
        ))}
        <Button
          size="small"
          appearance="transparent"
          onClick={() => void session.schema.answer(first, null)}
          data-testid="drift-later"
        >
          {texts.schema.driftLater}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
