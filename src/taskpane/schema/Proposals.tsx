import { Button, mergeClasses } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Subject } from "../../app/subject";
import { proposals } from "../../domain/rules/outlook";
import { changeEntry, type SchemaDraft } from "../../domain/schema/draft";
import { workbookText } from "../../domain/schema/workbookText";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { useSchemaStyles } from "./schema.styles";

interface Props {
  readonly draft: SchemaDraft;
  readonly subject: Subject;
}

/** Fields that the sheet keeps well enough for a stricter level. */
export function Proposals({ draft, subject }: Props) {
  const { session, texts, language } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSchemaStyles();
  const { schema } = subject;
  const found = useMemo(() => proposals(subject.located.records, subject), [subject]);
  // What the draft has turned up already is not proposed again.
  const open = found.filter(({ field }) => {
    const now = draft.fields.find(({ was }) => was === field)?.now;
    return now !== undefined && now.level === schema.fields.find(({ id }) => id === field)?.level;
  });
  if (open.length === 0) return null;
  return (
    <details className={mergeClasses(rows.separator, sections.section)} data-testid="proposals">
      <summary className={rows.wrap}>{texts.schema.tighten(open.length)}</summary>
      <ul className={rows.list}>
        {open.map(({ field, header, to, clean, customers }) => {
          const level = workbookText[language].level[to];
          const index = draft.fields.findIndex(({ was }) => was === field);
          const now = draft.fields[index]?.now;
          return (
            <li key={field} className={styles.line}>
              <span className={styles.grow}>
                {texts.schema.proposal(header, clean, customers, Math.floor((clean / customers) * 100))}
              </span>
              <Button
                size="small"
                aria-label={`${header} ${texts.schema.raise(level)}`}
                onClick={() => now && session.schema.edit(changeEntry(draft, "fields", index, { ...now, level: to }))}
                data-testid={`raise-${field}`}
              >
                {texts.schema.raise(level)}
              </Button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
