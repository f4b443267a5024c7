import { useEffect, useEffectEvent, useMemo, useRef, useState, type RefObject } from "react";
import type { RepBook } from "../../app/log/session";
import type { CheckResult } from "../../app/subject";
import type { ListedCustomer } from "../../domain/log/customers";
import { ownerTest } from "../../domain/log/ownership";
import type { FormProblem } from "../../domain/log/touchForm";
import { useMe, useOwner } from "../owner";
import { usePane, useRepState } from "../pane";
import { dueSections } from "../today/dueGroups";
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

/** A telephone number that was searched for in vain is the new customer's number, not its name. */
const isNumber = /^[+\d][\d\s()-]{4,}$/;

/** Puts the focus on a control of the form, or on the first choice of a group. */
function goTo(at: FormProblem["at"]): void {
  const control = document.getElementById(`control-${at}`);
  const chips = control instanceof HTMLFieldSetElement ? control : null;
  const inner = chips?.querySelector<HTMLElement>("input:checked") ?? chips?.querySelector("input") ?? control;
  inner?.focus();
}

/** Puts the focus on a control that the next rendering brings; on the customer where a step of the full form has no such control. */
function goSoon(at: FormProblem["at"]): void {
  setTimeout(() => goTo(document.getElementById(`control-${at}`) ? at : "customer"), 0);
}

/** The next form is seen from its top, with whose it is: the former one was saved at its end. */
function showTop(): void {
  const view = document.getElementById("control-content")?.closest('[role="tabpanel"]');
  if (view) view.scrollTop = 0;
}

/** The customer whose stage has just gone to somebody else's desk, and that person. */
export interface HandOver {
  readonly customer: ListedCustomer;
  readonly to: string;
}

export interface LogFlow {
  /** Whose name goes into the log; null while nobody has said. */
  readonly me: string | null;
  readonly owners: readonly string[];
  /** True while it is asked who works here. */
  readonly asking: boolean;
  readonly askWho: () => void;
  readonly answerWho: (name: string) => void;
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
  /** Begins with a new customer by what was searched for: a name, or a telephone number. */
  readonly beginNew: (words: string) => void;
  /** Shows a form again that was left unsaved. */
  readonly takeUp: (customerId: string) => void;
  readonly takeSelected: () => Promise<void>;
  /** Saves the touch and goes on with the next customer who is due, or says what is missing. */
  readonly save: () => Promise<void>;
  readonly clear: () => void;
  readonly bringBack: () => void;
  readonly jump: (at: FormProblem["at"]) => void;
}

/** The form of the Log tab from one customer to the next. */
export function useLogFlow(book: RepBook, check: CheckResult): LogFlow {
  const { session, texts, logDoor } = usePane();
  const { rep } = session;
  const { receipt } = useRepState();
  const { owners, owner } = useOwner(check);
  const { me, setMe } = useMe();
  const [asking, setAsking] = useState(false);
  const customers = rep.customers();
  const isOwner = me !== null && owners.includes(me);
  const state = useTouchForm(book, customers, isOwner ? me : owner, logDoor.wanted());
  const { form, mode, customer, reading } = state;
  const [tried, setTried] = useState(false);
  const [notice, setNotice] = useState<string | null>(null);
  const [withoutId, setWithoutId] = useState<string | null>(null);
  const [handOver, setHandOver] = useState<HandOver | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const done = useRef(new Set<string>());

  const steps = formSteps(book.schema, reading.state);
  const unsigned: readonly FormProblem[] = me === null ? [{ at: "author", problem: { code: "noAuthor" } }] : [];
  const all = [...unsigned, ...reading.problems];
  const problems = all.filter(({ problem }) => tried || saidAtOnce.has(problem.code));
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

  // Undone here or from another view: what was saved stands in the form again, to be put right.
  const giveBack = useEffectEvent(() => {
    if (receipt?.kind === "touch" && receipt.undone !== null && state.giveBack()) goSoon("content");
  });
  useEffect(() => {
    giveBack();
  }, [receipt]);

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
    const byRow = new Map(customers.filter((each) => isOf(each, owner)).map((each) => [each.row, each]));
    for (const { items } of dueSections(check.due, owner, new Set(byRow.keys()))) {
      for (const item of items) {
        const next = byRow.get(item.row);
        if (next && next.id !== "" && next.id !== form.customerId && !done.current.has(next.id)) return next;
      }
    }
    return null;
  };

  return {
    me,
    owners,
    asking: asking || me === null,
    askWho: () => {
      setAsking(true);
      goSoon("author");
    },
    answerWho: (name) => {
      setAsking(false);
      setMe(name);
      goSoon(form.customerId === "" ? "customer" : "content");
    },
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
    beginNew: (words) => {
      sayAnew();
      if (isNumber.test(words)) state.startNew("", words);
      else state.startNew(words, "");
      goSoon("customer");
    },
    takeUp: (customerId) => {
      sayAnew();
      state.takeUp(customerId);
      goSoon("content");
    },
    takeSelected: async () => {
      const selected = await rep.selectedCustomer();
      if (selected) choose(selected);
      else setNotice(texts.rep.log.noRowThere);
    },
    save: async () => {
      if (me === null || reading.problems.length > 0) {
        setTried(true);
        // On the first line: from an element that takes the focus from code alone, Tab leads nowhere in Excel on the web.
        setTimeout(() => summary.current?.querySelector("button")?.focus(), 0);
        return;
      }
      const stage = book.schema.stages.find(({ name }) => name === form.stage);
      if (!(await rep.logTouch(reading.touch, me))) return;
      done.current.add(form.customerId);
      const to = stage?.nextOwner ?? null;
      setHandOver(customer && to !== null && to !== customer.owner ? { customer, to } : null);
      const next = nextCustomer();
      sayAnew();
      state.saved(next);
      goSoon(next ? "content" : "customer");
      setTimeout(showTop, 0);
    },
    clear: () => {
      sayAnew();
      state.clear();
      goSoon("customer");
    },
    bringBack: () => {
      sayAnew();
      state.bringBack();
      goSoon("content");
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
