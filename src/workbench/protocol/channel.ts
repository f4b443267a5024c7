import { isRecord } from "./batch";

/** A message of office.js; the keys are the protocol's. */
export type HostRequest = Readonly<Record<string, unknown>>;

/** The host's end of the messages between it and one add-in's frame. */
export interface Channel {
  readonly reply: (request: HostRequest, data: unknown, errorCode?: number) => void;
  /** Tells of an event, which nobody asked for. */
  readonly tell: (name: string, data: unknown) => void;
}

/**
 * Listens to the add-in in a frame. Messages of other frames, other conversations and other scripts are left alone.
 * @param receive called with each request
 */
export function openChannel(
  frame: HTMLIFrameElement,
  addin: URL,
  conversation: string,
  receive: (request: HostRequest) => void,
): Channel {
  const post = (message: Readonly<Record<string, unknown>>): void => {
    const envelope = {
      ...message,
      _messageType: 1,
      _serializerVersion: 1,
      _conversationId: conversation,
      _origin: location.origin,
    };
    frame.contentWindow?.postMessage(JSON.stringify(envelope), addin.origin);
  };
  window.addEventListener("message", (event: MessageEvent) => {
    if (event.source !== frame.contentWindow || event.origin !== addin.origin || typeof event.data !== "string") return;
    let request: unknown;
    try {
      request = JSON.parse(event.data);
    } catch {
      // Other scripts of the add-in may post messages of their own; they are none of ours.
      return;
    }
    if (!isRecord(request) || request._messageType !== 0 || request._conversationId !== conversation) return;
    receive(request);
  });
  return {
    reply: (request, data, errorCode = 0) =>
      post({
        _actionName: request._actionName,
        _correlationId: request._correlationId,
        _data: data,
        _errorCode: errorCode,
        _responseType: 0,
      }),
    tell: (name, data) => post({ _actionName: name, _correlationId: -1, _data: data, _errorCode: 0, _responseType: 1 }),
  };
}
