import type { Touch } from "../../domain/log/touch";
import { usePane, useRepState } from "../pane";

/** The log as it was read last; empty before it was. */
export function useTouches(): readonly Touch[] {
  const { session } = usePane();
  const { log } = useRepState();
  return (log ?? session.schema.subject()?.reading.log)?.touches ?? [];
}
