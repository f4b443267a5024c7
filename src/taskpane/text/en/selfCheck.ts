import type { SelfCheckText } from "../types/selfCheck";

const dates = {
  formula: "Comes back as it was written, so date limits can be compared.",
  number: "Comes back as a number; it is compared by the day.",
  day: "Comes back as a date in words; it is compared by the day.",
  dayAndTime: "Comes back as a date with a time; it is compared by the day.",
  other:
    "Comes back in a form not seen before: date limits may be taken for changed. Please leave “Repair all” for now.",
};

const probes: SelfCheckText["probes"] = {
  ruleIds: {
    name: "How colour rules are numbered",
    outcomes: {
      places:
        "By their place: when one is deleted, the others get new numbers. The add-in knows rules by their content.",
      own: "Each has a number of its own. The add-in knows rules by their content.",
      other: "Numbers are missing or doubled, which was not seen before.",
    },
  },
  ruleOrder: {
    name: "Where a new colour rule comes",
    outcomes: {
      first: "First.",
      last: "Last. The add-in puts its rules in order itself.",
      other: "In an order not seen before: where colours meet, the less important one may show.",
    },
  },
  rulePriority: {
    name: "Changing the order of colour rules",
    outcomes: {
      moved: "Works: overdue always comes first.",
      ignored: "Has no effect: where colours meet, the less important one may show.",
    },
  },
  ruleDelete: {
    name: "Deleting one colour rule",
    outcomes: {
      right: "Deletes that one alone.",
      other: "Leaves other rules than it should. Please leave “Repair all” for now.",
    },
  },
  ruleRefused: {
    name: "A colour rule with a mistake",
    outcomes: {
      nothingLeft: "Is refused and leaves nothing.",
      emptyLeft: "Is refused and leaves an empty rule, which the add-in takes away.",
      accepted: "Is accepted, which was not seen before.",
    },
  },
  ruleLength: {
    name: "Very long colour rules",
    outcomes: {
      long: "1,000 characters are accepted.",
      middling: "300 characters are accepted, 1,000 are not. The add-in’s rules are shorter.",
      short: "300 characters are refused: some colours may be missing.",
    },
  },
  ruleCopied: {
    name: "Colour rules of a copied cell",
    outcomes: {
      readable: "Can be read.",
      unreadable: "Cannot be read. The add-in leaves them alone and goes on with the others.",
      notCopied: "Are not copied with the cell.",
    },
  },
  ruleUnset: {
    name: "A colour rule without a colour",
    outcomes: {
      unset: "Comes back empty.",
      blank: "Comes back as an empty text, which counts as no colour.",
      other: "Comes back in a form not seen before.",
    },
  },
  wholeLimits: {
    name: "Limits for whole numbers",
    outcomes: {
      any: "Of any size.",
      unsigned16: "Add-ins can set 0 to 65,535 only. The add-in writes the limit another way, and it holds.",
      other: "Not even 0 to 65,535 can be set: whole-number columns may have no limit.",
    },
  },
  decimalLimits: {
    name: "Limits for amounts",
    outcomes: {
      formula: "Come back as they were written.",
      number: "Come back as numbers and are compared as such.",
      text: "Come back as texts and are compared as numbers.",
      scientific: "Come back as 1E+15 and the like, and are compared as numbers.",
      other: "Come back in a form not seen before and may be taken for changed. Please leave “Repair all” for now.",
    },
  },
  dateLimits: { name: "Limits for dates", outcomes: dates },
  dateTexts: { name: "Limits for dates given in words", outcomes: dates },
  namedList: {
    name: "A drop-down list by name",
    outcomes: {
      name: "The name stays, so the list follows its cells.",
      other: "The name is replaced: the list may not follow its cells.",
    },
  },
  entryTexts: {
    name: "How long an entry hint may be",
    outcomes: {
      known: "As known: 32 characters for a title, 255 for a hint.",
      wider: "Longer than known.",
      narrower: "Shorter than known: some hints may be missing.",
    },
  },
  unevenRules: {
    name: "Two cells with different limits",
    outcomes: {
      inconsistent: "Excel says they are inconsistent; the difference is seen.",
      mixedCriteria: "Excel says they are mixed; the difference is seen.",
      other: "The answer was not seen before: changed limits may go unnoticed.",
    },
  },
  ruleMembers: {
    name: "What is told of a limit",
    outcomes: {
      used: "What is in use.",
      all: "Also what is not in use; the add-in looks at the rest alone.",
    },
  },
  tableHeaders: {
    name: "Headers when a table is made",
    outcomes: {
      renamed: "Blank and repeated ones are renamed, numbers become texts. The add-in reads the headers again.",
      other: "Some are still blank, repeated or no text, which was not seen before.",
    },
  },
  headerForms: {
    name: "Headers with special characters",
    outcomes: {
      accepted: "Formulas take headers with spaces, #, [ ] and line breaks.",
      refused: "Formulas do not take some of them (see the report). Please give such columns simpler names.",
    },
  },
  tableGrowth: {
    name: "Writing right below a table",
    outcomes: {
      anyCell: "The table takes the row in, whichever cell is written.",
      firstCell: "The table takes the row in if its first cell is filled. The add-in looks again after writing.",
      never: "The table does not grow by itself. The add-in extends it after writing.",
      other: "The table grows in a way not seen before. Please see that new rows are in the table.",
    },
  },
  tableBlock: {
    name: "Writing 1,501 rows at once",
    outcomes: {
      all: "All are taken in.",
      block: "The blank last row is left out, which loses nothing.",
      other: "Some are left out. The add-in extends the table after writing.",
    },
  },
  fillFormula: {
    name: "One formula in an empty column",
    outcomes: {
      filled: "Excel fills the column by itself.",
      single: "Excel fills that cell alone; the add-in fills the rest.",
      other: "Excel fills in a way not seen before. Please look at the formula columns after set-up.",
    },
  },
  changedFormula: {
    name: "A new row after a changed formula",
    outcomes: {
      newOne: "Gets the new formula.",
      oldOne: "Gets the old formula. The add-in writes the formulas of its new rows itself.",
      none: "Gets no formula. The add-in writes those of its new rows itself; Check mends rows that people add.",
      other: "Gets a formula not seen before. Please look at the formula columns.",
    },
  },
  errorText: {
    name: "What a formula with an error shows",
    outcomes: {
      english: "English, such as #DIV/0!.",
      translated: "Excel’s own language; the add-in knows it for an error all the same.",
      untyped: "Excel does not say that it is an error: such a cell may count as text.",
    },
  },
  typedTexts: {
    name: "Writing texts such as “1/2”",
    outcomes: {
      read: "They become dates or times. The add-in protects the texts that it writes.",
      kept: "They stay as they are.",
      other: "Even a protected text changes. Please avoid notes such as “1/2”.",
    },
  },
  formulaText: {
    name: "Whether formulas come back unchanged",
    outcomes: {
      same: "Unchanged.",
      withAt: "With an @ added, which does not count as a change.",
      other: "Changed: formulas may be taken for altered. Please leave “Repair all” for now.",
    },
  },
  mergedArea: {
    name: "Finding merged cells",
    outcomes: {
      whole: "Excel names the whole area.",
      corner: "Excel names the top left cell alone. The add-in looks more closely before set-up.",
      other: "Excel’s answer was not seen before. Please unmerge cells before set-up.",
    },
  },
  sizes: {
    name: "Column widths and row heights",
    outcomes: {
      pixels: "Rounded to the screen’s pixels.",
      asGiven: "As they were set.",
      other: "Other than set, which matters to looks alone.",
    },
  },
  chartPlace: {
    name: "Where a chart stands",
    outcomes: { cells: "On the cells that were named.", other: "A little off, which matters to looks alone." },
  },
  pageSetup: {
    name: "Printing and frozen panes",
    outcomes: { known: "As known.", other: "Some of it is not set, which matters to printing and scrolling alone." },
  },
  ownEvents: {
    name: "Word of changes",
    outcomes: {
      told: "Excel gives word, and says whose change it was.",
      unnamed: "Excel gives word, but not of whose change it was: the pane may check more often.",
      none: "Excel gives no word: the pane may not follow by itself. Please use the Check tab.",
    },
  },
  listPick: {
    name: "Choosing from a drop-down list",
    outcomes: {
      raised: "Excel gives word, and the pane follows at once.",
      silent: "Excel gives no word. The add-in looks again when you move on or save.",
      notDone: "Nothing was chosen, so this was not checked.",
    },
  },
  undoStep: {
    name: "Pressing Ctrl+Z once",
    outcomes: {
      steps: "Undoes the last thing that the add-in wrote.",
      together: "Undoes all that the add-in wrote.",
      none: "Undoes nothing: once the add-in has written, earlier steps cannot be undone with Ctrl+Z. Use the pane’s Undo.",
      passedOver: "Undoes your own last step and leaves what the add-in wrote. Use the pane’s Undo for that.",
    },
  },
};

