import { typesTable } from "../../../domain/settings/tables/types";
import { usePane } from "../../pane";
import { CheckControl, NumberControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { keyName } from "../useSchema";
import type { EntryFormProps, ListPartForm } from "./part";

function TypeForm({ entry: type, onChange }: EntryFormProps<"types">) {
  const { language } = usePane();
  const styles = useSchemaStyles();
  return (
    <div className={styles.pair}>
      <NumberControl
        label={keyName("types", "staleDays", language)}
        value={type.staleDays}
        onCommit={(staleDays) => onChange({ ...type, staleDays })}
      />
      <CheckControl
        label={keyName("types", "keyAccount", language)}
        checked={type.keyAccount}
        onChange={(keyAccount) => onChange({ ...type, keyAccount })}
      />
    </div>
  );
}

export const typesForm: ListPartForm<"types"> = {
  start: (name) => typesTable.start(name),
  rename: (type, name) => ({ ...type, name }),
  Form: TypeForm,
};
