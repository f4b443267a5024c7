import type { EncodingName } from "../../csv/encodingNames";
import type { Language } from "../../domain/values/language";
import type { BookData } from "../data/bookData";
import type { Opened } from "./openFile";

/** What the page asks of the worker, one job per worker. */
export type FileJob =
  | {
      readonly kind: "open";
      readonly bytes: Uint8Array;
      readonly name: string;
      readonly language: Language;
      readonly encoding: EncodingName | null;
    }
  | { readonly kind: "save"; readonly book: BookData; readonly original: Uint8Array | null };

export type FileAnswer =
  | { readonly kind: "opened"; readonly opened: Opened }
  | { readonly kind: "saved"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly detail: string };
