import { Button, mergeClasses } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { nearDay } from "../text/dayText";

interface Props {
  readonly similar: readonly ListedCustomer[];
  readonly book: RepBook;
  readonly onUse: (customer: ListedCustomer) => void;
}

/** Existing customers that look like the new name, with whose they are and when somebody last spoke to them. */
export function SimilarCustomers({ similar, book, onUse }: Props) {
  const { texts } = usePane();
  const { log, similar: words } = texts.rep;
  const styles = useFormStyles();
  const rows = useRowStyles();
  // The status is there before it says anything: what enters with its words is not read out.
  return (
    <div role="status">
      {similar.length > 0 && (
        <div className={mergeClasses(styles.notice, styles.warn)} data-testid="log-similar">
          <strong>{words.title}</strong>
          <ul className={rows.list}>
            {similar.map((customer) => (
              <li key={customer.row} className={styles.beside}>
                <span className={rows.wrap}>
                  {customer.name}
                  <br />
                  {words.line(
                    customer.owner === "" ? log.noOwner : customer.owner,
                    customer.lastContact === null
                      ? log.never
                      : log.last(nearDay(customer.lastContact, book.today, book.system, texts)),
                  )}
                </span>
                <Button size="small" onClick={() => onUse(customer)}>
                  {words.use}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
