import fc from "fast-check";
import type { Session } from "../../src/app/session/session";

/**
 * For properties of sheets that are set up: leaves out a made-up sheet that reads as no list, which values that overrule a header can
 * come to. That nothing of it is changed, and that it is said why, is other tests' matter.
 */
export function leaveOutRefused(session: Session): void {
  fc.pre(session.getState().problem?.kind !== "refusal");
}
