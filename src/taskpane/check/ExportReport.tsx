import { Button, Link, makeStyles, mergeClasses, tokens, useAnnounce } from "@fluentui/react-components";
import { useState } from "react";
import type { CheckResult } from "../../app/subject";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { reportFileName, reportOf } from "./report";
import { copy, download } from "../controls/saveFile";

const useStyles = makeStyles({ root: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalXS } });

type Outcome = "downloaded" | "copied" | "failed";

/** Saves the check as a file, or copies it where the host lets nothing be saved. */
export function ExportReport({ check }: { readonly check: CheckResult }) {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const rows = useRowStyles();
  const styles = useStyles();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const sentences: Readonly<Record<Outcome, string>> = {
    downloaded: texts.check.exported(reportFileName(check)),
    copied: texts.check.copied,
    failed: texts.check.exportFailed,
  };
  const tell = (result: Outcome) => {
    setOutcome(result);
    announce(sentences[result], { polite: true });
  };
  const text = () => `${JSON.stringify(reportOf(check, texts), null, 2)}\n`;
  const copyReport = async () => tell((await copy(text())) ? "copied" : "failed");
  const save = async () => {
    if (download(reportFileName(check), text())) tell("downloaded");
    else await copyReport();
  };
  return (
    <div className={styles.root}>
      <Button size="small" onClick={() => void save()} data-testid="export-report">
        {texts.check.exportReport}
      </Button>
      {outcome !== null && <span className={mergeClasses(rows.secondary, rows.wrap)}>{sentences[outcome]}</span>}
      {outcome === "downloaded" && (
        <Link as="button" onClick={() => void copyReport()}>
          {texts.check.copyInstead}
        </Link>
      )}
    </div>
  );
}
