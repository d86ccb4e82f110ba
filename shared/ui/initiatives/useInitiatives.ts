import { useEffect, useMemo, useState } from "react";
import type { InitiativeEdit } from "#shared/application/initiatives/recordInitiative.ts";
import { initiativesUnderWay, type InitiativeUnderWay } from "#shared/application/initiatives/underWay.ts";
import { dayOf, instantOf, type Day } from "#shared/domain/day.ts";
import { initiativesOf, noInitiatives, type ServedBy } from "#shared/domain/okr/initiative.ts";
import type { InitiativeId, KeyResultId } from "#shared/domain/okr/ids.ts";
import type { Person } from "#shared/domain/okr/person.ts";
import type { ObjectiveView } from "#shared/domain/okr/view.ts";
import type { OkrScope } from "#shared/ports/okrRepository.ts";
import { useStore } from "../store.ts";
import { useUi } from "../UiContext.ts";
import type { InitiativeServices } from "./services.ts";

/** The initiatives of one objective, as they are to be shown. */
export interface InitiativesView {
  readonly kind: "loading" | "ready" | "failed";
  readonly parts: ServedBy;
  /** Each with what is on its way. */
  readonly byId: ReadonlyMap<InitiativeId, InitiativeUnderWay>;
  /** Whom one may make the owner: those who own something here, and whoever is signed in. */
  readonly people: readonly Person[];
  readonly me: Person | undefined;
  readonly today: Day;
  /** False when nothing could be kept. */
  readonly edit: (edit: InitiativeEdit) => Promise<boolean>;
  readonly retry: () => void;
}

/** With the places that its key results have left, in case somebody wrote one there who did not know. */
const scopeOf = ({ objective, keyResults }: ObjectiveView): OkrScope => {
  const places = [objective, ...keyResults.flatMap(({ keyResult }) => keyResult.formerly ?? [])];
  return {
    cycleKeys: [...new Set(places.map(({ cycleKey }) => cycleKey))],
    units: [...new Set(places.map(({ unitKey }) => unitKey))],
  };
};

const peopleOf = (candidates: readonly (Person | undefined)[]): readonly Person[] => {
  const people = new Map<string, Person>();
  for (const person of candidates) if (person && person.id !== "") people.set(person.id, person);
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name));
};

/** @param services absent where the host has no place for initiatives; the result is undefined then */
export const useInitiatives = (view: ObjectiveView, services: InitiativeServices): InitiativesView => {
  const { clock } = useUi();
  const { shown, outbox } = services;
  const state = useStore(shown.state);
  const { entries } = useStore(outbox.state);
  const [me, setMe] = useState<Person>();
  const scopeText = JSON.stringify(scopeOf(view));
  useEffect(() => shown.follow(JSON.parse(scopeText) as OkrScope), [shown, scopeText]);
  useEffect(() => {
    let mounted = true;
    void services.me().then((person) => (mounted ? setMe(person) : undefined));
    return () => {
      mounted = false;
    };
  }, [services]);
  const set = state.kind === "ready" ? state.set : noInitiatives;
  const underWay = useMemo(() => initiativesUnderWay(set, entries), [set, entries]);
  return {
    kind: state.kind,
    parts: useMemo(
      () =>
        initiativesOf(
          view.objective,
          view.keyResults.map(({ keyResult }) => keyResult),
          underWay.map(({ initiative }) => initiative),
        ),
      [view, underWay],
    ),
    byId: useMemo(() => new Map(underWay.map((one) => [one.initiative.id, one])), [underWay]),
    people: useMemo(
      () =>
        peopleOf([
          me,
          view.objective.owner,
          ...view.keyResults.map(({ keyResult }) => keyResult.owner),
          ...view.keyResults.flatMap(({ checkIns }) => checkIns.map(({ author }) => author)),
          ...underWay.map(({ initiative }) => initiative.owner),
        ]),
      [me, view, underWay],
    ),
    me,
    today: dayOf(instantOf(clock.now())),
    edit: async (edit) => (await services.record(edit)).ok,
    retry: () => void shown.refresh(),
  };
};

/** Of a key result, or of the objective as a whole. */
export const partOf = ({ parts }: InitiativesView, keyResultId: KeyResultId | undefined) =>
  keyResultId === undefined ? parts.objective : (parts.keyResults.get(keyResultId) ?? []);
