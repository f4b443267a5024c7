import { mergeClasses } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Subject } from "../../app/subject";
import { draftOutlook } from "../../domain/rules/draftOutlook";
import type { SchemaDraft } from "../../domain/schema/draft";
import { useRowStyles } from "../controls/row.styles";
import { usePane } from "../pane";
import { useSchemaStyles } from "./schema.styles";
import { entryName } from "./useSchema";

/** What the draft would make of the rows, before anything is written. */
export function LookAhead({ draft, subject }: { readonly draft: SchemaDraft; readonly subject: Subject }) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const outlook = useMemo(() => draftOutlook(draft, subject.located.records, subject), [draft, subject]);
  const lines = [
    ...outlook.fields.map(({ field, before, after }) =>
      texts.schema.aheadFailing(field.header ?? entryName(field, language), before, after),
    ),
    ...(outlook.stale ? [texts.schema.aheadStale(outlook.stale.before, outlook.stale.after)] : []),
    ...(outlook.stuck ? [texts.schema.aheadStuck(outlook.stuck.before, outlook.stuck.after)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={rows.list} data-testid="look-ahead">
      {lines.map((line) => (
        <li key={line} className={mergeClasses(rows.wrap, styles.warning)}>
          {`⚠ ${line}`}
        </li>
      ))}
    </ul>
  );
}
