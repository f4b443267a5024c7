import { Button } from "@fluentui/react-components";
import type { LeftLooks } from "../../app/ports";
import type { Session } from "../../app/session/session";
import type { SessionProblem, SessionState } from "../../app/session/state";
import type { Tab } from "../navigation";
import { usePane, useSessionState } from "../pane";
import { canRetry, problemSentence } from "./problemSentence";
import { ResultLine } from "./ResultLine";

/** Does again what failed. A set-up whose plan is gone is planned anew, so that nothing happens unseen. */
function retry(problem: SessionProblem, session: Session, state: SessionState, tab: Tab): Promise<void> {
  if (!state.ready) return session.open();
  if (problem.kind === "refusal") return tab === "setup" ? session.planAgain() : session.check();
  switch (problem.task) {
    case "opening":
      return session.open();
    case "checking":
    case "saving":
      return session.check();
    case "planning":
      return session.planAgain();
    case "applying":
      return state.plan === null ? session.planAgain() : session.applySetUp();
    case "probing":
      return session.selfCheck().then(({ run }) => run());
  }
}

/** What went wrong in a sentence, with what to do about it. */
export function SessionFault({ problem, tab }: { readonly problem: SessionProblem; readonly tab: Tab }) {
  const { session, texts } = usePane();
  const state = useSessionState();
  const { what, todo, left } = problemSentence(problem, texts);
  const cancelled = problem.kind === "fault" && problem.fault.code === "cancelled";
  return (
    <ResultLine
      tone={cancelled ? "note" : "bad"}
      told={problem}
      what={what}
      more={left === null ? todo : texts.sentences(left, todo)}
      onClose={session.dismissProblem}
      testId="problem"
    >
      {canRetry(problem) && (
        <Button size="small" onClick={() => void retry(problem, session, state, tab)} data-testid="problem-retry">
          {texts.problem.retry}
        </Button>
      )}
    </ResultLine>
  );
}

/** Says which looks a change left, and why; everything else of it stands. */
export function LooksLeft({ left }: { readonly left: readonly LeftLooks[] }) {
  const { session, texts } = usePane();
  const { busy } = useSessionState();
  const [first] = left;
  if (!first) return null;
  return (
    <ResultLine
      tone="note"
      told={left}
      what={texts.leftLooks.say(left.map(({ look, sheet }) => texts.leftLooks.part(look, sheet)))}
      more={texts.fault(first.fault).what}
      onClose={session.dropLooks}
      testId="left-looks"
    >
      {left.some(({ fault }) => canRetry({ kind: "fault", fault, aftermath: null })) && (
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => {
            if (busy === null) void session.finishLooks();
          }}
          data-testid="left-looks-retry"
        >
          {texts.problem.retry}
        </Button>
      )}
    </ResultLine>
  );
}
