import { Button, mergeClasses, Select } from "@fluentui/react-components";
import { useId } from "react";
import { reader } from "../../domain/adoption/grow/exportRows";
import type { RowAnswer } from "../../domain/adoption/grow/pairing";
import type { AskedRow } from "../../domain/adoption/grow/updatePlan";
import { useRowStyles } from "../controls/row.styles";
import { useGrowStyles } from "./grow.styles";
import type { PreviewProps } from "./useGrow";

const mostRows = 20;

/** A row of the export of which nobody can tell whose it is, with the rows of the sheet that may be meant. */
function Asked({
  row,
  open: { choices },
  preview: { subject },
  grow,
  words,
}: PreviewProps & { readonly row: AskedRow }) {
  const rows = useRowStyles();
  const styles = useGrowStyles();
  const id = useId();
  const { records } = subject;
  const at = reader(records.columns);
  const details = (index: number) =>
    (["contact", "phone", "owner", "stage"] as const)
      .map((field) => String(at(records.values[index] ?? [], field)).trim())
      .filter((text) => text !== "")
      .join(" · ");
  const answers: readonly (readonly [string, string, RowAnswer])[] = [
    ...row.rows.map(
      (index) =>
        [`${index}`, words.isRow(records.area.row + index + 1, details(index)), { kind: "row", row: index }] as const,
    ),
    ["new", words.isNew, { kind: "new" }],
    ["skip", words.skip, { kind: "skip" }],
  ];
  return (
    <li className={styles.item} data-testid="grow-asked">
      <div className={styles.line}>
        <label htmlFor={id} className={styles.label}>
          ? {words.whose(row.customer)}
        </label>
        <Select
          id={id}
          size="small"
          className={styles.select}
          value=""
          onChange={(_, { value }) => {
            const answer = answers.find(([key]) => key === value)?.[2];
            if (answer) void grow.choose({ rows: new Map(choices.rows).set(row.place, answer) });
          }}
        >
          <option value="">{words.choose}</option>
          {answers.map(([key, label]) => (
            <option key={key} value={key}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <span className={mergeClasses(rows.secondary, rows.wrap)}>{words.why[row.why]}</span>
    </li>
  );
}

/** Rows of the export that fit no single customer. */
export function AskedRows(props: PreviewProps) {
  const { open, preview, grow, words } = props;
  const rows = useRowStyles();
  const styles = useGrowStyles();
  const { asked } = preview.plan;
  if (asked.length === 0) return null;
  const unknown = asked.filter((row) => row.rows.length === 0);
  const addAll = () => {
    const answers = new Map(open.choices.rows);
    for (const { place } of unknown) answers.set(place, { kind: "new" });
    void grow.choose({ rows: answers });
  };
  return (
    <>
      <h4 className={styles.heading}>{words.asked}</h4>
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{words.askedHint}</p>
      {unknown.length > 1 && (
        <Button size="small" onClick={addAll} data-testid="grow-add-all">
          {words.addAll(unknown.length)}
        </Button>
      )}
      <ul className={styles.list}>
        {asked.slice(0, mostRows).map((row) => (
          <Asked key={row.place} row={row} {...props} />
        ))}
      </ul>
      {asked.length > mostRows && <p className={rows.secondary}>{words.more(asked.length - mostRows)}</p>}
    </>
  );
}
