import { Button, mergeClasses, Select } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import type { NumbersState } from "../../app/measures/work";
import { narrowings, namesToNarrow, type NumbersFilter } from "../../domain/measures/narrowed";
import { usePane } from "../pane";
import type { NumbersText } from "../text/types/numbers";
import { useNumberStyles } from "./numbers.styles";

/** Value of the choice that leaves nobody out. */
const everybody = "all";

/** Narrows all numbers of the view to one owner, team or type. While it does it stays in sight and says how many it counts. */
export function FilterBar({ state, words }: { readonly state: NumbersState; readonly words: NumbersText }) {
  const { session } = usePane();
  const styles = useNumberStyles();
  const select = useRef<HTMLSelectElement>(null);
  const { filter, narrowed, numbers } = state;
  const customers = numbers?.measures.customers;
  const choices = useMemo(
    () => narrowings.map((by) => ({ by, names: customers === undefined ? [] : namesToNarrow(customers, by) })),
    [customers],
  );
  const flat: readonly NumbersFilter[] = choices.flatMap(({ by, names }) => names.map((name) => ({ by, name })));
  const placeOf = (by: string, name: string) => flat.findIndex((each) => each.by === by && each.name === name);
  const chosen = filter === null ? -1 : placeOf(filter.by, filter.name);
  if (flat.length === 0 && filter === null) return null;
  const shown = narrowed?.filter === filter ? narrowed?.measures.customers.length : undefined;
  return (
    <div className={filter === null ? styles.loose : styles.pinned} data-testid="numbers-filter-bar">
      <div className={styles.filter}>
        <Select
          ref={select}
          size="small"
          className={styles.choice}
          aria-label={words.filter.label}
          value={chosen < 0 ? everybody : String(chosen)}
          onChange={(_, data) => void session.numbers.narrow(flat[Number(data.value)] ?? null)}
          data-testid="numbers-filter"
        >
          <option value={everybody}>
            {filter !== null && chosen < 0 ? words.filter.only(filter.by, filter.name) : words.filter.all}
          </option>
          {choices.map(
            ({ by, names }) =>
              names.length > 0 && (
                <optgroup key={by} label={words.filter.by[by]}>
                  {names.map((name) => (
                    <option key={name} value={String(placeOf(by, name))}>
                      {words.filter.only(by, name)}
                    </option>
                  ))}
                </optgroup>
              ),
          )}
        </Select>
        {filter !== null && (
          <Button
            size="small"
            className={styles.whole}
            onClick={() => {
              // The button goes with the filter.
              select.current?.focus();
              void session.numbers.narrow(null);
            }}
            data-testid="numbers-filter-clear"
          >
            {words.filter.clear}
          </Button>
        )}
      </div>
      {/* There before its text comes, so that a screen reader hears it. */}
      <p role="status" className={mergeClasses(filter !== null && styles.note)} data-testid="numbers-filter-count">
        {shown === undefined || customers === undefined ? "" : words.filter.count(shown, customers.length)}
      </p>
    </div>
  );
}
