import type { SetUpResult } from "../../domain/install/setUpInput";
import { planSetUp } from "../../domain/install/planSetUp";
import { findFollowUps } from "../../domain/followUps/followUps";
import { succeed, type Result } from "../fault";
import type { Health, HealthCore, HealthState } from "./session";
import type { Subject } from "../check";
import { readPlanInput } from "../planInput";
import type { Progress } from "../ports";
import { readFollowUps, type Reading } from "../readFollowUps";

async function planOf(core: HealthCore, reading: Reading): Promise<Result<SetUpResult>> {
  const language = core.subject()?.language ?? reading.inForce?.language ?? "zh-CN";
  const input = await readPlanInput(core.port, core.surroundings, reading, language, new Map());
  if (!input.ok) return input;
  await core.surroundings.pause();
  return succeed(planSetUp({ ...input.value, rulesOnly: true }));
}

function healthOf(result: SetUpResult): Health {
  return result.ok
    ? { items: result.plan.health, left: result.plan.left, refusal: null }
    : { items: [], left: [], refusal: result.refusal };
}

/** What is not as it was installed, on top of what the check has read. Null where the sheet is not set up or cannot be read now. */
export async function lookAtRules(core: HealthCore, subject: Subject): Promise<Health | null> {
  if (findFollowUps(subject.reading.book) === null) return null;
  const planned = await planOf(core, subject.reading);
  return planned.ok ? healthOf(planned.value) : null;
}

/** Repairs what is broken now, which may be more than a look has shown. Returns what changes in the state. */
export async function repairRules(core: HealthCore, progress: Progress): Promise<Partial<HealthState>> {
  const reading = await readFollowUps(core.port, core.surroundings, progress);
  if (!reading.ok) return { problem: { fault: reading.fault, aftermath: "unchanged" } };
  const planned = await planOf(core, reading.value);
  if (!planned.ok) return { problem: { fault: planned.fault, aftermath: "unchanged" } };
  const { value } = planned;
  if (!value.ok) return { health: healthOf(value) };
  const result = await core.port.apply(value.plan.actions, progress);
  if (!result.ok) return { problem: { fault: result.fault, aftermath: result.aftermath } };
  return { repaired: value.plan.health.length };
}
