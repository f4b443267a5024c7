import type { MethodMember } from "../protocol/hostObject";

/** Registration of events: the host sends every event, and the client hands on those that were asked for. */
const eventMethod = (since: string): MethodMember<unknown> => ({ since, call: () => undefined });

export const eventMethods = (events: Readonly<Record<string, string>>): Record<string, MethodMember<unknown>> =>
  Object.fromEntries(
    Object.entries(events).flatMap(([name, since]) => [
      [`_Register${name}Event`, eventMethod(since)],
      [`_Unregister${name}Event`, eventMethod(since)],
    ]),
  );
