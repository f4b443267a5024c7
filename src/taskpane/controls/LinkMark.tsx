import { makeStyles, tokens } from "@fluentui/react-components";
import { LinkRegular } from "@fluentui/react-icons";
import { kindOf } from "../../domain/kinds/allKinds";
import { usePane } from "../pane";

const useStyles = makeStyles({
  root: { display: "inline-flex", flexShrink: 0, fontSize: tokens.fontSizeBase400, verticalAlign: "text-bottom" },
});

/**
 * The icon of links and files.
 * @param isNamed true where the kind's name stands beside it, and would be heard twice
 */
export function LinkMark({ isNamed = false }: { readonly isNamed?: boolean }) {
  const { language } = usePane();
  const styles = useStyles();
  const { name } = kindOf("link").words[language];
  const said = isNamed ? ({ "aria-hidden": true } as const) : { role: "img", "aria-label": name, title: name };
  return (
    <span className={styles.root} {...said} data-testid="link-mark">
      <LinkRegular />
    </span>
  );
}
