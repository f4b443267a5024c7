import type { HostIdentity } from "../../../domain/selfCheck/host";
import type { Judgement } from "../../../domain/selfCheck/judge";
import type { OutcomeOf, ProbeId, Trial } from "../../../domain/selfCheck/probes";

/** One probe: what was tried, and for each answer what Excel does and what that means for people. */
interface ProbeText<Id extends ProbeId> {
  readonly name: string;
  readonly outcomes: Readonly<Record<OutcomeOf<Id>, string>>;
}

/** What is done by hand, with the button that says it was done. */
interface TrialText {
  readonly steps: readonly string[];
  readonly done: string;
}

/** The self-check: finding out how this Excel answers. */
export interface SelfCheckText {
  readonly open: string;
  readonly openHint: string;
  readonly heading: string;
  readonly back: string;
  readonly intro: string;
  /** Said before it begins: what it costs. */
  readonly cost: string;
  readonly run: string;
  readonly runAgain: string;
  readonly running: string;
  readonly host: (host: HostIdentity) => string;
  readonly empty: string;
  readonly earlier: string;
  readonly stopped: string;
  readonly summary: (counts: Readonly<Record<Judgement["verdict"], number>>) => string;
  readonly verdict: Readonly<Record<Judgement["verdict"], string>>;
  readonly group: Readonly<Record<Judgement["verdict"], string>>;
  readonly error: (error: string) => string;
  readonly probes: { readonly [Id in ProbeId]: ProbeText<Id> };
  readonly trials: {
    readonly heading: string;
    readonly intro: string;
    readonly begin: string;
    readonly skip: string;
    readonly each: Readonly<Record<Trial, TrialText>>;
  };
  readonly problem: { readonly taken: string; readonly structure: string; readonly left: string };
  readonly report: {
    readonly label: string;
    readonly hint: string;
    readonly copy: string;
    readonly copied: string;
    readonly byHand: string;
    readonly title: (day: string) => string;
  };
  readonly offer: { readonly sentence: string; readonly dismiss: string };
}
