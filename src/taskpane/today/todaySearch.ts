import type { ListedCustomer } from "../../domain/log/customers";
import { customerSearch } from "../../domain/matching/search";
import { pinyinOf } from "../pinyin";

/** Customers whose name, contact or phone holds what somebody typed, or sounds like it. */
export type CustomerSearch = (query: string) => readonly ListedCustomer[];

export function searchIn(customers: readonly ListedCustomer[]): CustomerSearch {
  const find = customerSearch(customers, pinyinOf);
  return (query) => find(query, customers.length).flatMap((index) => customers[index] ?? []);
}
