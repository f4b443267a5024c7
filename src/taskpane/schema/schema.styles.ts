import { makeStyles, tokens } from "@fluentui/react-components";

export const useSchemaStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM} 0` },
  form: { display: "grid", rowGap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM },
  pair: {
    display: "grid",
    // A plain 1fr is never narrower than what an input would like to be: at 320 px the second one would hang out.
    gridTemplateColumns: "minmax(0, 1fr) minmax(0, 1fr)",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "end",
    // Two controls beside each other would hang out of the narrowest panes.
    "@media (max-width: 300px)": { gridTemplateColumns: "minmax(0, 1fr)", rowGap: tokens.spacingVerticalS },
    "& > * > *": { minWidth: 0, maxWidth: "100%" },
  },
  checks: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalS,
    "& > *": { maxWidth: "100%", overflowWrap: "anywhere" },
  },
  group: { border: "none", margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  stacked: { flexDirection: "column", alignItems: "stretch" },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  grow: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  entry: { padding: `${tokens.spacingVerticalS} 0` },
  warning: { color: tokens.colorStatusWarningForeground1 },
  success: { color: tokens.colorStatusSuccessForeground1, fontWeight: tokens.fontWeightSemibold },
  problem: { color: tokens.colorStatusDangerForeground3, margin: 0, overflowWrap: "anywhere" },
  // The draft stays in reach, however long the list above it is.
  bar: {
    position: "sticky",
    bottom: 0,
    marginTop: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    maxHeight: "60vh",
    overflowY: "auto",
  },
});
