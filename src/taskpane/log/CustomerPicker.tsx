import { Field, Input, makeStyles, mergeClasses, tokens, useAnnounce } from "@fluentui/react-components";
import { useId, useMemo, useState, type KeyboardEvent, type Ref } from "react";
import type { ListedCustomer } from "../../domain/log/customers";
import { keyOf } from "../controls/composing";
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

/** The place of no option: where nobody is found, Enter must not make a new customer of whatever was typed. */
const none = -1;

/**
 * Type-ahead for a customer (ARIA combobox with a list of options). Enter takes the first match. What was typed stays until a customer is
 * chosen: Escape closes the list first, and only a second one takes the text away.
 */
export function CustomerPicker({ customers, chosen, onChoose, onNew, error, inputRef }: Props) {
  const { texts } = usePane();
  const { announce } = useAnnounce();
  const rows = useRowStyles();
  const styles = useStyles();
  const listId = useId();
  // Null while nobody types: then the chosen customer's name stands there.
  const [query, setQuery] = useState<string | null>(null);
  const [closed, setClosed] = useState(false);
  const [chosenOption, setChosenOption] = useState<number | null>(null);
  const search = useMemo(() => searchOf(customers), [customers]);
  const wanted = query?.trim() ?? "";
  const matches = useMemo(() => (wanted === "" ? [] : search(wanted, mostMatches)), [search, wanted]);
  const { log } = texts.rep;
  const open = wanted !== "" && !closed;
  const active = chosenOption ?? (matches.length > 0 ? 0 : none);
  const optionId = (index: number) => `${listId}-${index}`;

  const write = (text: string | null) => {
    setQuery(text);
    setClosed(false);
    setChosenOption(null);
  };
  const take = (index: number) => {
    const match = matches[index];
    write(null);
    if (match) onChoose(match);
    else onNew(wanted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const key = keyOf(event);
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (wanted === "") return;
      event.preventDefault();
      setClosed(false);
      const [first, last] = [0, matches.length];
      const next = key === "ArrowDown" ? active + 1 : active - 1;
      setChosenOption(next > last ? first : next < first ? last : next);
    } else if (key === "Enter") {
      if (wanted === "") return;
      event.preventDefault();
      if (!open) setClosed(false);
      else if (active === none) announce(log.noMatch(wanted));
      else take(active);
    } else if (key === "Escape") {
      if (query === null) return;
      event.preventDefault();
      if (open) setClosed(true);
      else write(null);
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
          aria-activedescendant={open && active !== none ? optionId(active) : undefined}
          placeholder={log.customerHint}
          value={query ?? chosen?.name ?? ""}
          onChange={(_, { value }) => {
            write(value);
            if (value.trim() !== "") announce(log.matches(search(value.trim(), mostMatches).length), { polite: true });
          }}
          onFocus={(event) => {
            event.target.select();
            setClosed(false);
          }}
          // A name that somebody has begun to search for stays there, unless that would hide whose touch it is.
          onBlur={() => (chosen === null ? setClosed(true) : write(null))}
          onKeyDown={onKeyDown}
          data-testid="log-customer"
        />
      </Field>
      {open && matches.length === 0 && (
        <p className={mergeClasses(rows.secondary, styles.none)} data-testid="log-no-match">
          {log.noMatch(wanted)}
        </p>
      )}
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
