import { useSyncExternalStore } from "react";
import type { RestoreState } from "../../app/restore/session";
import type { RestorePlan } from "../../domain/restore/restorePlan";
import { usePane } from "../pane";
import { restoreTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { Failed, FaultLine } from "./FaultLine";
import { ResultLine } from "./ResultLine";

/** How much was given back; what stayed is listed where it was asked for. */
export function RestoreDone({ receipt }: { readonly receipt: RestorePlan }) {
  const { language, session } = usePane();
  const words = useViewText(restoreTexts, language);
  return (
    <ResultLine
      tone="good"
      told={receipt}
      what={words.done(receipt.cells, receipt.columns.length, receipt.sheets.length)}
      onClose={session.restore.dismiss}
      testId="restore-done"
    />
  );
}

interface FaultProps {
  readonly problem: NonNullable<RestoreState["problem"]>;
}

/** Why nothing, or a part, was given back. Once more begins with the preview, so that nothing happens unseen. */
export function RestoreFault({ problem }: FaultProps) {
  const { language, navigation, session } = usePane();
  const { subscribe, getState, look, plan, dismiss } = session.restore;
  const { chosen } = useSyncExternalStore(subscribe, getState);
  const words = useViewText(restoreTexts, language);
  const again = () => {
    navigation.go("setup");
    void (chosen === null ? look() : plan(chosen));
  };
  const line = { told: problem, onClose: dismiss, name: "restore" };
  if (problem.kind === "fault") return <FaultLine {...line} problem={problem} again={again} />;
  const isFinal = problem.refusal.code === "nothing" || problem.refusal.code === "damaged";
  return <Failed {...line} what={words.refusal(problem.refusal)} again={isFinal ? null : again} />;
}
