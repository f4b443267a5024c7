import { Button } from "@fluentui/react-components";
import type { FixReceipt } from "../../app/fixes/session";
import type { FaultProblem } from "../../app/transaction";
import { usePane, useSessionState } from "../pane";
import { ResultLine } from "./ResultLine";

/** What the last fix did, with its way back. It stays until something else is done: so many cells are looked over first. */
export function FixDone({ receipt }: { readonly receipt: FixReceipt }) {
  const { session, texts } = usePane();
  const { busy } = useSessionState();
  const words =
    receipt.reverted === null
      ? texts.fix.done(receipt.fixed, receipt.formulas, receipt.changed)
      : texts.fix.reverted(receipt.reverted.restored, receipt.reverted.kept);
  return (
    <ResultLine tone="good" told={receipt} what={words} onClose={session.fix.dismiss} testId="fix-done">
      {receipt.reverted === null && receipt.fixed > 0 && (
        <Button
          size="small"
          disabledFocusable={busy !== null}
          onClick={() => {
            if (busy === null) void session.fix.revert();
          }}
          data-testid="fix-revert"
        >
          {texts.fix.revert}
        </Button>
      )}
    </ResultLine>
  );
}

/** Why a fix, or taking it back, came to nothing. */
export function FixFault({ problem }: { readonly problem: FaultProblem }) {
  const { session, texts } = usePane();
  const { what, todo } = texts.fault(problem.fault);
  const left = texts.aftermath(problem.aftermath ?? "unchanged");
  return (
    <ResultLine
      tone="bad"
      told={problem}
      what={what}
      more={texts.sentences(left, todo)}
      onClose={session.fix.dismiss}
      testId="fix-problem"
    />
  );
}
