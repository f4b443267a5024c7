import { Link, mergeClasses } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useRowStyles } from "../controls/row.styles";
import { usePane } from "../pane";
import { selfCheckTexts } from "../text/load";
import { useViewText } from "../text/useViewText";
import { useSelfCheckStyles } from "./selfCheck.styles";
import { isNewExcel, rememberOffer } from "./useSelfCheck";

/** Offers the self-check after a set-up, once for each Excel on a computer. */
export default function SelfCheckOffer({ onOpen }: { readonly onOpen: () => void }) {
  const { session, memory, language } = usePane();
  const text = useViewText(selfCheckTexts, language);
  const rows = useRowStyles();
  const styles = useSelfCheckStyles();
  const host = session.selfCheck.host();
  const [offered, setOffered] = useState(() => isNewExcel(memory, host));
  useEffect(() => {
    rememberOffer(memory, host);
  }, [memory, host]);
  if (!offered) return null;
  return (
    <div className={mergeClasses(rows.secondary, styles.offer)} data-testid="self-check-offer">
      <span>{text.offer.sentence}</span>
      <Link as="button" onClick={onOpen} data-testid="self-check-offer-open">
        {text.open}
      </Link>
      <Link as="button" onClick={() => setOffered(false)} data-testid="self-check-offer-dismiss">
        {text.offer.dismiss}
      </Link>
    </div>
  );
}
