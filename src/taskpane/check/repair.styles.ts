import { makeStyles, tokens } from "@fluentui/react-components";

/** The sections above the findings that offer a repair: of cells, and of the installed rules. */
export const useRepairStyles = makeStyles({
  root: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `${tokens.spacingVerticalXS} 0 0` },
  examples: { listStyleType: "none", margin: 0, padding: `0 0 ${tokens.spacingVerticalXS} 32px` },
  example: { overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalS },
  before: { marginBottom: tokens.spacingVerticalM },
  items: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL },
});
