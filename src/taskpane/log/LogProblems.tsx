import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { problemText } from "./problemText";
import type { LogFlow } from "./useLogFlow";

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  jump: {
    border: "none",
    padding: 0,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "inherit",
    textAlign: "left",
    verticalAlign: "top",
    textDecorationLine: "underline",
    cursor: "pointer",
  },
});

/** All that keeps the form from being saved, each leading to its control. */
export function LogProblems({ flow, book }: { readonly flow: LogFlow; readonly book: RepBook }) {
  const { texts } = usePane();
  const styles = useStyles();
  const forms = useFormStyles();
  const { tried, problems, summary, jump } = flow;
  if (!tried || problems.length === 0) return null;
  return (
    <div ref={summary} role="alert" className={mergeClasses(forms.notice, forms.bad)} data-testid="log-problems">
      <strong>{texts.rep.log.missing(problems.length)}</strong>
      <ul className={styles.list}>
        {problems.map((problem) => (
          <li key={problem.at}>
            <button type="button" className={styles.jump} onClick={() => jump(problem.at)}>
              {problemText(problem, book, texts)}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
