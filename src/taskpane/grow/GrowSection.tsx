import { Button, mergeClasses, Select, useAnnounce } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import { isUnderstood, type GrowProblem, type GrowReceipt } from "../../app/grow/session";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane, useSessionState, type Pane } from "../pane";
import type { GrowText } from "../text/types/grow";
import { ExportColumns } from "./ExportColumns";
import { useGrowStyles } from "./grow.styles";
import { UpdateView } from "./UpdateView";
import { useGrow, type Grow } from "./useGrow";

/** A sentence for a problem; null for work that somebody cancelled. */
function sentenceOf(problem: GrowProblem, words: GrowText, texts: Pane["texts"]): string | null {
  switch (problem.kind) {
    case "file":
      return words.fileProblem(problem.problem, problem.name);
    case "noList":
      return words.noList(problem.name);
    case "fault": {
      if (problem.fault.code === "cancelled" && problem.aftermath === null) return null;
      const { what, todo } = texts.fault(problem.fault);
      return texts.sentences(texts.sentences(what, texts.aftermath(problem.aftermath ?? "unchanged")), todo);
    }
    case "refusal": {
      const { refusal } = problem;
      if (refusal.kind === "noIds") return words.noIds;
      if (refusal.kind === "totalRow") return words.totalRow(refusal.sheet);
      const { what, todo } = texts.refusal(refusal.refusal);
      return texts.sentences(what, todo);
    }
  }
}

/** Choosing a file, or a sheet of this workbook. */
function Choice({ grow, state, words }: Grow) {
  const { busy } = useSessionState();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useGrowStyles();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { sheets } = state;
  return (
    <>
      <div className={sections.lone}>
        <Button
          disabledFocusable={busy !== null}
          onClick={() => {
            if (busy === null) input.current?.click();
          }}
          data-testid="grow-open"
        >
          {words.file}
        </Button>
        {/* The button above speaks for it: a browser's own file control cannot be worded. */}
        <input
          ref={input}
          type="file"
          accept=".xlsx,.xlsm,.csv,.tsv,.txt"
          hidden
          aria-label={words.file}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file can be chosen again after it was corrected.
            event.target.value = "";
            if (file) void readFile(file).then(grow.openFile);
          }}
          data-testid="grow-file"
        />
      </div>
      <p className={mergeClasses(rows.secondary, sections.text)}>{words.fileHint}</p>
      {sheets === null && (
        <Button
          size="small"
          appearance="subtle"
          disabledFocusable={busy !== null}
          onClick={() => {
            if (busy === null) void grow.lookForSheets();
          }}
          data-testid="grow-sheets"
        >
          {words.otherSheet}
        </Button>
      )}
      {sheets?.length === 0 && <p className={mergeClasses(rows.secondary, sections.text)}>{words.noSheets}</p>}
      {sheets !== null && sheets.length > 0 && (
        <div className={styles.line}>
          <label htmlFor={id} className={styles.label}>
            {words.sheet}
          </label>
          <Select
            id={id}
            size="small"
            className={styles.select}
            value=""
            disabled={busy !== null}
            onChange={(_, { value }) => {
              if (value !== "") void grow.openSheet(value);
            }}
            data-testid="grow-sheet"
          >
            <option value="">{words.choose}</option>
            {sheets.map(({ sheet, rows: count }) => (
              <option key={sheet} value={sheet}>
                {words.sheetRows(sheet, count)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}

async function readFile(file: File) {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function Receipt({ receipt, grow, words }: Pick<Grow, "grow" | "words"> & { readonly receipt: GrowReceipt }) {
  const { busy } = useSessionState();
  const sections = useSectionStyles();
  const styles = useGrowStyles();
  const { announce } = useAnnounce();
  const said =
    receipt.undone === null ? words.done(receipt) : words.undone(receipt.undone.restored, receipt.undone.kept);
  useEffect(() => announce(said, { polite: true }), [announce, said]);
  return (
    <div>
      <p className={mergeClasses(sections.text, styles.success)} data-testid="grow-done">{`✓ ${said}`}</p>
      <div className={styles.actions}>
        {receipt.undone === null && receipt.fresh + receipt.cells > 0 && (
          <Button
            size="small"
            disabledFocusable={busy !== null}
            onClick={() => {
              if (busy === null) void grow.undo();
            }}
            data-testid="grow-undo"
          >
            {words.undo}
          </Button>
        )}
        <Button size="small" appearance="subtle" onClick={grow.close}>
          {words.close}
        </Button>
      </div>
    </div>
  );
}

/** Updating the follow-up sheet from an export: choosing it, what is still to be said, what will change, and what was done. */
export default function GrowSection() {
  const shared = useGrow();
  const { grow, state, words } = shared;
  const { texts } = usePane();
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useGrowStyles();
  const { open, preview, receipt, problem } = state;
  const sentence = problem && sentenceOf(problem, words, texts);
  return (
    <section className={mergeClasses(rows.separator, sections.section)} aria-label={words.heading} data-testid="grow">
      <h3 className={sections.heading}>{words.heading}</h3>
      {receipt !== null && <Receipt receipt={receipt} grow={grow} words={words} />}
      {sentence !== null && (
        <p role="alert" className={mergeClasses(sections.text, rows.wrap, styles.problem)} data-testid="grow-problem">
          {sentence}
        </p>
      )}
      {open === null ? (
        <>
          <p className={mergeClasses(rows.wrap, sections.text)}>{words.intro}</p>
          <Choice {...shared} />
        </>
      ) : (
        <>
          <ExportColumns open={open} questions={preview?.read.questions ?? []} {...shared} />
          {isUnderstood(open) && preview !== null ? (
            <UpdateView open={open} preview={preview} {...shared} />
          ) : (
            <div className={styles.actions}>
              <Button onClick={grow.close}>{words.cancel}</Button>
            </div>
          )}
        </>
      )}
    </section>
  );
}
