import { Button, mergeClasses } from "@fluentui/react-components";
import type { Trial } from "../../domain/selfCheck/probes";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import type { SelfCheckText } from "../text/types/selfCheck";
import { useSelfCheckStyles } from "./selfCheck.styles";
import { rememberAnswers, useSelfCheck } from "./useSelfCheck";

interface Props {
  readonly trial: Trial | null;
  readonly busy: boolean;
  readonly text: SelfCheckText["trials"];
}

/** What needs the hands of a person, offered and never asked for. */
export function Trials({ trial, busy, text }: Props) {
  const { memory } = usePane();
  const selfCheck = useSelfCheck();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSelfCheckStyles();
  const done = async () => {
    await selfCheck.trialDone();
    rememberAnswers(selfCheck, memory);
  };
  return (
    <section className={mergeClasses(rows.separator, sections.section)} data-testid="self-check-trials">
      <h3 className={sections.heading}>{text.heading}</h3>
      {trial === null ? (
        <>
          <p className={mergeClasses(rows.secondary, sections.text)}>{text.intro}</p>
          <div className={styles.actions}>
            <Button disabledFocusable={busy} onClick={() => void selfCheck.beginTrials()} data-testid="self-check-try">
              {text.begin}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ol className={styles.steps} aria-live="polite">
            {text.each[trial].steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <div className={styles.actions}>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => void done()}
              data-testid="self-check-done"
            >
              {text.each[trial].done}
            </Button>
            <Button disabledFocusable={busy} onClick={() => void selfCheck.endTrials()} data-testid="self-check-skip">
              {text.skip}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
