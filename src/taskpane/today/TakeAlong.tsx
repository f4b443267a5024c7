import { Button } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import { calendarFile } from "../../domain/log/calendarFile";
import type { ListedCustomer } from "../../domain/log/customers";
import { digestText } from "../../domain/log/digest";
import type { SecondFollowUp } from "../../domain/log/secondFollowUp";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { dueSections, type OwnerChoice } from "./dueGroups";

interface Props {
  readonly book: RepBook;
  readonly check: CheckResult;
  readonly customers: readonly ListedCustomer[];
  readonly second: readonly SecondFollowUp[];
  readonly me: OwnerChoice;
}

/** The next dates as a calendar file, and today's list as text. Both are made here; nothing is sent. */
export function TakeAlong({ book, check, customers, second, me }: Props) {
  const { texts, language } = usePane();
  const styles = useFormStyles();
  const { taken, copy, save } = useTakeOut();
  const { today } = texts.rep;
  const copyDigest = async () => {
    const items = second.map(({ customer }) => ({
      customer: customer.name,
      stage: customer.stage,
      days: null,
      words: customer.words,
    }));
    const due = dueSections(check.due, me, new Set(customers.map(({ row }) => row))).map(({ group, items: rows }) => ({
      group,
      items: rows.map(({ customer, stage, days, note }) => ({ customer, stage, days, words: note })),
    }));
    const text = digestText({
      groups: [...due, { group: "secondFollowUp", items }],
      who: me,
      today: book.today,
      system: book.system,
      tomorrow: customers.filter(({ state, nextDate }) => state === "open" && nextDate === book.today + 1).length,
      language,
    });
    await copy(text);
  };
  const saveCalendar = () => {
    const appointments = customers.flatMap(({ id, name, stage, state, nextStep, nextDate }) =>
      state === "open" && nextDate !== null && nextDate >= book.today && id !== ""
        ? [{ customerId: id, customer: name, stage, nextStep, day: nextDate }]
        : [],
    );
    const now = new Date();
    const file = calendarFile({
      appointments,
      today: book.today,
      system: book.system,
      language,
      stamp: now.toISOString().replace(/[-:]|\.\d+/g, ""),
      sequence: Math.floor(now.getTime() / 60_000),
    });
    save(file, { name: "follow-up.ics", type: "text/calendar" });
  };
  return (
    <details data-testid="take-along">
      <summary>{today.takeAlong}</summary>
      <div className={styles.actions}>
        <Button size="small" onClick={() => void copyDigest()} data-testid="digest">
          {today.digest}
        </Button>
        <Button size="small" onClick={saveCalendar} data-testid="calendar">
          {today.calendar}
        </Button>
      </div>
      <p className={styles.small}>{today.nothingSent}</p>
      {taken?.file && <p className={styles.small}>{today.calendarHint}</p>}
      <TextTaken taken={taken} copy={copy} copied={taken?.file ? today.calendarCopied : today.digestCopied} />
    </details>
  );
}
