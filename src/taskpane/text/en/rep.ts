import { logText } from "../../../domain/log/logText";
import type { SuggestedDay } from "../../../domain/log/nextDates";
import { terms } from "../../../domain/schema/terms/en";
import type { RepText } from "../types/rep";
import { inline } from "./inline";

const { headers, kind: touchKind, promise: logPromise } = logText.en;
const { stageKind } = terms;

function choiceText({ choice, fit }: Pick<SuggestedDay, "choice" | "fit">): string {
  const about = fit === "exact" ? "In" : "About";
  switch (choice) {
    case "nextWorkingDay":
      return fit === "exact" ? "Tomorrow" : "Next working day";
    case "inThreeDays":
      return `${about} 3 days`;
    case "nextMonday":
      return fit === "exact" ? "Next Monday" : fit === "nextWeek" ? "Monday after next" : "After the holiday";
    case "inTwoWeeks":
      return `${about} 2 weeks`;
    case "inAMonth":
      return `${about} a month`;
    case "inThreeMonths":
      return `${about} 3 months`;
  }
}

export const repText: RepText = {
  tab: "Log",
  me: "Me",
  log: {
    heading: "Log",
    customer: "Customer",
    customerHint: "Name, contact, phone or initials",
    noMatch: (words) => `“${words}” was not found. To add a new customer press ↓ and Enter, or click the line below.`,
    matches: (count) => `${count} found`,
    newCustomer: "New customer",
    asNew: (name) => `+ New customer “${name}”`,
    fromSheet: "Selected row",
    noRowThere: "The selected cell is not in a customer's row. Click a customer in the sheet, then press again.",
    noOwner: "no owner",
    never: "never contacted",
    last: (day) => `last ${day}`,
    words: (text, day) => (day === null ? text : `${day}: ${text}`),
    method: headers.method,
    content: "What was said",
    result: headers.result,
    stage: "Stage",
    choose: "Choose",
    unchanged: (stage) => (stage === "" ? "No change" : `No change (${stage})`),
    next: "Next follow-up",
    choice: choiceText,
    pick: "Pick",
    none: "None",
    pickHint: "such as 15 Aug, next Wednesday, in 3 days",
    typedDay: (day, isOff) => (isOff ? `${day} – a day off` : day),
    revisit: "Look at it again",
    revisitNow: (day) => `set to ${day}`,
    revisitUnknown: "Not known",
    noRevisitColumn: (header) =>
      `The sheet has no column “${header}”, so nothing will bring this customer back. If you want that, add the column and complete the set-up.`,
    date: headers.date,
    dateHint: "blank means today",
    alsoNeeded: "This stage also needs",
    close: "Close as",
    noStageFor: (outcomes) =>
      `The Settings have no stage of the kind ${outcomes.map((outcome) => `“${stageKind[outcome]}”`).join(" or ")}. Add one first: without it such customers cannot be closed.`,
    addStage: "Go to Setup",
    closing: { won: stageKind.won, lost: stageKind.lost, parked: stageKind.parked },
    comeBack: (days) => `comes back under ${terms.secondFollowUp} in ${days} days`,
    save: "Save",
    saveNext: "Save, next",
    saving: "Saving…",
    full: "Full form",
    quick: "Quick log",
    back: "Back",
    forward: "Next",
    discard: "Clear",
    topics: { customer: "Customer and contact", talk: "Conversation", next: "Next step and stage" },
    step: (now, all, topic) => `${now}/${all} ${topic}`,
    required: "required",
    optional: "optional",
    missing: (count) => (count === 1 ? "1 thing to put right" : `${count} things to put right`),
    restored: "What you had not saved is still here.",
    cleared: "Cleared.",
    bringBack: "Bring it back",
    unsaved: "Not saved yet:",
    forNobody: "no customer chosen",
    forNew: "new customer",
    fewDigits: (count) => `Only ${count} digits: please check that the number is complete`,
    pasteEntries: "separate several with commas",
    isDay: (day) => `= ${day}`,
    isItOne: (values) => `Did you mean ${values.join(" or ")}?`,
  },
  author: {
    question: "Who are you?",
    hint: "Your name goes into the log. You are asked once on this computer.",
    other: "Not on the list",
    name: "Your name",
    isMe: "That is me",
    signed: (name) => `Signed: ${name}`,
    change: "Change",
  },
  notSetUp: {
    what: "This sheet is not set up yet, so nothing can be logged.",
    todo: "Setting up gives every customer an ID and adds a sheet for the log. You see what would change before you decide.",
    action: "See what would change",
  },
  problem: (code) =>
    ({
      noCustomer: "Choose a customer",
      noName: "Fill in the customer's name",
      noStage: "Choose a stage",
      noNextDate: "Set the next follow-up date",
      noRevisit: "Say when to look at this customer again; “Not known” is an answer too",
      noAuthor: "Say who you are first",
      noWords: "Write a line about it or choose a result",
      notDate: "This is no date we can read. Try 15 Aug, next Wednesday or 2026-08-15",
      futureContact: "The contact date cannot be later than today",
      pastDate: "The next date cannot be earlier than today",
    })[code],
  whichDate: (days) => `This could be ${days.join(" or ")}. Write the date in full`,
  tooLong: (length, most) => `${length} characters; a cell holds ${most}. Shorten it`,
  rowProblem: (problem, customer) => {
    const name = customer === "" ? "This customer" : `“${customer}”`;
    switch (problem.code) {
      case "gone":
        return {
          what: `${name} is no longer on “${problem.sheet}”.`,
          todo: "Somebody may have deleted the row or changed its ID. Look at the sheet; what you typed is kept, and you can choose another customer.",
        };
      case "doubled":
        return {
          what: `Rows ${problem.rows.join(", ")} of “${problem.sheet}” all have the customer ID ${problem.id}.`,
          todo: "Clear the ID of one of them, then check the set-up: it gets a new one.",
        };
      case "filtered":
        return {
          what: `“${problem.sheet}” is filtered, so no row can be added.`,
          todo: "Clear the filter of that sheet, then try again.",
        };
      case "totalRow":
        return {
          what: `The table on “${problem.sheet}” has a total row, so no row can be added.`,
          todo: "Turn the total row off under Table Design, then try again.",
        };
      case "logColumns":
        return {
          what: `Headers on “${problem.sheet}” were changed, so it is not clear where to write.`,
          todo: `Put back the headers ${headers.id}, ${headers.customerId}, ${headers.kind} and ${headers.date}, then try again.`,
        };
    }
  },
  noLog: {
    what: "This workbook has no follow-up log yet.",
    todo: "Go to Setup, check that the set-up is complete and let it add what is missing. Then save.",
  },
  noIds: {
    what: "The follow-up sheet has no customer ID column.",
    todo: "Go to Setup, check that the set-up is complete and let it add what is missing. Then save.",
  },
  noId: (customer) => ({
    what: `${customer === "" ? "This customer" : `“${customer}”`} has no ID yet, so it cannot be logged.`,
    todo: "The log knows customers by their ID. Setting up again gives it one; what you typed is kept.",
    action: "Give it an ID",
  }),
  noIdShort: "no ID",
  seeWhatIsMissing: "See what is missing",
  draftKept: "What you typed is kept.",
  retry: "Try again",
  dismiss: "Dismiss",
  saved: ({ kind, customers, isNew, to }, day) => {
    const who = customers.length === 1 ? `“${customers[0] ?? ""}”` : `${customers.length} customers`;
    if (kind === "transfer") return to === null ? `Transferred ${who}` : `Transferred ${who} to ${to}`;
    if (kind === "reschedule") return day === null ? `Rescheduled ${who}` : `Moved ${who} to ${day}`;
    if (kind === "stages") return `Recorded the stage of ${who}`;
    const next = day === null ? "" : ` · next ${day}`;
    return `${isNew ? "Added and logged" : "Logged"} ${who}${next}`;
  },
  failed: (task, why) =>
    ({ save: `Not saved: ${why}`, undo: `Not undone: ${why}`, read: `The follow-up log could not be read: ${why}` })[
      task
    ],
  undo: "Undo",
  undone: (kept) => (kept === 0 ? "Undone." : `Undone; ${kept} cells changed since were left alone.`),
  handOver: (owner) => `${touchKind.transfer} to ${owner}`,
  handOverReason: "new stage",
  similar: {
    title: "This customer may be here already",
    line: (owner, last) => `${owner} · ${last}`,
    use: "Use this one",
  },
  timeline: {
    title: "History",
    empty: "Nothing logged yet. The first save will show here.",
    kind: (kind) => touchKind[kind],
    promise: (promise) => (promise === "none" ? "" : inline(logPromise[promise])),
    promised: (day) => `next ${day}`,
    stage: (from, to) => `${from} → ${to}`,
    row: (row) => `row ${row}`,
    problems: (count) => `${count} parts of the follow-up log cannot be read; a header may have been renamed.`,
  },
  today: {
    secondFollowUp: terms.secondFollowUp,
    secondFlag: (days) => (days === 0 ? "due today" : `due ${days}d ago`),
    secondWhy: (stage, reason, day) =>
      `${stage}${reason === "" ? "" : ` (${reason})`}, to be contacted again on ${day}; not counted as overdue`,
    keyAccount: terms.keyAccount,
    log: "Log",
    reschedule: touchKind.reschedule,
    forCustomer: (action, customer) => `${action}: ${customer}`,
    select: "Select",
    done: "Done",
    chosen: (count) => `${count} selected`,
    choose: (customer) => `Select ${customer}`,
    all: (count) => `Select all ${count}`,
    noneOf: "Select none",
    postpone: (monday) => `Move all to ${monday}`,
    transfer: touchKind.transfer,
    transferTo: `${touchKind.transfer} to`,
    reason: "Reason",
    reasonHint: "goes into the log",
    apply: "Apply",
    moveTo: "Move to",
    with: (owner) => (owner === "" ? "shared" : `with ${owner}`),
    report: {
      open: "Last week's report has not been handed in.",
      copy: "Copy the report",
      again: "Copy it again",
      dismiss: "Handed in, do not remind",
      copied: "Report copied. Paste it into WeChat, Teams or a mail.",
    },
    export: {
      title: "Export: calendar, digest, reports",
      digest: "Copy today's digest",
      digestCopied: "Copied. Paste it into WeChat, Teams or a mail.",
      reportOf: { last: "Copy last week's report", this: "Copy this week's report" },
      reportCopied: "Report copied. Paste it into WeChat, Teams or a mail.",
      calendarGroup: "Calendar file",
      calendar: "Export calendar file (.ics)",
      calendarCopied: "The calendar is on the clipboard.",
      calendarHint: "Open the .ics file to add the dates to your calendar.",
      alarm: "Reminder",
      alarmAt: (time) => `${time} on the day`,
      noAlarm: "None",
      weekly: (weeks) => `Add a weekly report reminder: Mondays at 9:00, for ${weeks} weeks`,
      inFile: (count, overdue) =>
        `${count} ${count === 1 ? "customer is" : "customers are"} in the calendar file${overdue === 0 ? "" : `; ${overdue} of them ${overdue === 1 ? "is" : "are"} overdue and ${overdue === 1 ? "stands" : "stand"} on today`}.`,
      noAppointments: "No dates are set, so there is no calendar to export.",
      nothingSent: "Made on this computer; nothing is sent anywhere.",
    },
  },
};
