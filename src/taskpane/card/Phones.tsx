import { Button, Link, makeStyles, tokens } from "@fluentui/react-components";
import { splitPhones } from "../../domain/values/phone";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { usePane } from "../pane";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS },
  contact: { fontWeight: tokens.fontWeightSemibold, overflowWrap: "anywhere" },
  number: { fontVariantNumeric: "tabular-nums", userSelect: "text", overflowWrap: "anywhere", padding: "2px 0" },
  none: { color: tokens.colorNeutralForeground2 },
});

/** What a telephone dials: digits and a leading plus; an extension is left to the person. */
function dialled(phone: string): string {
  return phone.replace(/(?:转|分机|ext\.?|x|#).*$/i, "").replace(/(?!^)\+|[^\d+]/g, "");
}

/** Whom to call, with each number to be read, dialled or copied. */
export function Phones({ contact, phone }: { readonly contact: string; readonly phone: string }) {
  const { texts } = usePane();
  const styles = useStyles();
  const { taken, copy } = useTakeOut();
  const { card } = texts;
  const numbers = splitPhones(phone);
  return (
    <div className={styles.root} data-testid="card-phones">
      {contact !== "" && <div className={styles.contact}>{contact}</div>}
      {numbers.length === 0 && <div className={styles.none}>{card.noPhone}</div>}
      {numbers.map((number) => (
        <div key={number} className={styles.line}>
          <span className={styles.number}>{number}</span>
          <Button
            size="small"
            appearance="subtle"
            aria-label={texts.rep.today.forCustomer(card.copy, number)}
            onClick={() => void copy(number)}
            data-testid="card-copy"
          >
            {card.copy}
          </Button>
          {/\d/.test(number) && (
            <Link
              href={`tel:${dialled(number)}`}
              aria-label={texts.rep.today.forCustomer(card.call, number)}
              data-testid="card-call"
            >
              {card.call}
            </Link>
          )}
        </div>
      ))}
      <TextTaken taken={taken} copy={copy} copied={card.copied(taken?.text ?? "")} />
    </div>
  );
}
