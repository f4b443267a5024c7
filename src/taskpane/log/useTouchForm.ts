import type { FieldId } from "../../domain/schema/fieldIds";
import { useMemo, useState } from "react";
import type { RepBook } from "../../app/log/session";
import { isoOfSerial } from "../../domain/values/date";
import type { ListedCustomer } from "../../domain/log/customers";
import { newForm, readForm, type FormReading, type TouchForm } from "../../domain/log/touchForm";
import { stageIndex } from "../../domain/schema/knownStages";
import { entriesOfList } from "../../domain/schema/lists";
import { usePane } from "../pane";
import type { Memory } from "../rememberOnComputer";
import type { OwnerChoice } from "../today/dueGroups";
import { typedValue } from "./FieldInput";

export type FormMode = "quick" | "full";

/** What is kept while nothing is saved. It lives on this computer only: the workbook's own settings would end Excel's undo. */
interface Draft {
  readonly sheet: string;
  readonly mode: FormMode;
  readonly step: number;
  readonly form: TouchForm;
}

const draftKey = "draft";
const methodKey = "method";

/** A draft that another version of the pane wrote may look otherwise: it is taken only when it has what this one needs. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  if (!("sheet" in value && "mode" in value && "step" in value && "form" in value)) return false;
  const { form } = value;
  return (
    typeof form === "object" &&
    form !== null &&
    "logId" in form &&
    "customerId" in form &&
    "fields" in form &&
    "next" in form &&
    "stage" in form &&
    typeof form.fields === "object" &&
    form.fields !== null
  );
}

function readDraft(memory: Memory, sheet: string, known: (id: string) => boolean): Draft | null {
  try {
    const value: unknown = JSON.parse(memory.read(draftKey) ?? "null");
    if (!isDraft(value) || value.sheet !== sheet) return null;
    return value.form.isNew || known(value.form.customerId) ? value : null;
  } catch {
    return null;
  }
}

/** Whether somebody has filled anything in besides the customer. */
function holdsWords({ content, result, stage, next, fields }: TouchForm): boolean {
  return content !== "" || result !== "" || stage !== null || next !== null || Object.keys(fields).length > 0;
}

export interface TouchFormState {
  readonly form: TouchForm;
  readonly mode: FormMode;
  readonly step: number;
  /** True while the form shows what an earlier session had left. */
  readonly restored: boolean;
  readonly customer: ListedCustomer | null;
  /** Name of the chosen customer who is not in the list any more, as far as it is known; null while the form is for nobody or for a customer who is. */
  readonly gone: string | null;
  readonly reading: FormReading;
  readonly methods: readonly string[];
  readonly results: readonly string[];
  readonly change: (part: Partial<TouchForm>) => void;
  readonly setField: (field: FieldId, text: string) => void;
  /** What stands in a field: as typed, else as in the sheet. */
  readonly valueOf: (field: FieldId) => string;
  readonly setStage: (stage: string | null) => void;
  readonly setMode: (mode: FormMode) => void;
  readonly setStep: (step: number) => void;
  /** Starts over with a customer or with none, and with an empty form. */
  readonly startWith: (customer: ListedCustomer | null, mode: FormMode) => void;
  /** Goes over to a customer. What was said goes along where it was typed for nobody in the list: nobody yet, a new one, one who is gone. */
  readonly goOverTo: (customer: ListedCustomer) => void;
  readonly startNew: (name: string) => void;
  readonly saved: () => void;
}

/**
 * The form of the Log tab: what was typed, what it reads as, and its draft.
 * @param wanted ID of the customer to begin with; null for the draft, or none
 */
