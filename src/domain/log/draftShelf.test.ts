import fc from "fast-check";
import {
  draftOf,
  emptyShelf,
  holdsWords,
  readShelf,
  withDraft,
  withoutDraft,
  withSaved,
  type DraftShelf,
  type FormDraft,
} from "./draftShelf";
import { newForm, type TouchForm } from "./touchForm";

const draft = (customerId: string, form: Partial<TouchForm> = {}, change: Partial<FormDraft> = {}): FormDraft => ({
  form: { ...newForm(`L-${customerId}`, customerId, false, "电话"), ...form },
  mode: "quick",
  step: 0,
  name: `客户${customerId}`,
  from: null,
  ...change,
});
const shelf = (...drafts: readonly FormDraft[]) => drafts.reduceRight<DraftShelf>(withDraft, emptyShelf);
const ids = ({ drafts }: DraftShelf) => drafts.map(({ form }) => form.customerId);

test("each customer has one draft, the newest first; what holds nothing is not kept once another one is begun", () => {
  const both = shelf(draft("A2", { content: "再" }), draft("A1", { content: "想要样品" }));
  expect(ids(withDraft(both, draft("A1", { content: "想要两件" })))).toEqual(["A1", "A2"]);
  expect(ids(withDraft(shelf(draft("A3")), draft("A4")))).toEqual(["A4"]);
  expect(draftOf(both, "A1")?.form.content).toBe("想要样品");
  expect(draftOf(shelf(draft("A3")), "A3")).toBeNull();
  expect(ids(withoutDraft(both, "A2"))).toEqual(["A1"]);
});

test("no more are kept than anybody comes back to, and the newest stay", () => {
  const many = Array.from({ length: 30 }, (_, index) => draft(`A${index}`, { content: "话" }));
  expect(ids(shelf(...many))).toEqual(many.slice(0, 20).map(({ form }) => form.customerId));
});

test("what is filled in unasked is nothing to keep", () => {
  expect(holdsWords({ ...newForm("L", "A1", true, "电话"), fields: { owner: "李敏", customer: " " } })).toBe(false);
  expect(holdsWords({ ...newForm("L", "A1", false, "电话"), stage: "谈判" })).toBe(true);
  expect(holdsWords({ ...newForm("L", "A1", false, "电话"), revisit: { kind: "none" } })).toBe(true);
});

describe("what was saved", () => {
  const words = { content: "想要样品", result: "有进展" };
  const saved = draft("A2", words, { from: "A1" });

  test("goes from the shelf, and can be given back as long as it can be undone", () => {
    const after = withSaved(shelf(draft("A2", words), draft("A3", { content: "别的" })), draft("A2", words));
    expect(ids(after)).toEqual(["A3"]);
    expect(after.saved?.form.content).toBe("想要样品");
  });

  test("takes along the draft that its words came from, where that one holds no more than they", () => {
    expect(ids(withSaved(shelf(saved, draft("A1", words)), saved))).toEqual([]);
    expect(ids(withSaved(shelf(saved, draft("A1", { ...words, next: { kind: "none" } })), saved))).toEqual(["A1"]);
    expect(ids(withSaved(shelf(saved, draft("A1", { ...words, content: "还要报价" })), saved))).toEqual(["A1"]);
    expect(ids(withSaved(shelf(saved, draft("A1", words)), { ...saved, from: null }))).toEqual(["A1"]);
  });
});

describe("what an earlier session kept", () => {
  test("comes back as it was left", () => {
    const full: TouchForm = {
      ...draft("A1").form,
      date: "昨天",
      content: "想要样品\n两件",
      stage: "谈判",
      next: { kind: "choice", choice: "nextMonday" },
      revisit: { kind: "typed", text: "下月" },
      fields: { amount: "1.5万", "own:预算": "" },
    };
    const kept = { ...shelf(draft("A1", full, { mode: "full", step: 2 })), saved: draft("A2") };
    expect(readShelf(JSON.stringify(kept))).toEqual(kept);
  });

  test.each<[string, unknown, Partial<TouchForm>]>([
    ["an answer that there was once", { next: { kind: "choice", choice: "tomorrow" } }, { next: null }],
    ["a form before parking asked for a day", { revisit: undefined }, { revisit: null }],
    ["a field that is none", { fields: { foo: "x", amount: 5, note: "n" } }, { fields: { note: "n" } }],
    ["fields that are none", { fields: null }, { fields: {} }],
    ["a stage that is none", { stage: 7 }, { stage: "" }],
  ])("is read as far as it goes: %s", (_, damage, expected) => {
    const { form } = draft("A1", { content: "想要样品" });
    const text = JSON.stringify({ drafts: [{ form: { ...form, ...(damage as object) } }] });
    expect(readShelf(text).drafts).toMatchObject([{ form: { ...form, ...expected }, mode: "quick", step: 0 }]);
  });

  test("never stands in the way, whatever it is", () => {
    expect(readShelf("")).toEqual(emptyShelf);
    expect(readShelf('{"sheet":"客户","mode":"quick","step":0,"form":{"logId":"L1"}}')).toEqual(emptyShelf);
    fc.assert(fc.property(fc.json(), (text) => readShelf(text).drafts.length >= 0));
    const damaged = fc.record({ drafts: fc.array(fc.record({ form: fc.anything(), step: fc.anything() })) });
    fc.assert(fc.property(damaged, (value) => readShelf(JSON.stringify(value)).drafts.length >= 0));
  });
});
