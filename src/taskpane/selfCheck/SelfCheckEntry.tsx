import { Button, mergeClasses } from "@fluentui/react-components";
import { useRowStyles } from "../controls/row.styles";
import { useSectionStyles } from "../controls/section.styles";
import { usePane } from "../pane";
import { selfCheckTexts } from "../text/load";
import { useViewText } from "../text/useViewText";

/** The way to the self-check. */
export default function SelfCheckEntry({ onOpen }: { readonly onOpen: () => void }) {
  const { language } = usePane();
  const text = useViewText(selfCheckTexts, language);
  const rows = useRowStyles();
  const sections = useSectionStyles();
  return (
    <section className={mergeClasses(rows.separator, sections.section)}>
      <Button onClick={onOpen} data-testid="self-check-open">
        {text.open}
      </Button>
      <p className={mergeClasses(rows.secondary, rows.wrap, sections.text)}>{text.openHint}</p>
    </section>
  );
}
