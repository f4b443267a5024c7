import { stageKinds } from "../../../domain/schema/field";
import { workbookText } from "../../../domain/schema/workbookText";
import { stagesTable } from "../../../domain/settings/tables/stages";
import { usePane } from "../../pane";
import { NumberControl, SelectControl } from "../controls";
import { useSchemaStyles } from "../schema.styles";
import { keyName } from "../useSchema";
import type { EntryFormProps, ListPartForm } from "./part";

function StageForm({ entry: stage, draft, onChange }: EntryFormProps<"stages">) {
  const { language } = usePane();
  const styles = useSchemaStyles();
  const key = (name: string) => keyName("stages", name, language);
  const set = (change: Partial<typeof stage>) => onChange({ ...stage, ...change });
  return (
    <>
      <div className={styles.pair}>
        <SelectControl
          label={key("kind")}
          value={stage.kind}
          options={stageKinds.map((kind) => [kind, workbookText[language].stageKind[kind]] as const)}
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
            <NumberControl label={key("warnDays")} value={stage.warnDays} onCommit={(warnDays) => set({ warnDays })} />
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

export const stagesForm: ListPartForm<"stages"> = {
  start: (name) => ({ ...stagesTable.start(name), kind: "open", staleDays: 7 }),
  rename: (stage, name) => ({ ...stage, name }),
  Form: StageForm,
};
