/** Name of the cell that holds the review day. */
export const todayName = "FU_Today";
/** Fixed names of the Settings tables. */
export const settingsTables = {
  fields: "FollowUpFields",
  stages: "FollowUpStages",
  owners: "FollowUpOwners",
  lists: "FollowUpLists",
} as const;

/** Name of the cell that holds the workbook's language tag. */
export const languageName = "FU_Language";
