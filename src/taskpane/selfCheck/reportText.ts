import type { Answers, Facts } from "../../domain/selfCheck/answer";
import type { HostIdentity } from "../../domain/selfCheck/host";
import { judge, type Judgement } from "../../domain/selfCheck/judge";
import { allProbes, type ProbeId } from "../../domain/selfCheck/probes";
import { isoOfSerial } from "../../domain/values/date";
import type { SelfCheckText } from "../text/types/selfCheck";

/** An answer as the view shows it. */
export interface Line {
  readonly probe: ProbeId;
  readonly verdict: Judgement["verdict"];
  readonly name: string;
  readonly sentence: string;
}

/** The answers in words, in the order in which they were asked for. */
export function linesOf(answers: Answers, text: SelfCheckText): readonly Line[] {
  return allProbes.flatMap((probe): readonly Line[] => {
    const answer = answers.get(probe);
    if (!answer) return [];
    const { name } = text.probes[probe];
    const outcomes: Readonly<Record<string, string>> = text.probes[probe].outcomes;
    const { verdict, outcome } = judge(probe, answer);
    const error = answer.kind === "error" ? text.error(answer.error) : "";
    return [{ probe, verdict, name, sentence: outcome === null ? error : (outcomes[outcome] ?? "") }];
  });
}

interface Reported {
  readonly host: HostIdentity;
  /** Serial of the 1900 system. */
  readonly day: number;
  readonly answers: Answers;
  readonly notes: Facts | null;
}

/** The report as plain text: the sentences for whoever ran the check, the facts for whoever looks after the add-in. */
export function reportText({ host, day, answers, notes }: Reported, text: SelfCheckText): string {
  const facts = (probe: ProbeId) => {
    const answer = answers.get(probe);
    return answer?.kind === "facts" ? JSON.stringify(answer.facts) : (answer?.error ?? "");
  };
  const lines = linesOf(answers, text).map(
    ({ probe, verdict, name, sentence }, index) =>
      `${index + 1}. [${text.verdict[verdict]}] ${name} · ${sentence}\n   ${probe} ${facts(probe)}`,
  );
  const head = [text.report.title(isoOfSerial(day, 1900)), text.host(host), JSON.stringify(host)];
  return [...head, ...(notes === null ? [] : [JSON.stringify(notes)]), "", ...lines, ""].join("\n");
}
