import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy } from "react";
import type { SessionState } from "../../app/session/state";
import { verdictOf } from "../../app/verdict";
import { Deferred } from "../controls/Deferred";
import { usePane } from "../pane";
import type { PaneText } from "../text/texts";
import { waitingWords } from "./waitingWords";

const Progress = lazy(() => import("./Progress"));

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  line: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "32px",
    padding: `0 ${tokens.spacingHorizontalM}`,
  },
  words: { fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere", padding: `${tokens.spacingVerticalXS} 0` },
});

function words(state: SessionState, texts: PaneText): string {
  if (state.busy !== null) return texts.status.working(texts.task(state.busy.task), state.busy.done, state.busy.total);
  if (state.problem?.kind === "fault") return waitingWords(state.problem.fault, texts);
  if (state.problem !== null) return texts.status.waiting.other;
  if (!state.ready) return texts.status.opening;
  if (state.check === null) return texts.status.ready;
  const parts = [texts.status.checked(state.check.at), texts.status.verdict(verdictOf(state.check))];
  if (state.pending) parts.push(texts.status.pending);
  return parts.join(" · ");
}

/** The pane's state in words; progress and its Cancel button while something is under way. */
export function StatusLine({ state }: { readonly state: SessionState }) {
  const { session, texts } = usePane();
  const styles = useStyles();
  const { busy, problem } = state;
  const working = busy !== null || (!state.ready && problem === null);
  const measured = busy !== null && busy.total > 0;
  const code = problem === null ? undefined : problem.kind === "fault" ? problem.fault.code : problem.refusal.code;
  return (
    <footer
      className={styles.root}
      data-testid="status"
      data-state={working ? "busy" : "idle"}
      data-pending={state.pending ? "" : undefined}
      data-problem={code}
    >
      {measured && (
        <Deferred>
          <Progress done={busy.done} total={busy.total} />
        </Deferred>
      )}
      <div className={styles.line}>
        <span className={styles.words}>{words(state, texts)}</span>
        {measured && (
          <Button size="small" appearance="subtle" onClick={session.cancel}>
            {texts.status.cancel}
          </Button>
        )}
      </div>
    </footer>
  );
}
