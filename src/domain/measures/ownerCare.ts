import type { LoggedFigures } from "./allMeasures";
import { groupKey } from "./customer";
import { rateOf, type Rate } from "./wilson";

/** How an owner's customers are looked after, by the log. The definitions are those of all together: `measures/followUp.ts`. */
export interface OwnerCare {
  /** Blank for customers, and promises, of nobody. */
  readonly name: string;
  readonly coverage: Rate;
  readonly promises: Rate;
}

/** The owners of the Settings, and nobody: those with the lowest coverage first, those of whom there is nothing to say last. */
export function ownerCare(
  { coverage, promises }: Pick<LoggedFigures, "coverage" | "promises">,
  owners: readonly string[],
): readonly OwnerCare[] {
  const names = new Map([...owners, ""].map((name) => [groupKey(name), name.trim()]));
  const care = [...names].map(([key, name]): OwnerCare => {
    const own = (customers: typeof coverage.open) => customers.filter(({ owner }) => groupKey(owner) === key).length;
    const due = promises.due.filter(({ who }) => groupKey(who) === key);
    return {
      name,
      coverage: rateOf(own(coverage.contacted), own(coverage.open)),
      promises: rateOf(due.filter(({ outcome }) => outcome === "kept").length, due.length),
    };
  });
  const rank = ({ coverage: { rate } }: OwnerCare) => rate ?? 2;
  return care.sort(
    (a, b) => rank(a) - rank(b) || b.coverage.whole - a.coverage.whole || b.promises.whole - a.promises.whole,
  );
}
