import { splitMulti } from "../values/multiList";
import { entriesOfList } from "../schema/lists";
import type { Schema } from "../schema/field";
import type { Records } from "../followUps/records";
import type { ListedCustomer } from "./customers";

/** Whether a customer is somebody's: its owner's or a co-owner's. Null stands for the whole team, `""` for customers without an owner. */
export type OwnerTest = (customer: ListedCustomer, who: string | null) => boolean;

/** Builds the test of whose a customer is. Co-owners share a customer's work: it stands in their lists too. */
export function ownerTest({ columns }: Pick<Records, "columns">, schema: Schema): OwnerTest {
  const shared = columns.get("coOwners");
  const names = entriesOfList("owner", schema);
  return ({ owner, values }, who) => {
    if (who === null || owner === who) return true;
    if (shared === undefined || who === "") return false;
    const cell = String(values[shared] ?? "");
    // Most cells are blank or do not hold the name at all.
    return cell.includes(who) && splitMulti(cell, names).includes(who);
  };
}
