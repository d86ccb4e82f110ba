/** Teams on the left, Excel on the right, one person, one browser window. */
import { html } from "../html.ts";
import type { Persona } from "../sign-in/people.ts";
import { addressOf } from "./places.ts";
import type { Product } from "./product.ts";

export interface SideBySideView {
  readonly product: Product;
  readonly persona: Persona;
  readonly personas: readonly Persona[];
  /** Handed on to both sides, for example `app` or `theme`. */
  readonly extra: Readonly<Record<string, string>>;
}

const query = (persona: Persona, extra: Readonly<Record<string, string>>): string =>
  new URLSearchParams({ user: persona.key, ...extra }).toString();

/**
 * The Teams shell is mounted in this document instead of a frame: a tab finds nested app authentication only when the
 * window above it is the top one, as in real Teams.
 */
export const sideBySidePage = ({ product, persona, personas, extra }: SideBySideView): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${product.name} in Teams and in Excel</title>
        <link rel="icon" href="/landing/icon" />
        <link rel="stylesheet" href="/landing/assets/common.css" />
        <link rel="stylesheet" href="/landing/assets/landing.css" />
        <script type="module" src="/landing/client/side-by-side.js"></script>
        <script type="module" src="/teams/client/teams-shell.js"></script>
      </head>
      <body class="both">
        <header class="strip">
          <a class="brand" href="/?user=${persona.key}"
            ><img src="/landing/icon" alt="" width="20" height="20" />${product.name}</a
          >
          <form class="person-switch" action="/open" method="get">
            <input type="hidden" name="place" value="both" />
            <label for="person">You are</label>
            <select id="person" name="user">
              ${personas.map(
                ({ key, label, user }) =>
                  html`<option value="${key}" ${key === persona.key ? html`selected` : html``}>
                    ${user.displayName} (${label})
                  </option>`,
              )}
            </select>
            <button class="small">Switch</button>
          </form>
          <nav aria-label="One at a time">
            <a href="${addressOf("personal", persona.key)}">Only Teams</a>
            <a href="${addressOf("excel", persona.key)}">Only Excel</a>
          </nav>
          <p class="tag">Simulated</p>
        </header>
        <main class="panes" data-panes>
          <h1 class="unseen">${product.name} in Teams and in Excel</h1>
          <section class="pane" id="teams-pane" aria-label="Teams">
            <div data-teams-shell data-session="/teams/api/session?${query(persona, extra)}"></div>
            <noscript>The simulated Teams client needs JavaScript.</noscript>
          </section>
          <div
            class="divider"
            role="separator"
            tabindex="0"
            aria-orientation="vertical"
            aria-label="Width of Teams and Excel"
            aria-controls="teams-pane"
            aria-valuemin="20"
            aria-valuemax="80"
            aria-valuenow="50"
            data-divider
          ></div>
          <section class="pane" aria-label="Excel">
            <iframe
              title="Excel"
              src="/excel?${query(persona, extra)}"
              allow="clipboard-read; clipboard-write"
            ></iframe>
          </section>
        </main>
      </body>
    </html> `.markup;
