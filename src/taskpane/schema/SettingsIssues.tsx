import { Button, mergeClasses } from "@fluentui/react-components";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import { workbookText } from "../../domain/schema/workbookText";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { useSchemaStyles } from "./schema.styles";

/** What of the Settings sheet cannot be read, each with its cell. */
export function SettingsIssues({ issues }: { readonly issues: readonly SettingsIssue[] }) {
  const { texts, selectCell, language } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useSchemaStyles();
  if (issues.length === 0) return null;
  const table = ({ table: name }: SettingsIssue) =>
    name === "counting"
      ? workbookText[language].settings.counting
      : texts.schema.part(name === "holidays" ? "calendar" : name);
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <h3 className={mergeClasses(sections.heading, styles.warning)}>⚠ {texts.schema.issues(issues.length)}</h3>
      <ul className={rows.list}>
        {issues.map((issue, at) => {
          const field = issue.problem.kind === "fieldMissing" ? texts.field(issue.problem.field) : "";
          const { sheet, cell } = issue;
          return (
            <li key={at} className={styles.line} data-testid="settings-issue">
              <span className={styles.grow}>{texts.schema.issue(issue.problem, table(issue), field)}</span>
              {sheet !== null && cell !== null && (
                <Button size="small" onClick={() => selectCell(sheet, cell)}>
                  {texts.schema.goTo(cell)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
