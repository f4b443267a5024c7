import { useSyncExternalStore } from "react";
import type { GrowProblem, GrowReceipt, GrowSession } from "../../app/grow/session";
import { usePane } from "../pane";
import { growTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { BarButton } from "./BarButton";
import { Failed, FaultLine } from "./FaultLine";
import { ResultLine } from "./ResultLine";

interface DoneProps {
  readonly grow: GrowSession;
  readonly receipt: GrowReceipt;
}

/** What an update from an export did, with its way back. */
export function GrowDone({ grow, receipt }: DoneProps) {
  const { language } = usePane();
  const words = useViewText(growTexts, language);
  const { fresh, cells, undone } = receipt;
  return (
    <ResultLine
      tone="good"
      told={receipt}
      what={undone === null ? words.done(receipt) : words.undone(undone.restored, undone.kept)}
      onClose={grow.dismiss}
      testId="grow-done"
    >
      {undone === null && fresh + cells > 0 && (
        <BarButton onPress={() => void grow.undo()} testId="grow-undo">
          {words.undo}
        </BarButton>
      )}
    </ResultLine>
  );
}

interface FaultProps {
  readonly grow: GrowSession;
  readonly problem: GrowProblem;
}

/** Why an export cannot be read, or an update or its undo came to nothing. */
export function GrowFault({ grow, problem }: FaultProps) {
  const { language } = usePane();
  const { failed } = useSyncExternalStore(grow.subscribe, grow.getState);
  const words = useViewText(growTexts, language);
  // An export that cannot be read is chosen again in its view.
  const again = { look: null, apply: () => void grow.apply(), undo: () => void grow.undo() }[failed];
  const line = { told: problem, again, onClose: grow.dismiss, name: "grow" };
  switch (problem.kind) {
    case "file":
      return <Failed {...line} what={words.fileProblem(problem.problem, problem.name)} />;
    case "noList":
      return <Failed {...line} what={words.noList(problem.name)} />;
    case "fault":
      return <FaultLine {...line} problem={problem} />;
    case "refusal": {
      const { refusal } = problem;
      switch (refusal.kind) {
        case "sheet":
          return <FaultLine {...line} problem={{ kind: "refusal", refusal: refusal.refusal }} />;
        case "noIds":
          return <Failed {...line} what={words.noIds} />;
        case "totalRow":
          return <Failed {...line} what={words.totalRow(refusal.sheet)} />;
      }
    }
  }
}
