import type { HealthState } from "../../app/health/session";
import type { Problem } from "../../app/transaction";
import { usePane } from "../pane";
import { healthTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { FaultLine } from "./FaultLine";
import { ResultLine } from "./ResultLine";

/** How many places of the rules were put right. */
export function HealthDone({ repaired }: { readonly repaired: NonNullable<HealthState["repaired"]> }) {
  const { language, session } = usePane();
  const words = useViewText(healthTexts, language);
  return (
    <ResultLine
      tone="good"
      told={repaired}
      what={words.done(repaired.places)}
      onClose={session.health.dismiss}
      testId="health-done"
    />
  );
}

/** Why nothing was put right. */
export function HealthFault({ problem }: { readonly problem: Problem }) {
  const { session } = usePane();
  const { repairAgain, dismiss } = session.health;
  return <FaultLine problem={problem} again={() => void repairAgain()} onClose={dismiss} name="health" />;
}
