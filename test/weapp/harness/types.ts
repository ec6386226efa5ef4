import type { Definition } from './app-definition';
import type { Dist } from './dist';
import type { Network } from './network';
import type { Sandbox } from './sandbox';
import type { PhoneStorage } from './storage';

export type Data = Record<string, unknown>;

/** A page as the app sees it: the object given to Page(), with data and setData. */
export interface PageInstance extends Data {
  route: string;
  options: Data;
  data: Data;
  setData(changes: Data, done?: () => void): void;
}

export interface OpenPage {
  id: number;
  route: string;
  instance: PageInstance;
  title: string;
}

export interface ModalAnswer {
  confirm: boolean;
  content?: string;
}

/** What lies over the page: one dialog that waits for an answer, one toast. */
export interface Overlay {
  modal: {
    title: string;
    content: string;
    confirmText: string;
    cancelText: string | null;
    editable: boolean;
    answer(given: ModalAnswer): void;
  } | null;
  sheet: { items: string[]; answer(index: number | null): void } | null;
  toast: string | null;
}

/** An event as the view layer reports it: the handler's name, and the event that it gets. */
export interface ViewEvent {
  page: number;
  /** Path of the component that owns the handler; null for the page itself. */
  component: string | null;
  handler: string;
  event: Data;
}

/** What a view is made from. */
export interface ViewContext {
  dist: Dist;
  /** Definitions of all components, by path; complete when the first page opens. */
  components: ReadonlyMap<string, Definition>;
  emit(event: ViewEvent): void;
  /** Something is wrong in the view itself. */
  report(problem: string): void;
}

/** Where a page is drawn: a tree in this process, or Chromium. */
export interface View {
  readonly kind: 'tree' | 'chromium';
  open(page: OpenPage): Promise<void>;
  update(page: OpenPage, changes: Data): Promise<void>;
  close(page: OpenPage): Promise<void>;
  /** Shows the page on top, its title and the tab bar. */
  show(page: OpenPage, chrome: { title: string; canGoBack: boolean }): Promise<void>;
  overlay(overlay: Overlay): Promise<void>;
  /** Text of the page on top. */
  text(): Promise<string>;
  has(target: string): Promise<boolean>;
  /** Taps what `target` names: a selector (#id, .class, [attribute=value]) or a visible text. */
  tap(target: string): Promise<void>;
  type(field: string, value: string): Promise<void>;
  /** Fires an event of a built-in component that has no gesture here: change of a picker, load of an image … */
  fire(target: string, type: string, detail: Data): Promise<void>;
  scrollTo(top: number): Promise<void>;
  /** Answers of a selector query, as WeChat gives them. */
  query(selector: string | null, all: boolean): Promise<Data[]>;
  screenshot(file: string): Promise<void>;
  dispose(): Promise<void>;
}

export interface Person {
  /** Who holds the phone; the simulator's login codes are made for this one. */
  openid: string;
  /** What they answer when WeChat asks for consent to the privacy statement. */
  agreesToPrivacy: boolean;
  /** What they answer to requestSubscribeMessage. */
  subscribes: 'accept' | 'reject';
  /** What the camera is held to when the app scans: the page that a code of the mini-program leads to, or the text of a square; nothing when it is given up. */
  scans?: string;
}

/** What the parts of the wx object share. */
export interface Host {
  dist: Dist;
  sandbox: Sandbox;
  network: Network;
  storage: PhoneStorage;
  view: View;
  person: Person;
  builtOrigin: string;
  overlay: Overlay;
  /** Every wx call: name and options, oldest first. */
  calls: { name: string; options: Data }[];
  stack: OpenPage[];
  theme: 'light' | 'dark';
  /** Files that a picker of the phone returns, oldest first. */
  files: { path: string; name: string; bytes: Uint8Array }[];
  appListeners: Map<string, Set<(value: unknown) => void>>;
  /** A request to the server under test that is not the app's: the phone's own doing. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: Data }>;
  overlayChanged(): void;
}

/** A call of wx that fails: errMsg is "<name>:fail <message>". */
export class ApiFailure extends Error {
  constructor(
    message: string,
    readonly more: Data = {},
  ) {
    super(message);
  }
}
