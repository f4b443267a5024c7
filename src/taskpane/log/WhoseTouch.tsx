import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { RepBook, RepProblem } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { CardButton } from "../controls/CardButton";
import { useFormStyles } from "../controls/form.styles";
import { useRowStyles } from "../controls/row.styles";
import { usePane, useRepState } from "../pane";
import { NoId } from "../rep/NoId";
import { nearDay } from "../text/dayText";
import { CustomerPicker } from "./CustomerPicker";
import type { LogFlow } from "./useLogFlow";

const useStyles = makeStyles({
  stands: { display: "flex", alignItems: "center" },
  words: { flexGrow: 1, minWidth: 0, margin: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** Where things stand with a customer, in one line: stage, last contact, what was said then. */
function StandsAt({ customer, book }: { readonly customer: ListedCustomer; readonly book: RepBook }) {
  const { texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const { log } = texts.rep;
  const last =
    customer.lastContact === null ? log.never : log.last(nearDay(customer.lastContact, book.today, book.system, texts));
  return (
    <div className={styles.stands}>
      <p className={mergeClasses(rows.secondary, styles.words)} title={customer.words} data-testid="log-words">
        {[customer.stage, last, customer.words].filter(Boolean).join(" · ")}
      </p>
      <CardButton row={customer.row} name={customer.name} />
    </div>
  );
}

/** True where a save has just come to nothing for the same reason, which is said above the form. */
function isSaid(problem: RepProblem | null, customerId: string): boolean {
  if (problem?.kind !== "refusal" || problem.refusal.kind !== "row") return false;
  const { problem: cause } = problem.refusal;
  return cause.code === "gone" && cause.id === customerId;
}

/** Whom the touch is about: searched for, taken from the sheet, or new. */
export function WhoseTouch({ flow, book }: { readonly flow: LogFlow; readonly book: RepBook }) {
  const { texts } = usePane();
  const forms = useFormStyles();
  const { log } = texts.rep;
  const { customer, gone } = flow.state;
  const { problem } = useRepState();
  const { customerId } = flow.state.form;
  const goneText =
    gone === null ? null : texts.rep.rowProblem({ code: "gone", id: customerId, sheet: book.records.sheet }, gone);
  return (
    <div>
      <CustomerPicker
        customers={flow.customers}
        chosen={customer}
        onChoose={flow.choose}
        onNew={flow.beginNew}
        error={flow.shown.has("customer") ? texts.rep.problem("noCustomer") : null}
        inputRef={flow.picker}
      />
      {customer === null ? (
        <div className={forms.actions}>
          <Button
            size="small"
            appearance="subtle"
            onClick={() => void flow.takeSelected()}
            data-testid="log-from-sheet"
          >
            {log.fromSheet}
          </Button>
          <Button size="small" appearance="subtle" onClick={() => flow.beginNew("")} data-testid="log-new">
            {log.newCustomer}
          </Button>
        </div>
      ) : (
        <StandsAt customer={customer} book={book} />
      )}
      {goneText !== null && !isSaid(problem, customerId) && (
        <p role="alert" className={mergeClasses(forms.notice, forms.warn)} data-testid="log-gone">
          {texts.sentences(goneText.what, goneText.todo)}
        </p>
      )}
      {flow.withoutId !== null && <NoId customer={flow.withoutId} />}
      {flow.notice !== null && (
        <p role="status" className={forms.notice}>
          {flow.notice}
        </p>
      )}
    </div>
  );
}
