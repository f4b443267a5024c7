import type { FieldId } from "../../domain/schema/fieldIds";
import { reasonRule } from "../../domain/log/secondFollowUp";
import { usePane } from "../pane";
import { useFormStyles } from "../controls/form.styles";
import { FormInput, OwnInput, type ControlsProps } from "./controls";
import { asksRevisit, closingFields } from "./formSteps";

/** What closing a customer asks for: no more than its outcome needs. */
function Closing(props: ControlsProps) {
  const { texts } = usePane();
  const { log } = texts.rep;
  const styles = useFormStyles();
  const { book, state } = props;
  const { form } = state;
  const kind = state.reading.state;
  if (kind === "open") return null;
  const reason = reasonRule(form.fields.reason ?? "", kind, book.schema);
  const comeBack = form.revisit === null ? (reason?.revisitDays ?? null) : null;
  return (
    <fieldset className={styles.group} data-testid="log-closing">
      <legend className={styles.legend}>{log.closing[kind]}</legend>
      <div className={styles.form}>
        {closingFields(kind, book.schema).map((field) => (
          <FormInput key={field.id} control={{ kind: "field", field }} {...props} />
        ))}
        {asksRevisit(kind, book.schema) && <OwnInput control="revisitOn" {...props} />}
        {kind === "parked" && comeBack === null && !asksRevisit(kind, book.schema) && (
          <p className={styles.notice}>{log.noRevisitColumn(texts.field("revisitOn"))}</p>
        )}
        {comeBack !== null && kind !== "won" && <p className={styles.notice}>{log.comeBack(comeBack)}</p>}
      </div>
    </fieldset>
  );
}

/** One screen: method, a line of text, result, stage, next date and step; and what the chosen stage asks for besides. */
export function QuickForm(props: ControlsProps) {
  const { texts } = usePane();
  const { log } = texts.rep;
  const styles = useFormStyles();
  const { book, state } = props;
  const { reading, form } = state;
  const isOpen = reading.state === "open";
  const isClosing = !isOpen && form.stage !== null && form.stage !== "";
  // Fields that have a control of their own on this screen.
  const shown = new Set<FieldId>([
    ...(["customer", "stage", "nextDate"] as const),
    ...(isOpen ? (["nextStep"] as const) : []),
    ...(isClosing ? closingFields(reading.state, book.schema).map(({ id }) => id) : []),
    ...(isClosing && asksRevisit(reading.state, book.schema) ? (["revisitOn"] as const) : []),
  ]);
  const asked = reading.asked.filter(({ id }) => !shown.has(id));
  const nextStep = book.schema.fields.find(({ id, header }) => id === "nextStep" && header !== null);
  return (
    <>
      <OwnInput control="method" {...props} />
      <OwnInput control="content" {...props} />
      <OwnInput control="result" {...props} />
      <OwnInput control="stage" {...props} />
      {isClosing && <Closing {...props} />}
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
      {isOpen && <OwnInput control="nextDate" {...props} />}
      {isOpen && nextStep && <FormInput control={{ kind: "field", field: nextStep }} oneLine {...props} />}
    </>
  );
}
