import { makeStyles, tokens } from "@fluentui/react-components";
import type { PaneText } from "../text/texts";

const useStyles = makeStyles({
  root: { padding: tokens.spacingHorizontalXL, maxWidth: "480px" },
  title: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/** Shown where the page was opened in a browser of its own, or beside something that is not a workbook. */
export function NotInExcel({ texts }: { readonly texts: PaneText }) {
  const styles = useStyles();
  return (
    <main className={styles.root} data-testid="not-in-excel">
      <h1 className={styles.title}>{texts.notInExcel.title}</h1>
      <p>{texts.notInExcel.body}</p>
      <p>{texts.notInExcel.how}</p>
    </main>
  );
}
