import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowDownRegular, ArrowUpRegular, DeleteRegular } from "@fluentui/react-icons";
import type { ReactNode } from "react";
import {
  addEntry,
  changeEntry,
  moveEntry,
  nameOf,
  removeEntry,
  type Part,
  type Parts,
  type SchemaDraft,
} from "../../domain/schema/draft";
import { knownListKeys, outcomes, stageKinds } from "../../domain/schema/field";
import { workbookText } from "../../domain/schema/workbookText";
import { ownersTable } from "../../domain/settings/tables/owners";
import { reasonsTable } from "../../domain/settings/tables/reasons";
import { stagesTable } from "../../domain/settings/tables/stages";
import { typesTable } from "../../domain/settings/tables/types";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { CheckControl, LinesControl, NumberControl, SelectControl, TextControl } from "./controls";
import { useSchemaStyles } from "./schema.styles";
import { entryName, keyName } from "./useSchema";

/** The parts that are edited as a list of small forms. */
export type ListPart = Exclude<Part, "fields">;

interface Props {
  readonly part: ListPart;
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

function withNew(part: ListPart, draft: SchemaDraft, name: string): SchemaDraft {
  switch (part) {
    case "stages":
      return addEntry(draft, part, { ...stagesTable.start(name), kind: "open", staleDays: 7 });
    case "types":
      return addEntry(draft, part, typesTable.start(name));
    case "owners":
      return addEntry(draft, part, ownersTable.start(name));
    case "reasons":
      return addEntry(draft, part, reasonsTable.start(name));
    case "lists":
      return addEntry(draft, part, { key: name, entries: [] });
  }
}

/** Stages, customer types, owners, reasons or lists: each entry a small form, in the order that counts. */
export function EntriesEditor({ part, draft, onEdit }: Props) {
  const { texts, language } = usePane();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const words = workbookText[language];
  const key = (name: string) => keyName(part, name, language);
  const edit = <P extends ListPart>(each: P, index: number, now: Parts[P]) =>
    onEdit(changeEntry(draft, each, index, now));

  const form = (index: number): ReactNode => {
    switch (part) {
      case "stages": {
        const stage = draft.stages[index]?.now;
        if (!stage) return null;
        const set = (change: Partial<typeof stage>) => edit("stages", index, { ...stage, ...change });
        return (
          <>
            <div className={styles.pair}>
              <SelectControl
                label={key("kind")}
                value={stage.kind}
                options={stageKinds.map((kind) => [kind, words.stageKind[kind]] as const)}
                onChange={(value) => {
                  const kind = stageKinds.find((each) => each === value);
                  if (kind) set({ kind });
                }}
              />
              <NumberControl
                label={key("staleDays")}
                value={stage.staleDays}
                onCommit={(days) => set({ staleDays: Math.max(0, days ?? 0) })}
              />
            </div>
            {stage.kind === "open" && (
              <>
                <div className={styles.pair}>
                  <NumberControl
                    label={key("warnDays")}
                    value={stage.warnDays}
                    onCommit={(warnDays) => set({ warnDays })}
                  />
                  <NumberControl
                    label={key("stuckDays")}
                    value={stage.stuckDays}
                    onCommit={(stuckDays) => set({ stuckDays })}
                  />
                </div>
                <div className={styles.pair}>
                  <NumberControl
                    label={`${key("probability")} %`}
                    value={stage.probability === null ? null : Math.round(stage.probability * 1000) / 10}
                    onCommit={(percent) =>
                      set({ probability: percent === null ? null : Math.min(100, Math.max(0, percent)) / 100 })
                    }
                  />
                  <SelectControl
                    label={key("nextOwner")}
                    value={stage.nextOwner ?? ""}
                    options={[["", "–"], ...draft.owners.map(({ now }) => [now.name, now.name] as const)]}
                    onChange={(owner) => set({ nextOwner: owner === "" ? null : owner })}
                  />
                </div>
              </>
            )}
          </>
        );
      }
      case "types": {
        const type = draft.types[index]?.now;
        if (!type) return null;
        return (
          <div className={styles.pair}>
            <NumberControl
              label={key("staleDays")}
              value={type.staleDays}
              onCommit={(staleDays) => edit("types", index, { ...type, staleDays })}
            />
            <CheckControl
              label={key("keyAccount")}
              checked={type.keyAccount}
              onChange={(keyAccount) => edit("types", index, { ...type, keyAccount })}
            />
          </div>
        );
      }
      case "owners": {
        const owner = draft.owners[index]?.now;
        return (
          owner && (
            <TextControl
              label={key("team")}
              value={owner.team}
              onCommit={(team) => edit("owners", index, { ...owner, team })}
            />
          )
        );
      }
      case "reasons": {
        const reason = draft.reasons[index]?.now;
        if (!reason) return null;
        return (
          <div className={styles.pair}>
            <SelectControl
              label={key("outcome")}
              value={reason.outcome ?? ""}
              options={[["", "–"], ...outcomes.map((outcome) => [outcome, words.stageKind[outcome]] as const)]}
              onChange={(value) =>
                edit("reasons", index, { ...reason, outcome: outcomes.find((each) => each === value) ?? null })
              }
            />
            <NumberControl
              label={key("revisitDays")}
              value={reason.revisitDays}
              onCommit={(revisitDays) => edit("reasons", index, { ...reason, revisitDays })}
            />
          </div>
        );
      }
      case "lists": {
        const list = draft.lists[index]?.now;
        if (!list) return null;
        return (
          <LinesControl
            label={texts.schema.entries(entryName(list, language))}
            lines={list.entries}
            onCommit={(entries) => edit("lists", index, { ...list, entries })}
            testId={`list-${list.key}`}
          />
        );
      }
    }
  };
  const rename = (index: number, name: string) => {
    switch (part) {
      case "stages": {
        const now = draft.stages[index]?.now;
        return now && edit("stages", index, { ...now, name });
      }
      case "types": {
        const now = draft.types[index]?.now;
        return now && edit("types", index, { ...now, name });
      }
      case "owners": {
        const now = draft.owners[index]?.now;
        return now && edit("owners", index, { ...now, name });
      }
      case "reasons": {
        const now = draft.reasons[index]?.now;
        return now && edit("reasons", index, { ...now, name });
      }
      case "lists": {
        const now = draft.lists[index]?.now;
        return now && edit("lists", index, { ...now, key: name });
      }
    }
  };
  const entries = draft[part];
  return (
    <div data-testid={`entries-${part}`}>
      {entries.length === 0 && <p className={rows.secondary}>{texts.schema.empty}</p>}
      <ul className={rows.list}>
        {entries.map(({ now, was }, index) => {
          const name = entryName(now, language) || texts.schema.unnamed;
          const isFixed = part === "lists" && knownListKeys.some((each) => each === nameOf(now));
          return (
            <li key={was ?? `new-${index}`} className={mergeClasses(rows.separator, styles.entry)} data-testid="entry">
              <div className={styles.line}>
                <div className={styles.grow}>
                  <TextControl
                    label={isFixed ? texts.schema.part("lists") : key("name")}
                    value={entryName(now, language)}
                    disabled={isFixed}
                    onCommit={(text) => rename(index, text)}
                    testId="entry-name"
                  />
                </div>
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
                      disabledFocusable={index === entries.length - 1}
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
              </div>
              {form(index)}
            </li>
          );
        })}
      </ul>
      <Button
        size="small"
        onClick={() => onEdit(withNew(part, draft, freshName(part, draft, texts.schema.newName)))}
        data-testid="entry-add"
      >
        {texts.schema.add}
      </Button>
    </div>
  );
}
