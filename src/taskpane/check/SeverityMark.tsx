import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircleRegular, InfoRegular, WarningRegular } from "@fluentui/react-icons";
import type { Severity } from "../../domain/rules/finding";
import { usePane } from "../pane";

const useStyles = makeStyles({
  root: {
    display: "inline-flex",
    alignItems: "center",
    flexShrink: 0,
    columnGap: tokens.spacingHorizontalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: "nowrap",
  },
  error: { color: tokens.colorStatusDangerForeground3 },
  warning: { color: tokens.colorStatusWarningForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
});

const icons = { error: ErrorCircleRegular, warning: WarningRegular, info: InfoRegular } as const;

/** How loud a finding is: a sign and a word, so that colour is never the only difference. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const { texts } = usePane();
  const styles = useStyles();
  const Icon = icons[severity];
  return (
    <span className={mergeClasses(styles.root, styles[severity])}>
      <Icon aria-hidden />
      {texts.check.severity(severity)}
    </span>
  );
}
