import { Button, mergeClasses } from "@fluentui/react-components";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { useSessionState } from "../pane";
import { useBegin } from "./useBegin";

/** Clears the examples of a sheet that began with some; nothing where there are none. */
export default function ExamplesSection() {
  const { begin, words } = useBegin();
  // What the last check saw: another one may have found more or fewer.
  const { busy } = useSessionState();
  const { rows } = begin.examples();
  const styles = useRowStyles();
  const sections = useSectionStyles();
  if (rows.length === 0) return null;
  return (
    <section className={mergeClasses(styles.separator, sections.section)} data-testid="examples">
      <h3 className={sections.heading}>{words.clearing.heading}</h3>
      <p className={mergeClasses(styles.secondary, styles.wrap, sections.text)}>{words.clearing.there(rows.length)}</p>
      <div className={sections.lone}>
        <Button disabledFocusable={busy !== null} onClick={() => void begin.clear()} data-testid="examples-clear">
          {words.clearing.clear}
        </Button>
      </div>
    </section>
  );
}
