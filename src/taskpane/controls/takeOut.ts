import { useState } from "react";
import { usePane } from "../pane";
import { copy, download } from "./saveFile";

/** A text as a file to save. */
export interface TextFile {
  readonly name: string;
  readonly type: string;
}

/** A text that somebody asked for, and how it came to them as far as the pane could see. */
export interface TakenOut {
  readonly text: string;
  readonly file: TextFile | null;
  /**
   * `offered`: the browser was asked to download it, and nobody is told whether it did. `copied`: it is on the clipboard. `refused`: the
   * clipboard is closed. `shown`: no download was tried, since Office drops it here.
   */
  readonly way: "offered" | "copied" | "refused" | "shown";
}

interface TakeOut {
  /** What was asked for last; null before anything was. */
  readonly taken: TakenOut | null;
  /** @returns true when the text is on the clipboard */
  readonly copy: (text: string, file?: TextFile | null) => Promise<boolean>;
  readonly save: (text: string, file: TextFile) => void;
}

/** Gives texts out of the pane: as a file where downloads work, by the clipboard, and in any case as text to copy. Shown by `TextTaken`. */
export function useTakeOut(): TakeOut {
  const { canDownload } = usePane();
  const [taken, setTaken] = useState<TakenOut | null>(null);
  return {
    taken,
    copy: async (text, file = null) => {
      const copied = await copy(text);
      setTaken({ text, file, way: copied ? "copied" : "refused" });
      return copied;
    },
    save: (text, file) =>
      setTaken({ text, file, way: canDownload && download(file.name, text, file.type) ? "offered" : "shown" }),
  };
}
