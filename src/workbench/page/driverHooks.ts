/** What the workbench page offers to programs that drive it: `npm run job`, `npm run replay` and the end-to-end tests. */
export interface WorkbenchHooks {
  /** `opening` until the workbook stands in the grid; `failed` when it could not be opened: the sentence is in `message`. */
  readonly state: () => { readonly stage: "opening" | "ready" | "failed"; readonly message: string };
  /** Answers a request of Office's protocol (JSON), as if the pane had sent it, when all calculation has come to rest. */
  readonly ask: (body: string) => Promise<string>;
  /** The workbook as .xlsx, in base64, when all calculation has come to rest. */
  readonly save: () => Promise<string>;
  /** The used cells of the sheet that is open; null for a blank one. */
  readonly size: () => { readonly rows: number; readonly columns: number } | null;
  /** Requests of the pane since it was loaded, and their size in bytes. */
  readonly traffic: () => { readonly roundTrips: number; readonly bytesSent: number; readonly bytesReceived: number };
}

declare global {
  interface Window {
    workbenchHooks?: WorkbenchHooks;
  }
}
