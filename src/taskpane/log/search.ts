import type { ListedCustomer } from "../../domain/log/customers";
import { customerSearch } from "../../domain/matching/search";
import { knownCustomers, similarCustomers } from "../../domain/matching/similarCustomers";
import { pinyinOf } from "../pinyin";

/** Customers that are shown next to a new name. */
const mostSimilar = 3;

/** Finds customers by what somebody typed. */
export type Search = (query: string, limit: number) => readonly ListedCustomer[];

export function searchOf(customers: readonly ListedCustomer[]): Search {
  const find = customerSearch(customers, pinyinOf);
  return (query, limit) => find(query, limit).flatMap((index) => customers[index] ?? []);
}

/** Customers that the name or phone of a new one may stand for already, the likeliest first. */
export function similarFinder(
  customers: readonly ListedCustomer[],
): (name: string, phone: string) => readonly ListedCustomer[] {
  const known = knownCustomers(customers);
  return (name, phone) =>
    name.trim() === "" && phone.trim() === ""
      ? []
      : similarCustomers(name, phone, known, mostSimilar).flatMap(({ index }) => customers[index] ?? []);
}
