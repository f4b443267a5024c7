import type { Fault } from "../../../app/fault";
import type { Aftermath } from "../../../app/ports";
import type { Refusal } from "../../../domain/plan/setUpPlan";
import type { ProblemText, Sentence } from "../types/problems";
import { shellText } from "./shell";

const { field } = shellText;

/** A few of many: the first ones by name, the rest as a number. */
function some(items: readonly string[], most = 5): string {
  return items.length <= most ? items.join(", ") : `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

function fault(fault: Fault): Sentence {
  switch (fault.code) {
    case "cellEdit":
      return {
        what: "A cell is being edited, so Excel takes no change.",
        todo: "Finish editing the cell (Enter or Esc), then try again.",
      };
    case "readOnly":
      return { what: "This workbook is read-only.", todo: "Choose Enable Editing, or save a copy and try there." };
    case "protected":
      return {
        what: fault.sheet === null ? "The workbook is protected." : `The sheet “${fault.sheet}” is protected.`,
        todo: "Take the protection off on the Review tab, then try again.",
      };
    case "structure":
      return {
        what: "The structure of this workbook is protected, so no sheet can be added or removed.",
        todo: "Take it off with Review → Protect Workbook, then try again. You can put it back on afterwards.",
      };
    case "filtered":
      return { what: "A filter hides rows that would change.", todo: "Clear the filter, then try again." };
    case "merged":
      return { what: "There are merged cells where the change would go.", todo: "Unmerge them, then try again." };
    case "inTheWay":
      return {
        what: "Other content below or to the right is in the way.",
        todo: "Move it to leave room, then try again.",
      };
    case "tooLarge":
      return {
        what: "This is more than Excel takes at once.",
        todo: "Shorten very long texts or delete rows you do not need, then try again.",
      };
    case "busy":
      return { what: "Excel is busy and did not answer.", todo: "Wait a few seconds, then try again." };
    case "lost":
      return {
        what: "The connection to Excel was lost.",
        todo: "Make sure the workbook is still open, then close the pane and open it again.",
      };
    case "drift":
      return {
        what: `“${fault.what}” was renamed or deleted.`,
        todo: "Undo that change, or check the set-up again on the Setup tab.",
      };
    case "moved":
      return {
        what: "Somebody moved rows just as they were to be written.",
        todo: "Try again: the row is found afresh by its customer ID.",
      };
    case "displaced":
      return {
        what: `While somebody moved rows, a row in “${fault.sheet}” was written over and could not be put back. It read: ${fault.row}.`,
        todo: "Look for that row in the sheet and correct it by what it read; then save again.",
      };
    case "unsupported":
      return {
        what: `This version of Excel lacks a function that is needed (${fault.api}).`,
        todo: "Update Excel, or use Excel on the web.",
      };
    case "cancelled":
      return { what: "Cancelled.", todo: "Start again whenever you like." };
    case "unexpected":
      return {
        what: `Something unexpected went wrong: ${fault.detail}`,
        todo: "Try again; if that does not help, close the pane and open it again.",
      };
  }
}

function refusal(refusal: Refusal): Sentence {
  switch (refusal.code) {
    case "emptySheet":
      return {
        what: `The sheet “${refusal.sheet}” is empty.`,
        todo: "Open the sheet with your customers and check that.",
      };
    case "notEmpty":
      return {
        what: `The sheet “${refusal.sheet}” is not empty any more, so nothing was created on it.`,
        todo: "Add a blank sheet and create it there; to use a list that you have, open its sheet and press “Check this sheet”.",
      };
    case "noHeaders":
      return refusal.unknown.length === 0
        ? {
            what:
              refusal.headers.length === 0
                ? `No customer list was found on “${refusal.sheet}”.`
                : `No customer list was found on “${refusal.sheet}”. The first row says: ${some(refusal.headers)}.`,
            todo: "Open the sheet with your customers. A list needs a row of headers, such as Customer, Owner, Stage, Next follow-up.",
          }
        : {
            what: `None of the headers of “${refusal.sheet}” is known: ${some(refusal.unknown, 8)}.`,
            todo: "Point out which column is the customer, and which one is the stage, the owner or the next follow-up.",
          };
    case "missingColumns":
      return {
        what:
          refusal.unknown.length === 0
            ? `“${refusal.sheet}” has no ${refusal.missing.map(field).join(", ")}. Its columns: ${some(refusal.found)}.`
            : `“${refusal.sheet}” has no ${refusal.missing.map(field).join(", ")} that we know. Columns we do not know: ${some(refusal.unknown, 8)}.`,
        todo: `${refusal.unknown.length === 0 ? "Add the column" : "Point out which of them it is, or add it"}: Customer is needed, and at least one of Stage, Owner or Next follow-up.`,
      };
    case "noRows":
      return {
        what: `“${refusal.sheet}” has headers but no customers yet.`,
        todo: "Fill in at least one row below the headers, then check again.",
      };
    case "mergedCells":
      return {
        what: `“${refusal.sheet}” has merged cells: ${some(refusal.cells)}.`,
        todo: "Unmerge them so that every row has its own values, then try again.",
      };
    case "duplicateHeaders":
      return {
        what: `The header “${refusal.header}” appears more than once on “${refusal.sheet}”: ${some(refusal.cells)}.`,
        todo: "Give each column its own name, then try again.",
      };
    case "protectedSheet":
      return {
        what: `The sheet “${refusal.sheet}” is protected.`,
        todo: "Take the protection off on the Review tab, then try again.",
      };
    case "readOnly":
      return {
        what: "This workbook is read-only and cannot be set up.",
        todo: "Choose Enable Editing, or save a copy and try there. Checking still works.",
      };
    case "structure":
      return {
        what: "The structure of this workbook is protected, and the set-up has to add sheets.",
        todo: "Take it off with Review → Protect Workbook, then try again. You can put it back on after the set-up.",
      };
    case "filtered":
      return {
        what: `A filter is on in “${refusal.sheet}”, so some rows are hidden.`,
        todo: "Clear the filter, then try again.",
      };
    case "otherTables":
      return {
        what: `“${refusal.sheet}” holds other tables: ${some(refusal.tables)}.`,
        todo: "Move the others to another sheet, so that the one with your customers is left, then try again.",
      };
    case "noRoom":
      return {
        what: `${refusal.cell} on “${refusal.sheet}” holds something, so the new columns do not fit beside the table.`,
        todo: "Move what stands to the right of the table elsewhere, then try again.",
      };
    case "noRoomInSettings":
      return {
        what: `${refusal.cell} on “${refusal.sheet}” holds something, so a Settings table has no room to grow.`,
        todo: "Move it elsewhere, then try again.",
      };
    case "notSetUp":
      return {
        what: "The follow-up table or its Settings were not found, so there is nowhere to put rules.",
        todo: "Set the customer list up on the Setup tab first.",
      };
    case "otherFollowUpSheet":
      return {
        what: `The follow-up sheet of this workbook is “${refusal.followUpSheet}”, not “${refusal.sheet}”.`,
        todo: `Open “${refusal.followUpSheet}”, then try again.`,
      };
  }
}

const aftermaths: Readonly<Record<Aftermath, string>> = {
  unchanged: "Nothing in the workbook was changed.",
  restored: "What had been written was taken back; the workbook is as before.",
  partial: "Part of it has been written; doing it again completes it without repeating anything.",
};

export const problemText: ProblemText = {
  fault,
  refusal,
  aftermath: (aftermath) => aftermaths[aftermath],
};
