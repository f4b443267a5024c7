import type { NotRecorded } from "../../app/log/state";
import { usePane } from "../pane";
import { stagesTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { ResultLine } from "./ResultLine";
import { sentenceOf } from "./repSentence";

/** Says that stages changed in the grid stand there, and why the log has no record of them. */
export default function NotRecordedNote({ told }: { readonly told: NotRecorded }) {
  const { session, language, texts } = usePane();
  const words = useViewText(stagesTexts, language);
  const { what, todo } = sentenceOf(told.problem, texts);
  return (
    <ResultLine
      tone="note"
      told={told}
      what={words.notRecorded(told.customers, what)}
      more={told.problem.kind === "fault" ? texts.sentences(todo, words.later) : words.later}
      onClose={session.rep.dismiss}
      testId="not-recorded"
    />
  );
}
