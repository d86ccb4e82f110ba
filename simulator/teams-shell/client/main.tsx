import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { addressOf } from "./address.ts";
import { createBrowser } from "./browser.ts";
import { createApi, loadSession } from "./shell/api.ts";
import { createShell, type Shell } from "./shell/createShell.ts";
import { ShellApp } from "./ui/ShellApp.tsx";
import { StartProblem } from "./ui/StartProblem.tsx";
import { directionOf } from "./ui/texts.ts";

/** Only the page of the shell itself may change its address and language; a page that embeds the shell keeps its own. */
const followAddress = ({ store, session }: Shell): void => {
  const update = (): void => {
    const { locale } = store.get();
    document.documentElement.lang = locale;
    document.documentElement.dir = directionOf(locale);
    const address = addressOf(store.get(), session);
    if (location.search !== address) history.replaceState(null, "", address);
  };
  store.subscribe(update);
  update();
};

const mount = async (element: HTMLElement): Promise<void> => {
  const root = createRoot(element);
  const session = await loadSession(element.dataset["session"] ?? "");
  if (!session.ok) {
    root.render(<StartProblem message={session.message} />);
    return;
  }
  const api = createApi(session.value.user.key);
  const shell = createShell({ session: session.value, api, browser: createBrowser(element) });
  await shell.start();
  const standalone = element.dataset["ownsAddress"] !== undefined;
  if (standalone) followAddress(shell);
  root.render(
    <StrictMode>
      <ShellApp shell={shell} standalone={standalone} />
    </StrictMode>,
  );
};

for (const element of document.querySelectorAll<HTMLElement>("[data-teams-shell]")) void mount(element);
