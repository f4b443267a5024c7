import { Button } from "@fluentui/react-components";
import { ownerSheets } from "../../domain/measures/ownerSheets";
import type { PeriodId } from "../../domain/measures/periods";
import { isoOfSerial } from "../../domain/values/date";
import { TextTaken } from "../controls/TextTaken";
import { useTakeOut } from "../controls/takeOut";
import { useShown } from "./figures";
import { useNumberStyles } from "./numbers.styles";
import { printPage } from "./printPage";

/** What no file may have in its name. */
const notInNames = /[\\/:*?"<>|]/g;

/** A page for each owner to print, as a file: nothing of it is written to the workbook. With a filter, of the customers that are shown. */
export function PrintPages({ id }: { readonly id: PeriodId }) {
  const shown = useShown();
  const styles = useNumberStyles();
  const takeOut = useTakeOut();
  const { filter, numbers, words } = shown;
  const save = () => {
    const day = isoOfSerial(numbers.today, numbers.system);
    const whose = filter === null ? "" : words.filter.only(filter.by, filter.name).replace(notInNames, "_");
    takeOut.save(printPage(ownerSheets(numbers, id), id, shown), {
      name: `${[words.page.heading, whose, day].filter((part) => part !== "").join(" ")}.html`,
      type: "text/html",
    });
  };
  return (
    <>
      <Button size="small" className={styles.alone} onClick={save} data-testid="numbers-print">
        {words.page.save}
      </Button>
      <p className={styles.note}>{words.page.hint}</p>
      <TextTaken taken={takeOut.taken} copy={takeOut.copy} copied={words.page.copied} />
    </>
  );
}
