import type { Receipt, RepTask } from "../../../app/log/state";
import type { SuggestedDay } from "../../../domain/log/nextDates";
import type { TouchProblem } from "../../../domain/log/planTouch";
import type { Week } from "../../../domain/log/takeAlongText";
import type { PromiseOutcome, TouchKind } from "../../../domain/log/touch";
import type { FormProblem } from "../../../domain/log/touchForm";
import type { Outcome } from "../../../domain/schema/field";
import type { Sentence } from "./problems";

/** Problems of the form that need no more than a sentence each. */
export type PlainFormProblem = Exclude<FormProblem["problem"]["code"], "whichDate" | "tooLong" | "rule">;

/** The form in which a touch is logged. */
export interface LogFormText {
  readonly heading: string;
  readonly customer: string;
  readonly customerHint: string;
  /** Nobody was found, and how a customer of that name would be added. */
  readonly noMatch: (words: string) => string;
  readonly matches: (count: number) => string;
  readonly newCustomer: string;
  readonly asNew: (name: string) => string;
  readonly fromSheet: string;
  readonly noRowThere: string;
  readonly noOwner: string;
  readonly never: string;
  readonly last: (day: string) => string;
  /** What was said last, with the day where it is known. */
  readonly words: (text: string, day: string | null) => string;
  readonly method: string;
  readonly content: string;
  readonly result: string;
  readonly stage: string;
  readonly choose: string;
  /** @param stage the stage now; blank where there is none */
  readonly unchanged: (stage: string) => string;
  readonly next: string;
  /** What a day to choose is called; only one that is meant exactly by the words gets them. */
  readonly choice: (day: Pick<SuggestedDay, "choice" | "fit">) => string;
  readonly pick: string;
  readonly none: string;
  readonly pickHint: string;
  /** A day that was typed, with its weekday. */
  readonly typedDay: (day: string, isOff: boolean) => string;
  /** When to look at a parked customer again, and the answer that nobody knows. */
  readonly revisit: string;
  readonly revisitNow: (day: string) => string;
  readonly revisitUnknown: string;
  /** The sheet cannot say when to look at a parked customer again. */
  readonly noRevisitColumn: (header: string) => string;
  readonly date: string;
  readonly dateHint: string;
  readonly alsoNeeded: string;
  /** Over the buttons that close a customer. */
  readonly close: string;
  /** @param outcomes kinds of closed stages that the Settings have none of */
  readonly noStageFor: (outcomes: readonly Outcome[]) => string;
  readonly addStage: string;
  /** Heading over what a closed customer needs. */
  readonly closing: Readonly<Record<Outcome, string>>;
  readonly comeBack: (days: number) => string;
  readonly save: string;
  readonly saveNext: string;
  readonly saving: string;
  readonly full: string;
  readonly quick: string;
  readonly back: string;
  readonly forward: string;
  readonly discard: string;
  readonly topics: { readonly customer: string; readonly talk: string; readonly next: string };
  readonly step: (now: number, all: number, topic: string) => string;
  readonly required: string;
  readonly optional: string;
  readonly missing: (count: number) => string;
  readonly restored: string;
  readonly cleared: string;
  readonly bringBack: string;
  /** Above the names of customers whose forms were left unsaved. */
  readonly unsaved: string;
  readonly forNobody: string;
  readonly forNew: string;
  /** @param count digits of a telephone number that may lack some */
  readonly fewDigits: (count: number) => string;
  readonly pasteEntries: string;
  /** What a typed day was read as. */
  readonly isDay: (day: string) => string;
  /** What was typed could be one of these. */
  readonly isItOne: (values: readonly string[]) => string;
}

