import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactNode } from "react";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { useFormStyles } from "../controls/form.styles";
import { usePane, useRepState } from "../pane";
import { useAttempt } from "../rep/useAttempt";
import type { OwnerChoice } from "./dueGroups";

/** What a form that changes customers of the list works on. */
export interface BulkProps {
  readonly customers: readonly ListedCustomer[];
  readonly book: RepBook;
  readonly me: OwnerChoice;
  /** Called when something was saved. */
  readonly onDone: () => void;
}

interface Props {
  /** The question that comes before the reason. */
  readonly children: ReactNode;
  readonly label: string;
  /** False while the question is not answered. */
  readonly isReady: boolean;
  /** @returns true when it stands in the workbook */
  readonly save: (reason: string) => Promise<boolean>;
  readonly onDone: () => void;
  readonly formId?: string;
  readonly buttonId: string;
}

/** A question, a reason for the log, and the button that carries it out. */
export function ReasonForm({ children, label, isReady, save, onDone, formId, buttonId }: Props) {
  const { texts } = usePane();
  const { saving } = useRepState();
  const styles = useFormStyles();
  const [reason, setReason] = useState("");
  const { today } = texts.rep;
  const apply = useAttempt(async () => {
    if (await save(reason)) onDone();
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isReady && !saving) apply();
      }}
      data-testid={formId}
    >
      {children}
      <Field label={today.reason}>
        <Input
          size="small"
          placeholder={today.reasonHint}
          value={reason}
          onChange={(_, { value }) => setReason(value)}
        />
      </Field>
      <div className={styles.actions}>
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={saving || !isReady}
          data-testid={buttonId}
        >
          {label}
        </Button>
      </div>
    </form>
  );
}
