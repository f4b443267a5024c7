import { mergeClasses, Select } from "@fluentui/react-components";
import { useId } from "react";
import type { RowUpdate, Side, UpdateChoices } from "../../domain/adoption/grow/updatePlan";
import type { FieldId } from "../../domain/schema/fieldIds";
import { useRowStyles } from "../controls/row.styles";
import { usePane } from "../pane";
import { useGrowStyles } from "./grow.styles";
import { shownValue, type PreviewProps } from "./useGrow";

const mostRows = 20;
const sides: readonly Side[] = ["mine", "theirs"];

interface SideProps {
  readonly label: string;
  readonly value: Side;
  readonly sideWords: Readonly<Record<Side, string>>;
  readonly onChoose: (side: Side) => void;
}

/** Whose value counts. */
function SideChoice({ label, value, sideWords, onChoose }: SideProps) {
  const styles = useGrowStyles();
  const id = useId();
  return (
    <div className={styles.line}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Select
        id={id}
        size="small"
        className={styles.select}
        value={value}
        onChange={(_, data) => {
          const side = sides.find((known) => known === data.value);
          if (side) onChoose(side);
        }}
      >
        {sides.map((side) => (
          <option key={side} value={side}>
            {sideWords[side]}
          </option>
        ))}
      </Select>
    </div>
  );
}

/** How many cells of each field differ, customers that would be opened again apart. */
function countsOf(rows: readonly RowUpdate[]) {
  const fields = new Map<FieldId, number>();
  let reopens = 0;
  for (const { conflicts } of rows) {
    for (const { field, kind } of conflicts) {
      if (kind === "reopens") reopens += 1;
      else fields.set(field, (fields.get(field) ?? 0) + 1);
    }
  }
  return { fields, reopens };
}

function sideOfRow({ conflicts }: RowUpdate): Side {
  return conflicts.every(({ side }) => side === "theirs") ? "theirs" : "mine";
}

/** What sheet and export say differently, and whose value counts: for all, for a field, or for one customer. */
export function Conflicts({ open: { choices }, preview, grow, words }: PreviewProps) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useGrowStyles();
  const show = shownValue(preview.subject, words);
  const conflicting = preview.plan.rows.filter(({ conflicts }) => conflicts.length > 0);
  if (conflicting.length === 0) return null;
  const { fields, reopens } = countsOf(conflicting);
  const choose = (choice: Partial<UpdateChoices>) => void grow.choose(choice);
  return (
    <div data-testid="grow-conflicts">
      <h4 className={styles.heading}>{words.conflicts}</h4>
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{words.conflictsHint}</p>
      {fields.size > 0 && (
        <SideChoice
          label={words.allConflicts}
          value={choices.all}
          sideWords={words.side}
          onChoose={(all) => choose({ all, fields: new Map(), sides: new Map() })}
        />
      )}
      {fields.size > 1 &&
        [...fields].map(([field, cells]) => (
          <SideChoice
            key={field}
            label={words.sideOf(texts.field(field), cells)}
            value={choices.fields.get(field) ?? choices.all}
            sideWords={words.side}
            onChoose={(side) => choose({ fields: new Map(choices.fields).set(field, side) })}
          />
        ))}
      {reopens > 0 && (
        <SideChoice
          label={words.reopens(reopens)}
          value={choices.reopen}
          sideWords={words.side}
          onChoose={(reopen) => choose({ reopen })}
        />
      )}
      <ul className={styles.list}>
        {conflicting.slice(0, mostRows).map((row) => (
          <li key={row.place} className={styles.item} data-testid="grow-conflict">
            <SideChoice
              label={row.customer}
              value={sideOfRow(row)}
              sideWords={words.side}
              onChoose={(side) => choose({ sides: new Map(choices.sides).set(row.place, side) })}
            />
            {row.conflicts.map(({ field, mine, theirs }) => (
              <span key={field} className={mergeClasses(rows.secondary, rows.wrap)}>
                {words.conflict(texts.field(field), show(field, mine), show(field, theirs))}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {conflicting.length > mostRows && <p className={rows.secondary}>{words.more(conflicting.length - mostRows)}</p>}
    </div>
  );
}
