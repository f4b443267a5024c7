import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import {
  addEntry,
  changeEntry,
  entriesIn,
  moveEntry,
  nameOf,
  removeEntry,
  type Parts,
  type SchemaDraft,
} from "../../../domain/schema/draft";
import { knownListKeys } from "../../../domain/schema/field";
import { useRowStyles } from "../../controls/row.styles";
import { usePane } from "../../pane";
import { TextControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { entryName, keyName } from "../useSchema";
import { listsForm } from "./lists";
import { ownersForm } from "./owners";
import type { ListPart, ListPartForm } from "./part";
import { reasonsForm } from "./reasons";
import { stagesForm } from "./stages";
import { typesForm } from "./types";

const formOf: { readonly [P in ListPart]: ListPartForm<P> } = {
  stages: stagesForm,
  types: typesForm,
  owners: ownersForm,
  reasons: reasonsForm,
  lists: listsForm,
};

interface Props<P extends ListPart> {
  readonly part: P;
  readonly draft: SchemaDraft;
  readonly onEdit: (draft: SchemaDraft) => void;
}

/** A name for a new entry that no other one has. */
function freshName(part: ListPart, draft: SchemaDraft, nameFor: (number: number) => string): string {
  const taken = new Set(draft[part].map(({ now }) => nameOf(now).toLowerCase()));
  let number = draft[part].length + 1;
  while (taken.has(nameFor(number).toLowerCase())) number += 1;
  return nameFor(number);
}

interface PlaceProps extends Props<ListPart> {
  readonly index: number;
  readonly name: string;
  /** True for a list that the product knows: it can be filled, not renamed or removed. */
  readonly isFixed: boolean;
}

/** Moves an entry up and down, and takes it out. */
function PlaceButtons({ part, draft, onEdit, index, name, isFixed }: PlaceProps) {
  const { texts } = usePane();
  return (
    <>
      {part !== "lists" && (
        <>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowUpRegular />}
            aria-label={texts.schema.up(name)}
            disabledFocusable={index === 0}
            onClick={() => onEdit(moveEntry(draft, part, index, -1))}
            data-testid="entry-up"
          />
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowDownRegular />}
            aria-label={texts.schema.down(name)}
            disabledFocusable={index === draft[part].length - 1}
            onClick={() => onEdit(moveEntry(draft, part, index, 1))}
            data-testid="entry-down"
          />
        </>
      )}
      {!isFixed && (
        <Button
          size="small"
          appearance="subtle"
          icon={<DeleteRegular />}
          aria-label={texts.schema.remove(name)}
          onClick={() => onEdit(removeEntry(draft, part, index))}
          data-testid="entry-remove"
        />
      )}
    </>
  );
}

/** Stages, customer types, owners, reasons or lists: each entry a small form, in the order that counts. */
export function EntriesEditor<P extends ListPart>({ part, draft, onEdit }: Props<P>) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const { start, rename, Form }: ListPartForm<P> = formOf[part];
  const entries = entriesIn(draft, part);
  const change = (index: number, now: Parts[P]) => onEdit(changeEntry(draft, part, index, now));
  return (
    <div data-testid={`entries-${part}`}>
      {entries.length === 0 && <p className={rows.secondary}>{texts.schema.empty}</p>}
      <ul className={rows.list}>
        {entries.map(({ now, was }, index) => {
          const isFixed = part === "lists" && knownListKeys.some((each) => each === nameOf(now));
          return (
            <li key={was ?? `new-${index}`} className={mergeClasses(rows.separator, styles.entry)} data-testid="entry">
              {/* The controls of every entry are called alike: the group says whose they are. */}
              <div role="group" aria-label={entryName(now, language) || texts.schema.unnamed}>
                <div className={styles.line}>
                  <div className={styles.grow}>
                    <TextControl
                      label={isFixed ? texts.schema.part("lists") : keyName(part, "name", language)}
                      value={entryName(now, language)}
                      disabled={isFixed}
                      onCommit={(text) => change(index, rename(now, text))}
                      testId="entry-name"
                    />
                  </div>
                  <PlaceButtons
                    part={part}
                    draft={draft}
                    onEdit={onEdit}
                    index={index}
                    name={entryName(now, language) || texts.schema.unnamed}
                    isFixed={isFixed}
                  />
                </div>
                <Form entry={now} draft={draft} onChange={(next) => change(index, next)} />
              </div>
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        onClick={() => onEdit(addEntry(draft, part, start(freshName(part, draft, texts.schema.newName))))}
        data-testid="entry-add"
      >
        {texts.schema.add}
      </Button>
    </div>
  );
}
