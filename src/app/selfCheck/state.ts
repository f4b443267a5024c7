import type { Answers, Facts } from "../../domain/selfCheck/answer";
import type { Trial } from "../../domain/selfCheck/probes";
import type { Fault } from "../fault";
import type { Store } from "../store";

/** Why the self-check could not begin, or what it could not put away. */
export type SelfCheckProblem =
  /** A sheet of the scratch sheet's name is not ours. */
  | { readonly kind: "taken" }
  /** Sheets can be neither added nor deleted. */
  | { readonly kind: "structure" }
  | { readonly kind: "fault"; readonly fault: Fault }
  /** The scratch sheet is still there. */
  | { readonly kind: "left" };

export interface SelfCheckState {
  /** What Excel answered in the last run, as far as it came; null before there was one. */
  readonly answers: Answers | null;
  readonly notes: Facts | null;
  /** Day of the last run, as a serial of the 1900 system; null before there was one. */
  readonly day: number | null;
  readonly working: boolean;
  /** True where the last run was stopped before its end. */
  readonly stopped: boolean;
  /** What a person is asked to do on the scratch sheet now. */
  readonly trial: Trial | null;
  readonly problem: SelfCheckProblem | null;
}

/** Before the first check. */
export const notChecked: SelfCheckState = {
  answers: null,
  notes: null,
  day: null,
  working: false,
  stopped: false,
  trial: null,
  problem: null,
};

export type SelfCheckStore = Pick<Store<SelfCheckState>, "getState" | "set">;
