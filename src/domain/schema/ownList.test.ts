import { schemaStub } from "../../../test/support/schemaStub";
import { defaultField } from "./defaults";
import { addEntry, beginDraft, changeEntry, draftProblems, wantedSchema } from "./draft";
import { ownField } from "./fieldIds";
import { changeOwnField, removeField } from "./ownList";

const begun = addEntry(beginDraft(schemaStub({})), "fields", defaultField(ownField("渠道等级"), null));
const at = begun.fields.length - 1;
const field = begun.fields[at]!.now;
const asList = changeOwnField(begun, at, { ...field, kind: "list" });
const ownLists = (draft: typeof begun) => wantedSchema(draft).lists.filter(({ key }) => key.includes("等级"));

test("a field that is picked from a list begins with a list of its own, not with another one", () => {
  expect(asList.fields[at]!.now.list).toBe("渠道等级");
  expect(ownLists(asList)).toEqual([{ key: "渠道等级", entries: [] }]);
  expect(draftProblems(asList)).toEqual([]);
});

test("the list follows the field's name, with what was typed into it", () => {
  const list = asList.lists.findIndex(({ now }) => now.key === "渠道等级");
  const typed = changeEntry(asList, "lists", list, { key: "渠道等级", entries: ["A", "B"] });
  const renamed = changeOwnField(typed, at, { ...typed.fields[at]!.now, id: ownField("伙伴等级") });
  expect(renamed.fields[at]!.now.list).toBe("伙伴等级");
  expect(ownLists(renamed)).toEqual([{ key: "伙伴等级", entries: ["A", "B"] }]);
});

test.each<[string, (draft: typeof begun) => typeof begun]>([
  ["another kind is chosen", (draft) => changeOwnField(draft, at, { ...draft.fields[at]!.now, kind: "date" })],
  ["another list is chosen", (draft) => changeOwnField(draft, at, { ...draft.fields[at]!.now, list: "source" })],
  ["the field goes", (draft) => removeField(draft, at)],
])("the list that was begun goes where %s", (_, change) => {
  expect(ownLists(change(asList))).toEqual([]);
});

test("a list that stands in the Settings already is taken, and stays when the field goes", () => {
  const standing = beginDraft(schemaStub({ lists: [{ key: "渠道等级", entries: ["A"] }] }));
  const withField = addEntry(standing, "fields", field);
  const chosen = changeOwnField(withField, withField.fields.length - 1, { ...field, kind: "list" });
  expect(ownLists(chosen)).toEqual([{ key: "渠道等级", entries: ["A"] }]);
  expect(ownLists(removeField(chosen, chosen.fields.length - 1))).toHaveLength(1);
});
