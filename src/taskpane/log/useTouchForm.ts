import type { FieldId } from "../../domain/schema/fieldIds";
import { useMemo, useState } from "react";
import type { RepBook } from "../../app/log/session";
import { isoOfSerial } from "../../domain/values/date";
import type { ListedCustomer } from "../../domain/log/customers";
import {
  draftOf,
  holdsWords,
  readShelf,
  withDraft,
  withoutDraft,
  withSaved,
  type DraftShelf,
  type FormDraft,
  type FormMode,
} from "../../domain/log/draftShelf";
import { newForm, readForm, type FormReading, type TouchForm } from "../../domain/log/touchForm";
import type { StageKind } from "../../domain/schema/field";
import { stageIndex } from "../../domain/schema/knownStages";
import { entriesOfList } from "../../domain/schema/lists";
import { usePane, useRepState } from "../pane";
import { typedValue } from "./FieldInput";
import { isOnlyAskedIn } from "./formSteps";

const methodKey = "method";

/** A customer whose form was left unsaved; the name is blank where nobody was chosen, or a new customer has none yet. */
export interface Unsaved {
  readonly customerId: string;
  readonly name: string;
  readonly isNew: boolean;
}

export interface TouchFormState {
  readonly form: TouchForm;
  readonly mode: FormMode;
  readonly step: number;
  /** True while the form shows what was left unsaved before. */
  readonly restored: boolean;
  /** True while what was cleared can be brought back. */
  readonly cleared: boolean;
  readonly customer: ListedCustomer | null;
  /** Name of the chosen customer who is not in the list any more; null while the form is for nobody or for a customer who is. */
  readonly gone: string | null;
  /** The other customers whose forms were left unsaved, the newest first. */
  readonly unsaved: readonly Unsaved[];
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
  /** Empties the form and leaves the customer. */
  readonly clear: () => void;
  readonly bringBack: () => void;
  /**
   * Goes over to a customer. A form that was left unsaved there is shown again; else what was said goes along, and stays where it was
   * typed as well: for a customer of the list it may have been right.
   */
  readonly goOverTo: (customer: ListedCustomer) => void;
  readonly startNew: (name: string, phone: string) => void;
  /** Shows a form again that was left unsaved. */
  readonly takeUp: (customerId: string) => void;
  /** The form stands in the workbook: goes on with the next customer, or with none. */
  readonly saved: (next: ListedCustomer | null) => void;
  /** The save was undone: shows what was saved, to be put right and saved again. False where it is not known any more. */
  readonly giveBack: () => boolean;
}

/** Where things stand with the forms of this workbook. */
interface Forms {
  /** The draft that is shown comes first on it. */
  readonly shelf: DraftShelf;
  readonly draft: FormDraft;
  readonly restored: boolean;
  readonly cleared: FormDraft | null;
}

/**
 * The form of the Log tab: what was typed, what it reads as, and the drafts. These live on this computer only: the workbook's own settings
 * would end Excel's undo.
 * @param owner of a new customer; null where nobody knows
 * @param wanted ID of the customer to begin with; null for what was left last
 */
