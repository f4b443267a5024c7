import type { Fault } from "../../app/fault";
import type { PaneText } from "../text/texts";

/** The few words that the status line has room for. */
export function waitingWords(fault: Fault, texts: PaneText): string {
  const { waiting } = texts.status;
  switch (fault.code) {
    case "cellEdit":
      return waiting.cellEdit;
    case "readOnly":
      return waiting.readOnly;
    case "protected":
      return waiting.protected;
    case "busy":
      return waiting.busy;
    case "lost":
      return waiting.lost;
    default:
      return waiting.other;
  }
}
