import { unreachable } from "#shared/domain/result.ts";
import type { FieldsProps } from "./fieldsProps.ts";
import { CloneFields } from "./CloneFields.tsx";
import { CarryOverFields, MoveCycleFields } from "./CycleFields.tsx";
import { OwnerFields } from "./OwnerFields.tsx";
import { ParentFields } from "./ParentFields.tsx";
import { ReplaceFields } from "./ReplaceFields.tsx";
import { RescaleFields, ShiftFields } from "./NumberFields.tsx";

/** What the chosen operation needs to know. */
export const OperationFields = (props: FieldsProps) => {
  const { kind } = props.bulk.form;
  switch (kind) {
    case "moveCycle":
      return <MoveCycleFields {...props} />;
    case "carryOver":
      return <CarryOverFields {...props} />;
    case "setOwner":
      return <OwnerFields {...props} />;
    case "shiftDays":
      return <ShiftFields {...props} />;
    case "rescale":
      return <RescaleFields {...props} />;
    case "setParent":
      return <ParentFields {...props} />;
    case "clone":
      return <CloneFields {...props} />;
    case "replace":
      return <ReplaceFields {...props} />;
    default:
      return unreachable(kind);
  }
};
