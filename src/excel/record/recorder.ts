import type { RecorderPort } from "../../app/ports";
import type { WriteQueue } from "../write/writeQueue";
import { lookForRecord } from "./firstLook";
import { readHost } from "./host";
import { listen } from "./listen";
import { deleteRecord, saveRecord } from "./recordSheet";

/** @param enqueue the pane's write queue: a record is not written amid another change */
export function createRecorder(enqueue: WriteQueue): RecorderPort {
  return {
    host: readHost,
    listen,
    look: lookForRecord,
    save: (text) => enqueue(() => saveRecord(text)),
    remove: () => enqueue(deleteRecord),
  };
}
