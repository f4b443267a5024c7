/** What goes wrong with one request, for tests of how the add-in bears it. */
export type FaultKind =
  /** A person is typing in a cell. */
  | "cellEdit"
  /** Too many requests. */
  | "busy"
  | "requestTooLarge"
  | "responseTooLarge"
  /** The session ended: no answer can be had. */
  | "lost"
  | "accessDenied"
  | "general"
  /** A dialog is open in the spreadsheet. */
  | "dialogOpen";

/** Office's own error numbers for failures below the object model. */
export const transportError: Readonly<Record<FaultKind, number>> = {
  cellEdit: 5004,
  busy: 5102,
  requestTooLarge: 5103,
  responseTooLarge: 5104,
  lost: 5012,
  accessDenied: 7000,
  general: 5001,
  dialogOpen: 5016,
};

export interface Fault {
  /** `next` request, or the n-th one counted from when the fault was pushed (1 is the next). */
  readonly at: "next" | number;
  readonly kind: FaultKind;
  /** Counts only requests that set or call this member, as the protocol spells it (`Formulas`); all by default. */
  readonly naming?: string;
  /** True: the request is carried out and only its answer is lost. Default false. */
  readonly afterwards?: boolean;
}

export interface FaultPlan {
  readonly push: (fault: Fault) => void;
  readonly clear: () => void;
  /** Counts one request, given as its text, and gives the fault that hits it, if any. */
  readonly onRequest: (body: string) => Fault | null;
}

export function createFaultPlan(): FaultPlan {
  let waiting: { fault: Fault; left: number }[] = [];
  return {
    push: (fault) => {
      waiting.push({ fault, left: fault.at === "next" ? 1 : fault.at });
    },
    clear: () => {
      waiting = [];
    },
    onRequest: (body) => {
      for (const entry of waiting) {
        const { naming } = entry.fault;
        if (naming === undefined || body.includes(`"Name":"${naming}"`)) entry.left -= 1;
      }
      const due = waiting.find((entry) => entry.left <= 0);
      if (!due) return null;
      waiting = waiting.filter((entry) => entry !== due);
      return due.fault;
    },
  };
}
