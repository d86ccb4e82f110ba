/** What is fetched by whoever opens one objective, shares a status or looks after the site. */
import { CheckInForm } from "../checkIn/CheckInPart.tsx";
import { part } from "../part/part.tsx";

export const ObjectivePage = part(async () => (await import("../objective/ObjectivePage.tsx")).ObjectivePage);
export const ObjectiveExtras = part(async () => (await import("./ObjectiveExtras.tsx")).ObjectiveExtras, {
  absent: "wait",
});
export const Sharing = part(async () => (await import("./Sharing.tsx")).Sharing);
export const AdminPage = part(async () => (await import("./AdminPage.tsx")).AdminPage);

/** Fetches beforehand what people open most, so that it opens at once and also when the network is gone by then. */
export const warmParts = (): void => {
  for (const one of [CheckInForm, ObjectivePage, ObjectiveExtras]) one.warm();
};
