import { Button, Field, Input } from "@fluentui/react-components";
import { useState, type FormEvent, type ReactNode } from "react";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { useFormStyles } from "../controls/form.styles";
import { WhoAreYou } from "../controls/WhoAreYou";
import { useMe } from "../owner";
import { usePane, useRepState } from "../pane";
import { useAttempt } from "../rep/useAttempt";

/** What a form that changes customers of the list works on. */
export interface BulkProps {
  readonly customers: readonly ListedCustomer[];
  readonly book: RepBook;
  /** Called when something was saved. */
  readonly onDone: () => void;
}

interface Props {
  /** The question that comes before the reason; without one the form asks for the reason alone. */
  readonly children?: ReactNode;
  readonly book: RepBook;
  readonly label: string;
  /** False while the question is not answered. */
  readonly isReady: boolean;
  /**
   * @param who whoever works here: the log names the person who made the change
   * @returns true when it stands in the workbook
   */
  readonly save: (reason: string, who: string) => Promise<boolean>;
  readonly onDone: () => void;
  readonly formId?: string;
  readonly buttonId: string;
}

/** A question, a reason for the log, and the button that carries it out. Whoever has not said who they are is asked that first. */
export function ReasonForm({ children, book, label, isReady, save, onDone, formId, buttonId }: Props) {
  const { texts } = usePane();
  const { saving } = useRepState();
  const { me, setMe } = useMe();
  const styles = useFormStyles();
  const [reason, setReason] = useState("");
  const { today } = texts.rep;
  const apply = useAttempt(async () => {
    if (me !== null && (await save(reason, me))) onDone();
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (isReady && !saving && me !== null) apply();
      }}
      data-testid={formId}
    >
      {me === null && <WhoAreYou owners={book.schema.owners.map(({ name }) => name)} onAnswer={setMe} />}
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
          disabledFocusable={saving || !isReady || me === null}
          data-testid={buttonId}
        >
          {label}
        </Button>
      </div>
    </form>
  );
}
