import { Button, Checkbox, mergeClasses } from "@fluentui/react-components";
import type { RowUpdate } from "../../domain/adoption/grow/updatePlan";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane, useSessionState } from "../pane";
import { AskedRows } from "./AskedRows";
import { Conflicts } from "./Conflicts";
import { useGrowStyles } from "./grow.styles";
import { Unlisted } from "./Unlisted";
import { shownValue, type PreviewProps } from "./useGrow";

/** Rows shown of each list; the others are counted. */
const mostRows = 10;

function Counts({ preview: { plan }, words }: PreviewProps) {
  const styles = useGrowStyles();
  const counts = {
    fresh: plan.fresh.length,
    changed: plan.rows.filter(({ cells }) => cells.length > 0).length,
    unchanged: plan.unchanged,
    conflicts: plan.rows.filter(({ conflicts }) => conflicts.length > 0).length,
    asked: plan.asked.length,
  };
  const order = ["fresh", "changed", "unchanged", "conflicts", "asked"] as const;
  return (
    <ul className={styles.counts} data-testid="grow-counts">
      {order
        .filter((name) => name !== "asked" || counts.asked > 0)
        .map((name) => (
          <li key={name} className={styles.count}>
            {words.counts[name](counts[name])}
          </li>
        ))}
    </ul>
  );
}

function Changed({ preview, words }: PreviewProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useGrowStyles();
  const show = shownValue(preview.subject, words);
  const changed = preview.plan.rows.filter(({ cells }) => cells.length > 0);
  if (changed.length === 0) return null;
  const line = ({ cells }: RowUpdate) =>
    cells.map(({ field, before, after }) => words.change(texts.field(field), show(field, before), show(field, after)));
  return (
    <>
      <h4 className={styles.heading}>{words.changed}</h4>
      <ul className={styles.list}>
        {changed.slice(0, mostRows).map((row) => (
          <li key={row.place} className={mergeClasses(styles.item, rows.wrap)} data-testid="grow-changed">
            {row.customer}
            {line(row).map((change) => (
              <span key={change} className={rows.secondary}>
                {change}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {changed.length > mostRows && <p className={rows.secondary}>{words.more(changed.length - mostRows)}</p>}
    </>
  );
}

function Fresh({ preview: { plan }, words }: PreviewProps) {
  const rows = useRowStyles();
  const styles = useGrowStyles();
  if (plan.fresh.length === 0) return null;
  return (
    <>
      <h4 className={styles.heading}>{words.fresh}</h4>
      <ul className={styles.list}>
        {plan.fresh.slice(0, mostRows).map(({ place, customer }) => (
          <li key={place} className={rows.wrap} data-testid="grow-fresh">
            {customer}
          </li>
        ))}
      </ul>
      {plan.fresh.length > mostRows && <p className={rows.secondary}>{words.more(plan.fresh.length - mostRows)}</p>}
    </>
  );
}

/** Columns that the sheet could get, and blank cells that could be taken over. */
function Wishes({ open: { choices }, preview, grow, words }: PreviewProps) {
  const { texts } = usePane();
  const styles = useGrowStyles();
  const { offered, plan } = preview;
  return (
    <>
      {offered.length > 0 && <h4 className={styles.heading}>{words.adopt}</h4>}
      {offered.map(({ field, cells }) => (
        <div key={field}>
          <Checkbox
            label={words.adoptField(texts.field(field), cells)}
            checked={choices.adopt.has(field)}
            onChange={(_, { checked }) => {
              const adopt = new Set(choices.adopt);
              if (checked === true) adopt.add(field);
              else adopt.delete(field);
              void grow.choose({ adopt });
            }}
          />
        </div>
      ))}
      {plan.blankInExport > 0 && (
        <Checkbox
          label={words.blanks(plan.blankInExport)}
          checked={choices.blanks}
          onChange={(_, { checked }) => void grow.choose({ blanks: checked === true })}
        />
      )}
    </>
  );
}

/** What an update would do, with all that can be decided about it, and carrying it out. */
export function UpdateView(props: PreviewProps) {
  const { preview, grow, words } = props;
  const { busy } = useSessionState();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useGrowStyles();
  const { plan, read, remembers, hasBase } = preview;
  const isIdle = plan.fresh.length + plan.rows.length + plan.asked.length === 0;
  const isBlocked = busy !== null || read.questions.length > 0;
  const notes = [
    isIdle ? words.nothing : null,
    !hasBase && remembers && plan.rows.some(({ conflicts }) => conflicts.length > 0) ? words.first : null,
    remembers ? null : words.forgets,
    plan.nameless > 0 ? words.nameless(plan.nameless) : null,
    plan.absent > 0 ? words.absent(plan.absent) : null,
  ].filter((note) => note !== null);
  return (
    <>
      <h4 className={styles.heading}>{words.preview}</h4>
      <Counts {...props} />
      {notes.map((note) => (
        <p key={note} className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>
          {note}
        </p>
      ))}
      <AskedRows {...props} />
      <Conflicts {...props} />
      <Unlisted {...props} />
      <Fresh {...props} />
      <Changed {...props} />
      <Wishes {...props} />
      <div className={styles.actions}>
        {!isIdle && (
          <Button
            appearance="primary"
            className={styles.apply}
            disabledFocusable={isBlocked}
            onClick={() => {
              if (!isBlocked) void grow.apply();
            }}
            data-testid="grow-apply"
          >
            {words.apply}
          </Button>
        )}
        <Button onClick={grow.close} data-testid="grow-cancel">
          {isIdle ? words.close : words.cancel}
        </Button>
      </div>
    </>
  );
}
