/**
 * The package's own files behind its index. The index does nothing but export them and warn of Node 20, with which it
 * works: `olderNode.ts` brings what is missing there, and the tests run on it.
 */
declare module "oidc-provider/lib/provider.js" {
  export { Provider } from "oidc-provider";
}

declare module "oidc-provider/lib/helpers/interaction_policy/index.js" {
  import { interactionPolicy } from "oidc-provider";
  export const Check: typeof interactionPolicy.Check;
  export const Prompt: typeof interactionPolicy.Prompt;
  export const base: typeof interactionPolicy.base;
}

declare module "oidc-provider/lib/helpers/errors.js" {
  import { errors } from "oidc-provider";
  export class CustomOIDCProviderError extends errors.CustomOIDCProviderError {}
}
