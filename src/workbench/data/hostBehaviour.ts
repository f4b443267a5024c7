/**
 * How Excel behaves where its builds differ, or where nobody could find out yet. Each option, what its values mean and where they are
 * from stands in docs/host-behaviour.md. The add-in has to be right under every value.
 */
export const choices = {
  platform: ["windows", "mac", "web"],
  /** Version and build as Office tells them. */
  build: ["16.0.14334.20000", "16.0.18000.10000", "16.112.3"],
  /** Newest requirement set that the host says it has. */
  requirementSet: ["1.14", "1.17", "1.20"],
  /** A conditional format's id: its number in the list that it was read from, or its own for life. */
  conditionalFormatIds: ["index", "stable"],
  /** Whether a conditional format is found by its place in the list of the whole sheet when it is to be deleted. */
  rulesOfSheet: ["deletable", "notFound"],
  /** Where a conditional format that is added comes in the order. */
  newRule: ["first", "last"],
  /** What a conditional format with a formula that was refused leaves behind. */
  refusedRule: ["empty", "nothing"],
  /** A colour that a conditional format does not set. */
  unsetColor: ["null", "blank"],
  /** Which conditional formats cannot be read: those that a person copied fail where their formula or colours are asked for. */
  unreadableRules: ["none", "copied"],
  /** Limits that a rule for whole numbers takes. */
  wholeNumberLimits: ["any", "unsigned16"],
  /** How limits of numbers come back: `=1000`, 1000, `1000`, or `1E+03`. */
  readLimits: ["formula", "number", "text", "scientific"],
  /** How limits of dates come back: `=46000`, 46000, or `12/9/2025`, also with the time. */
  readDates: ["formula", "number", "usText", "usTextWithTime"],
  /** Members of a validation's rule: all kinds, those not in use null, or only the one in use. */
  ruleMembers: ["all", "used"],
  /** What is told of cells with different validations. */
  unevenValidation: ["inconsistent", "mixedCriteria"],
  /** Which cells written right below a table it takes in: any, or only where the first one is not blank. */
  tableGrowth: ["anyCell", "firstCell"],
  /** Tables grow in blocks of 1,500 rows: the last rows stay outside where they end blank. */
  tableBlocks: ["none", "rows1500"],
  /** "Fill formulas in tables to create calculated columns". */
  fillFormulas: ["off", "lastFormula", "firstFormula"],
  /** A table made over a row of headers alone. */
  headerOnlyTable: ["pushesDown", "asGiven"],
  /** The sheet's AutoFilter where a table is made over it. */
  autoFilterUnderTable: ["removed", "stays"],
  /** What becomes of formulas that name a table when it is turned into a range. */
  unlistedTable: ["rewritten", "asIs"],
  /** Used cells of a range: the range's own, or those of its sheet that lie in it. */
  usedCells: ["ofRange", "ofSheet"],
  /** Language of error values and of the headers and names that Excel makes. */
  interfaceLanguage: ["en", "zh-CN", "ru"],
  /** How merged areas are told: whole, or by their first cell alone. */
  mergedAreas: ["whole", "corner"],
  /** What an add-in's writes do to a person's undo list. */
  undo: ["none", "steps", "grouped"],
  /** Whether a pick from a validation's list raises an event. */
  listPicks: ["raised", "silent"],
  /** Formulas as they were written, or with `[@Column]` in a table itself and `@` before names of one cell. */
  readFormulas: ["asWritten", "withAt"],
  /** Texts such as `0:2` and `1/2` that are written: times and dates, or texts. */
  typedTexts: ["usStyle", "text"],
  /** Column widths and row heights: in whole pixels, or as given. */
  sizes: ["pixels", "asGiven"],
  /** Page set-up: taken, or refused as a whole (where there is no printer, say). */
  pageLayout: ["works", "refused"],
  /** Links that download a file. */
  downloads: ["work", "silent"],
  clipboard: ["works", "blocked"],
  /** Protection of the workbook's structure. */
  structure: ["open", "protected"],
} as const;

