import type { StagesText } from "../types/stages";

export const stagesText: StagesText = {
  label: "Stage changes without a record",
  offer: (count) =>
    count === 1
      ? "The stage of 1 customer was changed in the sheet and is not in the log."
      : `The stages of ${count} customers were changed in the sheet and are not in the log.`,
  look: "Show",
  record: "Record",
  dismiss: "Do not record",
  move: (from, to) => (from === "" ? `→ ${to}` : `${from} → ${to}`),
  how: "A record counts as no contact. Where the day of the change is not known, its date stays blank, and no date in the sheet changes; you can undo it.",
  notRecorded: (customers, why) => {
    const who = customers.length === 1 ? `“${customers[0] ?? ""}”` : `${customers.length} customers`;
    return `New stage of ${who} not in the log: ${why}`;
  },
  later: "The stage stands. Once the sheets can be written, Today offers to record it.",
};
