import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useSyncExternalStore } from "react";
import type { RecorderProblem } from "../../../app/record/session";
import { useRowStyles } from "../../controls/row.styles";
import { useSectionStyles } from "../../controls/section.styles";
import { TextToCopy } from "../../controls/TextToCopy";
import { usePane, useSessionState } from "../../pane";
import { recorderTexts } from "../../text/load";
import type { RecorderText } from "../../text/types/recorder";
import { useViewText } from "../../text/useViewText";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  problem: { color: tokens.colorStatusDangerForeground1 },
});

/** What this computer remembers while a workbook may hold a hidden sheet with a record. */
const sheetKey = "recordSheet";

function Problem({ problem, words }: { readonly problem: RecorderProblem; readonly words: RecorderText }) {
  const { texts } = usePane();
  const sections = useSectionStyles();
  const styles = useStyles();
  const fault = problem.kind === "fault" ? texts.fault(problem.fault) : null;
  const sentence = fault
    ? texts.sentences(fault.what, fault.todo)
    : problem.kind === "deaf"
      ? words.deaf
      : words.foreign;
  return (
    <p role="alert" className={mergeClasses(sections.text, styles.problem)} data-testid="record-problem">
      {sentence}
    </p>
  );
}

/** What became of the hidden sheet, and the way to be rid of it. */
function HiddenSheet({ words }: { readonly words: RecorderText }) {
  const { memory, session } = usePane();
  const { busy } = useSessionState();
  const { text, sheet } = useSyncExternalStore(session.recorder.subscribe, session.recorder.getState);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const working = busy !== null;
  const isThere = sheet === "saved" || (sheet === null && memory.read(sheetKey) === "saved");
  const save = async () => {
    await session.recorder.save();
    if (session.recorder.getState().sheet === "saved") memory.write(sheetKey, "saved");
  };
  const remove = async () => {
    await session.recorder.remove();
    if (session.recorder.getState().sheet !== "saved") memory.write(sheetKey, "");
  };
  if (text === null && !isThere && sheet === null) return null;
  const said = { saved: words.saved, deleted: words.removed, none: words.nothingToRemove };
  return (
    <>
      {(text !== null || isThere) && (
        <div className={styles.actions}>
          {text !== null && (
            <Button size="small" disabledFocusable={working} onClick={() => void save()} data-testid="record-save">
              {words.save}
            </Button>
          )}
          {isThere && (
            <Button size="small" disabledFocusable={working} onClick={() => void remove()} data-testid="record-remove">
              {words.remove}
            </Button>
          )}
        </div>
      )}
      <p className={mergeClasses(rows.secondary, sections.text)} role="status" data-testid="record-sheet">
        {sheet === null ? words.undoNote : said[sheet]}
      </p>
    </>
  );
}

/** Records what Excel answers, without what people wrote, as a text to hand on. */
export default function RecorderSection() {
  const { language, session } = usePane();
  const { busy } = useSessionState();
  const { phase, exchanges, left, text, problem } = useSyncExternalStore(
    session.recorder.subscribe,
    session.recorder.getState,
  );
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const words = useViewText(recorderTexts, language);
  return (
    <section
      className={mergeClasses(rows.separator, sections.section)}
      aria-label={words.heading}
      data-testid="recorder"
      data-phase={phase}
    >
      <h3 className={sections.heading}>{words.heading}</h3>
      {phase !== "done" && <p className={mergeClasses(rows.wrap, sections.text)}>{words.intro}</p>}
      <p className={mergeClasses(rows.secondary, sections.text)}>{words.privacy}</p>
      {phase === "recording" ? (
        <p className={sections.text}>{words.whatNow}</p>
      ) : (
        <div className={styles.actions}>
          <Button
            size="small"
            disabledFocusable={busy !== null}
            onClick={() => void session.recorder.start()}
            data-testid="record-start"
          >
            {phase === "done" ? words.again : words.start}
          </Button>
        </div>
      )}
      {problem !== null && <Problem problem={problem} words={words} />}
      {text !== null && (
        <>
          <p className={sections.text} role="status" data-testid="record-done">
            {left > 0 ? words.full(left) : words.done(exchanges)}
          </p>
          <TextToCopy
            text={text}
            label={words.text}
            lines={4}
            isCode
            words={{ copy: words.copy, copied: words.copied, byHand: words.copyFailed }}
            testIds={{ text: "record-text", copy: "record-copy", said: "record-said" }}
          />
        </>
      )}
      {phase !== "recording" && <HiddenSheet words={words} />}
    </section>
  );
}
