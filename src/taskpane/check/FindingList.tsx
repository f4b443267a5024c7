import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type KeyboardEvent } from "react";
import type { DateSystem } from "../../domain/cells/date";
import type { Finding } from "../../domain/rules/finding";
import { usePane } from "../pane";
import { useRowStyles } from "../row.styles";
import { useWindowed, windowSize } from "../windowed";
import type { FieldGroup, RuleGroup } from "./findingGroups";
import { findingMessage } from "./findingMessage";

const useStyles = makeStyles({
  rule: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalXS },
  heading: { margin: 0, fontSize: "inherit", fontWeight: "inherit" },
  toggle: { fontWeight: tokens.fontWeightSemibold },
  arrow: { display: "flex", alignSelf: "center", flexShrink: 0, color: tokens.colorNeutralForeground2 },
  field: { padding: `${tokens.spacingVerticalXS} 0 0` },
  fieldHeading: {
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalXS}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
  },
  instruction: { fontWeight: tokens.fontWeightRegular },
  item: { flexDirection: "column", alignItems: "stretch" },
  line: { display: "flex", alignItems: "baseline", columnGap: tokens.spacingHorizontalS },
});

/** Findings of these rules differ only in their place, so their sentence stands once, above them. */
function sharedSentence(group: RuleGroup["rule"], texts: ReturnType<typeof usePane>["texts"]): string | null {
  if (group === "required") return texts.check.required;
  if (group === "errorValue") return texts.check.errorValue;
  return null;
}

/** ↑ and ↓ move through all findings in sight and select each one's cell; the focus stays in the pane. */
function walk(event: KeyboardEvent<HTMLButtonElement>): void {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const list = event.currentTarget.closest("[data-findings]");
  if (list === null) return;
  event.preventDefault();
  const items = [...list.querySelectorAll<HTMLButtonElement>("button[data-testid=finding]")];
  const at = items.indexOf(event.currentTarget);
  const next = items[event.key === "ArrowDown" ? at + 1 : at - 1];
  next?.focus();
  next?.click();
}

interface FieldSectionProps {
  readonly rule: RuleGroup["rule"];
  readonly group: FieldGroup;
  readonly system: DateSystem;
  readonly current: Finding | null;
  readonly onCurrent: (finding: Finding) => void;
}

function FieldSection({ rule, group, system, current, onCurrent }: FieldSectionProps) {
  const { selectCell, texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const heading = useId();
  const { shown, hidden, showMore } = useWindowed(group.findings);
  const shared = sharedSentence(rule, texts);
  // One stop for the Tab key per list: the finding that was last visited, or the first.
  const stop = current !== null && shown.includes(current) ? current : shown[0];
  return (
    <div className={styles.field}>
      <h4 id={heading} className={styles.fieldHeading}>
        {`${group.header} ${group.findings.length} · ${texts.check.severity(group.severity)}`}
        {shared !== null && <span className={styles.instruction}>{` · ${shared}`}</span>}
      </h4>
      <ul className={rows.list} aria-labelledby={heading}>
        {shown.map((finding) => {
          const message = findingMessage(finding, system, texts);
          const customer = finding.customer === "" ? texts.check.noCustomer(finding.row) : finding.customer;
          return (
            <li key={finding.cell}>
              <button
                type="button"
                className={mergeClasses(rows.row, styles.item)}
                aria-label={`${customer} ${finding.cell} ${message}`}
                tabIndex={finding === stop ? 0 : -1}
                onKeyDown={walk}
                onClick={() => {
                  onCurrent(finding);
                  selectCell(finding.sheet, finding.cell);
                }}
                data-testid="finding"
              >
                <span className={styles.line}>
                  <span className={rows.name}>{customer}</span>
                  <span className={mergeClasses(rows.secondary, rows.number)}>{finding.cell}</span>
                </span>
                {shared === null && <span className={mergeClasses(rows.secondary, rows.wrap)}>{message}</span>}
              </button>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Link as="button" onClick={showMore}>
          {texts.check.more(Math.min(hidden, windowSize))}
        </Link>
      )}
    </div>
  );
}

interface RuleSectionProps {
  readonly group: RuleGroup;
  readonly system: DateSystem;
  readonly startOpen: boolean;
  readonly current: Finding | null;
  readonly onCurrent: (finding: Finding) => void;
}

function RuleSection({ group, system, startOpen, current, onCurrent }: RuleSectionProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const [open, setOpen] = useState(startOpen);
  const body = useId();
  return (
    <section className={mergeClasses(rows.separator, styles.rule)}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={mergeClasses(rows.row, styles.toggle)}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <span className={rows.name}>{texts.check.rule(group.rule)}</span>
          <span className={rows.number}>{group.count}</span>
          <span className={styles.arrow}>{open ? <ChevronDownRegular /> : <ChevronRightRegular />}</span>
        </button>
      </h3>
      <div id={body} hidden={!open}>
        {open &&
          group.fields.map((field) => (
            <FieldSection
              key={field.header}
              rule={group.rule}
              group={field}
              system={system}
              current={current}
              onCurrent={onCurrent}
            />
          ))}
      </div>
    </section>
  );
}

/** With more findings than this only the first rule is open at first. */
const openAllUpTo = 200;

interface Props {
  readonly groups: readonly RuleGroup[];
  readonly total: number;
  readonly system: DateSystem;
}

/** Findings by rule and column. A click, Enter or an arrow key selects the cell. */
export function FindingList({ groups, total, system }: Props) {
  const [current, setCurrent] = useState<Finding | null>(null);
  return (
    <div data-findings>
      {groups.map((group, index) => (
        <RuleSection
          key={group.rule}
          group={group}
          system={system}
          startOpen={index === 0 || total <= openAllUpTo}
          current={current}
          onCurrent={setCurrent}
        />
      ))}
    </div>
  );
}
