import { mergeClasses, Select } from "@fluentui/react-components";
import { useId } from "react";
import { knownFieldIds, type FieldId } from "../../domain/schema/fieldIds";
import type { ColumnLine } from "../../domain/install/adoptionPreview";
import { columnLetters } from "../../domain/workbook/area";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { partIds } from "./partIds";
import { useAdoptStyles } from "./adopt.styles";
import type { Adoption } from "./useAdoption";

const noField = "none";
const unanswered = "";

/** One column: what it was taken for and why, three of its cells, and every other field to choose from. */
function Column({ line, adoption }: { readonly line: ColumnLine; readonly adoption: Adoption }) {
  const { texts } = usePane();
  const { words, choices, choose } = adoption;
  const rows = useRowStyles();
  const styles = useAdoptStyles();
  const id = useId();
  const { header, column, guess } = line;
  const [best] = guess.candidates;
  const value = guess.taken ?? (guess.asked ? unanswered : noField);
  const likely = guess.candidates.map(({ field }) => field);
  const fields: readonly FieldId[] = [...likely, ...knownFieldIds.filter((field) => !likely.includes(field))];
  return (
    <li className={styles.item}>
      <div className={styles.line}>
        <label htmlFor={id} className={mergeClasses(styles.label, guess.asked && styles.asked)}>
          {guess.asked ? "? " : ""}
          {columnLetters(column)} · {header}
        </label>
        <Select
          id={id}
          size="small"
          className={styles.select}
          aria-label={words.columnOf(header)}
          value={value}
          onChange={(_, { value: chosen }) => {
            const field = fields.find((known) => known === chosen) ?? null;
            choose({ columns: new Map(choices.columns).set(header, field) });
          }}
          data-testid="adopt-column"
        >
          {guess.asked && guess.taken === null && <option value={unanswered}>{words.choose}</option>}
          {fields.map((field) => (
            <option key={field} value={field}>
              {texts.field(field)}
            </option>
          ))}
          <option value={noField}>{words.none}</option>
        </Select>
      </div>
      {best !== undefined && (
        <span className={mergeClasses(rows.secondary, rows.wrap)}>
          {words.reason(best.because, texts.field(best.field))}
        </span>
      )}
      {guess.samples.length > 0 && (
        <span className={mergeClasses(rows.secondary, rows.wrap)}>{words.samples(guess.samples)}</span>
      )}
    </li>
  );
}

/** What each column was taken for: those that want a look, and the others on request. */
export function Columns({ adoption }: { readonly adoption: Adoption }) {
  const { found, words } = adoption;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useAdoptStyles();
  const asked = found.columns.filter(({ guess }) => guess.asked);
  const others = found.columns.filter(({ guess }) => !guess.asked);
  const known = found.columns.filter(({ guess }) => guess.taken !== null).length;
  return (
    <section
      className={mergeClasses(rows.separator, sections.section)}
      id={partIds.columns}
      data-testid="adopt-columns"
    >
      <h3 className={sections.heading}>{words.columns}</h3>
      <p className={sections.text}>{words.columnCounts(known, asked.length)}</p>
      {asked.length > 0 && (
        <ul className={styles.list}>
          {asked.map((line) => (
            <Column key={line.column} line={line} adoption={adoption} />
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <details>
          <summary>{words.otherColumns(asked.length > 0)}</summary>
          <ul className={styles.list}>
            {others.map((line) => (
              <Column key={line.column} line={line} adoption={adoption} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
