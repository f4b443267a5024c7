import { mergeClasses } from "@fluentui/react-components";
import type { Answers } from "../../domain/selfCheck/answer";
import type { Judgement } from "../../domain/selfCheck/judge";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import type { SelfCheckText } from "../text/types/selfCheck";
import { linesOf } from "./reportText";
import { useSelfCheckStyles } from "./selfCheck.styles";

/** What matters most comes first. */
const groups = ["tell", "unanswered", "handled", "fine"] as const satisfies readonly Judgement["verdict"][];

/** A sign beside the word, so that the colour is never the only difference. */
const signs: Readonly<Record<Judgement["verdict"], string>> = { fine: "✓", handled: "≈", tell: "!", unanswered: "–" };

interface Props {
  readonly answers: Answers;
  readonly text: SelfCheckText;
}

/** One line for each answer: what was tried, what Excel does, and what that means. */
export function AnswerList({ answers, text }: Props) {
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSelfCheckStyles();
  const lines = linesOf(answers, text);
  const of = (verdict: Judgement["verdict"]) => lines.filter((line) => line.verdict === verdict);
  const counts = {
    fine: of("fine").length,
    handled: of("handled").length,
    tell: of("tell").length,
    unanswered: of("unanswered").length,
  };
  return (
    <>
      <p className={mergeClasses(sections.text, styles.summary)} role="status" data-testid="self-check-summary">
        {text.summary(counts)}
      </p>
      {groups
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <section key={verdict} className={mergeClasses(rows.separator, sections.section)}>
            <h3 className={sections.heading}>{text.group[verdict]}</h3>
            <ul className={rows.list}>
              {of(verdict).map(({ probe, name, sentence }) => (
                <li key={probe} className={styles.line} data-testid="self-check-line" data-probe={probe}>
                  <div className={styles.name}>
                    <span>{name}</span>
                    <span className={mergeClasses(styles.sign, styles[verdict])}>
                      <span aria-hidden>{signs[verdict]} </span>
                      {text.verdict[verdict]}
                    </span>
                  </div>
                  <div className={mergeClasses(rows.secondary, rows.wrap)}>{sentence}</div>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}
