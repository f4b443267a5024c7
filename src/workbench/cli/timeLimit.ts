import { Stop } from "./failure";
import type { BookSize, CliTexts } from "./texts";

/** Seconds that any file gets, and what each thousand of its cells adds. */
const usual = { seconds: 180, forThousandCells: 1 } as const;

/** Seconds within which a job has to end: as somebody said, else more for a larger sheet. */
export function limitFor(given: number | null, size: BookSize | null): number {
  if (given !== null) return given;
  const cells = size === null ? 0 : size.rows * size.columns;
  return usual.seconds + Math.ceil((cells / 1000) * usual.forThousandCells);
}

/** A limit of time that can be put off while the work goes on. */
export interface TimeLimit {
  /** Rejects when the time is up; the work is left to end with the browser. */
  readonly guard: <T>(work: Promise<T>) => Promise<T>;
  /** Sets the limit, counted from the beginning. */
  readonly set: (seconds: number) => void;
}

export function startTimeLimit(seconds: number, texts: CliTexts): TimeLimit {
  const began = performance.now();
  let fail: (error: Stop) => void = () => undefined;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when the time is up.
  late.catch(() => undefined);
  const set = (limit: number): void => {
    clearTimeout(timer);
    const left = Math.max(0, limit * 1000 - (performance.now() - began));
    timer = setTimeout(() => fail(new Stop(texts.tooLate(limit))), left);
  };
  set(seconds);
  return {
    set,
    guard: async (work) => {
      try {
        return await Promise.race([work, late]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
