import { Button, mergeClasses } from "@fluentui/react-components";
import type { RepProblem } from "../../app/log/session";
import { useFormStyles } from "../controls/form.styles";
import { usePane, useRepState } from "../pane";
import type { PaneText } from "../text/texts";
import type { Sentence } from "../text/types/problems";
import { useCompleteSetUp } from "./completeSetUp";

function sentenceOf(problem: RepProblem, texts: PaneText): Sentence {
  if (problem.kind === "fault") return texts.fault(problem.fault);
  const { refusal } = problem;
  switch (refusal.kind) {
    case "row":
      return texts.rep.rowProblem(refusal.problem, refusal.customer);
    case "noLog":
      return texts.rep.noLog;
    case "noIds":
      return texts.rep.noIds;
  }
}

/** Why a save came to nothing: what happened, how the workbook was left, what to do. */
export function RepProblemBar({ onRetry }: { readonly onRetry?: (() => void) | undefined }) {
  const { session, texts } = usePane();
  const { problem, saving } = useRepState();
  const styles = useFormStyles();
  const completeSetUp = useCompleteSetUp();
  if (problem === null) return null;
  const { what, todo } = sentenceOf(problem, texts);
  const left = texts.aftermath(problem.kind === "fault" ? (problem.aftermath ?? "unchanged") : "unchanged");
  const kept = onRetry === undefined ? todo : texts.sentences(todo, texts.rep.draftKept);
  return (
    <div role="alert" className={mergeClasses(styles.notice, styles.bad)} data-testid="rep-problem">
      <strong>{what}</strong> {texts.sentences(left, kept)}
      <div className={styles.actions}>
        {onRetry && (
          <Button size="small" disabledFocusable={saving} onClick={onRetry} data-testid="rep-retry">
            {texts.rep.retry}
          </Button>
        )}
        {problem.kind === "refusal" && problem.refusal.kind !== "row" && (
          <Button size="small" onClick={completeSetUp} data-testid="rep-set-up">
            {texts.rep.seeWhatIsMissing}
          </Button>
        )}
        <Button size="small" appearance="transparent" onClick={session.rep.dismiss}>
          {texts.rep.dismiss}
        </Button>
      </div>
    </div>
  );
}
