import { Button, makeStyles, mergeClasses, tokens, useAnnounce } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useLayoutEffect, useRef, useState, type FocusEvent, type ReactNode } from "react";
import { usePane } from "../pane";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "flex-start",
    columnGap: tokens.spacingHorizontalS,
    flexShrink: 0,
    // A long sentence scrolls in itself: at 400 % the view keeps half of the pane.
    maxHeight: "50%",
    overflowY: "auto",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
  good: { backgroundColor: tokens.colorStatusSuccessBackground1, color: tokens.colorStatusSuccessForeground1 },
  bad: { backgroundColor: tokens.colorStatusDangerBackground1, color: tokens.colorStatusDangerForeground1 },
  note: { backgroundColor: tokens.colorNeutralBackground3, color: tokens.colorNeutralForeground1 },
  body: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    flexGrow: 1,
    minWidth: 0,
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  words: { flexGrow: 1, flexBasis: "150px", minWidth: 0, overflowWrap: "anywhere" },
  more: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  close: { minWidth: "24px", flexShrink: 0 },
});

const marks = { good: "✓", bad: "⚠", note: "ℹ" } as const;

/** Milliseconds for which a receipt stands, unless somebody is at it. */
const shownFor = 60_000;

interface Props {
  readonly tone: keyof typeof marks;
  /** What it tells of: another one is told anew, also in the same words. */
  readonly told: object;
  readonly what: string;
  /** How things were left and what to do; blank for none. */
  readonly more?: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
  /** Whether it goes by itself after a minute. */
  readonly passes?: boolean;
  readonly onClose: () => void;
  readonly testId: string;
}

/** The focus stays at hand when what was pressed goes: at the line while it is there, then where it came from. */
function useFocusKept() {
  const root = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const isHere = useRef(false);
  useLayoutEffect(() => {
    if (isHere.current && document.activeElement === document.body) root.current?.querySelector("button")?.focus();
  });
  useEffect(
    () => () => {
      if (!isHere.current || document.activeElement !== document.body) return;
      const from = cameFrom.current;
      const next = from?.isConnected ? from : document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
      next?.focus();
    },
    [],
  );
  return {
    root,
    onFocus: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      isHere.current = true;
      const isElsewhere = relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget);
      if (isElsewhere && relatedTarget !== document.body) cameFrom.current = relatedTarget;
    },
    onBlur: ({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) => {
      if (!currentTarget.contains(relatedTarget)) isHere.current = false;
    },
  };
}

/** One result: what was done or what went wrong, with what can be done about it. It is read out once. */
export function ResultLine({ tone, told, what, more = "", children, passes = false, onClose, testId }: Props) {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const styles = useStyles();
  const [isHeld, setHeld] = useState(false);
  const focus = useFocusKept();
  const said = more === "" ? what : texts.sentences(what, more);
  useEffect(() => {
    announce(said, tone === "bad" ? { alert: true } : { polite: true });
  }, [announce, said, told, tone]);
  useEffect(() => {
    if (!passes || isHeld) return;
    const timer = setTimeout(onClose, shownFor);
    return () => clearTimeout(timer);
  }, [passes, isHeld, onClose, told]);
  return (
    <div
      ref={focus.root}
      role="group"
      aria-label={texts.result}
      className={mergeClasses(styles.root, styles[tone])}
      onFocus={(event) => {
        focus.onFocus(event);
        setHeld(true);
      }}
      onBlur={(event) => {
        focus.onBlur(event);
        setHeld(false);
      }}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      data-testid={testId}
    >
      <div className={styles.body}>
        <div className={styles.words}>
          <span aria-hidden="true">{marks[tone]} </span>
          {what}
          {more !== "" && <div className={styles.more}>{more}</div>}
        </div>
        {children}
      </div>
      <Button
        size="small"
        appearance="transparent"
        className={styles.close}
        icon={<DismissRegular />}
        aria-label={texts.problem.dismiss}
        onClick={onClose}
        data-testid="result-close"
      />
    </div>
  );
}
