import { bursts, futureTouches, lastMinuteEntries, lateEntries, withoutEntryTime, type LastMinute } from "./entries";
import { busyOwners, type BusyOwner } from "./owners";
import { pushedDates, touchedWithoutMoving } from "./promises";
import { lookAt, type Look, type SignalCase, type SignalId, type SignalSource } from "./signal";
import { flipFlops, jumps } from "./stages";
import { earlyWins, sameDayWins, winsBeforeDate } from "./wins";
import { copies, similarWording } from "./wording";

const readers: Readonly<Record<SignalId, (look: Look) => readonly SignalCase[]>> = {
  burst: bursts,
  lateEntry: lateEntries,
  futureContact: futureTouches,
  copied: copies,
  similar: similarWording,
  noMovement: touchedWithoutMoving,
  pushed: pushedDates,
  flipFlop: flipFlops,
  jump: jumps,
  sameDay: sameDayWins,
  earlyWin: earlyWins,
  wonBeforeDate: winsBeforeDate,
};

export interface Signals {
  /** Customers and log rows that show a signal. */
  readonly cases: Readonly<Record<SignalId, readonly SignalCase[]>>;
  /** People whose rows show one only when they are taken together. */
  readonly lastMinute: readonly LastMinute[];
  readonly busyOwners: readonly BusyOwner[];
  /** Touches without an entry time: what goes by it says nothing of them. */
  readonly withoutEntryTime: number;
}

/** Looks for every signal. Log rows of the future have not happened. */
export function signalsOf(source: SignalSource): Signals {
  const look = lookAt(source);
  return {
    cases: {
      burst: readers.burst(look),
      lateEntry: readers.lateEntry(look),
      futureContact: readers.futureContact(look),
      copied: readers.copied(look),
      similar: readers.similar(look),
      noMovement: readers.noMovement(look),
      pushed: readers.pushed(look),
      flipFlop: readers.flipFlop(look),
      jump: readers.jump(look),
      sameDay: readers.sameDay(look),
      earlyWin: readers.earlyWin(look),
      wonBeforeDate: readers.wonBeforeDate(look),
    },
    lastMinute: lastMinuteEntries(look),
    busyOwners: busyOwners(look),
    withoutEntryTime: withoutEntryTime(look),
  };
}

/** Looks for one signal among customers and log rows. */
export function casesOf(id: SignalId, source: SignalSource): readonly SignalCase[] {
  return readers[id](lookAt(source));
}
