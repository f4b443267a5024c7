import { Link, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useRowStyles } from "../controls/row.styles";
import { usePane } from "../pane";
import { selfCheckTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { useSelfCheckStyles } from "./selfCheck.styles";
import { endOffer, isOffered, rememberOffer, useSelfCheck } from "./useSelfCheck";

/** Offers the self-check after a set-up, once for each Excel on a computer. */
export default function SelfCheckOffer({ onOpen }: { readonly onOpen: () => void }) {
  const { memory, language } = usePane();
  const selfCheck = useSelfCheck();
  const text = useViewText(selfCheckTexts, language);
  const rows = useRowStyles();
  const styles = useSelfCheckStyles();
  const [offered, setOffered] = useState(() => isOffered(selfCheck, memory));
  useEffect(() => {
    if (offered) rememberOffer(selfCheck, memory);
  }, [offered, selfCheck, memory]);
  if (!offered) return null;
  const answer = (next: () => void) => () => {
    endOffer(selfCheck);
    next();
  };
  return (
    <div className={mergeClasses(rows.secondary, styles.offer)} data-testid="self-check-offer">
      <span>{text.offer.sentence}</span>
      <Link as="button" onClick={answer(onOpen)} data-testid="self-check-offer-open">
        {text.open}
      </Link>
      <Link as="button" onClick={answer(() => setOffered(false))} data-testid="self-check-offer-dismiss">
        {text.offer.dismiss}
      </Link>
    </div>
  );
}
