import { fieldName } from "../../../domain/schema/fieldName";
import type { CardText } from "../types/card";
import { counted } from "./counted";

export const cardText: CardText = {
  open: (customer) => `Open the card of ${customer}`,
  back: "Back",
  gone: "This customer is no longer on the sheet. Somebody may have deleted the row or changed its ID.",
  inStage: (days) => `in this stage for ${counted(days, "day")}`,
  row: (row) => `Row ${row} in the sheet`,
  noPhone: "No phone",
  copy: "Copy",
  call: "Call",
  copied: (phone) => `Copied ${phone}`,
  amount: fieldName("amount", "en"),
  nextStep: fieldName("nextStep", "en"),
  nextDate: fieldName("nextDate", "en"),
  owner: fieldName("owner", "en"),
  none: "—",
  recent: "Latest touches",
  more: (count) => `${count} more`,
  close: "Close deal",
  closeAs: "Close as",
};
