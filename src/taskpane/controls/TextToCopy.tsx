import { Button, Field, makeStyles, mergeClasses, Textarea, tokens, useAnnounce } from "@fluentui/react-components";
import { useRef, useState } from "react";
import { useRowStyles } from "./row.styles";
import { copy } from "./saveFile";

const useStyles = makeStyles({
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    marginTop: tokens.spacingVerticalS,
  },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly text: string;
  readonly label: string;
  readonly hint?: string;
  /** Lines that are seen without scrolling. */
  readonly lines: number;
  /** True for a text that machines read: its lines are not broken. */
  readonly isCode?: boolean;
  readonly words: { readonly copy: string; readonly copied: string; readonly byHand: string };
  readonly testIds: { readonly text: string; readonly copy: string; readonly said: string };
}

/** A text that stands there to be copied: with one press, or by hand where the host does not let the pane use the clipboard. */
export function TextToCopy({ text, label, hint, lines, isCode = false, words, testIds }: Props) {
  const { announce } = useAnnounce();
  const rows = useRowStyles();
  const styles = useStyles();
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<string | null>(null);
  const copyAll = async () => {
    const copied = await copy(text);
    if (!copied) {
      area.current?.focus();
      area.current?.select();
    }
    const outcome = copied ? words.copied : words.byHand;
    setSaid(outcome);
    announce(outcome, { polite: true });
  };
  return (
    <>
      <Field label={label} hint={hint}>
        <Textarea
          ref={area}
          readOnly
          rows={lines}
          value={text}
          {...(isCode ? { textarea: { className: styles.code, wrap: "off" } } : {})}
          onFocus={(event) => event.target.select()}
          data-testid={testIds.text}
        />
      </Field>
      <div className={styles.actions}>
        <Button onClick={() => void copyAll()} data-testid={testIds.copy}>
          {words.copy}
        </Button>
        {said !== null && (
          <span className={mergeClasses(rows.secondary, rows.wrap)} data-testid={testIds.said}>
            {said}
          </span>
        )}
      </div>
    </>
  );
}
