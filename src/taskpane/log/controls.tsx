import { Field, Input, Select, Textarea } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import { nextChoices, revisitChoices } from "../../domain/log/nextDates";
import type { FormProblem } from "../../domain/log/touchForm";
import { usePane } from "../pane";
import { fullWeekday } from "../text/dayText";
import { Chips } from "../controls/Chips";
import { CloseAs } from "./CloseAs";
import { DateAnswer } from "../controls/DateAnswer";
import { useFormStyles } from "../controls/form.styles";
import { FieldInput } from "./FieldInput";
import type { FormControl, OwnControl } from "./formSteps";
import { problemText, ruleText } from "./problemText";
import type { TouchFormState } from "./useTouchForm";

export interface ControlsProps {
  readonly book: RepBook;
  readonly state: TouchFormState;
  /** Problems that are shown already, by control. */
  readonly shown: ReadonlyMap<FormProblem["at"], FormProblem>;
}

function errorOf(at: FormProblem["at"], { shown, book }: ControlsProps, texts: ReturnType<typeof usePane>["texts"]) {
  const problem = shown.get(at);
  return problem === undefined ? null : problemText(problem, book, texts);
}

/** The controls that stand for no single field of the sheet. The customer's own is not among them. */
export function OwnInput(props: ControlsProps & { readonly control: Exclude<OwnControl, "customer"> }) {
  const { control, book, state } = props;
  const { texts } = usePane();
  const { log } = texts.rep;
  const { form, change, reading, customer } = state;
  const styles = useFormStyles();
  const error = errorOf(control, props, texts);
  switch (control) {
    case "method":
      return (
        <Chips
          id="control-method"
          legend={log.method}
          chips={state.methods.map((method) => ({ value: method, label: method }))}
          value={form.method}
          onChange={(method) => change({ method: method ?? "" })}
          testId="log-method"
        />
      );
    case "result":
      return (
        <Chips
          legend={log.result}
          chips={state.results.map((result) => ({ value: result, label: result }))}
          value={form.result === "" ? null : form.result}
          onChange={(result) => change({ result: result ?? "" })}
          clearable
          testId="log-result"
        />
      );
    case "content":
      return (
        <Field label={log.content} validationMessage={error ?? undefined}>
          {state.mode === "quick" ? (
            <Input
              id="control-content"
              size="small"
              value={form.content}
              onChange={(_, { value }) => change({ content: value })}
              data-testid="log-content"
            />
          ) : (
            <Textarea
              id="control-content"
              size="small"
              rows={2}
              resize="vertical"
              value={form.content}
              onChange={(_, { value }) => change({ content: value })}
              data-testid="log-content"
            />
          )}
        </Field>
      );
    case "date":
      return (
        <Field label={log.date} hint={log.dateHint} validationMessage={error ?? undefined}>
          <Input
            id="control-date"
            size="small"
            value={form.date}
            onChange={(_, { value }) => change({ date: value })}
            data-testid="log-date"
          />
        </Field>
      );
    case "stage":
      return (
        <>
          <Field label={log.stage} required validationMessage={error ?? undefined}>
            <Select
              id="control-stage"
              size="small"
              value={form.stage === null ? "?" : form.stage}
              onChange={(_, { value }) => state.setStage(value === "?" ? null : value)}
              data-testid="log-stage"
            >
              {form.isNew ? (
                <option value="?">{log.choose}</option>
              ) : (
                <option value="">{log.unchanged(customer?.stage ?? "")}</option>
              )}
              {book.schema.stages
                .filter(({ name }) => form.isNew || name !== customer?.stage)
                .map(({ name }) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
            </Select>
          </Field>
          <CloseAs book={book} state={state} />
        </>
      );
    case "nextDate":
      return (
        <DateAnswer
          id="control-nextDate"
          book={book}
          choices={nextChoices}
          legend={log.next}
          value={form.next}
          onChange={(next) => change({ next })}
          none={reading.required.has("nextDate") ? null : log.none}
          required={reading.required.has("nextDate")}
          error={error}
          testId="log-next"
        />
      );
    case "revisitOn": {
      const now = customer?.revisitOn ?? null;
      return (
        <>
          <DateAnswer
            id="control-revisitOn"
            book={book}
            choices={revisitChoices}
            legend={log.revisit}
            value={form.revisit}
            onChange={(revisit) => change({ revisit })}
            none={log.revisitUnknown}
            required={reading.required.has("revisitOn")}
            error={error}
            testId="log-revisit"
          />
          {form.revisit === null && now !== null && (
            <p className={styles.answer}>{log.revisitNow(fullWeekday(now, book.system, texts))}</p>
          )}
        </>
      );
    }
  }
}

/**
 * Any control of a step but the customer's.
 * @param oneLine true where there is little room for a text
 */
export function FormInput({
  control,
  oneLine = false,
  ...props
}: ControlsProps & { readonly control: FormControl; readonly oneLine?: boolean }) {
  const { texts } = usePane();
  if (control.kind === "own")
    return control.control === "customer" ? null : <OwnInput control={control.control} {...props} />;
  const { field } = control;
  const { state, book } = props;
  const warning = state.reading.warnings.find((finding) => finding.field === field.id && finding.value !== "");
  return (
    <FieldInput
      field={field}
      book={book}
      state={state.reading.state}
      value={state.valueOf(field.id)}
      onChange={(value) => state.setField(field.id, value)}
      required={state.reading.required.has(field.id)}
      oneLine={oneLine}
      error={errorOf(field.id, props, texts)}
      warning={warning ? ruleText(warning, book, texts) : null}
    />
  );
}
