import type { FixReceipt } from "../../app/fixes/session";
import type { FaultProblem } from "../../app/transaction";
import { usePane } from "../pane";
import { BarButton } from "./BarButton";
import { FaultLine } from "./FaultLine";
import { ResultLine } from "./ResultLine";

/** What the last fix did, with its way back. It stays until something else is done: so many cells are looked over first. */
export function FixDone({ receipt }: { readonly receipt: FixReceipt }) {
  const { session, texts } = usePane();
  const words =
    receipt.reverted === null
      ? texts.fix.done(receipt.fixed, receipt.formulas, receipt.changed)
      : texts.fix.reverted(receipt.reverted.restored, receipt.reverted.kept);
  return (
    <ResultLine tone="good" told={receipt} what={words} onClose={session.fix.dismiss} testId="fix-done">
      {receipt.reverted === null && receipt.fixed > 0 && (
        <BarButton onPress={() => void session.fix.revert()} testId="fix-revert">
          {texts.fix.revert}
        </BarButton>
      )}
    </ResultLine>
  );
}

/** Why a fix, or taking it back, came to nothing. */
export function FixFault({ problem }: { readonly problem: FaultProblem }) {
  const { session } = usePane();
  return (
    <FaultLine problem={problem} again={() => void session.fix.again()} onClose={session.fix.dismiss} name="fix" />
  );
}
