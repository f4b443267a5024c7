import { asProposed } from "../../domain/adoption/choices";
import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from "@fluentui/react-components";
import type { Session } from "../../app/session/session";
import type { SessionProblem, SessionState } from "../../app/session/state";
import type { Language } from "../../domain/values/language";
import type { Tab } from "../navigation";
import { usePane } from "../pane";
import { canRetry, problemSentence } from "./problemSentence";

const useStyles = makeStyles({
  root: { margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`, flexShrink: 0 },
  body: { whiteSpace: "normal", overflowWrap: "anywhere" },
  title: { display: "block" },
});

/** Does again what failed. A set-up whose plan is gone is planned anew, so that nothing happens unseen. */
function retry(
  problem: SessionProblem,
  session: Session,
  state: SessionState,
  tab: Tab,
  language: Language,
): Promise<void> {
  if (!state.ready) return session.open();
  const plan = () => session.planSetUp(state.plan?.language ?? state.check?.language ?? language, asProposed);
  if (problem.kind === "refusal") return tab === "setup" ? plan() : session.check();
  switch (problem.task) {
    case "opening":
      return session.open();
    case "checking":
    case "saving":
      return session.check();
    case "planning":
      return plan();
    case "applying":
      return state.plan === null ? plan() : session.applySetUp();
    case "probing":
      return session.selfCheck().then(({ run }) => run());
  }
}

interface Props {
  readonly problem: SessionProblem;
  readonly state: SessionState;
  readonly tab: Tab;
}

/** What went wrong in a sentence, with what to do about it. */
export default function ProblemBar({ problem, state, tab }: Props) {
  const { session, texts, language } = usePane();
  const styles = useStyles();
  const { what, todo, left } = problemSentence(problem, texts);
  const cancelled = problem.kind === "fault" && problem.fault.code === "cancelled";
  const intent = problem.kind === "refusal" ? "warning" : cancelled ? "info" : "error";
  return (
    // A message bar is announced once, when it appears: the key makes another problem another bar. `politeness` is
    // left alone on purpose: Fluent turns any explicit value into "polite".
    <MessageBar key={what} intent={intent} layout="multiline" className={styles.root} data-testid="problem">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle className={styles.title}>{what}</MessageBarTitle>
        {left === null ? todo : texts.sentences(left, todo)}
      </MessageBarBody>
      <MessageBarActions>
        {canRetry(problem) && (
          <Button size="small" onClick={() => void retry(problem, session, state, tab, language)}>
            {texts.problem.retry}
          </Button>
        )}
        <Button size="small" appearance="transparent" onClick={session.dismissProblem}>
          {texts.problem.dismiss}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
