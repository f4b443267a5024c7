import { usePane } from "../../pane";
import { LinesControl } from "../controls";
import { entryName } from "../useSchema";
import type { EntryFormProps, ListPartForm } from "./part";

function ListForm({ entry: list, onChange }: EntryFormProps<"lists">) {
  const { texts, language } = usePane();
  return (
    <LinesControl
      label={texts.schema.entries(entryName(list, language))}
      lines={list.entries}
      onCommit={(entries) => onChange({ ...list, entries })}
      testId={`list-${list.key}`}
    />
  );
}

export const listsForm: ListPartForm<"lists"> = {
  start: (key) => ({ key, entries: [] }),
  rename: (list, key) => ({ ...list, key }),
  Form: ListForm,
};
