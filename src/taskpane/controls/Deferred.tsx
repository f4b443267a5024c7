import { Suspense, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** What stands there meanwhile; nothing where none is given. */
  readonly meanwhile?: ReactNode;
}

/** A part whose script is fetched when it is first shown. The mark tells whoever drives the pane that something is still to come. */
export function Deferred({ children, meanwhile }: Props) {
  return (
    <Suspense
      fallback={
        <>
          <span hidden data-testid="loading" />
          {meanwhile}
        </>
      }
    >
      {children}
    </Suspense>
  );
}