export type HostBehaviour = { readonly [Option in keyof typeof choices]: (typeof choices)[Option][number] };

/** Microsoft 365 for Windows, as far as it was measured or documented. */
const microsoft365: HostBehaviour = {
  platform: "windows",
  build: "16.0.18000.10000",
  requirementSet: "1.20",
  conditionalFormatIds: "index",
  rulesOfSheet: "deletable",
  newRule: "first",
  refusedRule: "empty",
  unsetColor: "null",
  unreadableRules: "none",
  wholeNumberLimits: "unsigned16",
  readLimits: "formula",
  readDates: "formula",
  ruleMembers: "all",
  unevenValidation: "inconsistent",
  tableGrowth: "anyCell",
  tableBlocks: "none",
  fillFormulas: "lastFormula",
  headerOnlyTable: "pushesDown",
  autoFilterUnderTable: "removed",
  unlistedTable: "rewritten",
  usedCells: "ofRange",
  interfaceLanguage: "en",
  mergedAreas: "whole",
  undo: "grouped",
  listPicks: "raised",
  readFormulas: "asWritten",
  typedTexts: "usStyle",
  sizes: "pixels",
  pageLayout: "works",
  downloads: "work",
  clipboard: "works",
  structure: "open",
};

/** Hosts by name. */
export const hostProfiles = {
  microsoft365,
  excel2021: {
    ...microsoft365,
    build: "16.0.14334.20000",
    requirementSet: "1.14",
    newRule: "last",
    readLimits: "number",
    readDates: "usText",
    mergedAreas: "corner",
    undo: "none",
  },
  mac: {
    ...microsoft365,
    platform: "mac",
    build: "16.112.3",
    fillFormulas: "firstFormula",
    undo: "steps",
    downloads: "silent",
  },
  web: {
    ...microsoft365,
    platform: "web",
    fillFormulas: "firstFormula",
    listPicks: "silent",
    clipboard: "blocked",
    undo: "steps",
  },
  /** Every option at its worst. Protection of the structure is left out: nothing can be set up then. */
  hostile: {
    ...microsoft365,
    requirementSet: "1.14",
    newRule: "last",
    rulesOfSheet: "notFound",
    unreadableRules: "copied",
    readLimits: "scientific",
    readDates: "usTextWithTime",
    unevenValidation: "mixedCriteria",
    tableGrowth: "firstCell",
    tableBlocks: "rows1500",
    fillFormulas: "firstFormula",
    usedCells: "ofSheet",
    interfaceLanguage: "ru",
    mergedAreas: "corner",
    undo: "none",
    listPicks: "silent",
    readFormulas: "withAt",
    pageLayout: "refused",
    downloads: "silent",
    clipboard: "blocked",
  },
} as const satisfies Readonly<Record<string, HostBehaviour>>;

export type HostProfile = keyof typeof hostProfiles;

export const hostNames: readonly string[] = Object.keys(hostProfiles);

export const defaultHost: HostBehaviour = microsoft365;

function isProfile(name: string): name is HostProfile {
  return Object.hasOwn(hostProfiles, name);
}

function isOption(name: string): name is keyof HostBehaviour {
  return Object.hasOwn(choices, name);
}

/**
 * Reads a host by its name, with single options behind it: `excel2021`, `web,undo:none`.
 * @returns null where a name, an option or a value is not known
 */
export function readHost(text: string): HostBehaviour | null {
  const [name = "", ...options] = text.split(",");
  if (!isProfile(name)) return null;
  let behaviour: HostBehaviour = hostProfiles[name];
  for (const option of options) {
    const [key = "", value = ""] = option.split(":");
    if (!isOption(key)) return null;
    const values: readonly string[] = choices[key];
    if (!values.includes(value)) return null;
    behaviour = { ...behaviour, [key]: value };
  }
  return behaviour;
}
