import { useSyncExternalStore } from "react";
import type { SelfCheckState } from "../../app/selfCheck/state";
import { readAnswers, writeAnswers, type Answers } from "../../domain/selfCheck/answer";
import { hostKey, type HostIdentity } from "../../domain/selfCheck/host";
import { usePane, type Pane } from "../pane";
import type { Memory } from "../rememberOnComputer";

export function useSelfCheckState(): SelfCheckState {
  const { selfCheck } = usePane().session;
  return useSyncExternalStore(selfCheck.subscribe, selfCheck.getState);
}

const answersKey = (host: HostIdentity) => `selfCheck.${hostKey(host)}`;
const offeredKey = (host: HostIdentity) => `selfCheckOffered.${hostKey(host)}`;

/** What this computer remembers of this Excel; null where it was never checked. */
export function rememberedAnswers(memory: Memory, host: HostIdentity): Answers | null {
  const text = memory.read(answersKey(host));
  return text === null ? null : readAnswers(text);
}

/** Keeps the answers of a run that came to its end. */
export function rememberAnswers({ session, memory }: Pick<Pane, "session" | "memory">): void {
  const { answers, stopped } = session.selfCheck.getState();
  if (answers !== null && !stopped) memory.write(answersKey(session.selfCheck.host()), writeAnswers(answers));
}

/** Panes in which the check is offered now: the line stays through other tabs until somebody answers it. */
const offering = new WeakSet<Pane["session"]>();

/** True where the check is offered: in an Excel that was neither checked nor offered a check on this computer before this pane. */
export function isOffered({ session, memory }: Pick<Pane, "session" | "memory">): boolean {
  const host = session.selfCheck.host();
  return offering.has(session) || (memory.read(answersKey(host)) === null && memory.read(offeredKey(host)) === null);
}

/** Keeps that the check was offered in this Excel: once is enough. */
export function rememberOffer({ session, memory }: Pick<Pane, "session" | "memory">): void {
  offering.add(session);
  memory.write(offeredKey(session.selfCheck.host()), "yes");
}

export function endOffer({ session }: Pick<Pane, "session">): void {
  offering.delete(session);
}
