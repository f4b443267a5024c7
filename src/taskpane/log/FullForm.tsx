import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import type { ListedCustomer } from "../../domain/log/customers";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { FormInput, type ControlsProps } from "./controls";
import type { FormStep } from "./formSteps";
import { problemText } from "./problemText";
import { SimilarCustomers } from "./SimilarCustomers";

const useStyles = makeStyles({
  bar: { display: "flex", columnGap: tokens.spacingHorizontalXXS },
  part: {
    flexGrow: 1,
    height: "3px",
    backgroundColor: tokens.colorNeutralStroke2,
    "@media (forced-colors: active)": { backgroundColor: "GrayText" },
  },
  done: {
    backgroundColor: tokens.colorCompoundBrandStroke,
    "@media (forced-colors: active)": { backgroundColor: "Highlight" },
  },
  heading: {
    margin: `${tokens.spacingVerticalXXS} 0 0`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
});

interface Props extends ControlsProps {
  readonly steps: readonly FormStep[];
  readonly similar: readonly ListedCustomer[];
  readonly onUse: (customer: ListedCustomer) => void;
}

/** One step of the full form, built from the schema. Going back and forth loses nothing. */
export function FullForm({ steps, similar, onUse, ...props }: Props) {
  const { texts } = usePane();
  const { log } = texts.rep;
  const styles = useStyles();
  const form = useFormStyles();
  const { state, book, shown } = props;
  const at = Math.min(state.step, steps.length - 1);
  const step = steps[at];
  const nameProblem = shown.get("customer");
  if (!step) return null;
  return (
    <>
      <div>
        <div className={styles.bar} aria-hidden="true">
          {steps.map((_, index) => (
            <div key={index} className={index <= at ? `${styles.part} ${styles.done}` : styles.part} />
          ))}
        </div>
        <h2 className={styles.heading} data-testid="log-step">
          {log.step(at + 1, steps.length, log.topics[step.topic])}
        </h2>
      </div>
      {step.controls.map((control) =>
        control.kind === "own" && control.control === "customer" ? (
          state.form.isNew && (
            <div key="customer">
              <Field
                label={log.newCustomer}
                required
                validationMessage={nameProblem ? problemText(nameProblem, book, texts) : undefined}
              >
                <Input
                  id="control-customer"
                  size="small"
                  value={state.valueOf("customer")}
                  onChange={(_, { value }) => state.setField("customer", value)}
                  data-testid="log-new-name"
                />
              </Field>
              <SimilarCustomers similar={similar} book={book} onUse={onUse} />
            </div>
          )
        ) : (
          <FormInput key={control.kind === "own" ? control.control : control.field.id} control={control} {...props} />
        ),
      )}
      <div className={form.actions}>
        <Button
          size="small"
          disabledFocusable={at === 0}
          onClick={() => state.setStep(Math.max(0, at - 1))}
          data-testid="log-back"
        >
          {log.back}
        </Button>
        <Button
          size="small"
          disabledFocusable={at === steps.length - 1}
          onClick={() => state.setStep(Math.min(steps.length - 1, at + 1))}
          data-testid="log-forward"
        >
          {log.forward}
        </Button>
      </div>
    </>
  );
}
