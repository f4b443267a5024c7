import { mergeClasses } from "@fluentui/react-components";
import { kindOf } from "../../domain/kinds/allKinds";
import { conditionText } from "../../domain/schema/conditionText";
import type { SchemaDraft } from "../../domain/schema/draft";
import type { Field } from "../../domain/schema/field";
import { workbookText } from "../../domain/schema/workbookText";
import { useRowStyles } from "../controls/row.styles";
import { LinkMark } from "../controls/LinkMark";
import { usePane } from "../pane";
import { useSchemaStyles } from "./schema.styles";
import { entryName } from "./useSchema";

/** Every field with its level; those without a column stand folded away. */
export function FieldRows({
  draft,
  onOpen,
}: {
  readonly draft: SchemaDraft;
  readonly onOpen: (index: number) => void;
}) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const words = workbookText[language];
  const row = (field: Field, index: number) => {
    const name = entryName(field, language);
    const facts = [
      field.header !== null && field.header !== name ? field.header : "",
      kindOf(field.kind).words[language].name,
      conditionText(field.requiredWhen, language),
    ].filter((fact) => fact !== "");
    return (
      <li key={field.id}>
        <button
          type="button"
          className={mergeClasses(rows.row, styles.stacked)}
          onClick={() => onOpen(index)}
          data-testid={`field-${field.id}`}
        >
          <span className={styles.line}>
            <span className={rows.name}>{name || texts.schema.unnamed}</span>
            <span className={rows.number}>{words.level[field.level]}</span>
          </span>
          <span className={mergeClasses(rows.secondary, rows.wrap)}>
            {field.kind === "link" && (
              <>
                <LinkMark isNamed />{" "}
              </>
            )}
            {facts.join(" · ")}
          </span>
        </button>
      </li>
    );
  };
  const all = draft.fields.map(({ now }, index) => ({ now, index })).filter(({ now }) => now.id !== "id");
  const dormant = all.filter(({ now }) => now.header === null);
  return (
    <>
      <ul className={rows.list}>
        {all.filter(({ now }) => now.header !== null).map(({ now, index }) => row(now, index))}
      </ul>
      {dormant.length > 0 && (
        <details data-testid="dormant">
          <summary>{texts.schema.dormant(dormant.length)}</summary>
          <ul className={rows.list}>{dormant.map(({ now, index }) => row(now, index))}</ul>
        </details>
      )}
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{texts.schema.fixed}</p>
    </>
  );
}
