import { Field, Select } from "@fluentui/react-components";
import { useState } from "react";
import { usePane } from "../pane";
import { ReasonForm, type BulkProps } from "./ReasonForm";

/** Hands customers over to another owner, with the reason in the log. */
export function Transfer({ customers, book, onDone }: BulkProps) {
  const { session, texts } = usePane();
  const [to, setTo] = useState("");
  const { today, log } = texts.rep;
  return (
    <ReasonForm
      book={book}
      label={today.transfer}
      isReady={to !== "" && customers.length > 0}
      save={(reason, who) => session.rep.transfer(customers, to, reason, who)}
      onDone={onDone}
      buttonId="transfer-apply"
    >
      <Field label={today.transferTo} required>
        <Select size="small" value={to} onChange={(_, { value }) => setTo(value)} data-testid="transfer-to">
          <option value="">{log.choose}</option>
          {book.schema.owners.map(({ name }) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
    </ReasonForm>
  );
}
