import { Button, Input } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/repSession";
import type { ListedCustomer } from "../../domain/log/customers";
import { nextDateOf, type NextAnswer } from "../../domain/log/touchForm";
import { copy } from "../check/saveReport";
import { useFormStyles } from "../form.styles";
import { usePane, useRepState } from "../pane";
import { DateAnswer } from "../rep/DateAnswer";
import type { OwnerChoice } from "./dueGroups";

interface Props {
  readonly customers: readonly ListedCustomer[];
  readonly book: RepBook;
  readonly me: OwnerChoice;
  /** Called when something was saved. */
  readonly onDone: () => void;
}

/** Moves the next date of one or several customers, with a reason for the log. */
export function Reschedule({ customers, book, me, onDone }: Props) {
  const { session, texts, language } = usePane();
  const { saving } = useRepState();
  const styles = useFormStyles();
  const [next, setNext] = useState<NextAnswer>(null);
  const [reason, setReason] = useState("");
  const { today } = texts.rep;
  const { calendar } = book.schema;
  const read = nextDateOf(next, { ...book, language }, calendar);
  const day = read !== null && "day" in read && read.day >= book.today ? read.day : null;
  const save = async () => {
    if (day !== null && (await session.rep.reschedule(customers, () => day, reason, me))) onDone();
  };
  return (
    <div className={styles.form} data-testid="reschedule-form">
      <DateAnswer
        book={book}
        legend={today.moveTo}
        value={next}
        onChange={setNext}
        withNone={false}
        testId="reschedule-next"
      />
      <Input
        size="small"
        aria-label={today.reason}
        placeholder={today.reasonHint}
        value={reason}
        onChange={(_, { value }) => setReason(value)}
      />
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          disabledFocusable={saving || day === null}
          onClick={() => void save()}
          data-testid="reschedule-apply"
        >
          {today.apply}
        </Button>
      </div>
    </div>
  );
}

/** What can be done about one customer of the list: log, move the date, take the number. */
export function RowActions({ customer, ...rest }: Omit<Props, "customers"> & { readonly customer: ListedCustomer }) {
  const { navigation, logDoor, texts } = usePane();
  const styles = useFormStyles();
  const [moving, setMoving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const { today } = texts.rep;
  const phone = String(customer.phone);
  const copyPhone = async () => {
    setSaid((await copy(phone)) ? today.copied(phone) : today.copyFailed);
  };
  return (
    <div role="group" aria-label={today.actions(customer.name)}>
      <div className={styles.actions}>
        <Button
          size="small"
          appearance="primary"
          onClick={() => {
            logDoor.ask(customer.id);
            navigation.go("log");
          }}
          data-testid="due-log"
        >
          {today.log}
        </Button>
        <Button size="small" aria-expanded={moving} onClick={() => setMoving(!moving)} data-testid="due-reschedule">
          {today.reschedule}
        </Button>
        {phone !== "" && (
          <Button size="small" onClick={() => void copyPhone()} data-testid="due-phone">
            {today.copyPhone}
          </Button>
        )}
      </div>
      {said !== null && (
        <p role="status" className={styles.notice}>
          {said}
        </p>
      )}
      {moving && <Reschedule customers={[customer]} {...rest} />}
    </div>
  );
}
