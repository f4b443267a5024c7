import type { HealthItem } from "../plan/healthItem";
import type { Change, PlanPart } from "../plan/setUpPlan";
import type { Action } from "../workbook/action";
import type { Area } from "../workbook/area";
import { highlightsOf, planHighlights } from "./highlights";
import type { SetUpSubject } from "./setUpInput";
import { validationOf } from "./validations";
import { piecesIn, planValidation } from "./planValidation";

/** The rules of the table's cells. */
export interface RowRulesPlan extends PlanPart {
  /** Headers whose own validation was left in place. */
  readonly kept: readonly string[];
}

/** The table's body with the columns that are added now: the rules of a later look have to be the same ones. */
function bodyOf({ located, columns }: SetUpSubject): Area {
  return { ...located.records.area, columns: columns.all.length };
}

/** Validations, column by column. */
function planValidations(subject: SetUpSubject): RowRulesPlan {
  const { input, located, schema, columns, words } = subject;
  const { sheet } = located.records;
  const body = bodyOf(subject);
  const review = { schema, language: words.language, system: input.book.dateSystem };
  const fieldOf = new Map(schema.fields.map((field) => [columns.columns.get(field.id), field]));
  const plans = columns.all.map((header, offset) => {
    const column = body.column + offset;
    const field = fieldOf.get(offset);
    const cells: Area = { ...body, column, columns: 1 };
    const pieces = piecesIn(cells, input.installed?.validations ?? []);
    // A field that is only observed by now, or gone, must not go on stopping people.
    const plan = planValidation(sheet, header, cells, pieces, (row) =>
      field ? validationOf(field, review, { row, column }) : null,
    );
    return { header, ...plan };
  });
  const headers = (which: "hasForeign" | "sets" | "removes") =>
    plans.flatMap((plan) => (plan[which] ? [plan.header] : []));
  const [set, removed] = [headers("sets"), headers("removes")];
  const changes: Change[] = [];
  if (set.length > 0) changes.push({ kind: "validations", headers: set });
  if (removed.length > 0) changes.push({ kind: "validationsRemoved", headers: removed });
  return {
    actions: plans.flatMap(({ actions }) => actions),
    changes,
    health: plans.flatMap(({ items }) => items),
    kept: headers("hasForeign"),
  };
}

/** Validations and conditional formats of the follow-up table. */
export function planRowRules(subject: SetUpSubject): RowRulesPlan {
  const { input, located, schema, columns, words } = subject;
  const validations = planValidations(subject);
  const { status, staleLimit, missing } = columns.headers.calculated;
  const at = (header: string) => columns.all.indexOf(header);
  const own = { status: at(status), staleLimit: at(staleLimit), missing: at(missing) };
  const wanted = highlightsOf(bodyOf(subject), columns.columns, own, schema, words);
  const highlights = planHighlights(located.records.sheet, wanted, input.installed?.highlights ?? []);
  const actions: readonly Action[] = [...validations.actions, ...highlights.actions];
  const health: readonly HealthItem[] = [...validations.health, ...highlights.items];
  const changes: readonly Change[] =
    highlights.actions.length > 0 ? [{ kind: "highlights", count: wanted.length }] : [];
  return { actions, changes: [...validations.changes, ...changes], health, kept: validations.kept };
}
