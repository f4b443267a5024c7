import type { AdoptionChoices } from "../../domain/adoption/choices";
import type { Language } from "../../domain/values/language";
import type { Area } from "../../domain/workbook/area";
import type { BeginSession } from "../begin/session";
import type { FixSession } from "../fixes/session";
import type { GrowSession } from "../grow/session";
import type { HealthSession } from "../health/session";
import type { RepSession } from "../log/session";
import type { NumbersSession } from "../measures/session";
import type { RestoreSession } from "../restore/session";
import type { RecorderSession } from "../record/session";
import type { SchemaSession } from "../schema/session";
import type { SelfCheckSession } from "../selfCheck/session";
import type { Store } from "../store";
import type { SessionState } from "./state";

/** Those of the use cases that come when they are first asked for which have come: their results are told in every view. */
export interface Loaded {
  readonly begin: BeginSession | null;
  readonly grow: GrowSession | null;
}

/** The pane's one door to the use cases. It lives outside components, which subscribe with `useSyncExternalStore`. */
export interface Session {
  readonly rep: RepSession;
  readonly fix: FixSession;
  readonly schema: SchemaSession;
  readonly numbers: NumbersSession;
  readonly health: HealthSession;
  /** Loaded with the first call; always the same one. */
  readonly begin: () => Promise<BeginSession>;
  /** Updating from an export; loaded with the first call, always the same one. */
  readonly grow: () => Promise<GrowSession>;
  readonly loaded: Omit<Store<Loaded>, "set">;
  /** Loaded with the first call; always the same one. */
  readonly selfCheck: () => Promise<SelfCheckSession>;
  readonly recorder: RecorderSession;
  readonly restore: RestoreSession;
  readonly getState: () => SessionState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the workbook's facts; checks at once when it was set up before. */
  readonly open: () => Promise<void>;
  /** The person turns from the sheet to the pane: what was picked there, of which Excel need not tell, is looked at. */
  readonly turnTo: () => void;
  /** Reads and checks the sheet. Changes nothing. */
  readonly check: () => Promise<void>;
  /** Looks for formulas where people fill in values, unless the last check has had it done. The check itself reads values only. */
  readonly findFormulas: () => Promise<void>;
  /** Works out what set-up would change, with what was chosen so far. Changes nothing. */
  readonly planSetUp: (language: Language, choices: AdoptionChoices) => Promise<void>;
  /** Does again what a fault kept from being planned, with every answer that it had. Changes nothing. */
  readonly planAgain: () => Promise<void>;
  /** Opens another sheet of a workbook that is not set up and works out what set-up would change there. */
  readonly turnToSheet: (sheet: string) => Promise<void>;
  /** Carries out the plan that was shown, reads back and checks. */
  readonly applySetUp: () => Promise<void>;
  readonly dropPlan: () => void;
  /** Sets the review day (serial of the workbook's date system), or back to today's date. */
  readonly setAsOf: (day: number | null) => Promise<void>;
  readonly select: (sheet: string, area: Area) => Promise<void>;
  readonly cancel: () => void;
  readonly dismissProblem: () => void;
  /** Sets the looks that changes left, as far as Excel will by now. */
  readonly finishLooks: () => Promise<void>;
  /** Stops speaking of them. */
  readonly dropLooks: () => void;
  /** Ends the session: what is under way is waited for, and nothing is looked at again by itself. */
  readonly close: () => Promise<void>;
}
