import { inWorkbook } from "./officeErrors.ts";

/** Listens to an event of the workbook until the result is called, also when that is before Excel knows of the listener. */
export const watchWorkbook = <Event>(
  eventOf: (workbook: Excel.Workbook) => OfficeExtension.EventHandlers<Event>,
  listener: () => void,
): (() => void) => {
  let handler: OfficeExtension.EventHandlerResult<Event> | undefined;
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (!handler) return;
    const { context } = handler;
    handler.remove();
    handler = undefined;
    await context.sync();
  };
  void inWorkbook(async (context) => {
    handler = eventOf(context.workbook).add(() => {
      listener();
      return Promise.resolve();
    });
    await context.sync();
    if (stopped) await stop();
  });
  return () => {
    stopped = true;
    void stop();
  };
};
