import type { RecorderText } from "../types/recorder";
import { counted } from "./counted";

export const recorderText: RecorderText = {
  heading: "Record Excel's answers",
  intro:
    "Versions of Excel answer differently. Start recording, use the add-in as usual, and hand the developers what this Excel answered.",
  privacy:
    "No contents are recorded: of a cell only whether it is text or a number, and about how long; names of sheets, tables and columns become numbers. Nothing is sent: that is up to you.",
  start: "Start recording",
  again: "Record again",
  stop: "Stop recording",
  recording: (exchanges) => `Recording Excel's answers: ${exchanges}`,
  whatNow: "Now go on as usual: check, set up, change a cell. When you are done, press Stop recording above.",
  done: (exchanges) => `${counted(exchanges, "answer")} recorded.`,
  full: (left) =>
    `The record is full at 1.5 million characters: the last ${left} are not in it. To have them all, record in parts with fewer steps each.`,
  text: "The whole record",
  copy: "Copy",
  copied: "Copied. Paste it into a text file or a mail.",
  copyFailed: "Copying is not possible here. The whole text is selected: press Ctrl+C (⌘C on a Mac).",
  save: "Save to a hidden sheet",
  undoNote: "After a sheet was added or deleted, Excel may not undo (Ctrl+Z) what you did before.",
  saved:
    "Saved to the hidden sheet FU_Record. To see it, right-click any sheet tab and choose Unhide. It can be deleted here once you have handed it on.",
  remove: "Delete the hidden sheet",
  removed: "The hidden sheet FU_Record is deleted.",
  nothingToRemove: "This workbook has no FU_Record: there is nothing to delete.",
  deaf: "This Excel has no place to listen at: nothing was recorded. Everything else works as before.",
  foreign: "There is a sheet FU_Record that somebody else made; it was left alone. Rename that sheet, then try again.",
};
