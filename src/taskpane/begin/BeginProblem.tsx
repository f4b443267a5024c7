import { makeStyles, tokens } from "@fluentui/react-components";
import type { Problem } from "../../app/transaction";
import { usePane } from "../pane";

const useStyles = makeStyles({
  problem: { margin: 0, color: tokens.colorStatusDangerForeground1, overflowWrap: "anywhere" },
});

/** What stopped it, what to do, and how the workbook was left. The button beside it does it again. */
export function BeginProblem({ problem }: { readonly problem: Problem | null }) {
  const { texts } = usePane();
  const styles = useStyles();
  if (problem === null) return null;
  const { what, todo } = problem.kind === "refusal" ? texts.refusal(problem.refusal) : texts.fault(problem.fault);
  const left = problem.kind === "fault" && problem.aftermath !== null ? texts.aftermath(problem.aftermath) : null;
  return (
    <p role="alert" className={styles.problem} data-testid="begin-problem">
      {[left, todo].reduce<string>((said, next) => (next === null ? said : texts.sentences(said, next)), what)}
    </p>
  );
}
