import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useRowStyles } from "../../controls/row.styles";
import { copy } from "../../controls/saveFile";
import { useSectionStyles } from "../../controls/section.styles";
import type { RecorderText } from "../../text/types/recorder";

const useStyles = makeStyles({
  field: { marginTop: tokens.spacingVerticalS },
  text: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly text: string;
  readonly words: RecorderText;
}

/** The record to copy: with one press, or by hand where the host does not let the pane use the clipboard. */
export function RecordText({ text, words }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  const styles = useStyles();
  const [said, setSaid] = useState<string | null>(null);
  const copyAll = async () => {
    const copied = await copy(text);
    if (!copied) {
      field.current?.focus();
      field.current?.select();
    }
    setSaid(copied ? words.copied : words.copyFailed);
  };
  return (
    <>
      <Field label={words.text} className={styles.field}>
        <Textarea
          ref={field}
          readOnly
          size="small"
          rows={4}
          value={text}
          textarea={{ className: styles.text, wrap: "off" }}
          data-testid="record-text"
        />
      </Field>
      <p className={sections.text}>
        <Button size="small" appearance="primary" onClick={() => void copyAll()} data-testid="record-copy">
          {words.copy}
        </Button>
      </p>
      {said !== null && (
        <p className={mergeClasses(rows.secondary, sections.text)} role="status" data-testid="record-said">
          {said}
        </p>
      )}
    </>
  );
}
