import { Button } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useSessionState } from "../pane";

interface Props {
  readonly onPress: () => void;
  readonly children: ReactNode;
  readonly testId: string;
}

/** What can be done about a result, as soon as nothing else is under way. */
export function BarButton({ onPress, children, testId }: Props) {
  const { busy } = useSessionState();
  return (
    <Button
      size="small"
      disabledFocusable={busy !== null}
      onClick={() => {
        if (busy === null) onPress();
      }}
      data-testid={testId}
    >
      {children}
    </Button>
  );
}
