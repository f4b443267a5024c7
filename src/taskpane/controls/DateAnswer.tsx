import { Input } from "@fluentui/react-components";
import { readTypedDate } from "../../domain/values/typedDate";
import { dateChoices, suggestedDates } from "../../domain/log/nextDates";
import type { NextAnswer } from "../../domain/log/touchForm";
import type { RepBook } from "../../app/log/session";
import { usePane } from "../pane";
import { fullDay, headerDay } from "../text/dayText";
import { Chips, type Chip } from "./Chips";

interface Props {
  readonly book: RepBook;
  readonly legend: string;
  readonly id?: string;
  readonly value: NextAnswer;
  readonly onChange: (value: NextAnswer) => void;
  /** Whether "no next date" is among the answers. */
  readonly withNone: boolean;
  readonly required?: boolean;
  readonly error?: string | null | undefined;
  readonly testId: string;
}

/** When next: chips with the day that each means, or a day in words. */
export function DateAnswer({ book, value, onChange, withNone, ...rest }: Props) {
  const { texts, language } = usePane();
  const { log } = texts.rep;
  const days = suggestedDates(book);
  const chips: readonly Chip<string>[] = [
    ...dateChoices.map((choice) => ({
      value: choice,
      label: log.choice[choice],
      small: headerDay(days[choice], book.system, texts),
    })),
    { value: "typed", label: log.pick },
    ...(withNone ? [{ value: "none", label: log.none }] : []),
  ];
  const chosen = value === null ? null : value.kind === "choice" ? value.choice : value.kind;
  const typed = value?.kind === "typed" ? value.text : null;
  const read =
    typed === null ? null : readTypedDate(typed, { today: book.today, system: book.system, language, lean: "future" });
  const meant = read?.kind === "date" ? fullDay(read.serial, book.system, texts) : null;
  const answer = (choice: string | null): NextAnswer => {
    if (choice === null) return null;
    if (choice === "typed") return { kind: "typed", text: "" };
    const known = dateChoices.find((each) => each === choice);
    return known ? { kind: "choice", choice: known } : { kind: "none" };
  };
  return (
    <Chips chips={chips} value={chosen} onChange={(choice) => onChange(answer(choice))} {...rest}>
      {typed !== null && (
        <Input
          size="small"
          aria-label={rest.legend}
          placeholder={log.pickHint}
          value={typed}
          onChange={(_, { value: text }) => onChange({ kind: "typed", text })}
          contentAfter={meant === null ? undefined : <span>{log.isDay(meant)}</span>}
          data-testid={`${rest.testId}-typed`}
        />
      )}
    </Chips>
  );
}
