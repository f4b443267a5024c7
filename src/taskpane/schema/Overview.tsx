import { Button, mergeClasses } from "@fluentui/react-components";
import type { Subject } from "../../app/subject";
import { defaultField } from "../../domain/schema/defaults";
import { addEntry, parts, type SchemaDraft } from "../../domain/schema/draft";
import { ownField } from "../../domain/schema/fieldIds";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import type { ListPart } from "./entries/part";
import { Exchange } from "./Exchange";
import { FieldRows } from "./FieldRows";
import { Proposals } from "./Proposals";
import { SettingsIssues } from "./SettingsIssues";

/** What is open: the overview, one field, or one of the other parts. */
export type Page =
  | { readonly kind: "all" }
  | { readonly kind: "field"; readonly index: number }
  | { readonly kind: ListPart | "calendar" };

const listParts = parts.filter((part) => part !== "fields");

interface Props {
  readonly draft: SchemaDraft;
  readonly subject: Subject;
  readonly onOpen: (page: Page) => void;
}

/** Everything that can be edited, and the ways in and out as a file. */
export function Overview({ draft, subject, onOpen }: Props) {
  const { session, texts } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const addOwn = () => {
    const taken = new Set(draft.fields.map(({ now }) => now.id));
    let number = 1;
    while (taken.has(ownField(texts.schema.newName(number)))) number += 1;
    session.schema.edit(addEntry(draft, "fields", defaultField(ownField(texts.schema.newName(number)), null)));
    onOpen({ kind: "field", index: draft.fields.length });
  };
  return (
    <>
      <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{texts.schema.intro}</p>
      <SettingsIssues issues={subject.reading.inForce?.issues ?? []} />
      <Proposals draft={draft} subject={subject} />
      <section className={mergeClasses(rows.separator, sections.section)}>
        <h3 className={sections.heading}>{texts.schema.part("fields")}</h3>
        <FieldRows draft={draft} onOpen={(index) => onOpen({ kind: "field", index })} />
        <Button size="small" onClick={addOwn} data-testid="field-add">
          {texts.schema.addField}
        </Button>
      </section>
      <section className={mergeClasses(rows.separator, sections.section)}>
        <ul className={rows.list}>
          {listParts.map((part) => (
            <li key={part}>
              <button
                type="button"
                className={rows.row}
                onClick={() => onOpen({ kind: part })}
                data-testid={`part-${part}`}
              >
                <span className={rows.name}>{texts.schema.part(part)}</span>
                <span className={mergeClasses(rows.secondary, rows.number)}>
                  {texts.schema.count(draft[part].length)}
                </span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={rows.row}
              onClick={() => onOpen({ kind: "calendar" })}
              data-testid="part-calendar"
            >
              <span className={rows.name}>{texts.schema.part("calendar")}</span>
              <span className={mergeClasses(rows.secondary, rows.number)}>
                {texts.schema.count(draft.calendar.off.length + draft.calendar.on.length)}
              </span>
            </button>
          </li>
        </ul>
      </section>
      <section className={mergeClasses(rows.separator, sections.section)}>
        <Exchange draft={draft} subject={subject} />
      </section>
    </>
  );
}
