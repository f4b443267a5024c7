import type { FileAnswer, FileJob } from "./fileJob";
import { openFile } from "./openFile";
import { writeXlsx } from "./writeXlsx";

function work(job: FileJob): FileAnswer {
  try {
    if (job.kind === "open")
      return { kind: "opened", opened: openFile(job.bytes, job.name, job.language, job.encoding) };
    return { kind: "saved", bytes: writeXlsx(job.book, job.original) };
  } catch (error) {
    return { kind: "failed", detail: error instanceof Error ? error.message : String(error) };
  }
}

self.addEventListener("message", (event: MessageEvent<FileJob>) => {
  self.postMessage(work(event.data));
});
