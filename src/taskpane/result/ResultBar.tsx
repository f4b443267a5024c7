import { lazy, useState, useSyncExternalStore } from "react";
import { Deferred } from "../controls/Deferred";
import type { Tab } from "../navigation";
import { usePane, useRepState, useSessionState } from "../pane";
import { FixDone, FixFault } from "./FixResult";
import { RepFault, RepReceipt } from "./RepResult";
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

/** What the last action came to, in whatever view is open: a receipt with its way back, or a fault with what to do. */
function ResultBar({ tab }: { readonly tab: Tab }) {
  const { session } = usePane();
  const { problem, leftLooks } = useSessionState();
  const rep = useRepState();
  const fix = useSyncExternalStore(session.fix.subscribe, session.fix.getState);
  const looks = leftLooks.length > 0 ? leftLooks : null;
  // Of two that come at once the fault is told.
  const latest = useLatest<object>([
    problem,
    rep.problem,
    fix.problem,
    rep.receipt,
    fix.receipt,
    rep.notRecorded,
    looks,
  ]);
  if (latest === null) return null;
  if (latest === problem && problem !== null) return <SessionFault problem={problem} tab={tab} />;
  if (latest === rep.problem && rep.problem !== null) return <RepFault problem={rep.problem} />;
  if (latest === fix.problem && fix.problem !== null) return <FixFault problem={fix.problem} />;
  if (latest === rep.receipt && rep.receipt !== null) return <RepReceipt receipt={rep.receipt} />;
  if (latest === fix.receipt && fix.receipt !== null) return <FixDone receipt={fix.receipt} />;
  if (latest === rep.notRecorded && rep.notRecorded !== null)
    return (
      <Deferred>
        <NotRecordedNote told={rep.notRecorded} />
      </Deferred>
    );
  return looks && <LooksLeft left={looks} />;
}
