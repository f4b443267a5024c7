import { Button, Field, Input, Link, mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import type { LeftOut, ShapeWishes } from "../../domain/followUps/look/shape";
import { areaAddress, type Area } from "../../domain/workbook/area";
import { useRowStyles } from "../controls/row.styles";
import { usePane } from "../pane";
import { useAdoptStyles } from "./adopt.styles";
import type { Adoption } from "./useAdoption";

interface RowFormProps {
  readonly adoption: Adoption;
  readonly label: string;
  readonly initial: string;
  readonly action: string;
  /** @param row zero-based on the sheet */
  readonly onRow: (row: number) => void;
  readonly testId: string;
}

/** A row of the sheet by its number, and what to do with it. */
function RowForm({ adoption: { found, words }, label, initial, action, onRow, testId }: RowFormProps) {
  const styles = useAdoptStyles();
  const [row, setRow] = useState(initial);
  const [isBad, setBad] = useState(false);
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        const number = Number(row);
        const isRow = Number.isInteger(number) && number >= 1 && number <= found.shape.last;
        setBad(!isRow);
        if (isRow) onRow(number - 1);
      }}
    >
      <Field
        label={label}
        hint={words.rowHint}
        {...(isBad ? { validationState: "error", validationMessage: words.badRow } : {})}
      >
        <Input
          className={styles.number}
          inputMode="numeric"
          value={row}
          onChange={(_, { value }) => setRow(value)}
          data-testid={testId}
        />
      </Field>
      <Button type="submit">{action}</Button>
    </form>
  );
}

const rowsOf = ({ row, rows }: Area) => Array.from({ length: rows }, (_, index) => row + index);

/** Parts that can be no customers: they stand above the list or beside it, hold nothing, or were left out by hand. */
const neverCustomers: ReadonlySet<LeftOut["kind"]> = new Set(["above", "beside", "farBlank", "chosen"]);

/** Another row for the headers; rows that were left out to be taken in, and the other way round. */
export function ShapeForm({ adoption }: { readonly adoption: Adoption }) {
  const { selectCell } = usePane();
  const { found, choices, choose, words } = adoption;
  const rows = useRowStyles();
  const styles = useAdoptStyles();
  const { shape } = choices;
  const reshape = (change: Partial<ShapeWishes>) => choose({ shape: { ...shape, ...change } });
  const without = (list: readonly number[], row: number) => list.filter((each) => each !== row);
  const said = [
    ...shape.takeIn.map((row) => ({ row, text: words.takenIn, back: { takeIn: without(shape.takeIn, row) } })),
    ...shape.leaveOut.map((row) => ({ row, text: words.leftOutBy, back: { leaveOut: without(shape.leaveOut, row) } })),
  ];
  return (
    <div className={styles.list}>
      <RowForm
        adoption={adoption}
        label={words.headerRow}
        initial={String(found.shape.headerRow)}
        action={words.use}
        onRow={(headerRow) => reshape({ headerRow })}
        testId="adopt-header-row"
      />
      <RowForm
        adoption={adoption}
        label={words.noCustomer}
        initial=""
        action={words.leaveOut}
        onRow={(row) =>
          reshape({ leaveOut: [...without(shape.leaveOut, row), row], takeIn: without(shape.takeIn, row) })
        }
        testId="adopt-leave-out"
      />
      {found.leftOut.length > 0 && (
        <ul className={rows.list} data-testid="adopt-left-out">
          {found.leftOut.map((part) => (
            <li key={areaAddress(part.area)} className={rows.wrap}>
              <Link as="button" onClick={() => selectCell(found.sheet, areaAddress(part.area))}>
                {words.rows(part.area.row + 1, part.area.row + part.area.rows)}
              </Link>{" "}
              <span className={rows.secondary}>
                {words.leftOutKind(part.kind)}
                {part.text === "" ? "" : ` · ${part.text}`}
              </span>{" "}
              {!neverCustomers.has(part.kind) && (
                <Link
                  as="button"
                  onClick={() => reshape({ takeIn: [...new Set([...shape.takeIn, ...rowsOf(part.area)])] })}
                >
                  {words.takeIn}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {said.length > 0 && (
        <ul className={rows.list}>
          {said.map(({ row, text, back }) => (
            <li key={`${row}-${text}`} className={mergeClasses(rows.secondary, rows.wrap)}>
              {words.rows(row + 1, row + 1)} {text}{" "}
              <Link as="button" onClick={() => reshape(back)}>
                {words.takeBack}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
