import { Button } from "@fluentui/react-components";
import type { Receipt, RepProblem, RepTask } from "../../app/log/state";
import { usePane, useRepState, useSessionState, type Pane } from "../pane";
import { useCompleteSetUp } from "../rep/completeSetUp";
import { headerDay } from "../text/dayText";
import type { PaneText } from "../text/texts";
import { sentenceOf } from "./repSentence";
import { ResultLine } from "./ResultLine";

/** The day that all of them got, in words; null where they got different ones, or none. */
function dayOf({ days }: Receipt, system: 1900 | 1904, texts: PaneText): string | null {
  const [day = null] = days;
  return day === null || days.some((each) => each !== day) ? null : headerDay(day, system, texts);
}

/** What the last save did, with its way back. */
export function RepReceipt({ receipt }: { readonly receipt: Receipt }) {
  const { session, texts } = usePane();
  const { saving } = useRepState();
  const { check } = useSessionState();
  const { rep } = texts;
  const words =
    receipt.undone === null
      ? rep.saved(receipt, dayOf(receipt, check?.system ?? 1900, texts))
      : rep.undone(receipt.undone.kept);
  return (
    <ResultLine tone="good" told={receipt} what={words} passes onClose={session.rep.dismiss} testId="receipt">
      {receipt.undone === null && (
        <Button
          size="small"
          disabledFocusable={saving}
          onClick={() => {
            if (!saving) void session.rep.undo();
          }}
          data-testid="undo"
        >
          {rep.undo}
        </Button>
      )}
    </ResultLine>
  );
}

/** Does again what came to nothing; null where its form has gone. */
function againOf(failed: RepTask, save: (() => void) | null, { session }: Pane): (() => void) | null {
  switch (failed) {
    case "save":
      return save;
    case "undo":
      return () => void session.rep.undo();
    case "read":
      return () => {
        session.rep.dismiss();
        void session.rep.openLog();
      };
  }
}

/** Why a save, its undo or a look at the log came to nothing: what happened, how the workbook was left, what to do. */
export function RepFault({ problem }: { readonly problem: RepProblem }) {
  const pane = usePane();
  const { session, texts } = pane;
  const { failed, again: save, saving } = useRepState();
  const completeSetUp = useCompleteSetUp();
  const { what, todo } = sentenceOf(problem, texts);
  const aftermath = problem.kind === "fault" ? (problem.aftermath ?? "unchanged") : "unchanged";
  const again = againOf(failed, save, pane);
  const isKept = failed === "save" && again !== null;
  const { rep } = texts;
  return (
    <ResultLine
      tone="bad"
      told={problem}
      what={aftermath === "partial" ? what : rep.failed(failed, what)}
      more={texts.sentences(texts.aftermath(aftermath), isKept ? texts.sentences(todo, rep.draftKept) : todo)}
      onClose={session.rep.dismiss}
      testId="rep-problem"
    >
      {again !== null && (
        <Button
          size="small"
          disabledFocusable={saving}
          onClick={() => {
            if (!saving) again();
          }}
          data-testid="rep-retry"
        >
          {rep.retry}
        </Button>
      )}
      {problem.kind === "refusal" && problem.refusal.kind !== "row" && (
        <Button size="small" onClick={completeSetUp} data-testid="rep-set-up">
          {rep.seeWhatIsMissing}
        </Button>
      )}
    </ResultLine>
  );
}
