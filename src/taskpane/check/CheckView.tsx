import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { lazy, useEffect, useMemo } from "react";
import type { CheckResult } from "../../app/subject";
import { foundBy, undecidedFields, verdictOf } from "../../app/verdict";
import { Deferred } from "../controls/Deferred";
import { Unreadable } from "../controls/Unreadable";
import { usePane, useSessionState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import type { PaneText } from "../text/texts";
import { ExportReport } from "./ExportReport";
import { Findings } from "./Findings";
import { FixSection } from "./FixSection";

const HealthSection = lazy(() => import("./HealthSection"));

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
  top: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingVerticalXS,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  standing: { margin: `${tokens.spacingVerticalXS} 0 0`, fontWeight: tokens.fontWeightSemibold },
  under: { margin: `${tokens.spacingVerticalXXS} 0 0` },
  block: { marginTop: tokens.spacingVerticalM, padding: `${tokens.spacingVerticalM} 0` },
  // The next step stays in reach below a long list.
  next: {
    position: "sticky",
    bottom: 0,
    display: "grid",
    rowGap: tokens.spacingVerticalS,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  nextText: { margin: 0 },
});

/** What matters first, whatever the cells look like: who is overdue, and what nobody can see. */
function Standing({ check }: { readonly check: CheckResult }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const { open, overdue } = check.figures.key;
  const missing = undecidedFields(check);
  return (
    <div data-testid="check-standing">
      <Unreadable figures={check.figures} />
      {open !== null && overdue !== null && overdue > 0 && (
        <p className={mergeClasses(rows.wrap, styles.standing)}>{texts.check.overdue(open, overdue)}</p>
      )}
      {missing.length > 0 && (
        <p className={mergeClasses(rows.wrap, styles.under)}>⚠ {texts.check.undecided(missing.map(texts.field))}</p>
      )}
    </div>
  );
}

function Result({ check }: { readonly check: CheckResult }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const total = check.findings.length;
  return (
    <>
      <p className={mergeClasses(rows.secondary, rows.wrap, styles.under)}>
        {texts.check.sheet(check.sheet, check.figures.rows)}
      </p>
      <Standing check={check} />
      {check.installed && (
        <Deferred>
          <HealthSection />
        </Deferred>
      )}
      <FixSection check={check} />
      {total === 0 ? <p>{texts.check.clean(check.figures.rows)}</p> : <Findings check={check} />}
    </>
  );
}

function NextStep() {
  const { navigation, texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  return (
    <div className={mergeClasses(rows.separator, styles.block, styles.next)}>
      <p className={styles.nextText}>{texts.check.next}</p>
      <Button appearance="primary" onClick={() => navigation.go("setup")}>
        {texts.check.setUp}
      </Button>
    </div>
  );
}

function headingOf(check: CheckResult, kinds: number, texts: PaneText): string {
  const { kind } = verdictOf(check);
  const { toFix, notes } = foundBy(check);
  const says = kind === "findings" || kind === "notes" || kind === "fine";
  return says ? texts.check.summary(toFix, kinds, notes) : texts.check.heading;
}

/** What is missing or wrong, cell by cell. */
export default function CheckView() {
  const { session, texts } = usePane();
  const { check, busy } = useSessionState();
  const rows = useRowStyles();
  const styles = useStyles();
  useEffect(() => {
    if (check !== null) void session.findFormulas();
  }, [session, check]);
  const kinds = useMemo(
    () => new Set(check?.findings.flatMap(({ reason, severity }) => (severity === "info" ? [] : reason.rule))).size,
    [check],
  );
  return (
    <div className={styles.root}>
      <div className={styles.top}>
        <h2 className={styles.heading}>{check === null ? texts.check.heading : headingOf(check, kinds, texts)}</h2>
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => void session.check()}
          data-testid="check-run"
        >
          {check === null ? texts.today.check : texts.check.run}
        </Button>
      </div>
      {check !== null && (
        <>
          <Result check={check} />
          <div className={mergeClasses(rows.separator, styles.block)}>
            <ExportReport check={check} />
          </div>
          {!check.installed && <NextStep />}
        </>
      )}
    </div>
  );
}
