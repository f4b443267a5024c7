import type { Schema, Stage } from "../schema/field";

/** The open stages, and those of them in which somebody is watched: with a limit for the days. */
export interface WatchedStages {
  readonly open: readonly Stage[];
  readonly watched: readonly Stage[];
}

/** Where nothing is watched nobody is stuck, and nobody can say that nobody is. */
export function watchedStages({ stages }: Pick<Schema, "stages">): WatchedStages {
  const open = stages.filter(({ kind }) => kind === "open");
  return { open, watched: open.filter(({ stuckDays }) => stuckDays !== null && stuckDays > 0) };
}
