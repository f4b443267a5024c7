import type { Problem } from "../../app/transaction";
import { usePane } from "../pane";
import { BarButton } from "./BarButton";
import { canRetry, problemSentence } from "./problemSentence";
import { ResultLine } from "./ResultLine";

interface LineProps {
  /** Does again what failed; null where that cannot help, or the view at hand does. */
  readonly again: (() => void) | null;
  readonly onClose: () => void;
  /** Begins the names of the line and of its button. */
  readonly name: string;
}

interface FailedProps extends LineProps {
  readonly tone?: "bad" | "note";
  /** Another one is told anew, also in the same words. */
  readonly told: object;
  readonly what: string;
  readonly more?: string;
}

/** What came to nothing, in words of its own, and the same once more. */
export function Failed({ tone = "bad", told, what, more, again, onClose, name }: FailedProps) {
  const { texts } = usePane();
  return (
    <ResultLine tone={tone} told={told} what={what} more={more} onClose={onClose} testId={`${name}-problem`}>
      {again !== null && (
        <BarButton onPress={again} testId={`${name}-retry`}>
          {texts.problem.retry}
        </BarButton>
      )}
    </ResultLine>
  );
}

interface Props extends LineProps {
  readonly problem: Problem;
  readonly told?: object;
}

/** Why a change came to nothing, how the workbook was left, and what to do. */
export function FaultLine({ problem, told = problem, again, ...line }: Props) {
  const { texts } = usePane();
  const { what, todo, left } = problemSentence(problem, texts);
  return (
    <Failed
      tone={problem.kind === "fault" && problem.fault.code === "cancelled" ? "note" : "bad"}
      told={told}
      what={what}
      more={left === null ? todo : texts.sentences(left, todo)}
      again={canRetry(problem) ? again : null}
      {...line}
    />
  );
}
