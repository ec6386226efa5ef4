import type { Overlay } from '../types';

type Data = Record<string, unknown>;

/** What the browser side needs to know about a build before the first page. */
export interface Boot {
  json: Record<string, { usingComponents?: Record<string, string> }>;
  /** Compiled WXSS: name -> script. */
  styles: Record<string, string>;
  components: Record<string, { methods: string[]; properties: Record<string, { type: string; value: unknown }> }>;
  tabs: { pagePath: string; text: string }[];
}

export interface PageLook {
  title: string;
  canGoBack: boolean;
  background: string;
  foreground: string;
  hasBar: boolean;
  tab: string | null;
}

/** The overlay without its functions, as it is drawn. */
export interface OverlayLook {
  toast: Overlay['toast'];
  modal: { title: string; content: string; confirmText: string; cancelText: string | null } | null;
  sheet: string[] | null;
}

/** Calls from Node into the page: window.weappView. */
export interface BrowserView {
  boot(boot: Boot): void;
  open(page: { id: number; route: string; data: Data; methods: string[] }): void;
  update(page: { id: number; changes: Data }): void;
  close(id: number): void;
  show(page: { id: number; look: PageLook }): void;
  overlay(look: OverlayLook): void;
  text(): string;
  find(target: string): HTMLElement | null;
  findField(target: string): HTMLElement | null;
  fire(target: string, type: string, detail: Data): boolean;
  scrollTo(top: number): void;
  query(selector: string | null): Data[];
}

/** An event on its way to Node: of the page on top, or of a component in it. */
export interface Emitted {
  component: string | null;
  handler: string;
  event: Data;
}

declare global {
  interface Window {
    weappView: BrowserView;
    weappEmit(emitted: Emitted): Promise<void>;
    /** Templates as glass-easel's compiler makes them. */
    weappTemplates: Record<string, unknown>;
    /** Called by the styles that wcsc makes: rpx -> pixels. */
    __transformRpx__(rpx: number): number;
  }
}
