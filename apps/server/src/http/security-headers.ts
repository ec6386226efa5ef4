import helmet from 'koa-helmet';
import type { Middleware } from 'koa';

/**
 * Headers of every answer. Pages may load only what we serve; the H5 sets style attributes (Taro's rpx sizes), so inline styles
 * are allowed, inline scripts are not. WeChat's web-view may frame nothing of ours but its own pages.
 */
export function securityHeaders({ isSecure }: { isSecure: boolean }): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        mediaSrc: ["'self'", 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(isSecure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    // Only behind TLS: on a plain http loopback it would lock a developer's browser out.
    hsts: isSecure,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-site' },
  });
}
