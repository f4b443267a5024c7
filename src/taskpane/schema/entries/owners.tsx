import { ownersTable } from "../../../domain/settings/tables/owners";
import { usePane } from "../../pane";
import { TextControl } from "../controls";
import { keyName } from "../useSchema";
import type { EntryFormProps, ListPartForm } from "./part";

function OwnerForm({ entry: owner, onChange }: EntryFormProps<"owners">) {
  const { language } = usePane();
  return (
    <TextControl
      label={keyName("owners", "team", language)}
      value={owner.team}
      onCommit={(team) => onChange({ ...owner, team })}
    />
  );
}

export const ownersForm: ListPartForm<"owners"> = {
  start: (name) => ownersTable.start(name),
  rename: (owner, name) => ({ ...owner, name }),
  Form: OwnerForm,
};
