import { useSyncExternalStore } from "react";
import type { SelfCheckSession } from "../../app/selfCheck/session";
import type { SelfCheckState } from "../../app/selfCheck/state";
import { readAnswers, writeAnswers, type Answers } from "../../domain/selfCheck/answer";
import { hostKey, type HostIdentity } from "../../domain/selfCheck/host";
import { usePane } from "../pane";
import type { Memory } from "../rememberOnComputer";
import { useLoaded } from "../text/useLoaded";

/** The self-check of the pane; a view suspends until its scripts are there. */
export function useSelfCheck(): SelfCheckSession {
  return useLoaded(usePane().session.selfCheck());
}

export function useSelfCheckState({ subscribe, getState }: SelfCheckSession): SelfCheckState {
  return useSyncExternalStore(subscribe, getState);
}

const answersKey = (host: HostIdentity) => `selfCheck.${hostKey(host)}`;
const offeredKey = (host: HostIdentity) => `selfCheckOffered.${hostKey(host)}`;

/** What this computer remembers of this Excel; null where it was never checked. */
export function rememberedAnswers(memory: Memory, host: HostIdentity): Answers | null {
  const text = memory.read(answersKey(host));
  return text === null ? null : readAnswers(text);
}

/** Keeps the answers of a run that came to its end. */
export function rememberAnswers(selfCheck: SelfCheckSession, memory: Memory): void {
  const { answers, stopped } = selfCheck.getState();
  if (answers !== null && !stopped) memory.write(answersKey(selfCheck.host()), writeAnswers(answers));
}

/** Panes in which the check is offered now: the line stays through other tabs until somebody answers it. */
const offering = new WeakSet<SelfCheckSession>();

/** True where the check is offered: in an Excel that was neither checked nor offered a check on this computer before this pane. */
export function isOffered(selfCheck: SelfCheckSession, memory: Memory): boolean {
  const host = selfCheck.host();
  return offering.has(selfCheck) || (memory.read(answersKey(host)) === null && memory.read(offeredKey(host)) === null);
}

/** Keeps that the check was offered in this Excel: once is enough. */
export function rememberOffer(selfCheck: SelfCheckSession, memory: Memory): void {
  offering.add(selfCheck);
  memory.write(offeredKey(selfCheck.host()), "yes");
}

export function endOffer(selfCheck: SelfCheckSession): void {
  offering.delete(selfCheck);
}
