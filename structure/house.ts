/**
 * The order of the house. A room imports itself and the rooms that stand before it in its wing, and what its wing may
 * import of other wings; nothing runs the other way. `npm run rooms` holds the code against this list, and a file that stands
 * in no room is an error too.
 */
export interface Room {
  readonly name: string;
  /** What is kept here, in a few words for docs/architecture.md. */
  readonly holds: string;
  /** Files at the wing's root that make the room up; left out where the room is the folder of its name. */
  readonly files?: readonly string[];
}

export interface Wing {
  readonly name: string;
  readonly folder: string;
  readonly holds: string;
  /** Wings whose rooms may be imported from here. */
  readonly imports: readonly string[];
  /** From the ground up. */
  readonly rooms: readonly Room[];
}

/** Files where the parts are put together: they may import every wing of the add-in. */
export const compositionRoots: readonly string[] = ["src/taskpane/index.tsx"];

export const house: readonly Wing[] = [
  {
    name: "domain",
    folder: "src/domain",
    holds: "rules, measures and plans: plain TypeScript without Office, page, clock or chance",
    imports: [],
    rooms: [
      { name: "steps", holds: "long work in short steps, so that whoever runs it can let others have their turn" },
      {
        name: "values",
        holds: "what a cell holds and what people type: dates, text, phones, lists of values; language",
      },
      { name: "selfCheck", holds: "what is asked of an Excel to learn how it answers, and what the answers mean" },
      { name: "workbook", holds: "a workbook as data: area, reference, snapshot, action, layout, names, formula text" },
      { name: "kinds", holds: "one file per kind of field, and one table of all kinds" },
      { name: "schema", holds: "fields, stages, conditions, lists, draft; names of the Settings; the product's terms" },
      { name: "bookkeeping", holds: "texts that the add-in keeps in the workbook, on a sheet that nobody sees" },
      { name: "plan", holds: "what a plan tells: refusal, change, health item, Settings issue (types only)" },
      { name: "followUps", holds: "the follow-up table: locate it, its headers, records, calculated columns" },
      { name: "listValues", holds: "the values of list fields: as the sheet has them, and what becomes of each" },
      { name: "settings", holds: "the Settings sheet end to end: read, propose, write, repair, drift" },
      { name: "exchange", holds: "Table Schema in and out" },
      { name: "clocks", holds: "what a row says on the review day: state, overdue, stale, stuck, working days" },
      { name: "matching", holds: "names, phones, search, duplicates" },
      { name: "rules", holds: "one file per rule; the check, findings, and fixes beside them" },
      {
        name: "adoption",
        holds: "any sheet as it lies there: its values mapped, what will change, exports against the sheet",
      },
      { name: "log", holds: "the follow-up log: its sheet, touches, forms, calendar file, digest" },
      { name: "measures", holds: "figures, funnel, forecast, people, signals; the rows behind a number" },
      { name: "summary", holds: "the Summary sheet: page, formulas, values, charts" },
      { name: "install", holds: "what goes into the follow-up sheet: formulas, validations, highlights; set-up" },
      { name: "restore", holds: "what a change found before it, and the plan that gives it back" },
      { name: "record", holds: "what Excel was asked and answered, without what people wrote" },
    ],
  },
  {
    name: "csv",
    folder: "src/csv",
    holds: "text files as tables, for the pane and the workbench alike",
    imports: ["domain"],
    rooms: [
      {
        name: "encoding",
        holds: "which encoding bytes are in, by how plausible each reading is",
        files: ["encodingNames.ts", "frequentCharacters.ts", "plausibility.ts", "encoding.ts"],
      },
      {
        name: "records",
        holds: "dialects, records and fields, and records with stray or missing marks",
        files: ["dialect.ts", "records.ts", "guessDialect.ts", "mendRecord.ts"],
      },
      {
        name: "table",
        holds: "a file as a table of texts, and what a field is",
        files: ["textTable.ts", "typedField.ts"],
      },
    ],
  },
  {
    name: "app",
    folder: "src/app",
    holds: "use cases over ports",
    imports: ["domain", "csv"],
    rooms: [
      {
        name: "ports",
        holds: "what the workbook's side offers, what can go wrong there, the store",
        files: ["fault.ts", "ports.ts", "slices.ts", "store.ts"],
      },
      {
        name: "check",
        holds: "reading the workbook, checking it, and what a check works on",
        files: ["readFollowUps.ts", "formattedCells.ts", "subject.ts", "check.ts", "verdict.ts"],
      },
      {
        name: "transaction",
        holds: "read → plan → apply → tell → check again, once for all",
        files: ["transaction.ts"],
      },
      {
        name: "useCase",
        holds: "what a use case needs of the session, one after the other",
        files: [
          "useCase.ts",
          "planInput.ts",
          "standingCells.ts",
          "otherLists.ts",
          "session/state.ts",
          "session/queue.ts",
        ],
      },
      { name: "restore", holds: "restore points, made with each change, and giving back what it changed" },
      { name: "fixes", holds: "repairs of cells, and taking them back" },
      { name: "log", holds: "touches, transfers, moved dates, and taking the last save back" },
      { name: "measures", holds: "the numbers, and the values on the Summary" },
      {
        name: "schema",
        holds: "the draft of fields and rules, its preview, its one change; drift; what the Settings said",
      },
      { name: "begin", holds: "a follow-up sheet from nothing, and clearing its examples away" },
      { name: "health", holds: "rules in the cells: looking after them, putting them right" },
      {
        name: "grow",
        holds: "updating from an export: a file or a sheet, what it changes, and what is remembered of it",
      },
      { name: "selfCheck", holds: "finding out how this Excel answers" },
      { name: "record", holds: "a record of what Excel answers" },
      { name: "session", holds: "wiring, watcher, set-up, review day" },
    ],
  },
  {
    name: "excel",
    folder: "src/excel",
    holds: "the only folder that talks to Excel; it implements the ports of src/app",
    imports: ["domain", "app"],
    rooms: [
      {
        name: "run",
        holds: "one request to Excel, its retries, and faults in our terms",
        files: ["run.ts", "faults.ts"],
      },
      { name: "parts", holds: "Excel's parts as our data and back: cells, addresses, validations, highlights, charts" },
      { name: "read", holds: "reading the workbook" },
      { name: "write", holds: "carrying actions out, in batches, with the way back" },
      { name: "watch", holds: "hints that something changed; going to a cell", files: ["watch.ts", "select.ts"] },
      { name: "selfCheck", holds: "the probes of the self-check, on their scratch sheet" },
      { name: "record", holds: "listening to requests and answers, and the hidden sheet for a record of them" },
      { name: "port", holds: "the port as a whole", files: ["index.ts"] },
    ],
  },
  {
    name: "commands",
    folder: "src/commands",
    holds: "the buttons of the ribbon",
    imports: ["domain", "app"],
    rooms: [{ name: "commands", holds: "what each button does", files: ["index.ts", "names.ts"] }],
  },
  {
    name: "taskpane",
    folder: "src/taskpane",
    holds: "the pane: React and Fluent UI",
    imports: ["domain", "csv", "app", "commands"],
    rooms: [
      { name: "text", holds: "every text of the pane: one typed interface, a folder a language" },
      {
        name: "pane",
        holds: "what every view is given: session, texts, navigation, selection, memory of this computer",
        files: [
          "pane.ts",
          "navigation.ts",
          "logDoor.ts",
          "cellSelection.ts",
          "rememberOnComputer.ts",
          "undoNotice.ts",
          "pinyin.ts",
        ],
      },
      { name: "controls", holds: "what several views share: chips, date answers, styles, long lists, saving a file" },
      { name: "check", holds: "findings, fixes, rule health, report" },
      { name: "rep", holds: "saving for a form: doing it again, a customer without an ID" },
      { name: "due", holds: "whose customers, in which groups", files: ["owner.ts", "today/dueGroups.ts"] },
      { name: "today", holds: "what to do today, and what to take along" },
      { name: "card", holds: "one customer over any view: contact, flags, latest touches, what can be done" },
      { name: "log", holds: "the form for a touch, and the timeline" },
      { name: "numbers", holds: "the manager's numbers and the rows behind them" },
      { name: "schema", holds: "fields and rules: draft, preview, drift, exchange" },
      { name: "selfCheck", holds: "what this Excel answered, line by line" },
      { name: "restore", holds: "restore points, and what giving back would change" },
      { name: "begin", holds: "a follow-up sheet from nothing, and the way to clear its examples away" },
      { name: "grow", holds: "updating from an export: choosing it, what will change, what was done" },
      { name: "adopt", holds: "a sheet before it is adopted: what was found, what is asked, what will change" },
      { name: "setup", holds: "the preview of set-up, the review day" },
      { name: "result", holds: "what the last action came to, in every view: receipts with their way back, faults" },
      { name: "shell", holds: "frame, first run, themes, tabs, status line" },
      { name: "index", holds: "where the parts are put together", files: ["index.tsx"] },
    ],
  },
  {
    name: "workbench",
    folder: "src/workbench",
    holds: "Excel's side for machines without Excel; never part of the add-in",
    imports: ["domain", "csv"],
    rooms: [
      { name: "data", holds: "a workbook as the workbench keeps it: areas, addresses, cells, formats" },
      { name: "files", holds: ".xlsx and .csv, read and written part by part" },
      { name: "engine", holds: "the grid and its calculation" },
      {
        name: "protocol",
        holds: "Office.js's own protocol: requests, object paths, answers; it knows nothing of Excel",
      },
      { name: "book", holds: "the open workbook, and what the grid cannot hold" },
      { name: "objects", holds: "one file per class of Excel's object model" },
      { name: "page", holds: "the page: grid and pane side by side, hooks for drivers and tests" },
      { name: "sample", holds: "the sample workbooks" },
      { name: "replay", holds: "a record of Excel's answers, held against the workbench" },
      { name: "cli", holds: "start, job, replay, screenshots" },
    ],
  },
];
