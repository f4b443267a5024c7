import { asProposed } from "../../domain/adoption/choices";
import { planningBegin, type BeginWishes } from "../../domain/install/begin/planBegin";
import {
  exampleAreas,
  planClearExamples,
  type ClearInput,
  type ClearPlan,
} from "../../domain/install/begin/planClearExamples";
import type { SetUpInput } from "../../domain/install/setUpInput";
import type { SetUpPlan } from "../../domain/plan/setUpPlan";
import type { Language } from "../../domain/values/language";
import { withoutExampleOwners } from "../../domain/install/begin/exampleRows";
import { succeed } from "../fault";
import { readForPlan } from "../planInput";
import { keepingMemory } from "../restore/keep";
import { rememberingSettings } from "../schema/remembering";
import type { SettingsMemoryKeeper } from "../schema/settingsMemory";
import { inSlices } from "../slices";
import type { Planning } from "../transaction";
import type { UseCaseDependencies } from "../useCase";

type BeginWorkDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "paneLanguage">;

/** A follow-up sheet on the open sheet, which has to be empty. */
export function beginning(
  dependencies: BeginWorkDependencies,
  language: Language,
  wishes: BeginWishes,
): Planning<SetUpInput, SetUpPlan> {
  return {
    read: async (progress) => {
      const read = await readForPlan(dependencies, { language, choices: asProposed }, progress);
      return read.ok ? succeed(read.value.input) : read;
    },
    plan: async (input) => {
      const result = await inSlices(planningBegin(input, wishes), dependencies.surroundings);
      return result.ok ? succeed(result.plan) : result;
    },
  };
}

/** The rows that still are examples, as they stand now, blanked. The people whom only they knew are remembered no more. */
export function clearing(
  dependencies: BeginWorkDependencies,
  keeper: SettingsMemoryKeeper,
): Planning<ClearInput, ClearPlan> {
  const { port, paneLanguage } = dependencies;
  const planning: Planning<ClearInput, ClearPlan> = {
    read: async (progress) => {
      const read = await readForPlan(dependencies, { language: paneLanguage, choices: asProposed }, progress);
      if (!read.ok) return read;
      const { input } = read.value;
      const areas = exampleAreas(input);
      if (areas.length === 0) return succeed({ ...input, cells: [] });
      const cells = await port.readCells(input.sheet.sheet.name, areas);
      if (!cells.ok) return cells;
      const rows = areas.map((area, at) => ({ area, cells: cells.value[at]?.[0] ?? [] }));
      return succeed({ ...input, cells: rows });
    },
    plan: (input) => {
      const result = planClearExamples(input);
      return result.ok ? succeed(result.plan) : result;
    },
  };
  const remembering = rememberingSettings(
    { port, keeper, on: (input) => input, losing: withoutExampleOwners },
    planning,
  );
  return keepingMemory(port, remembering, ({ book }) => book);
}
