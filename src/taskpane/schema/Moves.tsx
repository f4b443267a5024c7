import { moveOf, wantedSchema, withMove, type SchemaDraft } from "../../domain/schema/draft";
import { entriesOfList } from "../../domain/schema/lists";
import type { RemovedUse } from "../../domain/install/removedUses";
import { usePane } from "../pane";
import { SelectControl } from "./controls";

/** Values of the answers that are no entry: an entry stands behind a prefix of its own. */
const leave = "leave";
const entryPrefix = "to:";

interface Props {
  readonly draft: SchemaDraft;
  readonly uses: readonly RemovedUse[];
}

/** Asks where the customers of removed entries go. Nothing is preset: whoever removes an entry says it. */
export function Moves({ draft, uses }: Props) {
  const { session, texts } = usePane();
  return (
    <div role="group" aria-label={texts.schema.moves}>
      {uses.map((use) => {
        const move = moveOf(draft, use);
        const { list, from, customers } = use;
        return (
          <SelectControl
            key={`${list} ${from}`}
            label={texts.schema.moveFrom(from, customers)}
            value={move === null ? "" : move.to === null ? leave : entryPrefix + move.to}
            options={[
              ["", texts.schema.moveChoose],
              ...entriesOfList(list, wantedSchema(draft)).map((entry) => [entryPrefix + entry, entry] as const),
              [leave, texts.schema.moveLeave],
            ]}
            onChange={(value) => {
              const to = value === leave ? null : value.slice(entryPrefix.length);
              session.schema.edit(withMove(draft, use, value === "" ? null : { list, from, to }));
            }}
            testId="move"
          />
        );
      })}
    </div>
  );
}
