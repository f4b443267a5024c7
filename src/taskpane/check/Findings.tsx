import { Input, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { SearchRegular } from "@fluentui/react-icons";
import { useDeferredValue, useMemo, useState } from "react";
import type { CheckResult } from "../../app/subject";
import type { Finding } from "../../domain/rules/finding";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { FindingList } from "./FindingList";
import { groupFindings, groupings, searchFindings, type Grouping } from "./findingGroups";
import { findingWords } from "./findingWords";

const useStyles = makeStyles({
  tools: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    marginTop: tokens.spacingVerticalS,
  },
  switch: {
    display: "flex",
    margin: 0,
    padding: 0,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
  way: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    border: "none",
    borderBottom: "2px solid transparent",
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    // A border, not a background: it stays visible in forced colours.
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  search: { flexGrow: 1, minWidth: "120px" },
  keys: { margin: `${tokens.spacingVerticalXS} 0 0` },
});

/** The findings of a check: grouped one of three ways, searched, walked by keyboard. */
export function Findings({ check }: { readonly check: CheckResult }) {
  const { memory, texts } = usePane();
  const rows = useRowStyles();
  const styles = useStyles();
  const [by, setBy] = useState<Grouping>(
    () => groupings.find((grouping) => grouping === memory.read(groupingKey)) ?? "rule",
  );
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const words = useMemo(() => findingWords(check, texts), [check, texts]);
  const sentence = useMemo(() => (finding: Finding) => texts.check.finding(finding, words), [texts, words]);
  const found = useMemo(() => searchFindings(check.findings, wanted, sentence), [check.findings, wanted, sentence]);
  const groups = useMemo(() => groupFindings(found, by, texts), [found, by, texts]);
  const choose = (grouping: Grouping) => {
    memory.write(groupingKey, grouping);
    setBy(grouping);
  };
  return (
    <>
      <div className={styles.tools}>
        <div role="group" aria-label={texts.check.groupBy} className={styles.switch}>
          {groupings.map((grouping) => (
            <button
              key={grouping}
              type="button"
              aria-pressed={grouping === by}
              className={mergeClasses(styles.way, grouping === by && styles.chosen)}
              onClick={() => choose(grouping)}
            >
              {texts.check.grouping[grouping]}
            </button>
          ))}
        </div>
        <Input
          type="search"
          size="small"
          className={styles.search}
          contentBefore={<SearchRegular />}
          placeholder={texts.check.search}
          aria-label={texts.check.search}
          value={search}
          onChange={(_, { value }) => setSearch(value)}
          data-testid="finding-search"
        />
      </div>
      {found.length === 0 ? (
        <p>{texts.check.noneFound(wanted)}</p>
      ) : (
        <>
          <p className={mergeClasses(rows.secondary, styles.keys)}>
            {wanted.trim() === "" ? texts.check.keys : texts.check.found(found.length)}
          </p>
          <FindingList key={by} groups={groups} by={by} sentence={sentence} />
        </>
      )}
    </>
  );
}

/** The choice is remembered on this computer. */
const groupingKey = "check.grouping";
