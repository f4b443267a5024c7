import { succeed } from "../../src/app/fault";
import type { SelfCheckPort } from "../../src/app/ports";

/** An Excel on paper for the self-check: it answers nothing in particular, and notes what it was asked. */
export function selfCheckPort(given: Partial<SelfCheckPort> = {}): SelfCheckPort & { readonly asked: string[] } {
  const asked: string[] = [];
  const note = <Value>(what: string, value: Value): Promise<Value> => {
    asked.push(what);
    return Promise.resolve(value);
  };
  return {
    asked,
    host: () => ({
      platform: "PC",
      build: "16.0.18000.10000",
      displayLanguage: "zh-CN",
      contentLanguage: "zh-CN",
      newestSet: "1.20",
    }),
    open: () => note("open", succeed("opened" as const)),
    ask: (probe) => note(probe, { kind: "facts", facts: {} }),
    notes: () => note("notes", {}),
    beginTrial: (trial) => note(`begin ${trial}`, succeed(undefined)),
    endTrial: (trial) => note(`end ${trial}`, { kind: "facts", facts: {} }),
    close: () => note("close", succeed(undefined)),
    ...given,
  };
}
