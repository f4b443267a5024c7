import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type FormEvent } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { ownerTest } from "../../domain/log/ownership";
import type { FormProblem } from "../../domain/log/touchForm";
import { useFormStyles } from "../controls/form.styles";
import { useOwner } from "../owner";
import { usePane, useRepState, useSessionState } from "../pane";
import { NoId } from "../rep/NoId";
import { Receipt } from "../rep/Receipt";
import { RepProblemBar } from "../rep/RepProblemBar";
import { useRowStyles } from "../controls/row.styles";
import { nearDay } from "../text/dayText";
import { dueSections } from "../today/dueGroups";
import { CustomerPicker } from "./CustomerPicker";
import { formSteps } from "./formSteps";
import { FullForm } from "./FullForm";
import { problemText } from "./problemText";
import { QuickForm } from "./QuickForm";
import { similarFinder } from "./search";
import { Timeline } from "./Timeline";
import { useTouchForm } from "./useTouchForm";

const useStyles = makeStyles({
  root: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}`,
  },
  words: { margin: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
  jump: {
    border: "none",
    padding: 0,
    backgroundColor: "transparent",
    color: "inherit",
    fontFamily: "inherit",
    fontSize: "inherit",
    textAlign: "left",
    verticalAlign: "top",
    textDecorationLine: "underline",
    cursor: "pointer",
  },
});

/** Problems of what somebody typed; the others are only said once they tried to save. */
const saidAtOnce: ReadonlySet<FormProblem["problem"]["code"]> = new Set([
  "notDate",
  "whichDate",
  "futureContact",
  "pastDate",
  "tooLong",
]);

/** Puts the focus on the control that a problem is about. */
function goTo(at: FormProblem["at"]): void {
  const control = document.getElementById(`control-${at}`);
  const inner = control instanceof HTMLFieldSetElement ? control.querySelector("input") : control;
  inner?.focus();
}

interface Props {
  readonly book: RepBook;
  readonly check: CheckResult;
}

function LogForm({ book, check }: Props) {
  const { session, texts, logDoor } = usePane();
  const { rep } = session;
  const { log } = texts.rep;
  const styles = useStyles();
  const forms = useFormStyles();
  const rows = useRowStyles();
  const { saving } = useRepState();
  const { owner: me } = useOwner(check);
  const customers = rep.customers();
  const state = useTouchForm(book, customers, me, logDoor.wanted());
  const { form, mode, customer, reading } = state;
  const [tried, setTried] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [withoutId, setWithoutId] = useState<string | null>(null);
  const [handOver, setHandOver] = useState<{ readonly customer: ListedCustomer; readonly to: string } | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const done = useRef(new Set<string>());

  const steps = formSteps(book.schema, reading.state);
  const problems = reading.problems.filter(({ problem }) => tried || saidAtOnce.has(problem.code));
  const shown = new Map(problems.map((problem) => [problem.at, problem]));
  const newName = form.isNew ? (form.fields.customer ?? "") : "";
  const newPhone = form.isNew ? (form.fields.phone ?? "") : "";
  const findSimilar = useMemo(() => similarFinder(customers), [customers]);
  const similar = useMemo(() => findSimilar(newName, newPhone), [findSimilar, newName, newPhone]);

  const begin = (next: ListedCustomer | null, asMode = mode) => {
    setTried(false);
    setNotice(null);
    setWithoutId(next?.id === "" ? next.name : null);
    state.startWith(next, asMode);
  };
  const focusSoon = (id: string) => setTimeout(() => document.getElementById(id)?.focus(), 0);

  useEffect(() => {
    void rep.openLog();
  }, [rep]);
  useEffect(() => {
    const came = logDoor.wanted() !== null;
    logDoor.begun();
    if (came) document.getElementById("control-content")?.focus();
    else if (document.activeElement === document.body) picker.current?.focus();
  }, [logDoor]);

  const nextCustomer = (): ListedCustomer | null => {
    const isOf = ownerTest(book.records, book.schema);
    const byRow = new Map(customers.filter((each) => isOf(each, me)).map((each) => [each.row, each]));
    for (const { items } of dueSections(check.due, me, new Set(byRow.keys()))) {
      for (const item of items) {
        const next = byRow.get(item.row);
        if (next && next.id !== "" && next.id !== form.customerId && !done.current.has(next.id)) return next;
      }
    }
    return null;
  };

  const save = async (andNext: boolean) => {
    if (reading.problems.length > 0) {
      setTried(true);
      setTimeout(() => summary.current?.focus(), 0);
      return;
    }
    const stage = book.schema.stages.find(({ name }) => name === form.stage);
    if (!(await rep.logTouch(reading.touch, me))) return;
    done.current.add(form.customerId);
    const to = stage?.nextOwner ?? null;
    setHandOver(customer && to !== null && to !== customer.owner ? { customer, to } : null);
    state.saved();
    const next = andNext ? nextCustomer() : null;
    begin(next, "quick");
    focusSoon(next ? "control-content" : "control-customer");
  };

  const jump = (at: FormProblem["at"]) => {
    const step = steps.findIndex(({ controls }) =>
      controls.some((control) => (control.kind === "own" ? control.control : control.field.id) === at),
    );
    if (mode === "full" && step >= 0 && step !== state.step) state.setStep(step);
    setTimeout(() => goTo(at), 0);
  };

  const takeSelected = async () => {
    const selected = await rep.selectedCustomer();
    if (!selected) return setNotice(log.noRowThere);
    begin(selected);
    if (selected.id !== "") focusSoon("control-content");
  };

  return (
    <form
      className={styles.root}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (!saving) void save(true);
      }}
    >
      <Receipt>
        {handOver && (
          <Button
            size="small"
            onClick={() => {
              setHandOver(null);
              void rep.transfer([handOver.customer], handOver.to, texts.rep.handOverReason, me);
            }}
            data-testid="log-hand-over"
          >
            {texts.rep.handOver(handOver.to)}
          </Button>
        )}
      </Receipt>
      <RepProblemBar onRetry={() => void save(true)} />
      {state.restored && <p className={forms.notice}>{log.restored}</p>}
      {tried && problems.length > 0 && (
        <div
          ref={summary}
          role="alert"
          tabIndex={-1}
          className={mergeClasses(forms.notice, forms.bad)}
          data-testid="log-problems"
        >
          <strong>{log.missing(problems.length)}</strong>
          <ul className={styles.list}>
            {problems.map((problem) => (
              <li key={problem.at}>
                <button type="button" className={styles.jump} onClick={() => jump(problem.at)}>
                  {problemText(problem, book, texts)}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!form.isNew && (
        <div>
          <CustomerPicker
            customers={customers}
            chosen={customer}
            onChoose={(next) => {
              begin(next);
              if (next.id !== "") focusSoon("control-content");
            }}
            onNew={(name) => {
              setTried(false);
              setWithoutId(null);
              state.startNew(name);
              focusSoon("control-customer");
            }}
            error={shown.has("customer") ? texts.rep.problem("noCustomer") : null}
            inputRef={picker}
          />
          {customer === null ? (
            <div className={forms.actions}>
              <Button size="small" appearance="subtle" onClick={() => void takeSelected()} data-testid="log-from-sheet">
                {log.fromSheet}
              </Button>
              <Button
                size="small"
                appearance="subtle"
                onClick={() => {
                  setTried(false);
                  setWithoutId(null);
                  state.startNew("");
                  focusSoon("control-customer");
                }}
                data-testid="log-new"
              >
                {log.newCustomer}
              </Button>
            </div>
          ) : (
            <p className={mergeClasses(rows.secondary, styles.words)} title={customer.words} data-testid="log-words">
              {[
                customer.stage,
                customer.lastContact === null
                  ? log.never
                  : log.last(nearDay(customer.lastContact, book.today, book.system, texts)),
                customer.words,
              ]
                .filter(Boolean)
                .join(" · ")}
            </p>
          )}
          {withoutId !== null && <NoId customer={withoutId} />}
          {notice !== null && (
            <p role="status" className={forms.notice}>
              {notice}
            </p>
          )}
        </div>
      )}
      {mode === "quick" ? (
        <QuickForm book={book} state={state} shown={shown} />
      ) : (
        <FullForm
          book={book}
          state={state}
          shown={shown}
          steps={steps}
          similar={similar}
          onUse={(existing) => begin(existing, "quick")}
        />
      )}
      <div className={forms.actions}>
        <Button type="submit" appearance="primary" size="small" disabledFocusable={saving} data-testid="log-save">
          {saving ? log.saving : log.saveNext}
        </Button>
        {!form.isNew && (
          <Button
            size="small"
            appearance="subtle"
            onClick={() => state.setMode(mode === "quick" ? "full" : "quick")}
            data-testid="log-mode"
          >
            {mode === "quick" ? log.full : log.quick}
          </Button>
        )}
        <Button
          size="small"
          appearance="subtle"
          onClick={() => {
            begin(null);
            state.saved();
            focusSoon("control-customer");
          }}
          data-testid="log-discard"
        >
          {log.discard}
        </Button>
      </div>
      {customer && <Timeline customer={customer} book={book} />}
    </form>
  );
}

/** Logging a touch: one screen for the usual case, steps for everything. */
export default function LogView() {
  const { session, texts, logDoor } = usePane();
  const { check, busy } = useSessionState();
  const asked = useSyncExternalStore(logDoor.subscribe, logDoor.asked);
  const styles = useStyles();
  const book = session.rep.book();
  if (check !== null && check.installed && book !== null) return <LogForm key={asked} book={book} check={check} />;
  return (
    <div className={styles.root}>
      <p>{check?.installed === false ? texts.rep.noIds.todo : texts.today.notChecked}</p>
      <Button appearance="primary" disabledFocusable={busy !== null} onClick={() => void session.check()}>
        {texts.today.check}
      </Button>
    </div>
  );
}
