import { reasonRule } from "../../domain/log/secondFollowUp";
import { usePane } from "../pane";
import { useFormStyles } from "../controls/form.styles";
import { FormInput, OwnInput, type ControlsProps } from "./controls";
import { closingFields } from "./formSteps";

/** One screen: method, a line of text, result, stage, next date; and what the chosen stage asks for besides. */
export function QuickForm(props: ControlsProps) {
  const { texts } = usePane();
  const { log } = texts.rep;
  const styles = useFormStyles();
  const { book, state } = props;
  const { reading, form } = state;
  const answered = form.stage !== null && form.stage !== "";
  const closing = answered && reading.state !== "open" ? closingFields(reading.state, book.schema) : [];
  const extra = reading.asked.filter(({ id }) => !closing.some((field) => field.id === id));
  const asked = extra.filter(({ id }) => !["stage", "nextDate", "customer"].includes(id));
  const reason = reasonRule(form.fields.reason ?? "", reading.state, book.schema);
  const comeBack = form.fields.revisitOn ? null : (reason?.revisitDays ?? null);
  return (
    <>
      <OwnInput control="method" {...props} />
      <OwnInput control="content" {...props} />
      <OwnInput control="result" {...props} />
      <OwnInput control="stage" {...props} />
      {closing.length > 0 && reading.state !== "open" && (
        <fieldset className={styles.group} data-testid="log-closing">
          <legend className={styles.legend}>{log.closing[reading.state]}</legend>
          <div className={styles.form}>
            {closing.map((field) => (
              <FormInput key={field.id} control={{ kind: "field", field }} {...props} />
            ))}
            {comeBack !== null && reading.state !== "won" && <p className={styles.notice}>{log.comeBack(comeBack)}</p>}
          </div>
        </fieldset>
      )}
      {asked.length > 0 && (
        <fieldset className={styles.group} data-testid="log-asked">
          <legend className={styles.legend}>{log.alsoNeeded}</legend>
          <div className={styles.form}>
            {asked.map((field) => (
              <FormInput key={field.id} control={{ kind: "field", field }} {...props} />
            ))}
          </div>
        </fieldset>
      )}
      {reading.state === "open" && <OwnInput control="nextDate" {...props} />}
    </>
  );
}
