import { Button, mergeClasses, Select } from "@fluentui/react-components";
import { useId, useRef } from "react";
import { isUnderstood } from "../../app/grow/session";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { useSessionState } from "../pane";
import { ExportColumns } from "./ExportColumns";
import { useGrowStyles } from "./grow.styles";
import { UpdateView } from "./UpdateView";
import { useGrow, type Grow } from "./useGrow";

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

/** Updating the follow-up sheet from an export: choosing it, what is still to be said, and what will change. */
export default function GrowSection() {
  const shared = useGrow();
  const { grow, state, words } = shared;
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useGrowStyles();
  const { open, preview } = state;
  return (
    <section className={mergeClasses(rows.separator, sections.section)} aria-label={words.heading} data-testid="grow">
      <h3 className={sections.heading}>{words.heading}</h3>
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
