import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import type { SelfCheckProblem } from "../../app/selfCheck/state";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane, useSessionState } from "../pane";
import { selfCheckTexts } from "../text/load";
import type { PaneText } from "../text/texts";
import type { SelfCheckText } from "../text/types/selfCheck";
import { useViewText } from "../text/useViewText";
import { AnswerList } from "./AnswerList";
import { Report } from "./Report";
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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const host = selfCheck.host();
  const earlier = answers === null && !working ? rememberedAnswers(memory, host) : null;
  const shown = answers ?? earlier;
  const run = async () => {
    await selfCheck.run();
    rememberAnswers(selfCheck, memory);
  };
  return (
    <div className={styles.root} data-testid="self-check">
      <div className={styles.head}>
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={text.back}
          onClick={onBack}
          data-testid="self-check-back"
        />
        <h2 ref={heading} tabIndex={-1} className={styles.heading}>
          {text.heading}
        </h2>
      </div>
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
        <Report report={reportText({ host, day, answers, notes }, text)} text={text.report} />
      )}
    </div>
  );
}
