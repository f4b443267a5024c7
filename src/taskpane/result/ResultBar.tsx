import { lazy, useState, useSyncExternalStore, type ReactNode } from "react";
import type { GrowProblem } from "../../app/grow/session";
import type { HealthState } from "../../app/health/session";
import type { Store } from "../../app/store";
import type { Problem } from "../../app/transaction";
import type { RestoreRefusal } from "../../domain/restore/restorePlan";
import { Deferred } from "../controls/Deferred";
import type { Tab } from "../navigation";
import { usePane, useRepState, useSessionState } from "../pane";
import { BeginFault, ExamplesCleared } from "./BeginResult";
import { FixDone, FixFault } from "./FixResult";
import { GrowDone, GrowFault } from "./GrowResult";
import { HealthDone, HealthFault } from "./HealthResult";
import { RepFault, RepReceipt } from "./RepResult";
import { RestoreDone, RestoreFault } from "./RestoreResult";
import { LooksLeft, SessionFault } from "./SessionResult";
import { UndoLine } from "./UndoLine";

const NotRecordedNote = lazy(() => import("./NotRecordedNote"));

/** Of several results that come and go the one that came last; where it goes, the first of those that are still there. */
function useLatest<T extends object>(results: readonly (T | null)[]): T | null {
  const [seen, setSeen] = useState<{ readonly results: readonly (T | null)[]; readonly latest: T | null }>({
    results: [],
    latest: null,
  });
  if (results.every((result, at) => result === (seen.results[at] ?? null))) return seen.latest;
  const came = results.find((result, at) => result !== null && result !== seen.results[at]) ?? null;
  const latest =
    came ?? (results.includes(seen.latest) ? seen.latest : (results.find((each) => each !== null) ?? null));
  setSeen({ results, latest });
  return latest;
}

/** What stands under the open view, above the status line. */
export default function UnderTheView({ tab }: { readonly tab: Tab }) {
  return (
    <>
      {/* Beside every button that writes: all views have some but the one that shows numbers. */}
      {tab !== "numbers" && <UndoLine />}
      <ResultBar tab={tab} />
    </>
  );
}

const never = () => () => undefined;

/** The state of a use case; null before it has come. */
function useStateOf<S>(useCase: Omit<Store<S>, "set"> | null): S | null {
  return useSyncExternalStore(useCase?.subscribe ?? never, () => useCase?.getState() ?? null);
}

/** A result with the line that tells it. */
function told<T extends object>(result: T | null, line: (result: T) => ReactNode) {
  return { result, line: result && line(result) };
}

/** Work that somebody cancelled before anything was to be written asks for no word. */
function worthTelling<T extends GrowProblem | Problem<RestoreRefusal>>(problem: T | null): T | null {
  if (problem?.kind !== "fault") return problem;
  return problem.fault.code === "cancelled" && problem.aftermath === null ? null : problem;
}

/** What was put right is told as long as nothing broke since: that says more. */
function mended({ health, repaired, working }: HealthState): HealthState["repaired"] {
  return working || (health !== null && health.items.length + health.asks.length > 0) ? null : repaired;
}

/** What the last action came to, in whatever view is open: a receipt with its way back, or a fault with what to do. */
function ResultBar({ tab }: { readonly tab: Tab }) {
  const { session } = usePane();
  const { problem, leftLooks } = useSessionState();
  const rep = useRepState();
  const fix = useSyncExternalStore(session.fix.subscribe, session.fix.getState);
  const health = useSyncExternalStore(session.health.subscribe, session.health.getState);
  const restore = useSyncExternalStore(session.restore.subscribe, session.restore.getState);
  const { begin, grow } = useSyncExternalStore(session.loaded.subscribe, session.loaded.getState);
  const begun = useStateOf(begin);
  const grown = useStateOf(grow);
  // Of two that come at once the fault is told.
  const results = [
    told(problem, (it) => <SessionFault problem={it} tab={tab} />),
    told(rep.problem, (it) => <RepFault problem={it} />),
    told(fix.problem, (it) => <FixFault problem={it} />),
    told(health.problem, (it) => <HealthFault problem={it} />),
    told(worthTelling(grown?.problem ?? null), (it) => grow && <GrowFault grow={grow} problem={it} />),
    told(worthTelling(restore.problem), (it) => <RestoreFault problem={it} />),
    told(begun?.problem ?? null, (it) => begin && <BeginFault begin={begin} problem={it} />),
    told(rep.receipt, (it) => <RepReceipt receipt={it} />),
    told(fix.receipt, (it) => <FixDone receipt={it} />),
    told(mended(health), (it) => <HealthDone repaired={it} />),
    told(grown?.receipt ?? null, (it) => grow && <GrowDone grow={grow} receipt={it} />),
    told(restore.receipt, (it) => <RestoreDone receipt={it} />),
    told(begun?.cleared ?? null, (it) => begin && <ExamplesCleared begin={begin} cleared={it} />),
    told(rep.notRecorded, (it) => <NotRecordedNote told={it} />),
    told(leftLooks.length > 0 ? leftLooks : null, (it) => <LooksLeft left={it} />),
  ];
  const latest = useLatest(results.map(({ result }) => result));
  if (latest === null) return null;
  return <Deferred>{results.find(({ result }) => result === latest)?.line}</Deferred>;
}