/** What a rep takes along: texts to paste, and the calendar. */
interface ExportText {
  readonly title: string;
  readonly digest: string;
  readonly digestCopied: string;
  readonly reportOf: Readonly<Record<Week, string>>;
  readonly reportCopied: string;
  /** Name of the calendar's part. */
  readonly calendarGroup: string;
  readonly calendar: string;
  readonly calendarCopied: string;
  readonly calendarHint: string;
  readonly alarm: string;
  readonly alarmAt: (time: string) => string;
  readonly noAlarm: string;
  readonly weekly: (weeks: number) => string;
  /** What is in the file: appointments, and how many of them are overdue and stand on today. */
  readonly inFile: (count: number, overdue: number) => string;
  readonly noAppointments: string;
  readonly nothingSent: string;
}

/** What a rep does from the Today view. */
export interface RepTodayText {
  readonly secondFollowUp: string;
  /** @param days since the day for another contact */
  readonly secondFlag: (days: number) => string;
  readonly secondWhy: (stage: string, reason: string, day: string) => string;
  readonly keyAccount: string;
  readonly log: string;
  readonly reschedule: string;
  /** Name of an action, for whoever does not see beside whom it stands. */
  readonly forCustomer: (action: string, customer: string) => string;
  readonly select: string;
  readonly done: string;
  readonly chosen: (count: number) => string;
  readonly choose: (customer: string) => string;
  /** @param count customers that one press ticks */
  readonly all: (count: number) => string;
  readonly noneOf: string;
  /** @param monday the first working day of next week */
  readonly postpone: (monday: string) => string;
  readonly transfer: string;
  readonly transferTo: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly apply: string;
  readonly moveTo: string;
  /** A customer that somebody helps with, by its owner; blank where it has none. */
  readonly with: (owner: string) => string;
  /** Reminder of last week's report. */
  readonly report: {
    readonly open: string;
    readonly copy: string;
    readonly again: string;
    readonly dismiss: string;
    readonly copied: string;
  };
  readonly export: ExportText;
}

/** Who works in this pane. It is asked once on a computer. */
export interface AuthorText {
  readonly question: string;
  readonly hint: string;
  readonly other: string;
  readonly name: string;
  readonly isMe: string;
  readonly signed: (name: string) => string;
  readonly change: string;
}

/** What the rep's work needs on more than one view: the Log view, its receipts and problems, and the actions of Today. */
export interface RepText {
  readonly tab: string;
  /** First choice of the owner's list. */
  readonly me: string;
  readonly log: LogFormText;
  readonly author: AuthorText;
  /** Logging before the sheet is set up. */
  readonly notSetUp: Sentence & { readonly action: string };
  readonly problem: (code: PlainFormProblem) => string;
  readonly whichDate: (days: readonly string[]) => string;
  readonly tooLong: (length: number, most: number) => string;
  readonly rowProblem: (problem: TouchProblem, customer: string) => Sentence;
  readonly noLog: Sentence;
  readonly noIds: Sentence;
  readonly noId: (customer: string) => Sentence & { readonly action: string };
  readonly noIdShort: string;
  readonly seeWhatIsMissing: string;
  readonly draftKept: string;
  readonly retry: string;
  readonly dismiss: string;
  /**
   * What was saved.
   * @param day the next date of all of them, with its weekday; null where they have different ones, or none was set
   */
  readonly saved: (receipt: Pick<Receipt, "kind" | "customers" | "isNew" | "to">, day: string | null) => string;
  /** What came to nothing, and why. */
  readonly failed: (task: RepTask, why: string) => string;
  readonly undo: string;
  /** @param kept cells that were left alone because they changed since */
  readonly undone: (kept: number) => string;
  readonly handOver: (owner: string) => string;
  readonly handOverReason: string;
  readonly similar: {
    readonly title: string;
    readonly line: (owner: string, last: string) => string;
    readonly use: string;
  };
  readonly timeline: {
    readonly title: string;
    readonly empty: string;
    readonly kind: (kind: TouchKind) => string;
    /** Blank where nothing had been promised. */
    readonly promise: (promise: PromiseOutcome) => string;
    readonly promised: (day: string) => string;
    readonly stage: (from: string, to: string) => string;
    readonly row: (row: number) => string;
    readonly problems: (count: number) => string;
  };
  readonly today: RepTodayText;
}
