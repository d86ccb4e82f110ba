// Envelope of every message between the host page and the add-in's page. On the wire it is a JSON string.

/** `hostInfo` flags in the frame's name. */
export const HOST_FLAGS = { sharedRuntime: 1, customFunctions: 2, protectedDocument: 4, publicAddin: 16 } as const;

export interface FrameIdentity {
  /** Names the exchange between one host page and one add-in frame. */
  readonly conversation: string;
  readonly controlId: string;
  /** Origin of the host page, without a slash at the end. */
  readonly hostOrigin: string;
  readonly locale?: string;
}

/** Value for the `name` of the add-in's iframe: office.js finds its host there. */
export const frameName = (
  { conversation, controlId, hostOrigin, locale = "en-US" }: FrameIdentity,
  flags: number,
): string =>
  JSON.stringify({
    baseFrameName: "addin",
    serializerVersion: "1",
    hostInfo: `Excel|Web|16.01|${locale}|${conversation}|||${flags}`,
    xdmInfo: `${conversation}|${controlId}|${hostOrigin}`,
  });

export interface IncomingMessage {
  readonly actionName: string;
  /** 0 invoke, 1 register for an event, 2 unregister. */
  readonly actionType: number;
  readonly correlationId: unknown;
  readonly data: unknown;
}

/** Reads a message of office.js; undefined for anything else that arrives at the window. */
export const readMessage = (text: unknown, conversation: string): IncomingMessage | undefined => {
  if (typeof text !== "string" || !text.startsWith("{")) return undefined;
  let parsed: Readonly<Record<string, unknown>>;
  try {
    parsed = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  if (parsed["_conversationId"] !== conversation || parsed["_messageType"] !== 0) return undefined;
  return {
    actionName: String(parsed["_actionName"]),
    actionType: Number(parsed["_actionType"] ?? 0),
    correlationId: parsed["_correlationId"],
    data: parsed["_data"],
  };
};

export interface OutgoingMessage {
  readonly actionName: string;
  readonly correlationId: unknown;
  readonly data: unknown;
  readonly isEvent?: boolean;
}

export const writeMessage = (
  conversation: string,
  { actionName, correlationId, data, isEvent }: OutgoingMessage,
): string =>
  JSON.stringify({
    _serializerVersion: 1,
    _messageType: 1,
    _conversationId: conversation,
    _actionName: actionName,
    _correlationId: correlationId,
    _errorCode: 0,
    _responseType: isEvent ? 1 : 0,
    _data: data,
  });

/** A call of the host to the add-in: moving the focus into the pane. */
export const writeNotification = (conversation: string, action: number): string =>
  JSON.stringify({
    _serializerVersion: 1,
    _messageType: 0,
    _actionType: 0,
    _conversationId: `${conversation}_ntf`,
    _actionName: "Office_notifyAgave",
    _correlationId: 0,
    _origin: "",
    _data: [action],
  });
