import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { plainLink, readLink, type LinkTarget } from "../../domain/values/link";
import type { CellValue } from "../../domain/values/value";
import { Deferred } from "./Deferred";
import { useRowStyles } from "./row.styles";
import { useTakeOut } from "./takeOut";
import { TextTaken } from "./TextTaken";
import { usePane } from "../pane";
import { linksTexts } from "../text/load";
import { useViewText } from "../text/useViewText";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalXXS },
  link: { overflowWrap: "anywhere" },
});

/** Schemes that the pane opens; whatever else a cell holds stays text. */
const opened = ["http:", "https:", "mailto:"];

/** The address as a browser reads it; null for one that it cannot read, or would take for another scheme. */
function safeAddress(address: string): string | null {
  try {
    const { protocol, href } = new URL(address);
    return opened.includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** Where the value of a cell leads; null for what is no link, or cannot be opened. One that Fix would tidy leads where it would then. */
export function targetOf(value: CellValue): LinkTarget | null {
  const target = typeof value === "string" ? readLink(plainLink(value)) : null;
  if (target === null || target.kind === "file") return target;
  const address = safeAddress(target.address);
  return address === null ? null : { ...target, address };
}

function FilePath({ path }: { readonly path: string }) {
  const { language } = usePane();
  const words = useViewText(linksTexts, language);
  const rows = useRowStyles();
  const styles = useStyles();
  const { taken, copy } = useTakeOut();
  return (
    <div className={styles.root}>
      <Button size="small" aria-label={words.copyOf(path)} onClick={() => void copy(path)} data-testid="link-copy">
        {words.copy}
      </Button>
      <span className={mergeClasses(rows.secondary, rows.wrap)} data-testid="link-why">
        {words.why}
      </span>
      <TextTaken taken={taken} copy={copy} copied={words.copied} />
    </div>
  );
}

function Target({ target }: { readonly target: LinkTarget }) {
  const { language } = usePane();
  const words = useViewText(linksTexts, language);
  const styles = useStyles();
  // With another path a new one: what was said of the last one is not true of it.
  if (target.kind === "file") return <FilePath key={target.path} path={target.path} />;
  return (
    <Link
      className={styles.link}
      href={target.address}
      target="_blank"
      rel="noopener noreferrer"
      data-testid="link-open"
    >
      {target.kind === "web" ? words.open(target.host) : words.write(target.to)}
    </Link>
  );
}

/** Opens what a cell names: a web address or a mail in a new window. A file cannot be opened from here, and its path is copied. Nothing for what is no link. */
export function LinkAction({ value }: { readonly value: CellValue }) {
  const target = targetOf(value);
  return (
    target && (
      <Deferred>
        <Target target={target} />
      </Deferred>
    )
  );
}
