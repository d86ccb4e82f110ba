export interface Visibility {
  /** Whether somebody can see the page now. */
  readonly visible: () => boolean;
  readonly onChange: (listener: (visible: boolean) => void) => () => void;
}

export interface VisibilityDep {
  readonly visibility: Visibility;
}
