/** For tests only: a customer from the few things that a test is about. */
import type { ListedCustomer } from "../../src/domain/log/customers";

export function listedCustomer(change: Partial<ListedCustomer> = {}): ListedCustomer {
  return {
    id: "A1",
    name: "远山能源",
    contact: "",
    phone: "",
    owner: "李敏",
    type: "",
    keyAccount: false,
    stage: "需求确认",
    state: "open",
    nextDate: null,
    lastContact: null,
    nextStep: "",
    closedOn: null,
    reason: "",
    revisitOn: null,
    words: "",
    values: [],
    row: 2,
    cell: "A2",
    ...change,
  };
}
