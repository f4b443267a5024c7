/** Something in a saved workbook that makes Excel say “We found a problem with some content”, or read it otherwise than it was meant. */
export interface PackageFinding {
  /** Path of the part, without a leading slash. */
  readonly part: string;
  readonly problem: string;
}

export type TellFinding = (part: string, problem: string) => void;

/** A damaged sheet may have the same fault in each of its rows: so many are told of one file. */
const most = 200;

export function collectFindings(): { readonly tell: TellFinding; readonly findings: readonly PackageFinding[] } {
  const findings: PackageFinding[] = [];
  return {
    findings,
    tell: (part, problem) => {
      if (findings.length < most) findings.push({ part, problem });
    },
  };
}

/** Those that stand more than once in a list, each once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}
