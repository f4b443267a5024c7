import { isRecord, readBatch } from "./batch";
import { openChannel } from "./channel";
import type { Channel, HostRequest } from "./channel";
import type { Dispatcher } from "./dispatcher";
import { transportError } from "./faults";
import type { FaultPlan } from "./faults";

/** What Excel on the web allows for one request and for one answer, in bytes. */
export const payloadLimit = 5 * 1024 * 1024;

/** Request flag with which the client asks to wait for the end of a cell edit. */
const delayForCellEdit = 64;

/**
 * Request flag with which a client asks for `mergeUndoGroup`, and where the number of the group begins. Ours: the client of the npm package
 * does not know the option, so the pane's page says it in its place (`cli/localPane.ts`).
 */
const mergeUndoGroup = { flag: 1 << 15, shift: 16 } as const;

/** Numbers of the calls that office.js makes through `executeMethod`. */
const call = { loadSettings: 75, saveSettings: 76, richApi: 93, commandCompleted: 94 } as const;

/** What office.js tells of keys that lead out of the pane: Ctrl+F6 and with Shift, Tab and Shift+Tab at its edge, Escape, F2, nothing to focus and with Shift. */
const leaving: ReadonlySet<unknown> = new Set([5, 6, 13, 14, 15, 16, 17, 18]);

/** Category of events that belong to objects of the rich API. */
const objectEventCategory = 65536;

export interface PaneOptions {
  readonly container: HTMLElement;
  readonly addin: URL;
  readonly dispatcher: Dispatcher;
  readonly faults: FaultPlan;
  /** What office.js asks for at its start; the keys are the protocol's. */
  readonly appContext: Readonly<Record<string, unknown>>;
  readonly displayLanguage: string;
  /** Takes the focus from the pane: a person pressed Tab at its edge, Escape, or Ctrl+F6. */
  readonly takeFocus: () => void;
  /** True while a person is typing in a cell. */
  readonly isEditingCell: () => boolean;
  /** Ends when nobody is typing in a cell any more. */
  readonly editEnded: () => Promise<void>;
  /**
   * Carries out one request when it is this pane's turn: the workbook may have other panes.
   * @param undoGroup the requests that are to be one step for Ctrl+Z with this one; null where it did not ask for that
   */
  readonly inTurn: <T>(undoGroup: number | null, work: () => Promise<T>) => Promise<T>;
}

export interface Traffic {
  readonly roundTrips: number;
  readonly bytesSent: number;
  readonly bytesReceived: number;
}

/** One add-in in its iframe, and the host's side of Office's protocol to it. */
export interface Pane {
  readonly frame: HTMLIFrameElement;
  readonly traffic: () => Traffic;
  readonly resetTraffic: () => void;
  /** Sends an event of an object: `eventType` is the protocol's number, `targetId` the object's id. */
  readonly fireObjectEvent: (eventType: number, targetId: string, args: unknown, remote: boolean) => void;
  /** Sends one of the older events, such as `documentSelectionChanged`. */
  readonly fireEvent: (name: string, data: unknown) => void;
  /** A press on a ribbon button that runs a function; ends when the function says that it is done. */
  readonly runCommand: (functionName: string, controlId: string) => Promise<void>;
}

/** Bytes of a text in UTF-8, counted without making them: answers are megabytes. */
export function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    // Each half of a pair stands for two of its four bytes.
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** What a pane and its answers have in common. */
interface PaneState {
  readonly options: PaneOptions;
  readonly channel: Channel;
  readonly appId: string;
  /** Names of the older events that the add-in listens to. */
  readonly registered: Set<string>;
  /** What to do when a ribbon function says that it is done, by the id of its call. */
  readonly commands: Map<string, () => void>;
  readonly traffic: { roundTrips: number; bytesSent: number; bytesReceived: number };
  settings: readonly (readonly [string, string])[];
  /** Ends when every batch so far is answered. */
  queue: Promise<void>;
}

function createFrame({ addin, displayLanguage }: PaneOptions, conversation: string, appId: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = "Follow-up Sheet";
  // Chromium takes the name at insertion and ignores later changes, so it comes first.
  frame.name = JSON.stringify({
    baseFrameName: `workbench_${conversation}`,
    hostInfo: `Excel$Web$16.01$${displayLanguage}$$$$1`,
    xdmInfo: `${conversation}|${appId}|${location.origin}`,
    serializerVersion: 1,
    flights: "[]",
  });
  frame.src = addin.href;
  return frame;
}

