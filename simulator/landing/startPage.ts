/** The first page: what the app is, who to be, where to look. */
import { html, hueOf, initialsOf } from "../html.ts";
import type { Html } from "../html.ts";
import type { Persona } from "../sign-in/people.ts";
import type { PersonaKey } from "../world/types.ts";
import { places } from "./places.ts";
import type { Place, PlaceKey } from "./places.ts";
import type { Product } from "./product.ts";

export interface StartView {
  readonly product: Product;
  readonly tenantName: string;
  readonly peopleCount: number;
  readonly personas: readonly Persona[];
  readonly chosenUser: PersonaKey;
  readonly chosenPlace: PlaceKey;
  /** A sentence when the address named something unknown. */
  readonly problem: string | undefined;
}

const notes: Readonly<Record<PersonaKey, string>> = {
  sponsor: "Answers for the goals of the whole company",
  facilitator: "Keeps the rhythm: cycles, reviews, check-ins",
  lead: "Leads the OKRs of one country and its teams",
  member: "Works on the key results of a team",
  outsider: "Has an account, but no access to the OKRs",
  admin: "Grants permissions for the organisation",
};

const countryName = (code: string): string => {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  } catch (error) {
    if (error instanceof RangeError) return code;
    throw error;
  }
};

const personaCard = ({ key, label, user }: Persona, chosen: PersonaKey): Html =>
  html`<li>
    <label class="choice person">
      <input type="radio" name="user" value="${key}" ${key === chosen ? html`checked` : html``} />
      <span class="face face-${hueOf(user.id, 8)}" aria-hidden="true">${initialsOf(user.displayName)}</span>
      <span class="words">
        <span class="role">${label}</span>
        <bdi class="name">${user.displayName}</bdi>
        <span class="job"><bdi>${user.jobTitle}</bdi>, ${countryName(user.country)}</span>
        <span class="about">${notes[key]}</span>
      </span>
    </label>
  </li>`;

const glyphs: Readonly<Record<PlaceKey, Html>> = {
  both: html`<rect x="3" y="6" width="12" height="20" rx="2.5" /><rect
      x="17"
      y="6"
      width="12"
      height="20"
      rx="2.5"
    /><path d="M6.5 11h5M6.5 15h5M6.5 19h3M20.5 11h5M20.5 15h5M20.5 19h5M23 11v8" />`,
  personal: html`<rect x="4" y="6" width="24" height="20" rx="2.5" /><path d="M10 6v20M13.5 12h10M13.5 17h7" />`,
  channel: html`<rect x="4" y="6" width="24" height="20" rx="2.5" /><path
      d="M10 6v20M10 12h18M14 9h4M14 17h9M14 21h6"
    />`,
  excel: html`<rect x="4" y="6" width="24" height="20" rx="2.5" /><path d="M4 12h16M4 18h16M10 6v20M20 6v20" />`,
  web: html`<circle cx="16" cy="16" r="11" /><path d="M5 16h22M16 5c4 3 4 19 0 22M16 5c-4 3-4 19 0 22" />`,
};

const placeCard = ({ key, title, note }: Place, chosen: PlaceKey): Html =>
  html`<li>
    <label class="choice place">
      <input type="radio" name="place" value="${key}" ${key === chosen ? html`checked` : html``} />
      <svg viewBox="0 0 32 32" aria-hidden="true" class="glyph">${glyphs[key]}</svg>
      <span class="words"><span class="name">${title}</span><span class="about">${note}</span></span>
    </label>
  </li>`;

/** Two windows with the same lines in them; decoration. */
const picture = (): Html =>
  html`<svg class="picture" viewBox="0 0 560 320" aria-hidden="true">
    <g class="window back">
      <rect x="150" y="20" width="400" height="250" rx="14" />
      <path class="bar" d="M150 34a14 14 0 0 1 14-14h372a14 14 0 0 1 14 14v18H150z" />
      <path
        class="grid"
        d="M350 52v218M410 52v218M470 52v218M150 88h400M150 124h400M150 160h400M150 196h400M150 232h400"
      />
      <path
        class="cells"
        d="M422 106h34M422 142h34M422 178h34M422 214h34M482 106h40M482 142h28M482 178h44M482 214h20"
      />
      <rect class="cell" x="410" y="124" width="60" height="36" />
    </g>
    <g class="window front">
      <rect x="10" y="60" width="330" height="240" rx="14" />
      <path class="rail" d="M24 60h34v240H24a14 14 0 0 1-14-14V74a14 14 0 0 1 14-14z" />
      <circle class="dot" cx="34" cy="92" r="7" />
      <circle class="dot" cx="34" cy="122" r="7" />
      <circle class="dot on" cx="34" cy="152" r="7" />
      <path class="line strong" d="M82 96h120" />
      <path class="line" d="M82 122h150M82 176h130M82 230h160" />
      <path class="track" d="M82 142h232M82 196h232M82 250h232" />
      <path class="done" d="M82 142h168M82 196h96M82 250h204" />
    </g>
  </svg>`;

const head = (product: Product, title: string): Html =>
  html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="theme-color" content="${product.accent}" />
    <title>${title}</title>
    <link rel="icon" href="/landing/icon" />
    <link rel="stylesheet" href="/landing/assets/common.css" />
    <link rel="stylesheet" href="/landing/assets/landing.css" />
  </head>`;

/** Longer than this, a first sentence is no headline. */
const longestHeadline = 100;

const headline = ({ name, sentences }: Product): Html => {
  const [first = "", ...others] = sentences;
  return first !== "" && first.length <= longestHeadline
    ? html`<h1>${first}</h1>
        <p class="lead">${others.join(" ")}</p>`
    : html`<h1 class="short">${name}</h1>
        <p class="lead">${sentences.join(" ")}</p>`;
};

export const startPage = (view: StartView): string =>
  html`<!doctype html>
    <html lang="en">
      ${head(view.product, `${view.product.name}: who are you today?`)}
      <body class="start">
        <header class="top">
          <p class="brand"><img src="/landing/icon" alt="" width="28" height="28" />${view.product.name}</p>
          <p class="tag">Simulated Microsoft 365</p>
        </header>
        <main>
          <section class="hero">
            <div class="hero-words">
              ${headline(view.product)}
              <p class="honest">
                You are looking at a <strong>simulated Microsoft 365 on this computer</strong>. ${view.tenantName} and
                its ${view.peopleCount} people are invented, nothing you do leaves this machine, and no account is
                needed.
              </p>
            </div>
            ${picture()}
          </section>
          ${view.problem !== undefined && html`<p class="problem" role="alert">${view.problem}</p>`}
          <form action="/open" method="get">
            <fieldset>
              <legend><span class="step" aria-hidden="true">1</span>Who are you?</legend>
              <ul class="people">
                ${view.personas.map((persona) => personaCard(persona, view.chosenUser))}
              </ul>
            </fieldset>
            <fieldset>
              <legend><span class="step" aria-hidden="true">2</span>Where do you want to be?</legend>
              <ul class="places">
                ${places.map((place) => placeCard(place, view.chosenPlace))}
              </ul>
            </fieldset>
            <p class="go"><button class="open">Open ${view.product.name}</button></p>
          </form>
        </main>
        <footer>
          <p>
            Simulated, not made or endorsed by Microsoft. What you change is kept on this computer over restarts until
            you reset it.
          </p>
        </footer>
      </body>
    </html> `.markup;
