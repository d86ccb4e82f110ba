/** Every operation the simulated Graph knows. */
import { activityRoutes } from "./activities.ts";
import { columnRoutes } from "./columns.ts";
import { deltaRoutes } from "./delta.ts";
import { directoryRoutes } from "./directory.ts";
import { driveRoutes } from "./driveItems.ts";
import { eventRoutes } from "./events.ts";
import { itemRoutes } from "./items.ts";
import { listRoutes } from "./lists.ts";
import { messageRoutes } from "./messages.ts";
import { permissionRoutes } from "./permissions.ts";
import type { Route } from "./route.ts";
import { teamRoutes } from "./teams.ts";
import { versionRoutes } from "./versions.ts";

export const allRoutes: readonly Route[] = [
  ...directoryRoutes,
  ...listRoutes,
  ...columnRoutes,
  ...itemRoutes,
  ...deltaRoutes,
  ...versionRoutes,
  ...permissionRoutes,
  ...driveRoutes,
  ...teamRoutes,
  ...messageRoutes,
  ...activityRoutes,
  ...eventRoutes,
];
