import { outcomes } from "../../../domain/schema/field";
import { workbookText } from "../../../domain/schema/workbookText";
import { reasonsTable } from "../../../domain/settings/tables/reasons";
import { usePane } from "../../pane";
import { NumberControl, SelectControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { keyName } from "../useSchema";
import type { EntryFormProps, ListPartForm } from "./part";

function ReasonForm({ entry: reason, onChange }: EntryFormProps<"reasons">) {
  const { language } = usePane();
  const styles = useSchemaStyles();
  const words = workbookText[language].stageKind;
  return (
    <div className={styles.pair}>
      <SelectControl
        label={keyName("reasons", "outcome", language)}
        value={reason.outcome ?? ""}
        options={[["", "–"], ...outcomes.map((outcome) => [outcome, words[outcome]] as const)]}
        onChange={(value) => onChange({ ...reason, outcome: outcomes.find((each) => each === value) ?? null })}
      />
      <NumberControl
        label={keyName("reasons", "revisitDays", language)}
        value={reason.revisitDays}
        onCommit={(revisitDays) => onChange({ ...reason, revisitDays })}
      />
    </div>
  );
}

export const reasonsForm: ListPartForm<"reasons"> = {
  start: (name) => reasonsTable.start(name),
  rename: (reason, name) => ({ ...reason, name }),
  Form: ReasonForm,
};
