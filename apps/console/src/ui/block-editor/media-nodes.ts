import { Node, mergeAttributes } from '@tiptap/core';

/** Where the bytes of an upload can be seen by who writes: its address, or null when it is not to be had. */
export type AddressOf = (fileId: string) => Promise<string | null>;

interface MediaOptions {
  addressOf: AddressOf;
}

const data = (name: string) => ({
  default: '',
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name.toLowerCase()}`) ?? '',
  renderHTML: (attrs: Record<string, unknown>) => ({ [`data-${name.toLowerCase()}`]: attrs[name] }),
});

/** Something shown as a whole between the paragraphs: chosen with the arrows, changed with Enter, taken away with Delete. */
const mediaNode = (name: string, attributes: readonly string[]) =>
  Node.create({
    name,
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => Object.fromEntries(attributes.map(attribute => [attribute, data(attribute)])),
    parseHTML: () => [{ tag: `figure[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['figure', mergeAttributes(HTMLAttributes, { 'data-block': name })],
  });

const element = (tag: string, className: string, text = ''): HTMLElement => {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
};

const Image = mediaNode('image', ['fileId', 'alt']).extend<MediaOptions>({
  addOptions: () => ({ addressOf: () => Promise.resolve(null) }),
  addNodeView() {
    return ({ node }) => {
      const dom = element('figure', 'media');
      const { fileId, alt } = node.attrs as { fileId: string; alt: string };
      const image = document.createElement('img');
      image.alt = alt;
      void this.options.addressOf(fileId).then(address => {
        if (address) image.src = address;
        else image.replaceWith(element('p', 'quiet', '这张图现在看不到'));
      });
      dom.append(image, element('figcaption', 'quiet', alt || '还没有写图上是什么'));
      return { dom };
    };
  },
});
const named = (
  name: string,
  attributes: readonly string[],
  label: string,
  text: (attrs: Record<string, string>) => string,
) =>
  mediaNode(name, attributes).extend({
    addNodeView() {
      return ({ node }) => {
        const dom = element('figure', 'media named');
        dom.append(element('span', 'quiet', label), element('span', '', text(node.attrs as Record<string, string>)));
        return { dom };
      };
    },
  });
const Video = named('video', ['url', 'title'], '视频', ({ title, url }) => `${title || '没有写标题'}　${url}`);
const File = named('file', ['fileId', 'name'], '附件', ({ name }) => name ?? '');

export const mediaNodes = (options: MediaOptions) => [Image.configure(options), Video, File];
