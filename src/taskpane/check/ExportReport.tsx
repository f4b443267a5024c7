import { Button, makeStyles, tokens } from "@fluentui/react-components";
import type { CheckResult } from "../../app/subject";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { usePane } from "../pane";
import { reportFileName, reportOf } from "./report";

const useStyles = makeStyles({ root: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalXS } });

/** The check as a file, or as text where the host lets nothing be saved. */
export function ExportReport({ check }: { readonly check: CheckResult }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { taken, copy, save } = useTakeOut();
  const text = () => `${JSON.stringify(reportOf(check, texts), null, 2)}\n`;
  return (
    <div className={styles.root}>
      <Button
        size="small"
        onClick={() => save(text(), { name: reportFileName(check), type: "application/json" })}
        data-testid="export-report"
      >
        {texts.check.exportReport}
      </Button>
      <TextTaken taken={taken} copy={copy} copied={texts.check.copied} />
    </div>
  );
}
