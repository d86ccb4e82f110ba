/** Where things are, in the two documents msal-browser would otherwise fetch from the internet. */

/** Paths below the issuer, named as in Entra so that recorded traffic reads the same. */
export const paths = {
  authorize: "/oauth2/v2.0/authorize",
  token: "/oauth2/v2.0/token",
  logout: "/oauth2/v2.0/logout",
  keys: "/discovery/v2.0/keys",
  userinfo: "/oidc/userinfo",
} as const;

/** @param issuer for example `http://localhost:3000/entra` */
export const openIdConfiguration = (issuer: string): Readonly<Record<string, unknown>> => ({
  issuer,
  authorization_endpoint: `${issuer}${paths.authorize}`,
  token_endpoint: `${issuer}${paths.token}`,
  end_session_endpoint: `${issuer}${paths.logout}`,
  jwks_uri: `${issuer}${paths.keys}`,
  userinfo_endpoint: `${issuer}${paths.userinfo}`,
  response_modes_supported: ["query", "fragment", "form_post"],
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  scopes_supported: ["openid", "profile", "email", "offline_access"],
  token_endpoint_auth_methods_supported: ["none"],
  code_challenge_methods_supported: ["S256"],
});

export interface LocalAuthority {
  readonly authority: string;
  /** JSON text for msal's `auth.authorityMetadata`. */
  readonly authorityMetadata: string;
  /** JSON text for msal's `auth.cloudDiscoveryMetadata`. */
  readonly cloudDiscoveryMetadata: string;
}

/**
 * The values of a client's configuration that lead msal to this sign-in while the authority keeps the shape it has in
 * production.
 * @param origin of the simulator, for example `http://localhost:3000`
 */
export const localAuthority = (origin: string, tenantId: string): LocalAuthority => {
  const aliases = ["login.microsoftonline.com", "login.windows.net", "login.microsoft.com", "sts.windows.net"];
  return {
    authority: `https://login.microsoftonline.com/${tenantId}`,
    authorityMetadata: JSON.stringify(openIdConfiguration(`${origin}/entra`)),
    cloudDiscoveryMetadata: JSON.stringify({
      tenant_discovery_endpoint: `${origin}/entra/.well-known/openid-configuration`,
      "api-version": "1.1",
      metadata: [{ preferred_network: "login.microsoftonline.com", preferred_cache: "login.windows.net", aliases }],
    }),
  };
};
