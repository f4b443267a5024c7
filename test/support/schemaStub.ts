/** For tests only: schemas from the few things that a test is about. */
import { defaultCalendar } from "../../src/domain/schema/defaults";
import type { Schema, Stage, StageKind } from "../../src/domain/schema/field";
import type { ReviewContext } from "../../src/domain/schema/reviewContext";

/** A stage with no limits but the one of silence. */
export function stage(name: string, kind: StageKind, staleDays = 7): Stage {
  return { name, kind, staleDays, warnDays: null, stuckDays: null, probability: null, nextOwner: null };
}

export function owners(...names: readonly string[]): Schema["owners"] {
  return names.map((name) => ({ name, team: "", monthTarget: null }));
}

export function schemaStub(parts: Partial<Schema> = {}): Schema {
  return {
    fields: [],
    stages: [],
    types: [],
    owners: [],
    reasons: [],
    lists: [],
    calendar: defaultCalendar,
    ...parts,
  };
}

/** A review on 2026-08-07 of a Chinese workbook in the 1900 system. */
export function reviewStub(parts: Partial<ReviewContext> = {}): ReviewContext {
  return { schema: schemaStub(), today: 46_241, system: 1900, language: "zh-CN", ...parts };
}
