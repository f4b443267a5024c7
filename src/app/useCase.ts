import type { Language } from "../domain/values/language";
import type { Progress, SheetChange, Surroundings, WorkbookPort } from "./ports";
import type { Task } from "./session/state";
import type { Subject } from "./subject";
import type { Problem } from "./transaction";

/** What use cases have at hand: the workbook, the machine around it, and the session that they are part of. */
export interface UseCaseDependencies {
  readonly port: WorkbookPort;
  readonly surroundings: Surroundings;
  /** Language for a workbook that has not been set up. */
  readonly paneLanguage: Language;
  /** What the last check worked on; null before there was one. */
  readonly subject: () => Subject | null;
  /** Runs work after what is under way; the views show the task meanwhile. */
  readonly run: (task: Task, work: (progress: Progress) => Promise<void>) => Promise<void>;
  /** Shows a problem over all views. */
  readonly report: (task: Task, problem: Problem) => void;
  /** Takes back the problem that was reported last: what it was about is being tried again. */
  readonly clearProblem: () => void;
  /** Reads and checks everything again, as part of the work under way. */
  readonly checkAll: (progress: Progress) => Promise<void>;
  /** Has what was written checked again right after the work under way; the Summary's values follow later. */
  readonly written: (changes: readonly SheetChange[]) => void;
}
