import { Spinner } from "@fluentui/react-components";
import { part } from "#shared/ui/part/part.tsx";

/** The choice of what to pull. Somebody who comes back to a filled table sees that first, so the form is fetched beside it. */
export const PullForm = part(async () => (await import("./PullForm.tsx")).PullForm, {
  waiting: () => <Spinner size="small" />,
});
