/** Columns of the follow-up log, in the order in which they stand on a new log sheet. */
export const logColumns = [
  "id",
  "enteredAt",
  "customerId",
  "customer",
  "kind",
  "date",
  "who",
  "method",
  "content",
  "feedback",
  "result",
  "fromStage",
  "toStage",
  "promised",
  "promise",
] as const;
export type LogColumn = (typeof logColumns)[number];

/** Fixed name of the log table. */
export const logTable = "FollowUpLog";
