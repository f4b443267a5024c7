import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { outcomes, type Outcome } from "../../domain/schema/field";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { NoId } from "../rep/NoId";
import { Reschedule } from "../today/RowActions";
import { Transfer } from "../today/Transfer";

interface Props {
  readonly customer: ListedCustomer;
  readonly book: RepBook;
}

const tools = ["reschedule", "transfer", "close"] as const;
type Tool = (typeof tools)[number];

/** What can be done about the customer: log, move the date, hand over, close. */
export function CardActions({ customer, book }: Props) {
  const { navigation, logDoor, texts } = usePane();
  const styles = useFormStyles();
  const [tool, setTool] = useState<Tool | null>(null);
  const [saved, setSaved] = useState(0);
  const log = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The form with the button that was pressed has gone.
    if (saved > 0) log.current?.focus();
  }, [saved]);
  if (customer.id === "") return <NoId customer={customer.name} />;
  const { today } = texts.rep;
  const names: Readonly<Record<Tool, string>> = {
    reschedule: today.reschedule,
    transfer: today.transfer,
    close: texts.card.close,
  };
  const done = () => {
    setTool(null);
    setSaved(saved + 1);
  };
  const goToLog = (closing?: Outcome) => {
    logDoor.ask(customer.id, closing);
    navigation.go("log");
  };
  const closings = outcomes.filter((outcome) => book.schema.stages.some(({ kind }) => kind === outcome));
  // A closed customer has no next date, and is closed already.
  const offered = customer.state === "open" ? tools : (["transfer"] as const);
  const forms = { customers: [customer], book, onDone: done };
  return (
    <div className={styles.form}>
      <div className={styles.actions}>
        <Button ref={log} size="small" appearance="primary" onClick={() => goToLog()} data-testid="card-log">
          {today.log}
        </Button>
        {offered.map((each) => (
          <Button
            key={each}
            size="small"
            aria-expanded={tool === each}
            onClick={() => setTool(tool === each ? null : each)}
            data-testid={`card-${each}`}
          >
            {names[each]}
          </Button>
        ))}
      </div>
      {tool === "reschedule" && <Reschedule {...forms} />}
      {tool === "transfer" && <Transfer {...forms} />}
      {tool === "close" && (
        <div role="group" aria-label={texts.card.closeAs} className={styles.actions}>
          <span>{texts.card.closeAs}</span>
          {closings.map((outcome) => (
            <Button key={outcome} size="small" onClick={() => goToLog(outcome)} data-testid={`card-${outcome}`}>
              {texts.figures.name(outcome)}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
