import { Button, mergeClasses } from "@fluentui/react-components";
import type { SelfCheckProblem } from "../../app/selfCheck/state";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { SubviewHead } from "../controls/SubviewHead";
import { TextToCopy } from "../controls/TextToCopy";
import { usePane, useSessionState } from "../pane";
import { selfCheckTexts } from "../text/load";
import type { PaneText } from "../text/texts";
import type { SelfCheckText } from "../text/types/selfCheck";
import { useViewText } from "../text/useViewText";
import { AnswerList } from "./AnswerList";
import { reportText } from "./reportText";
import { useSelfCheckStyles } from "./selfCheck.styles";
import { Trials } from "./Trials";
import { rememberAnswers, rememberedAnswers, useSelfCheck, useSelfCheckState } from "./useSelfCheck";

function sentenceOf(problem: SelfCheckProblem, text: SelfCheckText, texts: PaneText): string {
  if (problem.kind !== "fault") return text.problem[problem.kind];
  const { what, todo } = texts.fault(problem.fault);
  return texts.sentences(what, todo);
}

/** Finds out how this Excel answers, and says it line by line. */
export default function SelfCheckView({ onBack }: { readonly onBack: () => void }) {
  const { texts, language, memory } = usePane();
  const selfCheck = useSelfCheck();
  const text = useViewText(selfCheckTexts, language);
  const { busy } = useSessionState();
  const { answers, notes, day, working, stopped, trial, problem } = useSelfCheckState(selfCheck);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSelfCheckStyles();
  const host = selfCheck.host();
  const earlier = answers === null && !working ? rememberedAnswers(memory, host) : null;
  const shown = answers ?? earlier;
  const run = async () => {
    await selfCheck.run();
    rememberAnswers(selfCheck, memory);
  };
  return (
    <div className={styles.root} data-testid="self-check">
      <SubviewHead title={text.heading} back={text.back} onBack={onBack} backTestId="self-check-back" />
      <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{text.host(host)}</p>
      <p className={sections.text}>{text.intro}</p>
      <p className={sections.text}>{text.cost}</p>
      {trial === null && (
        <div className={styles.actions}>
          <Button
            appearance={shown === null ? "primary" : "secondary"}
            disabledFocusable={busy !== null}
            onClick={() => void run()}
            data-testid="self-check-run"
          >
            {shown === null ? text.run : text.runAgain}
          </Button>
        </div>
      )}
      {problem !== null && (
        <p className={mergeClasses(sections.text, styles.problem)} role="alert" data-testid="self-check-problem">
          {sentenceOf(problem, text, texts)}
        </p>
      )}
      {working && trial === null && <p className={sections.text}>{text.running}</p>}
      {shown === null && !working && (
        <p className={mergeClasses(rows.secondary, sections.text)} data-testid="self-check-empty">
          {text.empty}
        </p>
      )}
      {earlier !== null && <p className={mergeClasses(rows.secondary, sections.text)}>{text.earlier}</p>}
      {stopped && !working && <p className={sections.text}>{text.stopped}</p>}
      {trial !== null && <Trials trial={trial} busy={busy !== null} text={text.trials} />}
      {shown !== null && !(working && trial === null) && <AnswerList answers={shown} text={text} />}
      {answers !== null && !stopped && !working && trial === null && (
        <Trials trial={null} busy={busy !== null} text={text.trials} />
      )}
      {answers !== null && day !== null && !working && (
        <section className={mergeClasses(rows.separator, sections.section)}>
          <TextToCopy
            text={reportText({ host, day, answers, notes }, text)}
            label={text.report.label}
            hint={text.report.hint}
            lines={6}
            words={text.report}
            testIds={{ text: "self-check-report", copy: "self-check-copy", said: "self-check-copied" }}
          />
        </section>
      )}
    </div>
  );
}
