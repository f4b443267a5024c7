import { Button, Input, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { RepBook } from "../../app/repSession";
import type { ListedCustomer } from "../../domain/log/customers";
import { useFormStyles } from "../form.styles";
import { usePane, useRepState } from "../pane";
import type { OwnerChoice } from "./dueGroups";

interface Props {
  readonly customers: readonly ListedCustomer[];
  readonly book: RepBook;
  readonly me: OwnerChoice;
  readonly onDone: () => void;
}

/** Hands customers over to another owner, with the reason in the log. */
export function Transfer({ customers, book, me, onDone }: Props) {
  const { session, texts } = usePane();
  const { saving } = useRepState();
  const styles = useFormStyles();
  const [to, setTo] = useState("");
  const [reason, setReason] = useState("");
  const { today, log } = texts.rep;
  const save = async () => {
    if (await session.rep.transfer(customers, to, reason, me)) onDone();
  };
  return (
    <div className={styles.form}>
      <Select
        size="small"
        aria-label={today.transferTo}
        value={to}
        onChange={(_, { value }) => setTo(value)}
        data-testid="transfer-to"
      >
        <option value="">{log.choose}</option>
        {book.schema.owners.map(({ name }) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </Select>
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
          disabledFocusable={saving || to === "" || customers.length === 0}
          onClick={() => void save()}
          data-testid="transfer-apply"
        >
          {today.transfer}
        </Button>
      </div>
    </div>
  );
}
