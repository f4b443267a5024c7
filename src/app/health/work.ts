import { asProposed } from "../../domain/adoption/choices";
import type { SetUpInput, SetUpResult } from "../../domain/install/setUpInput";
import { planningSetUp } from "../../domain/install/planSetUp";
import { findFollowUps } from "../../domain/followUps/followUps";
import type { HealthItem } from "../../domain/plan/healthItem";
import type { Refusal, SetUpPlan } from "../../domain/plan/setUpPlan";
import type { SettingsIssue } from "../../domain/plan/settingsIssue";
import { goneEntries, type GoneEntry } from "../../domain/settings/memory";
import type { CellValue } from "../../domain/values/value";
import { fieldColumns, type FormulasFound } from "../check";
import { succeed } from "../fault";
import { inSlices } from "../slices";
import { readForPlan, readPlanInput, type PlanWishes } from "../planInput";
import type { Subject } from "../subject";
import { keepingMemory, type KeptPlan } from "../restore/keep";
import { rememberingSettings } from "../schema/remembering";
import { standingIn, type SettingsMemoryKeeper } from "../schema/settingsMemory";
import type { Planning } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

/** What the last look at the installed rules found. */
export interface Health {
  readonly items: readonly HealthItem[];
  /** What is wrong in the Settings and only people can decide. */
  readonly left: readonly SettingsIssue[];
  /** Cells of the Settings that cannot be read and of which nobody knows what they said: the repair asks. */
  readonly asks: readonly SettingsIssue[];
  /** Entries that were deleted from the Settings. */
  readonly gone: readonly GoneEntry[];
  /** Why the sheet could not be looked at, such as a filter; null where it could. */
  readonly refusal: Refusal | null;
}

export const nothingFound: Health = { items: [], left: [], asks: [], gone: [], refusal: null };

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

/** True for a cell of which somebody can say in the repair what it should hold. */
function canBeSaid({ problem, cell }: SettingsIssue): boolean {
  return cell !== null && (problem.kind === "unknownWord" || problem.kind === "notANumber");
}

/** What is not as it was installed, on top of what the check has read. Null where the sheet is not set up or cannot be read now. */
export async function lookAtRules(
  dependencies: RulesDependencies,
  subject: Subject,
  keeper: SettingsMemoryKeeper,
): Promise<Look | null> {
  const { reading } = subject;
  if (findFollowUps(reading.book) === null) return null;
  const columns = fieldColumns(subject);
  const read = await readPlanInput(dependencies, reading, wishesOf(dependencies), {
    fieldColumns: columns.map(({ area }) => area.column),
  });
  if (!read.ok) return null;
  const { input, formulas } = read.value;
  await keeper.recall(dependencies.port, reading.book);
  const memory = keeper.now();
  const result = await planRules(dependencies, { ...input, knownSettings: { memory, said: new Map() } });
  const standing = standingIn(reading);
  const gone = standing ? goneEntries(memory, standing) : [];
  const health: Health = result.ok
    ? {
        items: result.plan.health,
        left: result.plan.left.filter((issue) => !canBeSaid(issue)),
        asks: result.plan.left.filter(canBeSaid),
        gone,
        refusal: null,
      }
    : { ...nothingFound, gone, refusal: result.refusal };
  return { health, formulas: formulas && { columns, cells: formulas } };
}

/**
 * The repair of what is broken now, which may be more than a look has shown. What the Settings say then is written down with it.
 * @param said what somebody says of cells of the Settings that cannot be read, by `settingsCellKey`
 */
export function repairingRules(
  dependencies: RulesDependencies,
  keeper: SettingsMemoryKeeper,
  said: ReadonlyMap<string, CellValue>,
): Planning<SetUpInput, SetUpPlan> {
  const { port } = dependencies;
  const planning: Planning<SetUpInput, SetUpPlan & KeptPlan> = {
    read: async (progress) => {
      const read = await readForPlan(dependencies, wishesOf(dependencies), progress);
      if (!read.ok) return read;
      await keeper.recall(port, read.value.reading.book);
      return succeed({ ...read.value.input, knownSettings: { memory: keeper.now(), said } });
    },
    plan: async (input) => {
      const result = await planRules(dependencies, input);
      return result.ok ? succeed(result.plan) : result;
    },
  };
  const remembering = rememberingSettings({ port, keeper, on: (input) => input }, planning);
  return keepingMemory(port, remembering, ({ book }) => book);
}
