import type { Task } from "../../../app/session/state";
import type { Verdict } from "../../../app/verdict";
import type { Look } from "../../../domain/workbook/looks";
import type { FieldId } from "../../../domain/schema/fieldIds";
import type { DatesText } from "./dates";

/** The frame around the views: tabs, status line, first run, what is said aloud, and what every view writes the same way. */
export interface ShellText {
  readonly product: string;
  /** Two sentences in a row, with a space between them where the language has one. */
  readonly sentences: (first: string, second: string) => string;
  /** The field's own name: the word that a new column would get as its header. */
  readonly field: (id: FieldId) => string;
  readonly tabs: {
    readonly label: string;
    readonly today: string;
    readonly log: string;
    readonly check: string;
    readonly numbers: string;
    readonly setup: string;
  };
  readonly dates: DatesText;
  /** Where the page was opened in a browser of its own. */
  readonly notInExcel: { readonly title: string; readonly body: string; readonly how: string };
  readonly crash: { readonly title: string; readonly body: string; readonly retry: string; readonly reload: string };
  readonly firstRun: {
    readonly title: string;
    /** What the product does, in three lines. */
    readonly lines: readonly string[];
    readonly action: string;
    readonly safe: string;
    readonly sheet: (name: string) => string;
  };
  readonly status: {
    readonly opening: string;
    /** @param total 0 where nobody knows how much there is to do */
    readonly working: (task: string, done: number, total: number) => string;
    readonly ready: string;
    readonly checked: (at: string) => string;
    readonly verdict: (verdict: Verdict) => string;
    readonly pending: string;
    /** What the status line has room for while something has to be done first. */
    readonly waiting: {
      readonly cellEdit: string;
      readonly readOnly: string;
      readonly protected: string;
      readonly busy: string;
      readonly lost: string;
      readonly other: string;
    };
    readonly cancel: string;
    readonly progress: string;
  };
  /** Looks that Excel would not set. */
  readonly leftLooks: {
    /** @param parts what was not set, each as `part` names it */
    readonly say: (parts: readonly string[]) => string;
    readonly part: (look: Look, sheet: string) => string;
  };
  /** Said before the first write in an Excel where what the add-in writes cannot be undone by Ctrl+Z, nor what was done before it. */
  readonly undoEnds: { readonly words: string; readonly understood: string };
  /** How a text leaves the pane, and what is said where the pane cannot see whether it did. */
  readonly takeOut: {
    readonly offered: (file: string) => string;
    readonly instead: string;
    /** Above a text where no download was tried. */
    readonly shown: string;
    /** Above a text that the clipboard did not take; it stands there selected. */
    readonly byHand: string;
    /** How a copied text becomes a file. */
    readonly how: (file: string) => string;
    readonly copy: string;
  };
  /** Name of the line that tells what the last action came to. */
  readonly result: string;
  readonly problem: { readonly retry: string; readonly dismiss: string };
  readonly task: (task: Task) => string;
  /** What screen readers are told. */
  readonly announce: {
    /** @param verdict in words */
    readonly checked: (verdict: string) => string;
    readonly applied: (count: number) => string;
  };
}
