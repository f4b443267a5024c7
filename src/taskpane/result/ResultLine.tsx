import { Button, makeStyles, mergeClasses, tokens, useAnnounce } from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons";
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from "react";
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

/**
 * The focus stays at hand when what was pressed goes: at the line while it is there, then where it came from.
 * @returns whether somebody is at the line, with the focus or the pointer
 */
function useFocusKept(root: RefObject<HTMLDivElement | null>): boolean {
  const elsewhere = useRef<HTMLElement | null>(null);
  const isHere = useRef(false);
  const [hasFocus, setHasFocus] = useState(false);
  const [hasPointer, setHasPointer] = useState(false);
  useEffect(() => {
    const line = root.current;
    const onFocus = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      isHere.current = line?.contains(target) ?? false;
      if (!isHere.current) elsewhere.current = target;
      setHasFocus(isHere.current);
    };
    const onEnter = () => setHasPointer(true);
    const onLeave = () => setHasPointer(false);
    elsewhere.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    document.addEventListener("focusin", onFocus);
    line?.addEventListener("mouseenter", onEnter);
    line?.addEventListener("mouseleave", onLeave);
    return () => {
      document.removeEventListener("focusin", onFocus);
      line?.removeEventListener("mouseenter", onEnter);
      line?.removeEventListener("mouseleave", onLeave);
      if (!isHere.current || document.activeElement !== document.body) return;
      const from = elsewhere.current;
      const isThere = from?.isConnected === true && from !== document.body;
      const next = isThere ? from : document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
      next?.focus();
    };
  }, [root]);
  useLayoutEffect(() => {
    if (isHere.current && document.activeElement === document.body) root.current?.querySelector("button")?.focus();
  });
  return hasFocus || hasPointer;
}

/** One result: what was done or what went wrong, with what can be done about it. It is read out once. */
export function ResultLine({ tone, told, what, more = "", children, passes = false, onClose, testId }: Props) {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const isHeld = useFocusKept(root);
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
      ref={root}
      role="group"
      aria-label={texts.result}
      className={mergeClasses(styles.root, styles[tone])}
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
