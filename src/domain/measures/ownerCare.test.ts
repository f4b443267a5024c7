import fc from "fast-check";
import { anyLogOf, customer, today } from "../../../test/support/customers";
import { schemaStub } from "../../../test/support/schemaStub";
import { activities } from "./activity";
import { coverage, promisesKept, staleDaysReader } from "./followUp";
import { ownerCare } from "./ownerCare";

test("an owner's coverage and promises are those that the owners of Numbers have for the same days", () => {
  const schema = schemaStub();
  const customers = ["张敏", "Lily", "lily ", "", "别人"].map((owner) => customer({ owner, created: today - 60 }));
  const period = { from: today - 6, to: today };
  fc.assert(
    fc.property(anyLogOf(customers), (touches) => {
      const logged = {
        coverage: coverage(customers, touches, period, staleDaysReader(schema)),
        promises: promisesKept(touches, period, 0, today),
      };
      const names = ["张敏", "Lily"];
      const told = activities(customers, touches, period, { schema, today, owners: names });
      for (const { name, coverage: own, promises } of ownerCare(logged, names)) {
        const activity = told.find((each) => each.name.toLowerCase() === name.toLowerCase());
        if (!activity?.logged) continue;
        expect([own, promises]).toEqual([activity.logged.coverage.rate, activity.logged.promises.rate]);
      }
    }),
  );
});
