import { makeStyles, tokens } from "@fluentui/react-components";

export const useSelfCheckStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}` },
  summary: { fontWeight: tokens.fontWeightSemibold },
  line: { padding: `${tokens.spacingVerticalXS} 0` },
  name: {
    display: "flex",
    alignItems: "baseline",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
  },
  sign: { flexShrink: 0, fontSize: tokens.fontSizeBase200, whiteSpace: "nowrap" },
  fine: { color: tokens.colorStatusSuccessForeground1 },
  handled: { color: tokens.colorNeutralForeground2 },
  tell: { color: tokens.colorStatusWarningForeground1, fontWeight: tokens.fontWeightSemibold },
  unanswered: { color: tokens.colorNeutralForeground2 },
  problem: { color: tokens.colorStatusDangerForeground3, overflowWrap: "anywhere" },
  steps: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalXL },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalS,
  },
  offer: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "baseline",
    gap: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalM}`,
    marginTop: tokens.spacingVerticalS,
  },
});
