import { Button, Checkbox, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CellInput } from "../../domain/values/value";
import type { Conflict, RestorePlan } from "../../domain/restore/restorePlan";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import type { RestoreText } from "../text/types/restore";

const useStyles = makeStyles({
  preview: { marginTop: tokens.spacingVerticalM },
  lines: { display: "grid", rowGap: tokens.spacingVerticalXS },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
});

/** Lines of one kind that are shown; of more the number is told. */
const mostLines = 20;

function shown(cell: CellInput, words: RestoreText): string {
  if (cell === "" || cell === null) return words.blank;
  return typeof cell === "object" ? words.formula : words.content(String(cell));
}

/** Cells that stay as people have them. */
export function Conflicts({
  conflicts,
  listSheet,
  words,
}: {
  readonly conflicts: readonly Conflict[];
  /** Title of the list's sheet, which is not named cell by cell; null where there is none. */
  readonly listSheet: string | null;
  readonly words: RestoreText;
}) {
  const rows = useRowStyles();
  const sections = useSectionStyles();
  if (conflicts.length === 0) return null;
  const left = conflicts.length - mostLines;
  return (
    <div data-testid="restore-conflicts">
      <p className={sections.text}>{words.conflicts(conflicts.length)}</p>
      <ul className={rows.list}>
        {conflicts.slice(0, mostLines).map(({ sheet, cell, before, after, now }) => (
          <li key={`${sheet}!${cell}`} className={rows.wrap}>
            {words.conflict(
              sheet === listSheet ? cell : `${sheet}!${cell}`,
              shown(before, words),
              shown(after, words),
              shown(now, words),
            )}
          </li>
        ))}
        {left > 0 && <li>{words.more(left)}</li>}
      </ul>
    </div>
  );
}

function linesOf(plan: RestorePlan, words: RestoreText): readonly string[] {
  const cells = plan.dependents.slice(0, 5).map(({ sheet, cell }) => `${sheet}!${cell}`);
  return [
    plan.whole ? words.whole : words.partly(plan.points.length),
    ...(plan.known ? [] : [words.unknownBefore]),
    ...(plan.cells > 0 ? [words.cells(plan.cells)] : []),
    ...(plan.columns.length > 0 ? [words.columns(plan.columns)] : []),
    ...(plan.sheets.length > 0 ? [words.sheets(plan.sheets)] : []),
    ...plan.kept.map((kept) => words.kept(kept)),
    ...(plan.gone > 0 ? [words.gone(plan.gone)] : []),
    ...(plan.dependents.length > 0 ? [words.dependents(plan.dependents.length, cells)] : []),
  ];
}

interface Props {
  readonly plan: RestorePlan;
  readonly words: RestoreText;
  readonly busy: boolean;
  /** Whether sheets that hold something of people's go too. */
  readonly deleteKept: boolean;
  readonly onDeleteKept: (wanted: boolean) => void;
}

/** What giving back would do, and the press that does it. */
export function RestorePreview({ plan, words, busy, deleteKept, onDeleteKept }: Props) {
  const { session } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const hasKeptSheets = deleteKept || plan.kept.some(({ kind }) => kind === "sheet");
  return (
    <div className={styles.preview} data-testid="restore-preview">
      <h4 className={sections.heading}>{words.previewHeading}</h4>
      <ul className={mergeClasses(rows.list, styles.lines)}>
        {linesOf(plan, words).map((line) => (
          <li key={line} className={rows.wrap}>
            {line}
          </li>
        ))}
      </ul>
      <Conflicts conflicts={plan.conflicts} listSheet={plan.sheet} words={words} />
      {hasKeptSheets && (
        <Checkbox
          label={words.deleteKept}
          checked={deleteKept}
          disabled={busy}
          onChange={(_, { checked }) => onDeleteKept(checked === true)}
          data-testid="restore-delete-kept"
        />
      )}
      <div className={mergeClasses(styles.actions)}>
        <Button
          appearance="primary"
          size="small"
          disabledFocusable={busy}
          onClick={() => void session.restore.apply()}
          data-testid="restore-apply"
        >
          {words.apply}
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={session.restore.drop} data-testid="restore-cancel">
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}
