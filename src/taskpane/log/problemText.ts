import type { RepBook } from "../../app/log/session";
import type { FormProblem } from "../../domain/log/touchForm";
import type { Finding } from "../../domain/rules/finding";
import { findingWords } from "../check/findingWords";
import { fullDay } from "../text/dayText";
import type { PaneText } from "../text/texts";

/** The sentence for a problem of the form; rules of the schema say what the check would say. */
export function problemText({ problem }: FormProblem, book: RepBook, texts: PaneText): string {
  switch (problem.code) {
    case "rule":
      return ruleText(problem.finding, book, texts);
    case "whichDate":
      return texts.rep.whichDate(problem.candidates.map((day) => fullDay(day, book.system, texts)));
    case "tooLong":
      return texts.rep.tooLong(problem.length, problem.most);
    default:
      return texts.rep.problem(problem.code);
  }
}

export function ruleText(finding: Finding, book: RepBook, texts: PaneText): string {
  return texts.check.finding(finding, findingWords(book, texts));
}
