import { useState } from "react";
import type { ListedCustomer } from "../../domain/log/customers";
import { nextDateOf, type NextAnswer } from "../../domain/log/touchForm";
import { usePane } from "../pane";
import { DateAnswer } from "../controls/DateAnswer";
import { NoId } from "../rep/NoId";
import { ReasonForm, type BulkProps } from "./ReasonForm";

/** Moves the next date of one or several customers, with a reason for the log. */
export function Reschedule({ customers, book, me, onDone }: BulkProps) {
  const { session, texts, language } = usePane();
  const [next, setNext] = useState<NextAnswer>(null);
  const { today } = texts.rep;
  const read = nextDateOf(next, { ...book, language });
  const day = read !== null && "day" in read && read.day >= book.today ? read.day : null;
  return (
    <ReasonForm
      label={today.apply}
      isReady={day !== null}
      save={async (reason) => day !== null && (await session.rep.reschedule(customers, () => day, reason, me))}
      onDone={onDone}
      formId="reschedule-form"
      buttonId="reschedule-apply"
    >
      <DateAnswer
        book={book}
        legend={today.moveTo}
        value={next}
        onChange={setNext}
        withNone={false}
        testId="reschedule-next"
      />
    </ReasonForm>
  );
}

/** Moves the next date of one customer of the list, or says why nothing can be logged for it. */
export function RowForm({ customer, ...rest }: Omit<BulkProps, "customers"> & { readonly customer: ListedCustomer }) {
  return customer.id === "" ? <NoId customer={customer.name} /> : <Reschedule customers={[customer]} {...rest} />;
}
