import { Button, Field, Link, makeStyles, Textarea, tokens, useAnnounce } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { usePane } from "../pane";
import { useFormStyles } from "./form.styles";
import type { TakenOut, TextFile } from "./takeOut";

const useStyles = makeStyles({ root: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalXS } });

interface Props {
  readonly taken: TakenOut | null;
  readonly copy: (text: string, file: TextFile | null) => Promise<boolean>;
  /** What is said when the text is on the clipboard. */
  readonly copied: string;
}

/** A text to copy by hand, or by a press where the clipboard was not tried yet. */
function ByHand({ taken, copy }: Omit<Props, "copied" | "taken"> & { readonly taken: TakenOut }) {
  const { texts } = usePane();
  const styles = useStyles();
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, file, way } = taken;
  const words = texts.takeOut;
  useEffect(() => {
    // Selected, so that one key is enough.
    field.current?.focus();
    field.current?.select();
  }, [way, text]);
  return (
    <div className={styles.root}>
      <Field
        label={way === "refused" ? words.byHand : words.shown}
        hint={file === null ? undefined : words.how(file.name)}
      >
        <Textarea
          ref={field}
          readOnly
          size="small"
          rows={5}
          value={text}
          onFocus={(event) => event.target.select()}
          data-testid="copy-by-hand"
        />
      </Field>
      {way === "shown" && (
        <Button size="small" onClick={() => void copy(text, file)} data-testid="copy-shown">
          {words.copy}
        </Button>
      )}
    </div>
  );
}

/** What became of a text that somebody asked for: never more than was seen, and the text itself where the pane could not hand it over. */
export function TextTaken({ taken, copy, copied }: Props) {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const styles = useFormStyles();
  const words = texts.takeOut;
  const said =
    taken?.way === "copied"
      ? texts.sentences(copied, taken.file === null ? "" : words.how(taken.file.name)).trim()
      : taken?.way === "offered"
        ? words.offered(taken.file?.name ?? "")
        : null;
  useEffect(() => {
    if (said !== null) announce(said, { polite: true });
  }, [announce, said, taken]);
  if (taken === null) return null;
  if (said === null) return <ByHand taken={taken} copy={copy} />;
  return (
    <p className={styles.notice} data-testid="taken-out">
      {said}
      {taken.way === "offered" && (
        <>
          {" "}
          <Link as="button" inline onClick={() => void copy(taken.text, taken.file)} data-testid="copy-instead">
            {words.instead}
          </Link>
        </>
      )}
    </p>
  );
}
