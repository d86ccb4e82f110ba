/** Events that the add-in listens to: "Type.Event|target id". */
export const eventKey = (type: string, event: string, targetId: string): string => `${type}.${event}|${targetId}`;
