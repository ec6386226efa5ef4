/** An access token and the instant from which WeChat no longer takes it. Store at least 512 characters. */
export interface AccessToken {
  accessToken: string;
  expiresAt: Date;
}

export interface AccessTokenSource {
  /** A token that is valid now; asks WeChat at most once however many callers wait. */
  get(): Promise<string>;
  /** A token to use instead of one that WeChat just refused. */
  replace(refused: string): Promise<string>;
  /** Asks WeChat now. `force` ends the validity of the token before: 20 times a day, 30 seconds apart. */
  renew(options: { force: boolean }): Promise<AccessToken>;
}

/**
 * A token is renewed this long before its end. WeChat renews its own five minutes early and takes old and new during
 * them, so a request in the last five minutes gets a fresh token; earlier ones would get the same token again.
 */
const RENEW_BEFORE_MS = 120_000;

interface AccessTokenDeps {
  /** One stable_token call. */
  request: (options: { force: boolean }) => Promise<AccessToken>;
  now: () => Date;
}

/** The cache of one process. Several processes may each have one: the stable token is the same for all of them. */
export function createAccessTokenSource({ request, now }: AccessTokenDeps): AccessTokenSource {
  let current: AccessToken | null = null;
  let renewal: Promise<AccessToken> | null = null;
  let replacement: { refused: string; token: Promise<string> } | null = null;

  const isValid = (token: AccessToken, marginMs: number) => token.expiresAt.getTime() - marginMs > now().getTime();

  async function ask(force: boolean): Promise<AccessToken> {
    current = await request({ force });
    return current;
  }

  function renewOnce(): Promise<AccessToken> {
    renewal ??= ask(false).finally(() => {
      renewal = null;
    });
    return renewal;
  }

  async function get(): Promise<string> {
    const held = current;
    if (held !== null && isValid(held, RENEW_BEFORE_MS)) return held.accessToken;
    try {
      return (await renewOnce()).accessToken;
    } catch (error) {
      // An early renewal that failed costs nothing while the old token still works.
      if (held !== null && isValid(held, 0)) return held.accessToken;
      throw error;
    }
  }

  async function replaceOnce(refused: string): Promise<string> {
    const offered = await renewOnce();
    if (offered.accessToken !== refused) return offered.accessToken;
    return (await ask(true)).accessToken;
  }

  function replace(refused: string): Promise<string> {
    if (replacement?.refused === refused) return replacement.token;
    if (current !== null && current.accessToken !== refused) return get();
    const token = replaceOnce(refused).finally(() => {
      replacement = null;
    });
    replacement = { refused, token };
    return token;
  }

  return { get, replace, renew: ({ force }) => (force ? ask(true) : renewOnce()) };
}
