import { limits } from '@bandeng/contracts/routes';
import type { Context } from 'koa';

const NAME = 'bandeng-desk';
/** Sent to these calls only: no other answer depends on it. */
const PATH = '/api/v1/auth/desk';

/** Where a browser keeps the refresh token (API.md, Auth): out of reach of scripts, and never sent from another site. */
export function deskCookie({ publicOrigin }: { publicOrigin?: string | undefined }) {
  const secure = publicOrigin?.startsWith('https://') === true;
  const set = (ctx: Context, value: string | null) => {
    // TLS ends at the proxy: what we are called by says whether the browser speaks it.
    ctx.cookies.secure = secure;
    ctx.cookies.set(NAME, value, {
      httpOnly: true,
      sameSite: 'strict',
      secure,
      path: PATH,
      maxAge: limits.refreshTokenSeconds * 1000,
    });
  };
  return {
    /** An absent one reads as a token that is none. */
    read: (ctx: Context): string => ctx.cookies.get(NAME) ?? '',
    write: (ctx: Context, refreshToken: string) => set(ctx, refreshToken),
    clear: (ctx: Context) => set(ctx, null),
  };
}
