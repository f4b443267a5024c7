import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { useEffect, useRef } from "react";
import { useHeadingStyles } from "./heading.styles";

const useStyles = makeStyles({
  root: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS },
});

interface Props {
  readonly title: string;
  readonly back: string;
  readonly onBack: () => void;
  readonly backTestId: string;
  /** Changes with each page that comes to stand below: keyboard and screen reader go on from the heading then. */
  readonly page?: unknown;
}

/** Head of a page that a tab leads to: its title, and the way back. */
export function SubviewHead({ title, back, onBack, backTestId, page }: Props) {
  const styles = useStyles();
  const headings = useHeadingStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [page]);
  return (
    <div className={styles.root}>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowLeftRegular />}
        aria-label={back}
        onClick={onBack}
        data-testid={backTestId}
      />
      <h2 ref={heading} tabIndex={-1} className={headings.page}>
        {title}
      </h2>
    </div>
  );
}
