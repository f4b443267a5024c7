import { Button, mergeClasses } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import { outcomes } from "../../domain/schema/field";
import { Chips } from "../controls/Chips";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import type { TouchFormState } from "./useTouchForm";

/** Won, lost, parked: the stages that close a customer, always in sight under the team's own names. */
export function CloseAs({ book, state }: { readonly book: RepBook; readonly state: TouchFormState }) {
  const { texts, navigation } = usePane();
  const { log } = texts.rep;
  const styles = useFormStyles();
  const { form, customer, setStage } = state;
  const { stages } = book.schema;
  const closing = stages.filter(({ name, kind }) => kind !== "open" && name !== customer?.stage);
  const lacking = outcomes.filter((outcome) => stages.every(({ kind }) => kind !== outcome));
  return (
    <>
      {closing.length > 0 && (
        <Chips
          legend={log.close}
          chips={closing.map(({ name }) => ({ value: name, label: name }))}
          value={form.stage}
          onChange={(stage) => setStage(stage ?? (form.isNew ? null : ""))}
          clearable
          testId="log-close"
        />
      )}
      {lacking.length > 0 && (
        <div className={mergeClasses(styles.notice, styles.warn)} data-testid="log-no-stage">
          {log.noStageFor(lacking)}
          <div className={styles.actions}>
            <Button size="small" onClick={() => navigation.go("setup")}>
              {log.addStage}
            </Button>
          </div>
        </div>
      )}
    </>
  );
}
