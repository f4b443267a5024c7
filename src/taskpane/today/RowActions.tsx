import { Button } from "@fluentui/react-components";
import { useState } from "react";
import type { ListedCustomer } from "../../domain/log/customers";
import { nextChoices } from "../../domain/log/nextDates";
import { nextDateOf, type NextAnswer } from "../../domain/log/touchForm";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { DateAnswer } from "../controls/DateAnswer";
import { NoId } from "../rep/NoId";
import { ReasonForm, type BulkProps } from "./ReasonForm";

/** Moves the next date of one or several customers, with a reason for the log. */
export function Reschedule({ customers, book, onDone }: BulkProps) {
  const { session, texts } = usePane();
  const [next, setNext] = useState<NextAnswer>(null);
  const { today } = texts.rep;
  const read = nextDateOf(next, nextChoices, book);
  const day = read !== null && "day" in read ? read.day : null;
  return (
    <ReasonForm
      book={book}
      label={today.apply}
      isReady={day !== null}
      save={async (reason, who) => day !== null && (await session.rep.reschedule(customers, () => day, reason, who))}
      onDone={onDone}
      formId="reschedule-form"
      buttonId="reschedule-apply"
    >
      <DateAnswer
        book={book}
        choices={nextChoices}
        legend={today.moveTo}
        value={next}
        onChange={setNext}
        none={null}
        testId="reschedule-next"
      />
    </ReasonForm>
  );
}

/** What can be done about one customer of the list: log, move the date, take the number. */
export function RowActions({
  customer,
  ...rest
}: Omit<BulkProps, "customers"> & { readonly customer: ListedCustomer }) {
  const { navigation, logDoor, texts } = usePane();
  const styles = useFormStyles();
  const [moving, setMoving] = useState(false);
  const { taken, copy } = useTakeOut();
  const { today } = texts.rep;
  const phone = String(customer.phone);
  const known = customer.id !== "";
  return (
    <div role="group" aria-label={today.actions(customer.name)}>
      {!known && <NoId customer={customer.name} />}
      <div className={styles.actions}>
        {known && (
          <>
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
          </>
        )}
        {phone !== "" && (
          <Button size="small" onClick={() => void copy(phone)} data-testid="due-phone">
            {today.copyPhone}
          </Button>
        )}
      </div>
      <TextTaken taken={taken} copy={copy} copied={today.copied(phone)} />
      {moving && <Reschedule customers={[customer]} {...rest} />}
    </div>
  );
}
