import { Component, type ReactNode } from "react";
import { useUi } from "../UiContext.ts";
import { Notice } from "./Notice.tsx";

/** What is shown after a bug, in the place of an empty page. React itself reports the error to the console. */
export class Crash extends Component<{ readonly children: ReactNode }, { readonly happened: boolean }> {
  override state = { happened: false };

  static getDerivedStateFromError(): { readonly happened: boolean } {
    return { happened: true };
  }

  override render(): ReactNode {
    return this.state.happened ? <Crashed /> : this.props.children;
  }
}

const Crashed = () => {
  const { app } = useUi().messages;
  return (
    <Notice
      title={app.brokenTitle}
      text={app.broken}
      action={{ label: app.reload, act: () => window.location.reload() }}
    />
  );
};
