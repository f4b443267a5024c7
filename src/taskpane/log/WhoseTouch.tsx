import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import type { RepProblem } from "../../app/log/state";
import type { ListedCustomer } from "../../domain/log/customers";
import { CardButton } from "../controls/CardButton";
import { lastWords } from "../../domain/log/lastWords";
import { useFormStyles } from "../controls/form.styles";
import { useRowStyles } from "../controls/row.styles";
import { usePane, useRepState } from "../pane";
import { NoId } from "../rep/NoId";
import { nearDay } from "../text/dayText";
import { CustomerPicker } from "./CustomerPicker";
import type { LogFlow } from "./useLogFlow";

const useStyles = makeStyles({
  said: { margin: 0 },
  stands: { display: "flex", alignItems: "center" },
  words: { flexGrow: 1, minWidth: 0, margin: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** Where things stand with a customer, in one line: stage, and the newest words with their day; without any, the last contact. */
function StandsAt({ customer, book }: { readonly customer: ListedCustomer; readonly book: RepBook }) {
  const { texts } = usePane();
  const state = useRepState();
  const rows = useRowStyles();
  const styles = useStyles();
  const { log } = texts.rep;
  const near = (day: number) => nearDay(day, book.today, book.system, texts);
  const last = customer.lastContact === null ? log.never : log.last(near(customer.lastContact));
  const { text, day } = lastWords(customer, state.log?.touches ?? null);
  const words = text === "" ? "" : log.words(text, day === null ? null : near(day));
  return (
    <div className={styles.stands}>
      <p className={mergeClasses(rows.secondary, styles.words)} title={words} data-testid="log-words">
        {[customer.stage, day === null ? last : "", words].filter(Boolean).join(" · ")}
      </p>
      <CardButton row={customer.row} name={customer.name} />
    </div>
  );
}

/** Forms of other customers that were left unsaved. */
function UnsavedForms({ flow }: { readonly flow: LogFlow }) {
  const { texts } = usePane();
  const forms = useFormStyles();
  const { log } = texts.rep;
  const { unsaved } = flow.state;
  if (unsaved.length === 0) return null;
  return (
    <div className={forms.actions} data-testid="log-unsaved">
      <span>{log.unsaved}</span>
      {unsaved.map(({ customerId, name, isNew }) => (
        <Button key={customerId} size="small" appearance="subtle" onClick={() => flow.takeUp(customerId)}>
          {name !== "" ? name : isNew ? log.forNew : log.forNobody}
        </Button>
      ))}
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
  const styles = useStyles();
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
        <>
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
          <UnsavedForms flow={flow} />
        </>
      ) : (
        <StandsAt customer={customer} book={book} />
      )}
      {goneText !== null && !isSaid(problem, customerId) && (
        <p role="alert" className={mergeClasses(forms.notice, forms.warn)} data-testid="log-gone">
          {texts.sentences(goneText.what, goneText.todo)}
        </p>
      )}
      {flow.withoutId !== null && <NoId customer={flow.withoutId} />}
      {/* It is there before it says anything: what enters with its words is not read out. */}
      <p role="status" className={mergeClasses(styles.said, flow.notice !== null && forms.notice)}>
        {flow.notice}
      </p>
    </div>
  );
}
