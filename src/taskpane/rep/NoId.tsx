import { Button, mergeClasses } from "@fluentui/react-components";
import { useFormStyles } from "../controls/form.styles";
import { usePane } from "../pane";
import { useCompleteSetUp } from "./completeSetUp";

/** Why a customer cannot be logged yet, and the way to what gives it an ID. */
export function NoId({ customer }: { readonly customer: string }) {
  const { texts } = usePane();
  const styles = useFormStyles();
  const completeSetUp = useCompleteSetUp();
  const { what, todo, action } = texts.rep.noId(customer);
  return (
    <div role="alert" className={mergeClasses(styles.notice, styles.warn)} data-testid="no-id">
      <strong>{what}</strong> {todo}
      <div className={styles.actions}>
        <Button size="small" onClick={completeSetUp} data-testid="no-id-set-up">
          {action}
        </Button>
      </div>
    </div>
  );
}
