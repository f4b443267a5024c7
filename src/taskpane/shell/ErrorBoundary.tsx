import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Component, type ErrorInfo, type ReactNode } from "react";
import type { PaneText } from "../text/texts";

const useStyles = makeStyles({
  root: { padding: tokens.spacingHorizontalL, display: "grid", rowGap: tokens.spacingVerticalM },
  actions: { display: "flex", gap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  text: { margin: 0 },
});

function Crash({ texts, onRetry }: { readonly texts: PaneText; readonly onRetry: () => void }) {
  const styles = useStyles();
  return (
    <div role="alert" className={styles.root} data-testid="crash">
      <h2 className={styles.title}>{texts.crash.title}</h2>
      <p className={styles.text}>{texts.crash.body}</p>
      <div className={styles.actions}>
        <Button appearance="primary" onClick={onRetry}>
          {texts.crash.retry}
        </Button>
        {/* A view whose script failed to load stays failed until the page is loaded afresh. */}
        <Button onClick={() => window.location.reload()}>{texts.crash.reload}</Button>
      </div>
    </div>
  );
}

interface Props {
  readonly texts: PaneText;
  readonly children: ReactNode;
}

/** Keeps a fault in one view from taking the whole pane down. React knows error boundaries as classes only. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <Crash texts={this.props.texts} onRetry={() => this.setState({ failed: false })} />;
  }
}
