import type { BookSize, CliTexts, JobStep } from "./texts";

/** Tells of the job's steps as they begin. */
export type TellStep = (step: JobStep, size: BookSize | null) => void;

interface Screen {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/**
 * Says on a screen what the job is doing and how long each step took. Where nobody looks on (a file, a pipe) it says nothing: what is
 * written there is read by programs.
 */
export function sayingSteps(
  screen: Screen,
  texts: CliTexts,
  now: () => number,
): { readonly tell: TellStep; readonly end: () => void } {
  let began: number | null = null;
  const end = (): void => {
    if (began !== null && screen.isTTY === true)
      screen.write(` ${texts.jobStepDone(Math.round((now() - began) / 1000))}\n`);
    began = null;
  };
  return {
    tell: (step, size) => {
      end();
      began = now();
      if (screen.isTTY === true) screen.write(texts.jobStep(step, size));
    },
    end,
  };
}
