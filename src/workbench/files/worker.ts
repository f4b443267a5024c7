import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import { openFile, type Opened } from "./openFile";
import { writeXlsx } from "./writeXlsx";

/** What the page asks of the worker, one job per worker. */
export type FileJob =
  | { readonly kind: "open"; readonly bytes: Uint8Array; readonly name: string; readonly language: Language }
  | { readonly kind: "save"; readonly book: BookData; readonly original: Uint8Array | null };

export type FileAnswer =
  | { readonly kind: "opened"; readonly opened: Opened }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly detail: string };

function work(job: FileJob): FileAnswer {
  try {
    if (job.kind === "open") return { kind: "opened", opened: openFile(job.bytes, job.name, job.language) };
    return { kind: "saved", bytes: writeXlsx(job.book, job.original) };
  } catch (error) {
    return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", (event: MessageEvent<FileJob>) => {
  self.postMessage(work(event.data));
});
