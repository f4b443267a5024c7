import { useSyncExternalStore } from "react";
import type { BeginSession, BeginState } from "../../app/begin/session";
import type { Problem } from "../../app/transaction";
import { usePane } from "../pane";
import { beginTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { FaultLine } from "./FaultLine";
import { ResultLine } from "./ResultLine";

interface ClearedProps {
  readonly begin: BeginSession;
  readonly cleared: NonNullable<BeginState["cleared"]>;
}

/** Which examples went, and which stayed as somebody's own. */
export function ExamplesCleared({ begin, cleared }: ClearedProps) {
  const { language } = usePane();
  const words = useViewText(beginTexts, language);
  return (
    <ResultLine
      tone="good"
      told={cleared}
      what={words.clearing.cleared(cleared.rows, cleared.kept)}
      onClose={begin.dismiss}
      testId="examples-cleared"
    />
  );
}

interface FaultProps {
  readonly begin: BeginSession;
  readonly problem: Problem;
}

/** Why no sheet was made, or no examples went. A sheet is made again by the button under what was chosen for it. */
export function BeginFault({ begin, problem }: FaultProps) {
  const { failed } = useSyncExternalStore(begin.subscribe, begin.getState);
  const again = failed === "clear" ? () => void begin.clear() : null;
  return <FaultLine problem={problem} again={again} onClose={begin.dismiss} name="begin" />;
}
