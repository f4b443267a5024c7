/** For tests only: schemas from the few things that a test is about. */
import { defaultCalendar } from "../../src/domain/schema/defaults";
import type { Schema, Stage, StageKind } from "../../src/domain/schema/field";

/** A stage with no limits but the one of silence. */
export function stage(name: string, kind: StageKind, staleDays = 7): Stage {
  return { name, kind, staleDays, warnDays: null, stuckDays: null, probability: null, nextOwner: null };
}

export function owners(...names: readonly string[]): Schema["owners"] {
  return names.map((name) => ({ name, team: "" }));
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
