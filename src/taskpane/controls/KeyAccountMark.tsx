import { usePane } from "../pane";

/** A star before the name of a customer that comes first. */
export function KeyAccountMark() {
  const { texts } = usePane();
  const words = texts.rep.today.keyAccount;
  return (
    <span role="img" aria-label={words} title={words}>
      ★{" "}
    </span>
  );
}
