import { useEffect, useRef } from "react";
import { usePane } from "../pane";

/**
 * Gives a form's save in a shape that the result bar can do again: what stands in the form by then, for as long as the form is there.
 * @param save the save with what is filled in now
 */
export function useAttempt(save: () => Promise<void>): () => void {
  const { rep } = usePane().session;
  const latest = useRef(save);
  const takeBack = useRef<(() => void) | null>(null);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => () => takeBack.current?.(), []);
  return () => {
    takeBack.current = rep.offerAgain(() => void latest.current());
    void latest.current();
  };
}
