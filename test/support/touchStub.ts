/** For tests only: a log row from the few things that a test is about. */
import type { Touch } from "../../src/domain/log/touch";

export function touchStub(change: Partial<Touch> = {}): Touch {
  return {
    id: "L1",
    customerId: "A1",
    customer: "远山能源",
    kind: "contact",
    enteredAt: null,
    date: null,
    who: "李敏",
    method: "电话",
    content: "",
    feedback: "",
    result: "",
    fromStage: "需求确认",
    toStage: "需求确认",
    promised: null,
    promise: "none",
    row: 2,
    ...change,
  };
}
