import { ProgressBar } from "@fluentui/react-components";
import { usePane } from "../pane";

interface Props {
  readonly done: number;
  readonly total: number;
}

/** How far long work has come. */
export default function Progress({ done, total }: Props) {
  const { texts } = usePane();
  return <ProgressBar value={done} max={total} thickness="medium" shape="square" aria-label={texts.status.progress} />;
}
