import { use } from "react";

/** A promise that says what it came to, in the properties that React gives to those that it has read. */
export interface Settled<T> extends Promise<T> {
  status: "fulfilled";
  value: T;
}

function isSettled<T>(promise: Promise<T>): promise is Settled<T> {
  return "status" in promise && promise.status === "fulfilled" && "value" in promise;
}

/**
 * What a promise came to; the view suspends until it is there. One that is there is read without React's `use`: a render that used
 * a promise and then waits for a script is left undone by an `act` that nobody awaits, as that of Testing Library's `render` is.
 */
export function useLoaded<T>(promise: Promise<T>): T {
  return isSettled(promise) ? promise.value : use(promise);
}
