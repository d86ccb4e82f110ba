import { Breadcrumb, BreadcrumbButton, BreadcrumbDivider, BreadcrumbItem } from "@fluentui/react-components";
import { Fragment } from "react";
import type { UnitKey } from "#shared/domain/okr/ids.ts";
import type { Unit } from "#shared/domain/okr/unit.ts";
import { useUi } from "../UiContext.ts";

/** The units above the one that is looked at, and itself. */
export const Path = ({ path, onGo }: { readonly path: readonly Unit[]; readonly onGo: (key: UnitKey) => void }) => {
  const { messages } = useUi();
  return (
    <Breadcrumb size="small" aria-label={messages.board.path}>
      {path.map((one, at) => (
        <Fragment key={one.key}>
          <BreadcrumbItem>
            <BreadcrumbButton current={at === path.length - 1} onClick={() => onGo(one.key)}>
              {one.name}
            </BreadcrumbButton>
          </BreadcrumbItem>
          {at < path.length - 1 ? <BreadcrumbDivider /> : undefined}
        </Fragment>
      ))}
    </Breadcrumb>
  );
};
