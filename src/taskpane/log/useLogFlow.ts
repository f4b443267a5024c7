import { useEffect, useMemo, useRef, useState, type RefObject } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { ownerTest } from "../../domain/log/ownership";
import type { FormProblem } from "../../domain/log/touchForm";
import { useOwner } from "../owner";
import { usePane } from "../pane";
import { dueSections, type OwnerChoice } from "../today/dueGroups";
import { formSteps, type FormStep } from "./formSteps";
import { similarFinder } from "./search";
import { useTouchForm, type TouchFormState } from "./useTouchForm";

/** Problems of what somebody typed; the others are only said once they tried to save. */
const saidAtOnce: ReadonlySet<FormProblem["problem"]["code"]> = new Set([
  "notDate",
  "whichDate",
  "futureContact",
  "pastDate",
  "tooLong",
]);

/** Puts the focus on a control of the form, or on the first choice of a group. */
function goTo(at: FormProblem["at"]): void {
  const control = document.getElementById(`control-${at}`);
  const inner = control instanceof HTMLFieldSetElement ? control.querySelector("input") : control;
  inner?.focus();
}

/** Puts the focus on a control that the next rendering brings. */
function goSoon(at: FormProblem["at"]): void {
  setTimeout(() => goTo(at), 0);
}

/** The customer whose stage has just gone to somebody else's desk, and that person. */
export interface HandOver {
  readonly customer: ListedCustomer;
  readonly to: string;
}

export interface LogFlow {
  readonly me: OwnerChoice;
  readonly customers: readonly ListedCustomer[];
  readonly state: TouchFormState;
  readonly steps: readonly FormStep[];
  /** True once somebody tried to save: from then on everything that is missing is said. */
  readonly tried: boolean;
  /** What is said of the form as it stands. */
  readonly problems: readonly FormProblem[];
  readonly shown: ReadonlyMap<FormProblem["at"], FormProblem>;
  /** Customers that a new one may be already. */
  readonly similar: ReturnType<ReturnType<typeof similarFinder>>;
  readonly notice: string | null;
  /** Name of a chosen customer that has no ID, and so cannot be logged for. */
  readonly withoutId: string | null;
  readonly handOver: HandOver | null;
  readonly handOverDone: () => void;
  readonly picker: RefObject<HTMLInputElement | null>;
  readonly summary: RefObject<HTMLDivElement | null>;
  readonly choose: (customer: ListedCustomer) => void;
  /** Goes on with a customer who stands in the list already, in place of a new one. */
  readonly useExisting: (customer: ListedCustomer) => void;
  readonly beginNew: (name: string) => void;
  readonly takeSelected: () => Promise<void>;
  /** Saves the touch and goes on with the next customer who is due, or says what is missing. */
  readonly save: () => Promise<void>;
  readonly discard: () => void;
  readonly jump: (at: FormProblem["at"]) => void;
}

/** The form of the Log tab from one customer to the next. */
export function useLogFlow(book: RepBook, check: CheckResult): LogFlow {
  const { session, texts, logDoor } = usePane();
  const { rep } = session;
  const { owner: me } = useOwner(check);
  const customers = rep.customers();
  const state = useTouchForm(book, customers, me, logDoor.wanted());
  const { form, mode, customer, reading } = state;
  const [tried, setTried] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [withoutId, setWithoutId] = useState<string | null>(null);
  const [handOver, setHandOver] = useState<HandOver | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const done = useRef(new Set<string>());

  const steps = formSteps(book.schema, reading.state);
  const problems = reading.problems.filter(({ problem }) => tried || saidAtOnce.has(problem.code));
  const newName = form.isNew ? (form.fields.customer ?? "") : "";
  const newPhone = form.isNew ? (form.fields.phone ?? "") : "";
  const findSimilar = useMemo(() => similarFinder(customers), [customers]);
  const similar = useMemo(() => findSimilar(newName, newPhone), [findSimilar, newName, newPhone]);

  useEffect(() => {
    void rep.openLog();
  }, [rep]);
  const closing = useRef(logDoor.closing());
  useEffect(() => {
    const stage = book.schema.stages.find(({ kind }) => kind === closing.current);
    closing.current = null;
    if (stage) state.setStage(stage.name);
  });
  useEffect(() => {
    const came = logDoor.wanted() !== null;
    logDoor.begun();
    if (came) goTo("content");
    else if (document.activeElement === document.body) picker.current?.focus();
  }, [logDoor]);

  /** Takes back what was said of the form before; of a customer without an ID that is said at once. */
  const sayAnew = (nameWithoutId: string | null = null) => {
    setTried(false);
    setNotice(null);
    setWithoutId(nameWithoutId);
  };
  const goOverTo = (next: ListedCustomer) => {
    sayAnew(next.id === "" ? next.name : null);
    state.goOverTo(next);
  };
  const choose = (next: ListedCustomer) => {
    goOverTo(next);
    if (next.id !== "") goSoon("content");
  };
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

  return {
    me,
    customers,
    state,
    steps,
    tried,
    problems,
    shown: new Map(problems.map((problem) => [problem.at, problem])),
    similar,
    notice,
    withoutId,
    handOver,
    handOverDone: () => setHandOver(null),
    picker,
    summary,
    choose,
    useExisting: goOverTo,
    beginNew: (name) => {
      sayAnew();
      state.startNew(name);
      goSoon("customer");
    },
    takeSelected: async () => {
      const selected = await rep.selectedCustomer();
      if (selected) choose(selected);
      else setNotice(texts.rep.log.noRowThere);
    },
    save: async () => {
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
      const next = nextCustomer();
      sayAnew();
      state.startWith(next, "quick");
      goSoon(next ? "content" : "customer");
    },
    discard: () => {
      sayAnew();
      state.startWith(null, mode);
      state.saved();
      goSoon("customer");
    },
    jump: (at) => {
      const step = steps.findIndex(({ controls }) =>
        controls.some((control) => (control.kind === "own" ? control.control : control.field.id) === at),
      );
      if (mode === "full" && step >= 0 && step !== state.step) state.setStep(step);
      goSoon(at);
    },
  };
}
