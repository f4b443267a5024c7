import { Button } from "@fluentui/react-components";
import { ContactCardRegular } from "@fluentui/react-icons";
import { usePane } from "../pane";

interface Props {
  /** Excel's row number. */
  readonly row: number;
  readonly name: string;
  readonly tabIndex?: number;
}

/** Opens a customer's card beside a row that does something else itself, such as going to its cell. */
export function CardButton({ row, name, tabIndex = 0 }: Props) {
  const { navigation, session, texts } = usePane();
  const words = texts.card.open(name);
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={<ContactCardRegular />}
      aria-label={words}
      title={words}
      tabIndex={tabIndex}
      onClick={({ currentTarget }) => {
        const id = session.rep.customers().find((customer) => customer.row === row)?.id ?? "";
        navigation.show({ id, row, opener: currentTarget });
      }}
      data-testid="open-card"
    />
  );
}
