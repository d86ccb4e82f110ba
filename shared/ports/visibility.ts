export interface Visibility {
  /** Whether somebody can see the page now. */
  readonly visible: () => boolean;
  readonly onChange: (listener: (visible: boolean) => void) => () => void;
  /** Calls back when somebody points, types or scrolls here, at most once a second; the result ends it. */
  readonly onUse: (listener: () => void) => () => void;
}

export interface VisibilityDep {
  readonly visibility: Visibility;
}