async function answerBatch(state: PaneState, request: HostRequest, bodyText: string, flags: number): Promise<void> {
  const { options, channel, traffic } = state;
  const fail = (error: number): void => channel.reply(request, { Version: 1, Error: error });
  traffic.roundTrips += 1;
  const sent = bytesOf(bodyText);
  traffic.bytesSent += sent;
  const fault = options.faults.onRequest(bodyText);
  if (fault && !fault.afterwards) return fail(transportError[fault.kind]);
  if (sent > payloadLimit) return fail(transportError.requestTooLarge);
  if (options.isEditingCell()) {
    if ((flags & delayForCellEdit) === 0) return fail(transportError.cellEdit);
    await options.editEnded();
  }
  const work = () => options.dispatcher.process(readBatch(JSON.parse(bodyText)));
  const group = (flags & mergeUndoGroup.flag) === 0 ? null : flags >>> mergeUndoGroup.shift;
  const answer = JSON.stringify(await options.inTurn(group, work));
  if (fault) return fail(transportError[fault.kind]);
  const received = bytesOf(answer);
  if (received > payloadLimit) return fail(transportError.responseTooLarge);
  traffic.bytesReceived += received;
  channel.reply(request, { Version: 1, Error: 0, Data: [200, [], answer] });
}

/** Answers the calls that office.js makes through `executeMethod`. */
function execute(state: PaneState, request: HostRequest): void {
  const { channel } = state;
  const data = isRecord(request._data) ? request._data : {};
  const method = isRecord(data.DdaMethod) ? data.DdaMethod : {};
  const ok = (result: Readonly<Record<string, unknown>>): void =>
    channel.reply(request, { Version: 1, Error: 0, ...result });
  const failed = (): void => channel.reply(request, { Version: 1, Error: transportError.general });
  switch (method.DispatchId) {
    case call.richApi: {
      const parts: readonly unknown[] = Array.isArray(data.ArrayData) ? data.ArrayData : [];
      const flags = typeof parts[6] === "number" ? parts[6] : 0;
      // One batch after the other: the next one sees what this one did.
      state.queue = state.queue
        .then(() => answerBatch(state, request, String(parts[4]), flags))
        .catch((error: unknown) => {
          console.error("workbench: a request failed", error);
          failed();
        });
      return;
    }
    case call.saveSettings: {
      const part = isRecord(data.DdaSettingsMethod) ? data.DdaSettingsMethod.Properties : [];
      state.settings = (Array.isArray(part) ? part : []).flatMap((pair: unknown) =>
        Array.isArray(pair) ? [[String(pair[0]), String(pair[1])] as const] : [],
      );
      return ok({});
    }
    case call.loadSettings:
      return ok({ Properties: { Settings: state.settings.map(([Name, Value]) => ({ Name, Value })) } });
    case call.commandCompleted: {
      const id = String(data[0]);
      state.commands.get(id)?.();
      state.commands.delete(id);
      return ok({});
    }
    default:
      console.error("workbench: unknown call of office.js", method.DispatchId);
      failed();
  }
}

/** Answers one message of office.js. */
function answerMessage(state: PaneState, request: HostRequest): void {
  const { channel, registered } = state;
  const name = String(request._actionName);
  if (request._actionType === 1) {
    registered.add(name);
    channel.reply(request, { Error: 0 });
  } else if (request._actionType === 2) {
    registered.delete(name);
    channel.reply(request, { Error: 0 });
  } else if (name === "ContextActivationManager_getAppContextAsync") {
    const { appId, options, settings } = state;
    channel.reply(request, { ...options.appContext, _id: appId, _appInstanceId: appId, _settings: settings });
  } else if (name === "executeMethod") {
    execute(state, request);
  } else if (name === "ContextActivationManager_notifyHost") {
    // It tells of focus and telemetry, and wants no answer.
    const [, action]: readonly unknown[] = Array.isArray(request._data) ? request._data : [];
    if (leaving.has(action)) state.options.takeFocus();
  } else {
    channel.reply(request, null, -2);
  }
}

/** Puts the add-in into an iframe and answers it. Every message is JSON text through `postMessage`. */
export function openPane(options: PaneOptions): Pane {
  // Fresh for each load of the page: office.js keeps document settings in sessionStorage under it.
  const conversation = crypto.randomUUID();
  const appId = crypto.randomUUID();
  const frame = createFrame(options, conversation, appId);
  const state: PaneState = {
    options,
    channel: openChannel(frame, options.addin, conversation, (request) => answerMessage(state, request)),
    appId,
    registered: new Set(),
    commands: new Map(),
    traffic: { roundTrips: 0, bytesSent: 0, bytesReceived: 0 },
    settings: [],
    queue: Promise.resolve(),
  };
  options.container.append(frame);

  const fireEvent = (name: string, data: unknown): void => {
    if (state.registered.has(name)) state.channel.tell(name, data);
  };
  return {
    frame,
    traffic: () => ({ ...state.traffic }),
    resetTraffic: () => {
      Object.assign(state.traffic, { roundTrips: 0, bytesSent: 0, bytesReceived: 0 });
    },
    fireObjectEvent: (eventType, targetId, args, remote) => {
      fireEvent("richApiMessage", {
        ArrayData: [[objectEventCategory, eventType, targetId, JSON.stringify(args), 0, remote]],
      });
    },
    fireEvent,
    runCommand: (functionName, controlId) =>
      new Promise((done) => {
        const id = crypto.randomUUID();
        state.commands.set(id, done);
        fireEvent("appCommandInvoked", { 0: id, 1: functionName, 2: JSON.stringify({ source: { id: controlId } }) });
      }),
  };
}
