import { AriaLiveAnnouncer, FluentProvider, makeStyles, tokens, type Theme } from "@fluentui/react-components";
import { lazy, useEffect, useId, useRef, useState, useSyncExternalStore } from "react";
import type { SessionState } from "../../app/session/state";
import { foundBy } from "../../app/verdict";
import { ErrorBoundary } from "./ErrorBoundary";
import { StatusLine } from "./StatusLine";
import { Tabs, tabId } from "./Tabs";
import { useAnnouncements } from "./useAnnouncements";
import type { Tab } from "../navigation";
import { Deferred } from "../controls/Deferred";
import { PaneProvider, usePane, useSessionState, type Pane } from "../pane";

/** A workbook that is set up never needs it. */
const FirstRun = lazy(() => import("./FirstRun"));
const ResultBar = lazy(() => import("../result/ResultBar"));
const RecordingSign = lazy(() => import("./RecordingSign"));
const CustomerCard = lazy(() => import("../card/CustomerCard"));
const DriftNotice = lazy(() => import("../schema/DriftNotice"));

const views = {
  today: lazy(() => import("../today/TodayView")),
  log: lazy(() => import("../log/LogView")),
  check: lazy(() => import("../check/CheckView")),
  numbers: lazy(() => import("../numbers/NumbersView")),
  setup: lazy(() => import("../setup/SetupView")),
};

const useStyles = makeStyles({
  provider: { height: "100%", backgroundColor: tokens.colorNeutralBackground1 },
  frame: { display: "flex", flexDirection: "column", height: "100%", minWidth: 0 },
  title: {
    position: "absolute",
    width: "1px",
    height: "1px",
    margin: "-1px",
    overflow: "hidden",
    clipPath: "inset(50%)",
    whiteSpace: "nowrap",
  },
  view: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: "auto",
    // It takes the focus only from code; what can be operated inside shows its own ring.
    outlineStyle: "none",
  },
});

/** The grey bars of taskpane.html, so that nothing jumps between the empty page and the first view. */
function Loading() {
  return (
    <div className="skeleton" aria-hidden="true">
      <i />
      <i />
      <i />
    </div>
  );
}

/** Columns that were renamed or deleted: said in whatever tab is open. */
function DriftArea({ busy }: { readonly busy: boolean }) {
  const { session } = usePane();
  const { drift } = useSyncExternalStore(session.schema.subscribe, session.schema.getState);
  if (drift.length === 0) return null;
  return (
    <Deferred>
      <DriftNotice drift={drift} busy={busy} />
    </Deferred>
  );
}

/** Excel's answers are being recorded: said in whatever tab is open. */
function RecordingArea() {
  const { session } = usePane();
  const { phase } = useSyncExternalStore(session.recorder.subscribe, session.recorder.getState);
  if (phase !== "recording") return null;
  return (
    <Deferred>
      <RecordingSign />
    </Deferred>
  );
}

interface WorkspaceProps {
  readonly state: SessionState;
  readonly tab: Tab;
  /** True when the first-run screen stood here just before. */
  readonly takeFocus: boolean;
}

function Workspace({ state, tab, takeFocus }: WorkspaceProps) {
  const { navigation, texts } = usePane();
  const styles = useStyles();
  const panelId = useId();
  const panel = useRef<HTMLDivElement>(null);
  const card = useSyncExternalStore(navigation.subscribe, navigation.card);
  const View = views[tab];
  useEffect(() => {
    // The first-run button has gone with its screen: keyboard users go on from the result, not from the page's start.
    if (takeFocus && document.activeElement === document.body) panel.current?.focus();
  }, [takeFocus]);
  return (
    <>
      <Tabs selected={tab} panelId={panelId} toFix={state.check ? foundBy(state.check).toFix : 0} />
      <RecordingArea />
      <DriftArea busy={state.busy !== null} />
      <div
        id={panelId}
        ref={panel}
        role="tabpanel"
        tabIndex={-1}
        aria-labelledby={tabId(tab)}
        className={styles.view}
        // What was typed or folded there is there again when the card is closed.
        hidden={card !== null}
      >
        <ErrorBoundary key={tab} texts={texts}>
          <Deferred meanwhile={<Loading />}>
            <View />
          </Deferred>
        </ErrorBoundary>
      </div>
      {card && (
        <div className={styles.view}>
          <Deferred>
            <CustomerCard card={card} />
          </Deferred>
        </div>
      )}
    </>
  );
}

function Frame() {
  const { navigation, texts } = usePane();
  const styles = useStyles();
  const state = useSessionState();
  const chosen = useSyncExternalStore(navigation.subscribe, navigation.chosen);
  useAnnouncements(state);
  const tab = chosen ?? (state.installed ? "today" : "check");
  const begun = state.installed || state.check !== null || state.plan !== null;
  const [introduced, setIntroduced] = useState(false);
  if (state.ready && !begun && !introduced) setIntroduced(true);
  return (
    <main className={styles.frame}>
      <h1 className={styles.title}>{texts.product}</h1>
      {begun ? (
        <Workspace state={state} tab={tab} takeFocus={introduced} />
      ) : (
        <>
          <DriftArea busy={state.busy !== null} />
          <div className={styles.view}>
            {state.ready ? (
              <Deferred meanwhile={<Loading />}>
                <FirstRun state={state} />
              </Deferred>
            ) : (
              <Loading />
            )}
          </div>
        </>
      )}
      <Deferred>
        <ResultBar tab={tab} />
      </Deferred>
      <StatusLine state={state} />
    </main>
  );
}

/** The pane: tabs on top, one view, what the last action came to, one status line. */
export function App({ pane, theme }: { readonly pane: Pane; readonly theme: Theme }) {
  const styles = useStyles();
  return (
    <FluentProvider theme={theme} className={styles.provider}>
      <AriaLiveAnnouncer>
        <PaneProvider value={pane}>
          <ErrorBoundary texts={pane.texts}>
            <Frame />
          </ErrorBoundary>
        </PaneProvider>
      </AriaLiveAnnouncer>
    </FluentProvider>
  );
}
