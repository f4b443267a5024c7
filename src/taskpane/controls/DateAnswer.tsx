import { Input } from "@fluentui/react-components";
import { useId } from "react";
import { suggestedDates, workingDayTest, type DateChoice } from "../../domain/log/nextDates";
import { nextDateOf, type DayProblem, type NextAnswer } from "../../domain/log/touchForm";
import type { RepBook } from "../../app/log/session";
import { usePane } from "../pane";
import { fullDay, fullWeekday, headerDay } from "../text/dayText";
import type { PaneText } from "../text/texts";
import { Chips, type Chip } from "./Chips";
import { useFormStyles } from "./form.styles";

interface Props {
  readonly book: RepBook;
  /** Days to choose from. */
  readonly choices: readonly DateChoice[];
  readonly legend: string;
  readonly id?: string;
  readonly value: NextAnswer;
  readonly onChange: (value: NextAnswer) => void;
  /** What the answer "no date" is called; null where it is none. */
  readonly none: string | null;
  readonly required?: boolean;
  /** What is missing. What is wrong with a day that was typed is said here unasked. */
  readonly error?: string | null | undefined;
  readonly testId: string;
}

function dayProblemText(problem: DayProblem, { system }: RepBook, texts: PaneText): string {
  return problem.code === "whichDate"
    ? texts.rep.whichDate(problem.candidates.map((day) => fullDay(day, system, texts)))
    : texts.rep.problem(problem.code);
}

/** When next: chips with the day that each means, or a day in words, which is answered with the day that it was read as. */
export function DateAnswer({ book, choices, value, onChange, none, error, ...rest }: Props) {
  const { texts } = usePane();
  const { log } = texts.rep;
  const styles = useFormStyles();
  const answerId = useId();
  const suggested = suggestedDates(choices, book);
  const chips: readonly Chip<string>[] = [
    ...suggested.map((day) => ({
      value: day.choice,
      label: log.choice(day),
      small: headerDay(day.day, book.system, texts),
    })),
    { value: "typed", label: log.pick },
    ...(none === null ? [] : [{ value: "none", label: none }]),
  ];
  const chosen = value === null ? null : value.kind === "choice" ? value.choice : value.kind;
  const typed = value?.kind === "typed" ? value.text : null;
  const read = typed === null ? null : nextDateOf(value, choices, book);
  const wrong = read !== null && "problem" in read ? dayProblemText(read.problem, book, texts) : null;
  const isWorked = workingDayTest(book.schema.calendar, book.system);
  const meant =
    read !== null && "day" in read
      ? log.typedDay(fullWeekday(read.day, book.system, texts), !isWorked(read.day))
      : null;
  const answer = (choice: string | null): NextAnswer => {
    if (choice === null) return null;
    if (choice === "typed") return { kind: "typed", text: "" };
    const known = choices.find((each) => each === choice);
    return known ? { kind: "choice", choice: known } : { kind: "none" };
  };
  return (
    <Chips
      chips={chips}
      value={chosen}
      onChange={(choice) => onChange(answer(choice))}
      error={wrong ?? error}
      {...rest}
    >
      {typed !== null && (
        <>
          <Input
            size="small"
            className={styles.typed}
            aria-label={rest.legend}
            aria-describedby={answerId}
            aria-invalid={wrong !== null}
            placeholder={log.pickHint}
            value={typed}
            onChange={(_, { value: text }) => onChange({ kind: "typed", text })}
            data-testid={`${rest.testId}-typed`}
          />
          {/* It is there before it says anything: what enters with its words is not read out. */}
          <p id={answerId} role="status" className={styles.answer} data-testid={`${rest.testId}-meant`}>
            {meant}
          </p>
        </>
      )}
    </Chips>
  );
}
