import { makeStyles, tokens } from "@fluentui/react-components";

export const useGrowStyles = makeStyles({
  heading: {
    margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalXS },
  item: { display: "grid", rowGap: tokens.spacingVerticalXXS, minWidth: 0 },
  line: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  label: { flexGrow: 1, flexBasis: "104px", minWidth: 0, overflowWrap: "anywhere" },
  select: { flexGrow: 1, flexBasis: "128px", maxWidth: "100%" },
  counts: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, margin: 0, padding: 0 },
  count: { listStyleType: "none", fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightSemibold },
  actions: {
    position: "sticky",
    bottom: 0,
    display: "flex",
    flexWrap: "wrap",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} 0`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  apply: { flexGrow: 1 },
  problem: { color: tokens.colorStatusDangerForeground1 },
});