export const selfCheckText: SelfCheckText = {
  open: "Check this Excel",
  openHint: "Versions of Excel differ in places. See what yours does; it takes about 10 seconds.",
  heading: "Check this Excel",
  back: "Back to Setup",
  intro:
    "Tries 30 things on a scratch sheet, “FU_SelfCheck”, to see how Excel answers. Your sheets are not touched, and the scratch sheet is deleted at the end.",
  cost: "Please note: adding and deleting the scratch sheet empties Excel’s undo list. What you did before can then not be undone with Ctrl+Z.",
  run: "Start the check",
  runAgain: "Check again",
  running: "Checking. Please stay in this workbook.",
  host: ({ platform, build, displayLanguage, newestSet }) =>
    `${platform} · ${build} · ${displayLanguage} · ExcelApi ${newestSet || "unknown"}`,
  empty: "This version of Excel has not been checked yet.",
  earlier: "This is what the last check on this computer found.",
  stopped: "The check was stopped. This is what it found so far.",
  summary: ({ fine, handled, tell, unanswered }) =>
    [
      `${fine} fine`,
      `${handled} handled`,
      ...(tell > 0 ? [`${tell} to look at`] : []),
      ...(unanswered > 0 ? [`${unanswered} without an answer`] : []),
    ].join(", "),
  verdict: { fine: "Fine", handled: "Handled", tell: "Look at it", unanswered: "No answer" },
  group: {
    fine: "Fine",
    handled: "Unlike other Excels, and handled",
    tell: "Not seen before: please send the report to whoever looks after the add-in",
    unanswered: "Excel gave no answer; most likely it does not matter",
  },
  error: (error) => `Excel’s error: ${error}`,
  probes,
  trials: {
    heading: "Two things to try by hand (optional)",
    intro:
      "Choose from a drop-down list once, then press Ctrl+Z once. The scratch sheet opens; afterwards you are back here.",
    begin: "Try them",
    skip: "Skip this",
    each: {
      listPick: {
        steps: [
          "The scratch sheet is open and B4 is selected.",
          "Click the arrow beside B4, choose an entry, then press the button below.",
        ],
        done: "I have chosen",
      },
      undoStep: {
        steps: [
          "The add-in has written a number each into B5 and B6.",
          "Click into the sheet, press Ctrl+Z once (⌘Z on a Mac), then press the button below.",
        ],
        done: "I have pressed it",
      },
    },
  },
  problem: {
    taken:
      "The workbook has a sheet “FU_SelfCheck” that is not the add-in’s, so it was left alone. Please rename it, then check again.",
    structure:
      "The workbook’s structure is protected, so no scratch sheet can be added. Take off “Protect Workbook” under Review, then check again; the add-in also works without this check.",
    left: "The scratch sheet “FU_SelfCheck” could not be deleted. Please delete it; it holds nothing of yours. The next check deletes it, too.",
  },
  report: {
    label: "Report",
    hint: "It holds Excel’s version and answers, and nothing of your sheets.",
    copy: "Copy the report",
    copied: "Copied.",
    byHand: "This Excel does not let the add-in copy. The text is selected: please press Ctrl+C (⌘C on a Mac).",
    title: (day) => `Follow-up Sheet · Check this Excel · ${day}`,
  },
  offer: { sentence: "Does this Excel have ways of its own? About 10 seconds", dismiss: "No, thanks" },
};
