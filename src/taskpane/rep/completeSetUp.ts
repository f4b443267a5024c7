import { asProposed } from "../../domain/adoption/choices";
import { usePane, useSessionState } from "../pane";

/** Gives the way to Set up with the list of what it would add already worked out: nothing is changed before somebody agrees. */
export function useCompleteSetUp(): () => void {
  const { session, navigation, language } = usePane();
  const { check } = useSessionState();
  return () => {
    navigation.go("setup");
    void session.planSetUp(check?.language ?? language, asProposed);
  };
}
