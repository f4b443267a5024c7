import { locating } from "../../src/domain/followUps/locate";
import { lookingAtSheet } from "../../src/domain/followUps/look/lookAtSheet";
import { asProposed } from "../../src/domain/adoption/choices";
import { planningSetUp } from "../../src/domain/install/planSetUp";
import type { SetUpInput } from "../../src/domain/install/setUpInput";
import type { Steps } from "../../src/domain/steps/steps";
import type { BookSnapshot, SheetSnapshot } from "../../src/domain/workbook/snapshot";
import { messySheet, type MessyWishes } from "./messy";
import { today } from "./sheet";

/** Work on a messy sheet: milliseconds of processor in all, and of the longest step, in which the pane cannot answer. */
export interface AdoptionTime {
  readonly job: string;
  readonly milliseconds: number;
  readonly longestStep: number;
}

function processorNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function timeOf(job: string, steps: Steps<unknown>): AdoptionTime {
  let [milliseconds, longestStep] = [0, 0];
  for (let isDone = false; !isDone;) {
    const start = processorNow();
    isDone = steps.next().done === true;
    const step = processorNow() - start;
    milliseconds += step;
    longestStep = Math.max(longestStep, step);
  }
  return { job, milliseconds, longestStep };
}

function inputOf(wishes: MessyWishes): SetUpInput {
  const values = messySheet(wishes);
  const facts = { id: "1", name: "客户", visibility: "visible", protected: false } as const;
  const area = { row: 0, column: 0, rows: values.length, columns: wishes.columns };
  const sheet: SheetSnapshot = {
    ...{ sheet: facts, used: area, merged: [], filtered: false, autoFilter: false },
    grid: { sheet: facts.name, area, values },
  };
  const book: BookSnapshot = {
    ...{ readOnly: false, structureProtected: false, dateSystem: 1900, activeSheet: facts.name },
    ...{ sheets: [facts], tables: [], names: [] },
  };
  return {
    ...{ book, sheet, settings: null, installed: null, language: "zh-CN", log: [], today, choices: asProposed },
    newIds: (count) => Array.from({ length: count }, (_, index) => `C${index}`),
  };
}

/** The jobs of adopting a messy sheet, a few times each in turn; the first time is that of a pane that has just been opened. */
export function adoptionTimes(wishes: MessyWishes, runs: number): readonly AdoptionTime[] {
  const input = inputOf(wishes);
  const { book, sheet, choices } = input;
  return Array.from({ length: runs }, (_, run) => [
    timeOf(`look, run ${run + 1}`, lookingAtSheet(book, sheet, choices.shape)),
    timeOf(`look and match, run ${run + 1}`, locating(book, sheet, new Map(), { ...choices, today })),
    timeOf(`preview, run ${run + 1}`, planningSetUp(input)),
  ]).flat();
}
