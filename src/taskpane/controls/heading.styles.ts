import { makeStyles, tokens } from "@fluentui/react-components";

export const useHeadingStyles = makeStyles({
  /** Of a page: a tab's, or one that a tab leads to. */
  page: {
    margin: 0,
    minWidth: 0,
    overflowWrap: "anywhere",
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
});
