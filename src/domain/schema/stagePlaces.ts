import type { Stage } from "./field";

/** Where a customer can be: an open stage by its place, or an end. */
export type Place = number | "won" | "lost" | "parked";

type Placed = Pick<Stage, "name" | "kind">;

/** Reads places of stage names as Excel compares text: without regard to case. */
export function placeReader(stages: readonly Placed[]): (name: string) => Place | null {
  const places = new Map<string, Place>();
  let step = 0;
  for (const { name, kind } of stages) {
    const place = kind === "open" ? step++ : kind;
    if (!places.has(name.toLowerCase())) places.set(name.toLowerCase(), place);
  }
  return (name) => places.get(name.toLowerCase()) ?? null;
}

/** How many stages are open ones: the step of a win comes right behind them. */
export function openSteps(stages: readonly Pick<Stage, "kind">[]): number {
  return stages.filter(({ kind }) => kind === "open").length;
}

/**
 * The step that being at a place proves: the stage itself, or every open stage for a win that was taken back; null for the other ends, which
 * can be reached from anywhere.
 */
export function stepProved(place: Place | null, steps: number): number | null {
  if (place === "won") return steps === 0 ? null : steps - 1;
  return typeof place === "number" ? place : null;
}

/** The further of two steps; null where neither is known. */
export function further(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}

/** The stage at a step, by which it is noted: an open one, or the first that is won; null where there is none. */
export function stageAtStep(stages: readonly Placed[], step: number): string | null {
  const open = stages.filter(({ kind }) => kind === "open");
  const stage = step === open.length ? stages.find(({ kind }) => kind === "won") : open[step];
  return stage?.name ?? null;
}

/**
 * What is to be noted as the furthest stage of a customer who was, or is, in these ones; null where the note stands as it is. It only ever
 * rises: a move back, and an end that can be reached from anywhere, change nothing.
 */
export function furthestToNote(noted: string, seen: readonly string[], stages: readonly Placed[]): string | null {
  const placeOf = placeReader(stages);
  const steps = openSteps(stages);
  const reach = (name: string) => {
    const place = placeOf(name);
    return place === "won" ? steps : stepProved(place, steps);
  };
  const standing = reach(noted);
  const furthest = seen.map(reach).reduce(further, standing);
  return furthest === null || furthest === standing ? null : stageAtStep(stages, furthest);
}
