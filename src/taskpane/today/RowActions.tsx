import { useState } from "react";
import type { ListedCustomer } from "../../domain/log/customers";
import { nextChoices } from "../../domain/log/nextDates";
import { nextDateOf, type NextAnswer } from "../../domain/log/touchForm";
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

/** Moves the next date of one customer of the list, or says why nothing can be logged for it. */
export function RowForm({ customer, ...rest }: Omit<BulkProps, "customers"> & { readonly customer: ListedCustomer }) {
  return customer.id === "" ? <NoId customer={customer.name} /> : <Reschedule customers={[customer]} {...rest} />;
}
