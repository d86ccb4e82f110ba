import { addXmlPart, deleteXmlPart, setXmlPart } from "../../model/custom-xml.ts";
import type { CustomXmlPart, Workbook } from "../../model/types.ts";
import { ApiError, itemNotFound, unwrap } from "../api-error.ts";
import { text } from "../arguments.ts";
import type { Method, TypeDefinition } from "../definition.ts";
import { readOnly } from "../definition.ts";
import type { Remote, XmlPartTarget, XmlScope } from "../targets.ts";
import { NULL_OBJECT, orNull, remote } from "../targets.ts";

const asRemote = (workbook: Workbook, { id }: CustomXmlPart): Remote => remote("CustomXmlPart", { workbook, id });

interface Listed {
  readonly workbook: Workbook;
  readonly parts: readonly CustomXmlPart[];
}

const getters = <T>(listed: (target: T) => Listed): Readonly<Record<string, Method<T>>> => ({
  GetCount: (target) => listed(target).parts.length,
  GetItem: (target, [id]) => {
    const { workbook, parts } = listed(target);
    const found = parts.find((part) => part.id === text(id));
    if (!found) throw itemNotFound();
    return asRemote(workbook, found);
  },
  GetItemOrNullObject: (target, [id]) => {
    const { workbook, parts } = listed(target);
    return orNull(
      parts.find((part) => part.id === text(id)),
      (part) => asRemote(workbook, part),
    );
  },
});

const all = (workbook: Workbook): Listed => ({ workbook, parts: workbook.customXmlParts });

export const customXmlPartCollection: TypeDefinition<Workbook> = {
  items: (workbook) => workbook.customXmlParts.map((part) => asRemote(workbook, part)),
  methods: {
    ...getters(all),
    Add: (workbook, [xml]) => asRemote(workbook, unwrap(addXmlPart(workbook, text(xml)))),
    GetByNamespace: (workbook, [uri]) => remote("CustomXmlPartScopedCollection", { workbook, namespaceUri: text(uri) }),
  },
};

const scoped = ({ workbook, namespaceUri }: XmlScope): Listed => ({
  workbook,
  parts: workbook.customXmlParts.filter((part) => part.namespaceUri === namespaceUri),
});

const only = (scope: XmlScope): CustomXmlPart | undefined => {
  const { parts } = scoped(scope);
  return parts.length === 1 ? parts[0] : undefined;
};

export const customXmlPartScopedCollection: TypeDefinition<XmlScope> = {
  items: (scope) => scoped(scope).parts.map((part) => asRemote(scope.workbook, part)),
  methods: {
    ...getters(scoped),
    GetOnlyItem: (scope) => {
      const found = only(scope);
      if (!found) throw new ApiError("InvalidOperation", "The collection does not have exactly one item.");
      return asRemote(scope.workbook, found);
    },
    GetOnlyItemOrNullObject: (scope) => {
      const found = only(scope);
      return found ? asRemote(scope.workbook, found) : NULL_OBJECT;
    },
  },
};

const partOf = ({ workbook, id }: XmlPartTarget): CustomXmlPart => {
  const found = workbook.customXmlParts.find((part) => part.id === id);
  if (!found) throw itemNotFound();
  return found;
};

export const customXmlPart: TypeDefinition<XmlPartTarget> = {
  identity: "Id",
  properties: { Id: readOnly(({ id }) => id), NamespaceUri: readOnly((target) => partOf(target).namespaceUri) },
  methods: {
    GetXml: (target) => partOf(target).xml,
    SetXml: ({ workbook, id }, [xml]) => {
      unwrap(setXmlPart(workbook, id, text(xml)));
      return null;
    },
    Delete: ({ workbook, id }) => {
      deleteXmlPart(workbook, id);
      return null;
    },
  },
  exists: ({ workbook, id }) => workbook.customXmlParts.some((part) => part.id === id),
};
