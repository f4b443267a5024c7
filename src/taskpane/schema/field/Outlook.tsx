import { mergeClasses } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Subject } from "../../../app/subject";
import { outlookOf } from "../../../domain/rules/outlook";
import type { Field, Schema } from "../../../domain/schema/field";
import { findingWords } from "../../check/findingWords";
import { usePane } from "../../pane";
import { useRowStyles } from "../../controls/row.styles";
import { useSchemaStyles } from "../schema.styles";

/** Rows that are listed at once; more are a reason not to turn the level up yet. */
const mostRows = 50;

/** Whom the field's rule would stop if it were in force: the count, and the rows one by one. */
export function Outlook({
  subject,
  field,
  schema,
}: {
  readonly subject: Subject;
  readonly field: Field;
  readonly schema: Schema;
}) {
  const { texts, selectCell } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const { system } = subject;
  const outlook = useMemo(
    () => outlookOf(field, subject.located.records, { ...subject, schema }),
    [field, subject, schema],
  );
  const words = findingWords({ schema, system }, texts);
  const verdict = texts.schema.failing(outlook.failing, outlook.customers);
  if (outlook.failing === 0)
    return (
      <p className={rows.secondary} data-testid="outlook" role="status">
        {verdict}
      </p>
    );
  return (
    <div>
      <p className={styles.warning} data-testid="outlook" role="status">
        ⚠ {verdict}
      </p>
      <details>
        <summary>{texts.schema.failingRows}</summary>
        <ul className={rows.list}>
          {outlook.findings.slice(0, mostRows).map((finding) => (
            <li key={`${finding.cell}-${finding.reason.rule}`}>
              <button
                type="button"
                className={mergeClasses(rows.row, styles.stacked)}
                onClick={() => selectCell(finding.sheet, finding.cell)}
                data-testid="outlook-row"
              >
                <span className={styles.line}>
                  <span className={rows.name}>{finding.customer || texts.check.row(finding.row)}</span>
                  <span className={mergeClasses(rows.secondary, rows.number)}>{finding.cell}</span>
                </span>
                <span className={mergeClasses(rows.secondary, rows.wrap)}>{texts.check.finding(finding, words)}</span>
              </button>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
