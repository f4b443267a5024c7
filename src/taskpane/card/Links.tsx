import { makeStyles, tokens } from "@fluentui/react-components";
import type { RepBook } from "../../app/log/session";
import type { ListedCustomer } from "../../domain/log/customers";
import { LinkAction, targetOf } from "../controls/LinkAction";
import { LinkMark } from "../controls/LinkMark";

const useStyles = makeStyles({
  root: { display: "grid", rowGap: tokens.spacingVerticalXS, margin: 0 },
  label: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  value: { margin: 0, overflowWrap: "anywhere" },
});

/** Links and files of the customer, each under the team's own header. A cell without one is left out. */
export function Links({ customer, book }: { readonly customer: ListedCustomer; readonly book: RepBook }) {
  const styles = useStyles();
  const links = book.schema.fields.flatMap(({ id, kind, header }) => {
    const offset = kind === "link" && header !== null ? book.records.columns.get(id) : undefined;
    const value = offset === undefined ? "" : (customer.values[offset] ?? "");
    const target = targetOf(value);
    return target === null ? [] : [{ id, header, value, target }];
  });
  if (links.length === 0) return null;
  return (
    <dl className={styles.root} data-testid="card-links">
      {links.map(({ id, header, value, target }) => (
        <div key={id} data-testid="card-link">
          <dt className={styles.label}>
            <LinkMark />
            {header}
          </dt>
          <dd className={styles.value}>
            {target.kind === "file" && <div>{target.path}</div>}
            <LinkAction value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
