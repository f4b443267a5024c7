import { momentOfRun } from "../support/moments";

/** Once before all files of a project: the test processes, and the programs they start, are in the time zone of the run's moment. */
export default function keepZone(): void {
  process.env["TZ"] = momentOfRun().zone;
}
