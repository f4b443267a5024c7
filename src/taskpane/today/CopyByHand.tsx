import { Field, Textarea } from "@fluentui/react-components";
import { usePane } from "../pane";

/** A text to copy by hand, where the host does not let the pane use the clipboard. */
export function CopyByHand({ text }: { readonly text: string }) {
  const { texts } = usePane();
  return (
    <Field label={texts.rep.today.copyByHand}>
      <Textarea
        readOnly
        size="small"
        rows={5}
        value={text}
        onFocus={(event) => event.target.select()}
        data-testid="copy-by-hand"
      />
    </Field>
  );
}
