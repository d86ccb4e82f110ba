/** The pages people see while they sign in. Markup only; what happens is decided in `interactions.ts`. */
import type { WorldUser } from "#simulator/world/types.ts";
import { html, hueOf, initialsOf } from "#simulator/html.ts";
import type { Html } from "#simulator/html.ts";
import type { Persona } from "./people.ts";
import type { ScopeInfo } from "./scopes.ts";

export interface PageFrame {
  readonly tenantName: string;
  /** Path of the sign-in on this server, for example `/entra`. */
  readonly mount: string;
}

const page = (frame: PageFrame, title: string, body: Html): string =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${frame.mount}/assets/common.css" />
        <link rel="stylesheet" href="${frame.mount}/assets/sign-in.css" />
      </head>
      <body>
        <main class="card">
          <p class="tenant"><span class="tenant-mark" aria-hidden="true"></span>${frame.tenantName}</p>
          ${body}
        </main>
        <footer>
          <p>Simulated Microsoft 365 on this computer. No real account, no password.</p>
        </footer>
      </body>
    </html> `.markup;

const face = (user: WorldUser): Html =>
  html`<span class="face face-${hueOf(user.id, 8)}" aria-hidden="true">${initialsOf(user.displayName)}</span>`;

const accountButton = (user: WorldUser, note: string | undefined): Html =>
  html`<li>
    <button class="account" name="user" value="${user.id}">
      ${face(user)}
      <span class="who">
        <span class="first"
          ><bdi class="name">${user.displayName}</bdi
          >${note !== undefined && html` <span class="note">${note}</span>`}</span
        >
        <bdi class="upn">${user.userPrincipalName}</bdi>
      </span>
    </button>
  </li>`;

export interface PickerView {
  readonly action: string;
  readonly appName: string;
  /** The account the application asked for. */
  readonly hinted: WorldUser | undefined;
  readonly signedIn: readonly WorldUser[];
  readonly personas: readonly Persona[];
  readonly unknownName: string | undefined;
}

const personaList = ({ personas, signedIn }: PickerView): Html => {
  const known = new Set(signedIn.map(({ id }) => id));
  const others = personas.filter(({ user }) => !known.has(user.id));
  return html`${
    signedIn.length > 0 &&
    html`<h2 id="here">Signed in on this browser</h2>
      <ul aria-labelledby="here">
        ${signedIn.map((user) => accountButton(user, undefined))}
      </ul>`
  }
  ${
    others.length > 0 &&
    html`<h2 id="story">People to be</h2>
      <ul aria-labelledby="story">
        ${others.map(({ user, label }) => accountButton(user, label))}
      </ul>`
  }`;
};

const otherAccount = ({ action, unknownName }: PickerView): Html =>
  html`<details ${unknownName === undefined ? html`` : html`open`}>
    <summary>Use another account</summary>
    <form class="other" method="post" action="${action}/account">
      <label for="upn">Email address</label>
      ${
        unknownName !== undefined &&
        html`<p class="problem" id="upn-problem" role="alert">
          We could not find an account named <bdi>${unknownName}</bdi>. Check the spelling.
        </p>`
      }
      <div class="row">
        <input
          id="upn"
          name="upn"
          type="text"
          inputmode="email"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          value="${unknownName ?? ""}"
          ${unknownName === undefined ? html`` : html`aria-invalid="true" aria-describedby="upn-problem"`}
        />
        <button class="primary">Next</button>
      </div>
    </form>
  </details>`;

const cancelForm = (action: string, label: string): Html =>
  html`<form method="post" action="${action}/cancel" class="quiet-form"><button class="quiet">${label}</button></form>`;

export const pickerPage = (frame: PageFrame, view: PickerView): string => {
  const hinted = view.hinted;
  const title = hinted ? `Sign in as ${hinted.displayName}` : "Choose an account";
  const choices = hinted
    ? html`<ul>
          ${accountButton(hinted, undefined)}
        </ul>
        <p class="switch"><a href="${view.action}?all=1">Use another account</a></p>`
    : personaList(view);
  return page(
    frame,
    title,
    html`<h1>${hinted ? "Sign in" : "Choose an account"}</h1>
      <p class="lead">to continue to <strong>${view.appName}</strong></p>
      <form method="post" action="${view.action}/account">${choices}</form>
      ${!hinted && otherAccount(view)} ${cancelForm(view.action, "Cancel")}`,
  );
};

const signedInAs = (user: WorldUser): Html =>
  html`<p class="as">
    ${face(user)}
    <span class="who"><bdi class="name">${user.displayName}</bdi><bdi class="upn">${user.userPrincipalName}</bdi></span>
  </p>`;

const scopeList = (scopes: readonly ScopeInfo[]): Html =>
  html`<ul class="scopes">
    ${scopes.map(
      ({ name, title, description, adminOnly }) =>
        html`<li>
          <strong>${title}</strong>
          <span>${description}</span>
          <code>${name}</code>${adminOnly && html` <span class="tag">administrators only</span>`}
        </li>`,
    )}
  </ul>`;

export interface ConsentView {
  readonly action: string;
  readonly appName: string;
  readonly user: WorldUser;
  readonly scopes: readonly ScopeInfo[];
  readonly isAdmin: boolean;
}

export const consentPage = (frame: PageFrame, view: ConsentView): string =>
  page(
    frame,
    `${view.appName} asks for your permission`,
    html`${signedInAs(view.user)}
      <h1>Permissions requested</h1>
      <p class="lead"><strong>${view.appName}</strong> would like to:</p>
      ${scopeList(view.scopes)}
      <form method="post" action="${view.action}/consent">
        ${
          view.isAdmin &&
          html`<p class="check">
            <input type="checkbox" id="organisation" name="organisation" value="yes" />
            <label for="organisation">Consent on behalf of your organisation. Nobody else will be asked.</label>
          </p>`
        }
        <p class="fine">
          The app can do this only as far as you can do it yourself. An administrator can take it back at any time.
        </p>
        <div class="buttons">
          <button class="secondary" name="decision" value="decline">Cancel</button>
          <button class="primary" name="decision" value="accept">Accept</button>
        </div>
      </form>`,
  );

export const approvalPage = (frame: PageFrame, view: ConsentView): string =>
  page(
    frame,
    "Approval of an administrator is needed",
    html`${signedInAs(view.user)}
      <h1>Need admin approval</h1>
      <p class="lead">
        <strong>${view.appName}</strong> asks for something that only an administrator of ${frame.tenantName} can allow.
      </p>
      ${scopeList(view.scopes)}
      <p class="fine">Ask your administrator to allow it. Until then the app works without this part.</p>
      <p class="switch"><a href="${view.action}?all=1">Sign in with an administrator account</a></p>
      <form method="post" action="${view.action}/consent">
        <div class="buttons">
          <button class="primary" name="decision" value="decline">Back to ${view.appName}</button>
        </div>
      </form>`,
  );

export interface WrongTenantView {
  readonly action: string;
  readonly appName: string;
  readonly user: WorldUser;
}

export const wrongTenantPage = (frame: PageFrame, view: WrongTenantView): string =>
  page(
    frame,
    "This account cannot be used here",
    html`${signedInAs(view.user)}
      <h1>This account cannot be used here</h1>
      <p class="lead">
        <bdi>${view.user.userPrincipalName}</bdi> does not belong to ${frame.tenantName} and cannot open
        <strong>${view.appName}</strong> there. <code>AADSTS50020</code>
      </p>
      <p class="switch"><a href="${view.action}?all=1">Use another account</a></p>
      ${cancelForm(view.action, `Back to ${view.appName}`)}`,
  );

export const messagePage = (frame: PageFrame, title: string, text: string, code: string | undefined): string =>
  page(
    frame,
    title,
    html`<h1>${title}</h1>
      <p class="lead">${text}</p>
      ${code !== undefined && html`<p class="fine"><code>${code}</code></p>`}`,
  );

export interface LogoutView {
  readonly user: WorldUser | undefined;
  /** Where the form goes and the secret it carries. */
  readonly action: string;
  readonly secret: string;
}

export const logoutPage = (frame: PageFrame, view: LogoutView): string =>
  page(
    frame,
    "Sign out",
    html`${view.user && signedInAs(view.user)}
      <h1>Sign out?</h1>
      <p class="lead">You will be signed out of every app in this browser.</p>
      <form method="post" action="${view.action}">
        <input type="hidden" name="xsrf" value="${view.secret}" />
        <div class="buttons">
          <button class="secondary">Stay signed in</button>
          <button class="primary" name="logout" value="yes">Sign out</button>
        </div>
      </form>`,
  );
