import type { DateSystem } from "../../domain/cells/date";
import type { Finding } from "../../domain/rules/finding";
import { fullDay } from "../text/dayText";
import type { Texts } from "../text/zh-CN";

/** The sentence for a finding: what is wrong and what to do. */
export function findingMessage(finding: Finding, system: DateSystem, texts: Texts): string {
  const { reason, header, value } = finding;
  return texts.check.finding(reason, header, value, readAs(finding, system, texts));
}

function readAs({ reason }: Finding, system: DateSystem, texts: Texts): string | null {
  if (reason.rule === "date") return reason.reads === null ? null : fullDay(reason.reads, system, texts);
  if (reason.rule === "number") return reason.reads === null ? null : String(reason.reads);
  return null;
}
