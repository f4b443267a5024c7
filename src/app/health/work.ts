import { asProposed } from "../../domain/adoption/choices";
import type { SetUpInput, SetUpResult } from "../../domain/install/setUpInput";
import { planningSetUp } from "../../domain/install/planSetUp";
import { findFollowUps } from "../../domain/followUps/followUps";
import type { HealthItem } from "../../domain/plan/healthItem";
import type { Refusal, SetUpPlan } from "../../domain/plan/setUpPlan";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import { fieldColumns, type FormulasFound } from "../check";
import { succeed } from "../fault";
import { inSlices } from "../slices";
import { readForPlan, readPlanInput, type PlanWishes } from "../planInput";
import type { Subject } from "../subject";
import type { Planning } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

/** What the last look at the installed rules found. */
export interface Health {
  readonly items: readonly HealthItem[];
  /** What is wrong in the Settings and only people can decide. */
  readonly left: readonly SettingsIssue[];
  /** Why the sheet could not be looked at, such as a filter; null where it could. */
  readonly refusal: Refusal | null;
}

type RulesDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "paneLanguage">;

function wishesOf({ paneLanguage }: RulesDependencies): PlanWishes {
  return { language: paneLanguage, choices: asProposed };
}

/** What a set-up would put right of the rules alone, planned in slices when the browser has had its turn. */
async function planRules({ surroundings }: RulesDependencies, input: SetUpInput): Promise<SetUpResult> {
  await surroundings.pause();
  return inSlices(planningSetUp({ ...input, rulesOnly: true }), surroundings);
}

/** What one look found. */
interface Look {
  readonly health: Health;
  /** Formulas in the columns that people fill in; null where they could not be told in the same look. */
  readonly formulas: FormulasFound | null;
}

/** What is not as it was installed, on top of what the check has read. Null where the sheet is not set up or cannot be read now. */
export async function lookAtRules(dependencies: RulesDependencies, subject: Subject): Promise<Look | null> {
  const { reading } = subject;
  if (findFollowUps(reading.book) === null) return null;
  const columns = fieldColumns(subject);
  const read = await readPlanInput(dependencies, reading, wishesOf(dependencies), {
    fieldColumns: columns.map(({ area }) => area.column),
  });
  if (!read.ok) return null;
  const { input, formulas } = read.value;
  const result = await planRules(dependencies, input);
  const health = result.ok
    ? { items: result.plan.health, left: result.plan.left, refusal: null }
    : { items: [], left: [], refusal: result.refusal };
  return { health, formulas: formulas && { columns, cells: formulas } };
}

/** The repair of what is broken now, which may be more than a look has shown. */
export function repairingRules(dependencies: RulesDependencies): Planning<SetUpInput, SetUpPlan> {
  return {
    read: async (progress) => {
      const read = await readForPlan(dependencies, wishesOf(dependencies), progress);
      return read.ok ? succeed(read.value.input) : read;
    },
    plan: async (input) => {
      const result = await planRules(dependencies, input);
      return result.ok ? succeed(result.plan) : result;
    },
  };
}