export function useTouchForm(
  book: RepBook,
  customers: readonly ListedCustomer[],
  me: OwnerChoice,
  wanted: string | null,
): TouchFormState {
  const { session, memory } = usePane();
  const { rep } = session;
  const methods = entriesOfList("method", book.schema);
  const results = entriesOfList("result", book.schema);
  const { sheet } = book.records;
  const blank = (): TouchForm => {
    const remembered = memory.read(methodKey);
    const method = remembered !== null && methods.includes(remembered) ? remembered : (methods[0] ?? "");
    return newForm(rep.newId(), "", false, method);
  };
  const isKnown = (id: string) => customers.some((customer) => customer.id === id);
  const [kept] = useState(() => {
    const draft = readDraft(memory, sheet, isKnown);
    return wanted === null || draft?.form.customerId === wanted ? draft : null;
  });
  const [draft, setDraft] = useState<Draft>(
    () => kept ?? { sheet, mode: "quick", step: 0, form: { ...blank(), customerId: wanted ?? "" } },
  );
  const [restored, setRestored] = useState(kept !== null && holdsWords(kept.form));
  const { form, mode } = draft;
  const customer = customers.find(({ id }) => id !== "" && id === form.customerId) ?? null;
  const [known, setKnown] = useState({ id: "", name: "" });
  if (customer !== null && (customer.id !== known.id || customer.name !== known.name)) {
    setKnown({ id: customer.id, name: customer.name });
  }
  const isGone = customer === null && form.customerId !== "" && !form.isNew;

  const keep = (next: Draft) => {
    setDraft(next);
    memory.write(draftKey, JSON.stringify(next));
  };
  const change = (part: Partial<TouchForm>) => keep({ ...draft, form: { ...form, ...part } });

  const row = customer?.values ?? null;
  const name = customer?.name ?? "";
  const owner = form.fields.owner ?? customer?.owner ?? me ?? "";
  const reading = useMemo(
    () => readForm(form, { ...book, row, name, owner, scope: mode }),
    [form, book, row, name, owner, mode],
  );
  const cellOf = (field: FieldId) => {
    const offset = book.records.columns.get(field);
    return offset === undefined ? "" : (row?.[offset] ?? "");
  };
  const wordsForNobody = (): Partial<TouchForm> =>
    customer === null ? { content: form.content, result: form.result, method: form.method } : {};
  const start = (next: ListedCustomer | null, nextMode: FormMode, words: Partial<TouchForm>) => {
    setRestored(false);
    keep({ sheet, mode: nextMode, step: 0, form: { ...blank(), ...words, customerId: next?.id ?? "" } });
  };

  return {
    ...draft,
    restored,
    customer,
    gone: isGone ? (known.id === form.customerId ? known.name : "") : null,
    reading,
    methods,
    results,
    change,
    setField: (field, text) => change({ fields: { ...form.fields, [field]: text } }),
    valueOf: (id) => {
      const field = book.schema.fields.find((each) => each.id === id);
      return form.fields[id] ?? (field ? typedValue(field, cellOf(id), book) : "");
    },
    setStage: (stage) => {
      const kind =
        stage === null || stage === "" ? "open" : stageIndex(book.schema.stages).get(stage.toLowerCase())?.kind;
      const { closedOn: _, ...others } = form.fields;
      const dated = (kind === "won" || kind === "lost") && book.records.columns.has("closedOn");
      const fields = dated ? { ...others, closedOn: isoOfSerial(book.today, book.system) } : others;
      change({ stage, fields });
    },
    setMode: (next) => keep({ ...draft, mode: next, step: 0 }),
    setStep: (step) => keep({ ...draft, step }),
    startWith: (next, nextMode) => start(next, nextMode, {}),
    goOverTo: (next) => start(next, form.isNew ? "quick" : mode, wordsForNobody()),
    startNew: (newName) => {
      setRestored(false);
      const fields = me === null || me === "" ? { customer: newName } : { customer: newName, owner: me };
      const customerId = rep.newId();
      keep({
        ...draft,
        mode: "full",
        step: 0,
        form: { ...blank(), ...wordsForNobody(), customerId, isNew: true, fields },
      });
    },
    saved: () => {
      setRestored(false);
      memory.write(methodKey, form.method);
      memory.write(draftKey, "");
    },
  };
}
