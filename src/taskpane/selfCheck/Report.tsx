import { Button, Field, mergeClasses, Textarea, useAnnounce } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useRowStyles } from "../controls/row.styles";
import { copy } from "../controls/saveFile";
import { useSectionStyles } from "../controls/section.styles";
import type { SelfCheckText } from "../text/types/selfCheck";
import { useSelfCheckStyles } from "./selfCheck.styles";

/** The report as text: to copy by the button, or by hand where the button may not. */
export function Report({ report, text }: { readonly report: string; readonly text: SelfCheckText["report"] }) {
  const { announce } = useAnnounce();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSelfCheckStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "byHand" | null>(null);
  const copyReport = async () => {
    const copied = await copy(report);
    if (!copied) {
      area.current?.focus();
      area.current?.select();
    }
    setOutcome(copied ? "copied" : "byHand");
    announce(copied ? text.copied : text.byHand, { polite: true });
  };
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <Field label={text.label} hint={text.hint}>
        <Textarea
          ref={area}
          readOnly
          rows={6}
          value={report}
          onFocus={(event) => event.target.select()}
          data-testid="self-check-report"
        />
      </Field>
      <div className={styles.actions}>
        <Button onClick={() => void copyReport()} data-testid="self-check-copy">
          {text.copy}
        </Button>
        {outcome !== null && <span className={mergeClasses(rows.secondary, rows.wrap)}>{text[outcome]}</span>}
      </div>
    </section>
  );
}
