import type { CardText } from "./types/card";
import type { CheckText } from "./types/check";
import type { FixText } from "./types/fix";
import type { ProblemText } from "./types/problems";
import type { RepText } from "./types/rep";
import type { SchemaText } from "./types/schema";
import type { ShellText } from "./types/shell";
import type { FiguresText, TodayText } from "./types/today";

/**
 * All that the pane says in one language, but for the views that bring their own texts (`load.ts`).
 * A text is a string, or a function of what it names: a language that lacks one, or takes other arguments, is a type error.
 */
export interface PaneText extends ShellText, ProblemText {
  readonly figures: FiguresText;
  readonly today: TodayText;
  readonly rep: RepText;
  readonly card: CardText;
  readonly check: CheckText;
  readonly fix: FixText;
  readonly schema: SchemaText;
}
