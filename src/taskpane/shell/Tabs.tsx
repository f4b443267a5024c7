import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef, type KeyboardEvent } from "react";
import { keyOf } from "../controls/composing";
import { tabs, type Tab } from "../navigation";
import { usePane } from "../pane";

const useStyles = makeStyles({
  // Office lays its own menu over the top right corner: 12 px wide on Windows, 34 px on a Mac.
  list: {
    display: "flex",
    flexShrink: 0,
    paddingRight: "34px",
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: "relative",
    flexShrink: 0,
    padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalS}`,
    // Five English words side by side: Excel for Mac gives no more than 270 px.
    "@media (max-width: 319px)": {
      padding: `${tokens.spacingVerticalMNudge} ${tokens.spacingHorizontalXS}`,
      fontSize: tokens.fontSizeBase200,
    },
    border: "none",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    ":hover": { color: tokens.colorNeutralForeground2Hover, backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  badge: {
    position: "absolute",
    top: tokens.spacingVerticalXXS,
    // It may reach over the gap to the next word: five tabs leave no room beside theirs.
    left: `calc(100% - ${tokens.spacingHorizontalS})`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase100,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase100,
    pointerEvents: "none",
  },
  selected: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // A border, not a background: it stays visible in forced colours.
    "::after": {
      content: '""',
      position: "absolute",
      left: tokens.spacingHorizontalXS,
      right: tokens.spacingHorizontalXS,
      bottom: 0,
      borderBottom: `${tokens.strokeWidthThicker} solid ${tokens.colorCompoundBrandStroke}`,
    },
  },
});

/** The tab that a key leads to, or null for other keys. Left and right go round. */
function tabAfter(tab: Tab, key: string): Tab | null {
  const at = tabs.indexOf(tab);
  if (key === "ArrowRight") return tabs[(at + 1) % tabs.length] ?? null;
  if (key === "ArrowLeft") return tabs[(at + tabs.length - 1) % tabs.length] ?? null;
  if (key === "Home") return tabs[0];
  if (key === "End") return tabs[tabs.length - 1] ?? null;
  return null;
}

export function tabId(tab: Tab): string {
  return `tab-${tab}`;
}

interface Props {
  readonly selected: Tab;
  readonly panelId: string;
  /** What the last check found to fix, as the status line counts it; 0 also where there was none. */
  readonly toFix: number;
}

/** Larger numbers would stand on the next tab. */
const mostShown = 99;

/**
 * The pane's tabs, with the keyboard pattern of the ARIA Authoring Practices. Fluent's TabList is not used: with its focus
 * library it is a fifth of the script that the first view waits for.
 */
export function Tabs({ selected, panelId, toFix }: Props) {
  const { navigation, texts } = usePane();
  const styles = useStyles();
  const buttons = useRef(new Map<Tab, HTMLButtonElement>());
  const onKeyDown = (event: KeyboardEvent) => {
    const next = tabAfter(selected, keyOf(event));
    if (next === null) return;
    event.preventDefault();
    navigation.go(next);
    buttons.current.get(next)?.focus();
  };
  return (
    <div role="tablist" aria-label={texts.tabs.label} className={styles.list}>
      {tabs.map((tab) => (
        <button
          key={tab}
          ref={(button) => {
            if (button !== null) buttons.current.set(tab, button);
          }}
          type="button"
          role="tab"
          id={tabId(tab)}
          aria-selected={tab === selected}
          aria-controls={panelId}
          tabIndex={tab === selected ? 0 : -1}
          className={mergeClasses(styles.tab, tab === selected && styles.selected)}
          onClick={() => navigation.go(tab)}
          onKeyDown={onKeyDown}
          data-testid={tabId(tab)}
        >
          {texts.tabs[tab]}
          {tab === "check" && toFix > 0 && (
            <>
              {" "}
              <span className={styles.badge}>{toFix > mostShown ? `${mostShown}+` : toFix}</span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}
