import type { ListedCustomer } from "../../domain/log/customers";
import type { NewTouch } from "../../domain/log/drafts";
import type { LogReading } from "../../domain/log/readLog";
import type { Progress } from "../ports";
import type { Subject } from "../subject";
import type { Problem } from "../transaction";
import type { UseCaseDependencies } from "../useCase";
import type { RepRefusal, Told } from "./work";

export type SaveKind = "touch" | "transfer" | "reschedule" | "stages";

/** What the last save did, until it is undone or followed by another one. */
export interface Receipt extends Told {
  readonly kind: SaveKind;
  readonly isNew: boolean;
  /** Null while it can be undone; then how many cells stayed because somebody had changed them since. */
  readonly undone: { readonly kept: number } | null;
}

/** Why a save or an undo came to nothing. */
export type RepProblem = Problem<RepRefusal>;

/** What came to nothing, and so what is to be done again: the save of a form, taking the last save back, or reading the log. */
export type RepTask = "save" | "undo" | "read";

/** Stages that were changed in the grid and could not be recorded: they stand in the sheet. */
export interface NotRecorded {
  /** Names of the customers. */
  readonly customers: readonly string[];
  readonly problem: RepProblem;
}

export interface RepState {
  /** Null until somebody asked for it. */
  readonly log: LogReading | null;
  readonly saving: boolean;
  readonly receipt: Receipt | null;
  readonly problem: RepProblem | null;
  /** What met the problem; of no meaning without one. */
  readonly failed: RepTask;
  /** Null where nothing was met, and once somebody has read it. */
  readonly notRecorded: NotRecorded | null;
  /** Saves what stands in the form that met the problem; null where that form has gone. */
  readonly again: (() => void) | null;
}

/** The use cases that write. */
export interface RepSaves {
  /**
   * Writes a touch to the log and to its customer's row, wherever that row is now.
   * @returns true when it stands in the workbook
   */
  readonly logTouch: (touch: NewTouch, who: string | null) => Promise<boolean>;
  /** Hands customers over to another owner, each with a record in the log. */
  readonly transfer: (
    customers: readonly ListedCustomer[],
    to: string,
    reason: string,
    who: string | null,
  ) => Promise<boolean>;
  /** Moves the next dates of customers, each with a record in the log. It counts as no contact. */
  readonly reschedule: (
    customers: readonly ListedCustomer[],
    dayFor: (customer: ListedCustomer) => number,
    reason: string,
    who: string | null,
  ) => Promise<boolean>;
  /**
   * Records stages that were changed in the sheet before and of which the log knows nothing yet. It counts as no contact.
   * @param ids of the customers that are meant
   */
  readonly recordStages: (ids: ReadonlySet<string>) => Promise<boolean>;
  /** Takes the last save back, as far as nobody has changed its cells since. */
  readonly undo: () => Promise<void>;
}

/** How what is recorded without a form is brought to the views. */
export interface RepRecording {
  /** Reads the log again where a view shows it. Where it cannot be read just then, the next look reads it. */
  readonly refreshLog: (now: Subject, progress: Progress) => Promise<void>;
  readonly notRecorded: (told: NotRecorded) => void;
}

export type RepDependencies = Pick<UseCaseDependencies, "port" | "surroundings" | "subject" | "run" | "written">;
