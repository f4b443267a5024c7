import type { FieldId } from "../../domain/schema/fieldIds";
import { defaultField } from "../../domain/schema/defaults";
import type { StageKind } from "../../domain/schema/field";
import { schemaStub } from "../../../test/support/schemaStub";
import { formSteps, type Topic } from "./formSteps";

const columns: readonly FieldId[] = [
  ...(["customer", "owner", "department", "stage", "expectedClose", "nextDate", "nextStep", "materials"] as const),
  ...(["openQuestions", "needs", "objections", "painPoints", "closedOn", "reason", "note"] as const),
];
const schema = schemaStub({ fields: columns.map((id) => defaultField(id, id)) });

/** Controls of a topic in the order in which they are asked. */
function asked(state: StageKind, topic: Topic): readonly string[] {
  const controls = formSteps(schema, state).flatMap((step) => (step.topic === topic ? step.controls : []));
  return controls.map((control) => (control.kind === "own" ? control.control : control.field.id));
}

test("an open customer is asked for what is ahead: next date, next step, what to prepare, when it should close", () => {
  expect(asked("open", "next")).toEqual([
    ...["stage", "nextDate", "nextStep", "materials", "openQuestions", "expectedClose", "note"],
  ]);
});

test("a closed customer is asked for the closing, not for when it should have closed", () => {
  expect(asked("won", "next")).toEqual([
    ...["stage", "closedOn", "reason", "nextStep", "materials", "openQuestions", "note"],
  ]);
});

test("the department stands beside the owner, the pain points beside the needs", () => {
  expect(asked("open", "customer")).toEqual(["customer", "owner", "department"]);
  expect(asked("open", "talk").slice(-3)).toEqual(["needs", "objections", "painPoints"]);
});
