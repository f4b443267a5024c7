import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { lazy } from "react";
import type { SessionState } from "../../app/session/state";
import { Deferred } from "../controls/Deferred";
import { usePane } from "../pane";

const BeginOffer = lazy(() => import("../begin/BeginOffer"));

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalL,
    maxWidth: "420px",
  },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  lines: { margin: 0, paddingLeft: "1.2em", display: "grid", rowGap: tokens.spacingVerticalS },
  action: { alignSelf: "stretch" },
  small: {
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    overflowWrap: "anywhere",
  },
});

/** What the add-in does, and one action that changes nothing; on an empty sheet what it can become. */
export default function FirstRun({ state }: { readonly state: SessionState }) {
  if (!state.emptySheet) return <Introduction state={state} />;
  return (
    <Deferred>
      <BeginOffer state={state} />
    </Deferred>
  );
}

function Introduction({ state }: { readonly state: SessionState }) {
  const { session, texts } = usePane();
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <h2 className={styles.title}>{texts.firstRun.title}</h2>
      <ul className={styles.lines}>
        {texts.firstRun.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button
        appearance="primary"
        size="large"
        className={styles.action}
        disabledFocusable={state.busy !== null}
        onClick={() => void session.check()}
        data-testid="first-check"
      >
        {texts.firstRun.action}
      </Button>
      {state.sheet !== null && <p className={styles.small}>{texts.firstRun.sheet(state.sheet)}</p>}
      <p className={styles.small}>{texts.firstRun.safe}</p>
    </section>
  );
}
