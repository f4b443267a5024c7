import { makeStyles, tokens } from "@fluentui/react-components";

export const useAdoptStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "grid", rowGap: tokens.spacingVerticalS },
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
  asked: { fontWeight: tokens.fontWeightSemibold },
  headline: { fontWeight: tokens.fontWeightSemibold, margin: `${tokens.spacingVerticalS} 0 0` },
  warning: { color: tokens.colorStatusWarningForeground1, margin: `${tokens.spacingVerticalXS} 0 0` },
  row: { display: "flex", alignItems: "end", columnGap: tokens.spacingHorizontalS },
  number: { width: "88px" },
});
