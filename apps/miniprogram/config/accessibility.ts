import aria from './aria.json';

interface Template {
  mergeComponents(ctx: unknown, patch: unknown): void;
  replacePropName(name: string, ...others: unknown[]): string;
}
interface Platform {
  platform: string;
  template?: Template;
}
interface Context {
  registerMethod(method: { name: string; fn: (platform: Platform) => void }): void;
}

/** Adds role and aria-* to the WXML templates (see src/lib/aria-runtime.ts). WeChat calls the first one aria-role. */
export default function accessibility(ctx: Context) {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn: ({ platform, template }) => {
      if (platform !== 'weapp' || !template) return;
      const attributes = () => Object.fromEntries(aria.attributes.map(name => [name, '']));
      template.mergeComponents(ctx, Object.fromEntries(aria.components.map(name => [name, attributes()])));
      const replace = template.replacePropName.bind(template);
      template.replacePropName = (name, ...others) => (name === 'role' ? 'aria-role' : replace(name, ...others));
    },
  });
}
