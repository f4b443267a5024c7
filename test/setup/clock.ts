import { aheadBy, moveClock } from "../support/clock";
import { momentOfRun } from "../support/moments";

// Whatever reads the clock in a test without a browser reads the run's moment.
moveClock(aheadBy(momentOfRun().at));
