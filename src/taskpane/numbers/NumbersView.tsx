import type { NumberRef } from "../../domain/measures/rowsBehind/numberRef";
import { Button, mergeClasses } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { usePane, useSessionState } from "../pane";
import { Unreadable } from "../controls/Unreadable";
import { useHeadingStyles } from "../controls/heading.styles";
import { useRowStyles } from "../controls/row.styles";
import { numbersTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { Drill } from "./Drill";
import { refKey, ShownProvider, type Shown } from "./figures";
import { figureWords } from "./figureWords";
import { ForecastSection } from "./Forecast";
import { FunnelSection } from "./Funnel";
import { useNumberStyles } from "./numbers.styles";
import { ConversionSection, NowSection } from "./Overview";
import { PeopleSection, ReasonsSection, SignalsSection } from "./People";
import { StuckLimits } from "./StuckLimits";
import { FollowUpSection, TimeSection } from "./Time";

const nothingOpen = { asked: null, before: null };

/** Every measure, each a door to its definition and its rows. */
export default function NumbersView() {
  const { language, session, texts } = usePane();
  const { busy, check } = useSessionState();
  const { numbers } = useSyncExternalStore(session.numbers.subscribe, session.numbers.getState);
  const rows = useRowStyles();
  const styles = useNumberStyles();
  const headings = useHeadingStyles();
  /** The number that is open, and the one that was open before: the focus goes back to it. */
  const [{ asked, before }, setOpen] = useState<{ asked: NumberRef | null; before: NumberRef | null }>(nothingOpen);
  const page = useRef<HTMLDivElement>(null);
  const words = useViewText(numbersTexts, language);
  useEffect(() => {
    void session.numbers.workOut();
  }, [session, check]);
  useEffect(() => {
    if (before === null) return;
    page.current?.querySelector<HTMLElement>(`[data-testid="number-${CSS.escape(refKey(before))}"]`)?.focus();
  }, [before]);
  const shown = useMemo(
    (): Shown | null =>
      numbers && check
        ? { ...figureWords(numbers, check, words, language), ask: (ref) => setOpen({ asked: ref, before: null }) }
        : null,
    [numbers, check, words, language],
  );
  if (shown === null) {
    return (
      <div className={styles.root}>
        <h2 className={headings.page}>{words.heading}</h2>
        <p className={mergeClasses(rows.secondary)}>{check === null ? words.empty : words.working}</p>
        {check === null && (
          <Button size="small" disabledFocusable={busy !== null} onClick={() => void session.check()}>
            {texts.today.check}
          </Button>
        )}
      </div>
    );
  }
  if (asked !== null) {
    return (
      <ShownProvider value={shown}>
        <Drill key={refKey(asked)} of={asked} onBack={() => setOpen({ asked: null, before: asked })} />
      </ShownProvider>
    );
  }
  return (
    <ShownProvider value={shown}>
      <div ref={page} className={styles.root} data-testid="numbers">
        <h2 className={headings.page}>{words.heading}</h2>
        <p className={styles.note}>{words.hint}</p>
        <Unreadable figures={shown.check.figures} />
        <NowSection />
        <StuckLimits />
        <ConversionSection />
        <FunnelSection />
        <TimeSection />
        <FollowUpSection />
        <PeopleSection />
        <ReasonsSection />
        <ForecastSection />
        <SignalsSection />
      </div>
    </ShownProvider>
  );
}
