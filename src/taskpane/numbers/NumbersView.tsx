import type { PeriodId } from "../../domain/measures/periods";
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
import { FilterBar } from "./FilterBar";
import { refKey, ShownProvider, type Shown } from "./figures";
import { figureWords } from "./figureWords";
import { ForecastSection } from "./Forecast";
import { FunnelSection } from "./Funnel";
import { useNumberStyles } from "./numbers.styles";
import { ConversionSection, NowSection } from "./Overview";
import { PeopleSection, ReasonsSection, SignalsSection } from "./People";
import { PeriodSection, rememberedPeriod } from "./Period";
import { StuckLimits } from "./StuckLimits";
import { FollowUpSection, TimeSection } from "./Time";
import { TrendsSection } from "./Trends";

const nothingOpen = { asked: null, before: null };

/** Every measure, each a door to its definition and its rows. */
export default function NumbersView() {
  const { language, memory, session, texts } = usePane();
  const { busy, check } = useSessionState();
  const state = useSyncExternalStore(session.numbers.subscribe, session.numbers.getState);
  const { filter, narrowed } = state;
  // Until the numbers of a new filter are there, none are shown: those of another one would be taken for them.
  const numbers = filter === null ? state.numbers : narrowed?.filter === filter ? narrowed : null;
  const figures = filter === null ? null : (narrowed?.figures ?? null);
  const [period, setPeriod] = useState<PeriodId>(() => rememberedPeriod(memory.read));
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
        ? {
            ...figureWords(numbers, figures === null ? check : { ...check, figures }, words, language, filter),
            ask: (ref) => setOpen({ asked: ref, before: null }),
          }
        : null,
    [numbers, figures, check, words, language, filter],
  );
  const atNumber = shown === null ? null : asked;
  // The filter stays the same control in the same place, whatever stands below it: the focus stays on it.
  return (
    <div ref={page} className={styles.root} data-testid={shown === null || atNumber ? undefined : "numbers"}>
      {atNumber === null && <h2 className={headings.page}>{words.heading}</h2>}
      {atNumber === null && shown !== null && <p className={styles.note}>{words.hint}</p>}
      {(atNumber === null || filter !== null) && <FilterBar state={state} words={words} />}
      {shown === null && (
        <>
          <p className={mergeClasses(rows.secondary)}>{check === null ? words.empty : words.working}</p>
          {check === null && (
            <Button size="small" disabledFocusable={busy !== null} onClick={() => void session.check()}>
              {texts.today.check}
            </Button>
          )}
        </>
      )}
      <ShownProvider value={shown}>
        {atNumber !== null && (
          <Drill key={refKey(atNumber)} of={atNumber} onBack={() => setOpen({ asked: null, before: atNumber })} />
        )}
        {atNumber === null && shown !== null && (
          <>
            <Unreadable figures={shown.check.figures} />
            <NowSection />
            <StuckLimits />
            <PeriodSection id={period} onChoose={setPeriod} />
            <PeopleSection id={period} />
            <TrendsSection />
            <ConversionSection />
            <FunnelSection />
            <TimeSection />
            <FollowUpSection />
            <ReasonsSection />
            <ForecastSection />
            <SignalsSection />
          </>
        )}
      </ShownProvider>
    </div>
  );
}
