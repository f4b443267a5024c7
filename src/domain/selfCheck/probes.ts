/**
 * - fine: as documented, or no matter to the add-in
 * - handled: Excel has a way of its own here, and the add-in is right under it
 * - tell: nobody has seen this before; whoever looks after the add-in should hear of it
 */
export type Verdict = "fine" | "handled" | "tell";

/**
 * What is asked of an Excel to learn how it answers, in the order in which it is asked, each with the answers that are told apart.
 * Builds differ in all of it; docs/host-behaviour.md says what was seen where.
 */
export const probes = {
  /** Ids of conditional formats: their places in the list, or their own. */
  ruleIds: { places: "fine", own: "fine", other: "tell" },
  /** Where a new conditional format comes in the order. */
  ruleOrder: { first: "fine", last: "handled", other: "tell" },
  rulePriority: { moved: "fine", ignored: "tell" },
  ruleDelete: { right: "fine", other: "tell" },
  /** What a formula that is refused leaves behind. */
  ruleRefused: { nothingLeft: "fine", emptyLeft: "handled", accepted: "tell" },
  ruleLength: { long: "fine", middling: "handled", short: "tell" },
  ruleCopied: { readable: "fine", unreadable: "handled", notCopied: "handled" },
  /** A colour that a conditional format does not set. */
  ruleUnset: { unset: "fine", blank: "handled", other: "tell" },
  wholeLimits: { any: "fine", unsigned16: "handled", other: "tell" },
  decimalLimits: { formula: "fine", number: "handled", text: "handled", scientific: "handled", other: "tell" },
  dateLimits: { formula: "fine", number: "handled", day: "handled", dayAndTime: "handled", other: "tell" },
  dateTexts: { formula: "fine", number: "handled", day: "handled", dayAndTime: "handled", other: "tell" },
  namedList: { name: "fine", other: "tell" },
  entryTexts: { known: "fine", wider: "fine", narrower: "tell" },
  /** Two different validations side by side. */
  unevenRules: { inconsistent: "fine", mixedCriteria: "handled", other: "tell" },
  ruleMembers: { used: "fine", all: "handled" },
  tableHeaders: { renamed: "handled", other: "tell" },
  headerForms: { accepted: "fine", refused: "tell" },
  tableGrowth: { anyCell: "fine", firstCell: "handled", never: "handled", other: "tell" },
  tableBlock: { all: "fine", block: "handled", other: "handled" },
  fillFormula: { filled: "fine", single: "fine", other: "tell" },
  changedFormula: { newOne: "fine", oldOne: "handled", none: "handled", other: "tell" },
  errorText: { english: "fine", translated: "handled", untyped: "tell" },
  typedTexts: { read: "handled", kept: "fine", other: "tell" },
  formulaText: { same: "fine", withAt: "handled", other: "tell" },
  mergedArea: { whole: "fine", corner: "handled", other: "tell" },
  sizes: { pixels: "fine", asGiven: "fine", other: "handled" },
  chartPlace: { cells: "fine", other: "handled" },
  pageSetup: { known: "fine", other: "handled" },
  ownEvents: { told: "fine", unnamed: "tell", none: "tell" },
  // The last two need the hands of a person.
  listPick: { raised: "fine", silent: "handled", notDone: "fine" },
  undoStep: { steps: "fine", together: "fine", none: "handled", passedOver: "handled" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Verdict>>>>;

export type ProbeId = keyof typeof probes;
export type OutcomeOf<Id extends ProbeId> = keyof (typeof probes)[Id];

/** What a person has to do with their own hands, and may leave out. */
export const trials = ["listPick", "undoStep"] as const satisfies readonly ProbeId[];
export type Trial = (typeof trials)[number];

export function isProbe(id: string): id is ProbeId {
  return Object.hasOwn(probes, id);
}

function isTrial(id: ProbeId): id is Trial {
  return trials.some((trial) => trial === id);
}

export const allProbes: readonly ProbeId[] = Object.keys(probes).filter(isProbe);

/** Those that need nobody. */
export type OwnProbe = Exclude<ProbeId, Trial>;
export const ownProbes: readonly OwnProbe[] = allProbes.filter((id): id is OwnProbe => !isTrial(id));
