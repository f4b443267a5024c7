import { Button, Link, mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { isoOfSerial } from "../../domain/values/date";
import type { CellValue } from "../../domain/values/value";
import { kindOf } from "../../domain/kinds/allKinds";
import { defaultField } from "../../domain/schema/defaults";
import type { FieldId } from "../../domain/schema/fieldIds";
import { cellAddress } from "../../domain/workbook/area";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { partIds } from "./partIds";
import { useAdoptStyles } from "./adopt.styles";
import type { PreviewedAdoption } from "./useAdoption";

/** Lines of a long list that are shown at once. */
const page = 50;

/** How a cell's content reads: a date as a day, whatever number it is stored as. */
function useShown({ words, preview }: PreviewedAdoption) {
  return (field: FieldId, value: CellValue): string => {
    if (value === "") return words.blank;
    const isDay = typeof value === "number" && kindOf(defaultField(field, null).kind).limits?.of === "date";
    return isDay ? isoOfSerial(value, preview.system) : String(value);
  };
}

/** Every cell that is to hold something else, page by page. */
function Changes({ adoption }: { readonly adoption: PreviewedAdoption }) {
  const { selectCell } = usePane();
  const { preview, words } = adoption;
  const { sheet } = preview;
  const rows = useRowStyles();
  const styles = useAdoptStyles();
  const shown = useShown(adoption);
  const [count, setCount] = useState(page);
  const { cells } = preview;
  if (cells.length === 0) return <p>{words.noCells}</p>;
  return (
    <details data-testid="adopt-cells">
      <summary>{words.cells(cells.length)}</summary>
      <ul className={styles.list}>
        {cells.slice(0, count).map(({ field, row, column, from, to }) => {
          const cell = cellAddress(row, column);
          return (
            <li key={cell} className={mergeClasses(rows.secondary, rows.wrap)}>
              <Link as="button" onClick={() => selectCell(sheet, cell)}>
                {cell}
              </Link>{" "}
              {words.becomes(shown(field, from), shown(field, to))}
            </li>
          );
        })}
      </ul>
      {cells.length > count && (
        <Button size="small" onClick={() => setCount(count + page)}>
          {words.more(cells.length - count)}
        </Button>
      )}
    </details>
  );
}

/** One field: how much of it is right, can be put right, or cannot be read, with examples. */
function FieldLines({ adoption }: { readonly adoption: PreviewedAdoption }) {
  const { texts, selectCell } = usePane();
  const { preview, words } = adoption;
  const { sheet } = preview;
  const rows = useRowStyles();
  const styles = useAdoptStyles();
  const shown = useShown(adoption);
  const filled = preview.fields.filter((each) => each.filled > 0);
  const sorted = useMemo(
    () => [...filled].sort((a, b) => b.unresolved - a.unresolved || b.fixable - a.fixable),
    [filled],
  );
  return (
    <ul className={styles.list} data-testid="adopt-fields">
      {sorted.map((each) => (
        <li key={each.field} className={styles.item}>
          <span className={styles.asked}>{texts.field(each.field)}</span>
          <span className={mergeClasses(rows.secondary, rows.wrap)}>{words.fieldCounts(each)}</span>
          {each.lost > 0 && <span className={mergeClasses(rows.wrap, styles.warning)}>⚠ {words.lost(each.lost)}</span>}
          {each.examples.length > 0 && (
            <details>
              <summary>{words.examples}</summary>
              <ul className={rows.list}>
                {each.examples.map(({ cell, customer, from, to }) => (
                  <li key={cell} className={mergeClasses(rows.secondary, rows.wrap)}>
                    <Link as="button" onClick={() => selectCell(sheet, cell)}>
                      {cell}
                    </Link>{" "}
                    {customer} {words.becomes(shown(each.field, from), to === null ? null : shown(each.field, to))}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What will change in the cells, what cannot be read, and what would fail the usual rules. */
export function Cells({ adoption }: { readonly adoption: PreviewedAdoption }) {
  const { texts } = usePane();
  const { preview, words } = adoption;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  return (
    <section id={partIds.preview} className={mergeClasses(rows.separator, sections.section)}>
      <h3 className={sections.heading}>{words.preview}</h3>
      <Changes adoption={adoption} />
      <FieldLines adoption={adoption} />
      {preview.failing.length > 0 && (
        <details data-testid="adopt-failing">
          <summary>{words.failing}</summary>
          <ul className={rows.list}>
            {preview.failing.map(({ field, rule, rows: count }) => (
              <li key={`${field}-${rule}`} className={mergeClasses(rows.secondary, rows.wrap)}>
                {words.failingRule(texts.field(field), texts.check.rule(rule), count)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
