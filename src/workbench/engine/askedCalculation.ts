import { CalculateController } from "@univerjs/engine-formula";
import type { ICommandService } from "@univerjs/presets";
import type { Injector } from "./injector";
import { movesCells } from "./staleResults";

/** Who asks for results says so before and after. */
export interface Demand {
  readonly begin: () => void;
  readonly end: () => void;
}

/** Where the grid is looked at, everything is calculated as soon as it changed. */
export const alwaysAsked: Demand = { begin: () => undefined, end: () => undefined };

/**
 * Story: between two requests of a set-up the pane thinks for longer than the grid waits after a change. So all 70,000 formulas of
 * 10,000 rows were begun, thrown away at the next write, calculated, and calculated once more because of the interruption. Where nobody
 * looks at the grid, a calculation begins when somebody asks for what it gives. What the grid wants calculated adds up until then: each
 * of its calls holds all that the calls before it held, until a calculation came to its end.
 * @param recalculate calculates everything anew
 */
export function calculateWhenAsked(injector: Injector, commands: ICommandService, recalculate: () => void): Demand {
  const controller: object = injector.get(CalculateController);
  const calculate: unknown = Reflect.get(controller, "_calculate");
  if (typeof calculate !== "function")
    throw new Error("Univer's calculation has changed: look at the patch of its beginning again.");
  let isAsked = false;
  let waiting: readonly unknown[] | null = null;
  let isMoved = false;
  Reflect.set(controller, "_calculate", (...given: readonly unknown[]): void => {
    if (isAsked) Reflect.apply(calculate, controller, given);
    else [waiting, isMoved] = [given, false];
  });
  commands.onCommandExecuted(({ id }) => {
    if (waiting && movesCells(id)) isMoved = true;
  });
  return {
    begin: () => {
      isAsked = true;
      const given = waiting;
      waiting = null;
      if (!given) return;
      // What waits names the cells by where they stood.
      if (isMoved) recalculate();
      else Reflect.apply(calculate, controller, given);
    },
    end: () => {
      isAsked = false;
    },
  };
}
