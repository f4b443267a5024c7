import { Field, Input, makeStyles, mergeClasses, tokens, useAnnounce } from "@fluentui/react-components";
import { useId, useMemo, useState, type KeyboardEvent, type Ref } from "react";
import type { ListedCustomer } from "../../domain/log/customers";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { searchOf } from "./search";

const useStyles = makeStyles({
  list: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow4,
    padding: tokens.spacingVerticalXXS,
  },
  active: { backgroundColor: tokens.colorNeutralBackground1Selected, outline: `1px solid ${tokens.colorStrokeFocus2}` },
  none: { margin: 0, padding: tokens.spacingVerticalXS },
});

/** Customers that are shown at once. */
const mostMatches = 6;

interface Props {
  readonly customers: readonly ListedCustomer[];
  readonly chosen: ListedCustomer | null;
  readonly onChoose: (customer: ListedCustomer) => void;
  readonly onNew: (name: string) => void;
  readonly error: string | null;
  readonly inputRef: Ref<HTMLInputElement>;
}

/** Type-ahead for a customer (ARIA combobox with a list of options). Enter takes the first match. */
export function CustomerPicker({ customers, chosen, onChoose, onNew, error, inputRef }: Props) {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const rows = useRowStyles();
  const styles = useStyles();
  const listId = useId();
  // Null while nobody types: then the chosen customer's name stands there.
  const [query, setQuery] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const search = useMemo(() => searchOf(customers), [customers]);
  const wanted = query?.trim() ?? "";
  const matches = useMemo(() => (wanted === "" ? [] : search(wanted, mostMatches)), [search, wanted]);
  const { log } = texts.rep;
  const open = wanted !== "";
  const optionId = (index: number) => `${listId}-${index}`;

  const take = (index: number) => {
    const match = matches[index];
    setQuery(null);
    setActive(0);
    if (match) onChoose(match);
    else onNew(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const count = matches.length + 1;
      setActive((active + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter") {
      event.preventDefault();
      take(active);
    } else if (event.key === "Escape") {
      event.preventDefault();
      setQuery(null);
    }
  };
  return (
    <div>
      <Field label={log.customer} required validationMessage={error ?? undefined}>
        <Input
          id="control-customer"
          ref={inputRef}
          size="small"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={listId}
          aria-activedescendant={open ? optionId(active) : undefined}
          placeholder={log.customerHint}
          value={query ?? chosen?.name ?? ""}
          onChange={(_, { value }) => {
            setQuery(value);
            setActive(0);
            if (value.trim() !== "") announce(log.matches(search(value.trim(), mostMatches).length), { polite: true });
          }}
          onFocus={(event) => event.target.select()}
          onBlur={() => setQuery(null)}
          onKeyDown={onKeyDown}
          data-testid="log-customer"
        />
      </Field>
      <div
        id={listId}
        role="listbox"
        aria-label={log.customer}
        hidden={!open}
        className={mergeClasses(rows.list, styles.list)}
      >
        {[...matches, null].map((match, index) => (
          // The keys are taken by the input, which keeps the focus: see aria-activedescendant.
          <div
            key={match?.row ?? "new"}
            id={optionId(index)}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={mergeClasses(rows.row, index === active && styles.active)}
            onMouseDown={(event) => {
              event.preventDefault();
              take(index);
            }}
            data-testid="log-match"
          >
            <span className={rows.name}>{match ? match.name : log.asNew(wanted)}</span>
            {match && (
              <span className={rows.secondary}>
                {[
                  match.id === "" ? texts.rep.noIdShort : "",
                  match.stage,
                  match.owner === "" ? log.noOwner : match.owner,
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
