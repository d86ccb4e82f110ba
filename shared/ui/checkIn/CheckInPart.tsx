import { Spinner } from "@fluentui/react-components";
import { part } from "../part/part.tsx";
import { useUi } from "../UiContext.ts";

const Opening = () => <Spinner size="tiny" aria-label={useUi().messages.checkIn.open} />;

/** The form is fetched when somebody opens it, or a moment after the first look. */
export const CheckInForm = part(async () => (await import("./CheckInForm.tsx")).CheckInForm, {
  waiting: () => <Opening />,
});
