import { Button, mergeClasses, useAnnounce } from "@fluentui/react-components";
import { useRef, useState } from "react";
import type { Subject } from "../../app/subject";
import { draftChanges, draftTowards, wantedSchema, type SchemaDraft } from "../../domain/schema/draft";
import { readTableSchema } from "../../domain/exchange/readTableSchema";
import { tableSchemaOf } from "../../domain/exchange/tableSchemaOf";
import { useTakeOut } from "../controls/takeOut";
import { TextTaken } from "../controls/TextTaken";
import { usePane } from "../pane";
import { useRowStyles } from "../controls/row.styles";
import { useSchemaStyles } from "./schema.styles";

const fileName = "follow-up-schema.json";

interface Props {
  readonly draft: SchemaDraft;
  readonly subject: Subject;
}

/** The schema as a file, and from one: what is read becomes a draft, like any edit. */
export function Exchange({ draft, subject }: Props) {
  const { session, texts } = usePane();
  const { announce } = useAnnounce();
  const rows = useRowStyles();
  const styles = useSchemaStyles();
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ readonly words: string; readonly wrong: boolean } | null>(null);
  const takeOut = useTakeOut();
  const say = (words: string, wrong = false) => {
    setSaid({ words, wrong });
    announce(words, { polite: !wrong });
  };
  const save = () => {
    const descriptor = tableSchemaOf({ ...subject, schema: wantedSchema(draft) });
    setSaid(null);
    takeOut.save(`${JSON.stringify(descriptor, null, 2)}\n`, { name: fileName, type: "application/json" });
  };
  const take = async (file: File) => {
    // A file that cannot be read any more, because it was moved meanwhile, is no JSON either.
    const read = readTableSchema(await file.text().catch(() => ""), subject);
    if (!read.ok) {
      say(texts.schema.importProblem(read.problem), true);
      return;
    }
    const next = draftTowards(subject.schema, read.schema, subject.located.headers);
    const isNew = draftChanges(next).length > 0;
    if (isNew) session.schema.edit(next);
    const left = read.notMapped.map(({ field, what }) => (field === "" ? what : `${field} · ${what}`));
    const words = isNew ? texts.schema.imported : texts.schema.sameAsNow;
    say(left.length > 0 ? texts.sentences(words, texts.schema.notMapped(left)) : words);
  };
  return (
    <div>
      <div className={styles.buttons}>
        <Button size="small" onClick={save} data-testid="schema-export">
          {texts.schema.exportSchema}
        </Button>
        <Button size="small" onClick={() => input.current?.click()} data-testid="schema-import">
          {texts.schema.importSchema}
        </Button>
        {/* The button above speaks for it: a browser's own file control cannot be worded. */}
        <input
          ref={input}
          type="file"
          accept=".json,application/json"
          hidden
          aria-label={texts.schema.importSchema}
          onChange={(event) => {
            const file = event.target.files?.[0];
            // The same file can be chosen again after it was corrected.
            event.target.value = "";
            if (file) void take(file);
          }}
          data-testid="schema-file"
        />
      </div>
      {said === null && <TextTaken taken={takeOut.taken} copy={takeOut.copy} copied={texts.schema.copied} />}
      {said !== null && (
        <p
          className={said.wrong ? styles.problem : mergeClasses(rows.secondary, rows.wrap)}
          data-testid="exchange-said"
        >
          {said.words}
        </p>
      )}
    </div>
  );
}