export function useTouchForm(
  book: RepBook,
  customers: readonly ListedCustomer[],
  owner: string | null,
  wanted: string | null,
): TouchFormState {
  const { session, memory, workbook } = usePane();
  const { rep } = session;
  const { receipt } = useRepState();
  const draftsKey = `drafts.${workbook}`;
  const methods = entriesOfList("method", book.schema);
  const results = entriesOfList("result", book.schema);

  const blankForm = (customerId: string, isNew: boolean): TouchForm => {
    const remembered = memory.read(methodKey);
    const method = remembered !== null && methods.includes(remembered) ? remembered : (methods[0] ?? "");
    return newForm(rep.newId(), customerId, isNew, method);
  };
  const blankDraft = (customer: ListedCustomer | null, mode: FormMode): FormDraft => {
    const { id = "", name = "" } = customer ?? {};
    return { form: blankForm(id, false), mode, step: 0, name, from: null };
  };
  const customerOf = (id: string) => customers.find((each) => id !== "" && each.id === id) ?? null;
  /** Written anew, what was undone is another row of the log. */
  const anew = (draft: FormDraft): FormDraft => ({ ...draft, form: { ...draft.form, logId: rep.newId() } });
  const shown = (shelf: DraftShelf, draft: FormDraft, restored = false): Forms => ({
    shelf: withDraft(shelf, draft),
    draft,
    restored: restored && holdsWords(draft.form),
    cleared: null,
  });
  const isUndone = receipt?.kind === "touch" && receipt.undone !== null;

  const [forms, setForms] = useState((): Forms => {
    const kept = readShelf(memory.read(draftsKey) ?? "");
    // Without a receipt nothing can be undone any more.
    const settled = receipt === null || isUndone ? { ...kept, saved: null } : kept;
    const shelf = isUndone && kept.saved !== null ? withDraft(settled, anew(kept.saved)) : settled;
    const latest = shelf.drafts[0]?.form.customerId ?? "";
    const id = wanted ?? latest;
    return shown(shelf, draftOf(shelf, id) ?? blankDraft(customerOf(id), "quick"), true);
  });
  const { shelf, draft, cleared } = forms;
  const { form, mode } = draft;
  const customer = customerOf(form.customerId);
  const isGone = customer === null && form.customerId !== "" && !form.isNew;

  const keep = (next: Forms) => {
    setForms(next);
    memory.write(draftsKey, JSON.stringify(next.shelf));
  };
  const edit = (part: Partial<FormDraft>) => {
    const edited = { ...draft, ...part };
    keep({ ...forms, shelf: withDraft(shelf, edited), draft: edited });
  };
  const change = (part: Partial<TouchForm>) => edit({ form: { ...form, ...part } });

  const row = customer?.values ?? null;
  const name = customer?.name ?? "";
  const itsOwner = form.fields.owner ?? customer?.owner ?? owner ?? "";
  const reading = useMemo(
    () => readForm(form, { ...book, row, name, owner: itsOwner, scope: mode }),
    [form, book, row, name, itsOwner, mode],
  );
  const cellOf = (field: FieldId) => {
    const offset = book.records.columns.get(field);
    return offset === undefined ? "" : (row?.[offset] ?? "");
  };

  /** What goes along to another customer: what was said; and all of it where it was filled in for nobody yet. */
  const goingAlong = (): Partial<TouchForm> => {
    const { logId: _, customerId, isNew: __, ...all } = form;
    if (customerId === "") return all;
    const { method, date, content, result } = all;
    return customer !== null && content === "" && result === "" ? {} : { method, date, content, result };
  };
  /** What was typed for nobody in the list is wholly the next one's; a draft of a customer stays. */
  const left = () => (customer === null ? withoutDraft(shelf, form.customerId) : shelf);
  const origin = customer === null || form.content === "" ? null : form.customerId;
  const kindOfStage = (stage: string): StageKind =>
    stageIndex(book.schema.stages).get(stage.toLowerCase())?.kind ?? "open";

  return {
    form,
    mode,
    step: draft.step,
    restored: forms.restored,
    cleared: cleared !== null,
    customer,
    gone: isGone ? draft.name : null,
    unsaved: shelf.drafts.flatMap((each): readonly Unsaved[] => {
      const { customerId, isNew, fields } = each.form;
      if (customerId === form.customerId || !holdsWords(each.form)) return [];
      return [
        { customerId, isNew, name: isNew ? (fields.customer ?? "") : (customerOf(customerId)?.name ?? each.name) },
      ];
    }),
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
      const kind = kindOfStage(stage === null || stage === "" ? (customer?.stage ?? "") : stage);
      const isKept = ([id]: readonly [string, unknown]) =>
        kind === reading.state || !isOnlyAskedIn(reading.state, id, mode);
      const fields = Object.fromEntries(Object.entries(form.fields).filter(isKept));
      const isClosed = stage !== null && stage !== "" && (kind === "won" || kind === "lost");
      const dated = isClosed && fields["closedOn"] === undefined && book.records.columns.has("closedOn");
      change({
        stage,
        revisit: kind === reading.state ? form.revisit : null,
        fields: dated ? { ...fields, closedOn: isoOfSerial(book.today, book.system) } : fields,
      });
    },
    setMode: (next) => edit({ mode: next, step: 0 }),
    setStep: (step) => edit({ step }),
    clear: () => {
      const after = shown(withoutDraft(shelf, form.customerId), blankDraft(null, form.isNew ? "quick" : mode));
      keep({ ...after, cleared: holdsWords(form) ? draft : null });
    },
    bringBack: () => {
      if (cleared !== null) keep(shown(shelf, cleared));
    },
    goOverTo: (next) => {
      const own = next.id === "" ? null : draftOf(shelf, next.id);
      if (own !== null) return keep(shown(shelf, own, true));
      const fresh = blankDraft(next, form.isNew ? "quick" : mode);
      const along = { ...fresh.form, ...goingAlong() };
      // The stage in which the customer is already is no change.
      const stage = along.stage === next.stage ? "" : along.stage;
      keep(shown(left(), { ...fresh, form: { ...along, stage }, from: origin }));
    },
    startNew: (newName, phone) => {
      const known = { customer: newName, ...(phone === "" ? {} : { phone }), ...(owner ? { owner } : {}) };
      const { stage: _, fields: __, ...along } = goingAlong();
      const fresh = { ...blankForm(rep.newId(), true), ...along, fields: known };
      keep(shown(left(), { form: fresh, mode: "full", step: 0, name: newName, from: origin }));
    },
    takeUp: (customerId) => {
      const own = draftOf(shelf, customerId);
      if (own !== null) keep(shown(shelf, own, true));
    },
    saved: (next) => {
      memory.write(methodKey, form.method);
      const after = withSaved(shelf, draft);
      const own = next && draftOf(after, next.id);
      keep(shown(after, own ?? blankDraft(next, "quick"), own !== null));
    },
    giveBack: () => {
      if (shelf.saved === null) return false;
      keep(shown({ ...shelf, saved: null }, anew(shelf.saved), true));
      return true;
    },
  };
}
