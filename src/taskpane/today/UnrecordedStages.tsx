import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useMemo, useState } from "react";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { unrecordedStages, type UnrecordedStage } from "../../domain/log/unrecordedStages";
import { useFormStyles } from "../controls/form.styles";
import { useRowStyles } from "../controls/row.styles";
import { useWindowed, windowSize } from "../controls/windowed";
import { usePane, useRepState } from "../pane";
import { useTouches } from "../rep/useTouches";
import { stagesTexts } from "../text/load";
import { useViewText } from "../text/useViewText";

const useStyles = makeStyles({ root: { marginTop: tokens.spacingVerticalM } });

/** One change, whatever row it stands in. */
function keyOf({ customer, from }: UnrecordedStage): string {
  return [customer.id, from, customer.stage].join("\t");
}

function readKeys(text: string | null): ReadonlySet<string> {
  return new Set((text ?? "").split("\n").filter((key) => key !== ""));
}

/**
 * Changes that nobody recorded before this view was opened, without those that were put aside on this computer; what is changed while it is
 * open is recorded by itself. The log is read once more before anything is offered: a co-author's pane may have recorded it meanwhile.
 */
function useUnrecorded(book: RepBook) {
  const { session, memory, workbook } = usePane();
  const { log } = useRepState();
  const touches = useTouches();
  const customers = session.rep.customers();
  const changed = useMemo(
    () => unrecordedStages(touches, customers, book.records, book.schema, book.today),
    [touches, customers, book],
  );
  const key = `stages.${workbook}`;
  const [aside, setAside] = useState(() => readKeys(memory.read(key)));
  const [suspected] = useState(() => new Set(changed.map(keyOf).filter((each) => !aside.has(each))));
  const [isSure, setSure] = useState(false);
  useEffect(() => {
    if (suspected.size > 0) void session.rep.openLog().then(() => setSure(true));
  }, [session, suspected]);
  const isOffered = (each: UnrecordedStage) => suspected.has(keyOf(each)) && !aside.has(keyOf(each));
  return {
    offered: isSure && log !== null ? changed.filter(isOffered) : [],
    putAside: (dismissed: readonly UnrecordedStage[]) => {
      const next = new Set([...changed.map(keyOf).filter((each) => aside.has(each)), ...dismissed.map(keyOf)]);
      memory.write(key, [...next].join("\n"));
      setAside(next);
    },
  };
}

function Changes({ changes, book }: { readonly changes: readonly UnrecordedStage[]; readonly book: RepBook }) {
  const { language, selectCell, texts } = usePane();
  const rows = useRowStyles();
  const words = useViewText(stagesTexts, language);
  const { shown, hidden, showMore } = useWindowed(changes);
  return (
    <>
      <ul className={rows.list} aria-label={words.label}>
        {shown.map(({ customer, from }) => (
          <li key={customer.row} className={rows.wrap} data-testid="stages-move">
            <Link as="button" inline onClick={() => selectCell(book.records.sheet, customer.cell)}>
              {customer.name}
            </Link>{" "}
            {words.move(from, customer.stage)}
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Link as="button" onClick={showMore}>
          {texts.today.more(Math.min(hidden, windowSize))}
        </Link>
      )}
      <p className={mergeClasses(rows.secondary, rows.wrap)}>{words.how}</p>
    </>
  );
}

interface OfferProps {
  readonly book: RepBook;
  readonly changes: readonly UnrecordedStage[];
  readonly onDismiss: () => void;
}

function Offer({ book, changes, onDismiss }: OfferProps) {
  const { session, language } = usePane();
  const { saving } = useRepState();
  const styles = useFormStyles();
  const { root } = useStyles();
  const words = useViewText(stagesTexts, language);
  const list = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-label={words.label} className={mergeClasses(styles.notice, root)} data-testid="stages-offer">
      <p className={styles.line}>{words.offer(changes.length)}</p>
      <div id={list} hidden={!isOpen}>
        {isOpen && <Changes changes={changes} book={book} />}
      </div>
      <div className={styles.actions}>
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-controls={list}
          onClick={() => setOpen(!isOpen)}
          data-testid="stages-look"
        >
          {words.look}
        </Button>
        <Button
          size="small"
          disabledFocusable={saving}
          onClick={() => {
            if (!saving) void session.rep.recordStages(new Set(changes.map(({ customer }) => customer.id)));
          }}
          data-testid="stages-record"
        >
          {words.record}
        </Button>
        <Button size="small" appearance="subtle" onClick={onDismiss} data-testid="stages-dismiss">
          {words.dismiss}
        </Button>
      </div>
    </section>
  );
}

interface Props {
  readonly book: RepBook;
  /** Customers of whoever is chosen. */
  readonly customers: readonly ListedCustomer[];
}

/** Offers, in a line, to record stages that were changed in the sheet while no pane was open. */
export function UnrecordedStages({ book, customers }: Props) {
  const { offered, putAside } = useUnrecorded(book);
  const ids = new Set(customers.map(({ id }) => id));
  const own = offered.filter(({ customer }) => ids.has(customer.id));
  return own.length === 0 ? null : <Offer book={book} changes={own} onDismiss={() => putAside(own)} />;
}
