import { makeStyles, tokens } from "@fluentui/react-components";

export const useSectionStyles = makeStyles({
  section: { marginTop: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalM },
  heading: {
    margin: `0 0 ${tokens.spacingVerticalXS}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  text: { margin: `${tokens.spacingVerticalXS} 0 0` },
  lone: { display: "grid", justifyItems: "start", rowGap: tokens.spacingVerticalM, marginTop: tokens.spacingVerticalM },
});
