/** Recording what Excel answers: what is written down, and the ways to hand it on. */
export interface RecorderText {
  readonly heading: string;
  readonly intro: string;
  /** What is written down of a workbook, and that nothing is sent. */
  readonly privacy: string;
  readonly start: string;
  readonly again: string;
  readonly stop: string;
  /** The sign over all views. */
  readonly recording: (exchanges: number) => string;
  readonly whatNow: string;
  readonly done: (exchanges: number) => string;
  readonly full: (left: number) => string;
  readonly text: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyFailed: string;
  readonly save: string;
  readonly undoNote: string;
  readonly saved: string;
  readonly remove: string;
  readonly removed: string;
  readonly nothingToRemove: string;
  readonly deaf: string;
  readonly foreign: string;
}
