import { mergeClasses } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { usePane } from "../pane";
import { useFormStyles } from "./form.styles";

export interface Chip<T extends string> {
  readonly value: T;
  readonly label: string;
  /** Second, smaller line. */
  readonly small?: string | undefined;
}

interface Props<T extends string> {
  readonly legend: string;
  /** Id by which the list of problems finds it. */
  readonly id?: string;
  readonly chips: readonly Chip<T>[];
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
  /** The chosen chip can be taken back by pressing it again. */
  readonly clearable?: boolean;
  readonly required?: boolean;
  readonly error?: string | null | undefined;
  readonly testId: string;
  readonly children?: ReactNode;
}

/** One of a few, as chips: native radio buttons, so that arrows, Space and Enter do what people expect. */
export function Chips<T extends string>(props: Props<T>) {
  const { legend, id, chips, value, onChange, clearable = false, required = false, error, testId, children } = props;
  const { texts } = usePane();
  const styles = useFormStyles();
  const name = useId();
  const errorId = useId();
  const anyChosen = chips.some((chip) => chip.value === value);
  const hasError = error !== null && error !== undefined;
  return (
    <fieldset
      className={styles.group}
      id={id}
      tabIndex={-1}
      aria-describedby={hasError ? errorId : undefined}
      data-testid={testId}
    >
      <legend className={styles.legend}>
        {legend}
        {required && (
          <span className={styles.required} role="img" aria-label={texts.rep.log.required}>
            *
          </span>
        )}
      </legend>
      <div className={styles.chips}>
        {chips.map((chip, index) => (
          <label key={chip.value} className={mergeClasses(styles.chip, chip.value === value && styles.chosen)}>
            <input
              type="radio"
              name={name}
              value={chip.value}
              checked={chip.value === value}
              className={styles.radio}
              // One stop for Tab, whether one is chosen or none: not every browser does it by itself.
              tabIndex={chip.value === value || (!anyChosen && index === 0) ? 0 : -1}
              onChange={() => onChange(chip.value)}
              onClick={() => {
                if (clearable && chip.value === value) onChange(null);
              }}
            />
            <span>{chip.label}</span>
            {chip.small !== undefined && <span className={styles.small}>{chip.small}</span>}
          </label>
        ))}
      </div>
      {children}
      {hasError && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
