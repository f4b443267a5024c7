import { Button, Field, Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { CheckResult } from "../../app/subject";
import { isoOfSerial, serialOfIso } from "../../domain/values/date";
import { usePane } from "../pane";
import { setupTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { useRowStyles } from "../controls/row.styles";
import { fullDay } from "../text/dayText";
import { useSectionStyles } from "../controls/section.styles";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

interface Props {
  readonly check: CheckResult;
  readonly busy: boolean;
}

/** Sets the day that counts as today throughout the workbook. */
export function ReviewDay({ check, busy }: Props) {
  const { session, texts, language } = usePane();
  const setup = useViewText(setupTexts, language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const [iso, setIso] = useState(() => isoOfSerial(check.today, check.system));
  const [wrong, setWrong] = useState(false);
  const apply = () => {
    const day = serialOfIso(iso, check.system);
    setWrong(day === null);
    if (day !== null) void session.setAsOf(day);
  };
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <Field
        label={setup.reviewDay}
        hint={check.asOf ? setup.reviewSet(fullDay(check.today, check.system, texts)) : setup.reviewHint}
        validationMessage={wrong ? setup.badDay : undefined}
      >
        {/* The browser's own date field: small, reachable by keyboard and read out properly. */}
        <Input type="date" value={iso} onChange={(_, { value }) => setIso(value)} data-testid="as-of-input" />
      </Field>
      <div className={styles.actions}>
        <Button disabledFocusable={busy} onClick={apply} data-testid="as-of-apply">
          {setup.applyDay}
        </Button>
        {check.asOf && (
          <Button appearance="subtle" disabledFocusable={busy} onClick={() => void session.setAsOf(null)}>
            {setup.backToToday}
          </Button>
        )}
      </div>
    </section>
  );
}
