import { Button, Checkbox, Link, mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { CheckResult } from "../../app/subject";
import type { CellValue } from "../../domain/values/value";
import { planFixes, type Fix, type FixGroup, type FixKind } from "../../domain/rules/planFixes";
import { usePane, useSessionState } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { findingWords } from "./findingWords";
import { useRepairStyles } from "./repair.styles";

/** Examples shown of each kind of repair. */
const mostExamples = 10;

/** Left out until somebody ticks it: a likely slip is still a guess. */
const doubtful: FixKind = "nearList";

function Examples({ group, check }: { readonly group: FixGroup; readonly check: CheckResult }) {
  const { selectCell, texts } = usePane();
  const rows = useRowStyles();
  const styles = useRepairStyles();
  const show = (value: CellValue) => (value === "" ? texts.fix.blank : String(value));
  const words = useMemo(() => findingWords(check, texts), [check, texts]);
  const after = ({ kind, field, after: value }: Fix) => {
    if (typeof value !== "number") return show(value);
    return kind === "textDate" ? words.day(value) : words.value(field, value);
  };
  return (
    <ul className={styles.examples}>
      {group.fixes.slice(0, mostExamples).map((fix) => (
        <li key={fix.cell} className={mergeClasses(rows.secondary, styles.example)} data-testid="fix-example">
          <Link as="button" onClick={() => selectCell(check.sheet, fix.cell)}>
            {fix.cell}
          </Link>
          {` ${texts.fix.change(show(fix.before), after(fix))}`}
        </li>
      ))}
      {group.fixes.length > mostExamples && (
        <li className={rows.secondary}>{texts.fix.others(group.fixes.length - mostExamples)}</li>
      )}
    </ul>
  );
}

interface PreviewProps {
  readonly groups: readonly FixGroup[];
  readonly check: CheckResult;
  readonly onClose: () => void;
}

/** What would be changed, by kind; each kind can be left out. */
function Preview({ groups, check, onClose }: PreviewProps) {
  const { session, texts } = usePane();
  const { busy } = useSessionState();
  const rows = useRowStyles();
  const styles = useRepairStyles();
  const [left, setLeft] = useState<ReadonlySet<FixKind>>(() => new Set([doubtful]));
  const chosen = groups.filter(({ kind }) => !left.has(kind));
  const count = chosen.reduce((sum, { fixes }) => sum + fixes.length, 0);
  const toggle = (kind: FixKind) => {
    const next = new Set(left);
    if (!next.delete(kind)) next.add(kind);
    setLeft(next);
  };
  return (
    <>
      <ul className={rows.list}>
        {groups.map((group) => (
          <li key={group.kind} data-testid="fix-group">
            <Checkbox
              label={texts.fix.group(group.kind, group.fixes.length)}
              checked={!left.has(group.kind)}
              onChange={() => toggle(group.kind)}
            />
            <Examples group={group} check={check} />
          </li>
        ))}
      </ul>
      <p className={mergeClasses(rows.secondary, styles.text)}>{texts.fix.safe}</p>
      <div className={styles.actions}>
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={busy !== null || count === 0}
          onClick={() => {
            if (busy !== null || count === 0) return;
            onClose();
            void session.fix.apply(chosen.map(({ kind }) => kind));
          }}
          data-testid="fix-apply"
        >
          {texts.fix.apply(count)}
        </Button>
        <Button size="small" onClick={onClose}>
          {texts.fix.cancel}
        </Button>
      </div>
    </>
  );
}

/** Repairs that are no guess: what they would change, and carrying them out. */
export function FixSection({ check }: { readonly check: CheckResult }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useRepairStyles();
  const [open, setOpen] = useState(false);
  const groups = useMemo(() => planFixes(check.findings, check.schema), [check.findings, check.schema]);
  const count = groups.reduce((sum, { fixes }) => sum + fixes.length, 0);
  if (count === 0) return null;
  return (
    <section className={mergeClasses(rows.separator, styles.root)} aria-label={texts.fix.label} data-testid="fix">
      <div className={styles.head}>
        <h3 className={styles.heading}>{texts.fix.heading(count)}</h3>
        {!open && (
          <Button size="small" onClick={() => setOpen(true)} data-testid="fix-preview">
            {texts.fix.preview}
          </Button>
        )}
      </div>
      {open && <Preview groups={groups} check={check} onClose={() => setOpen(false)} />}
    </section>
  );
}
